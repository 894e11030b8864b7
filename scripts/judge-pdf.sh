#!/usr/bin/env bash
# Papers of every kind before judges that are not ours: veraPDF (PDF/UA-1 and PDF/A-3a), qpdf, poppler; that finishing changes neither a word
# nor a dot; and that each is the same to the byte when it is made twice. Needs a build, Java and Maven; as root it installs what is missing.
# Papers and reports are kept, word for word, in the folder given (out/judged/pdf unless another is). JUDGE_DRAWN says how many registers are
# generated at random: 50.
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 1
VERAPDF=1.28.2
kept=${1:-out/judged/pdf}
rm -rf "$kept" && mkdir -p "$kept/reports" && kept=$(cd "$kept" && pwd) || exit 1
reports=$kept/reports
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
can() { command -v "$1" >/dev/null 2>&1; }
if [ "$(id -u)" = 0 ] && can apt-get && ! { can java && can mvn && can qpdf && can pdftotext; }; then
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless maven qpdf poppler-utils >/dev/null
fi
for tool in java mvn qpdf pdfinfo pdftotext pdftoppm; do can $tool || { echo "FAILED  $tool is not installed"; exit 1; }; done

cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>papers</groupId><artifactId>judge</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>$VERAPDF</version></dependency></dependencies></project>
POM
mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib" >"$reports/maven.txt" 2>&1 || { cat "$reports/maven.txt"; exit 1; }
vera() { java -cp "$work/lib/*" org.verapdf.apps.GreenfieldCliWrapper --format text -v "$@" 2>>"$reports/verapdf-said.txt"; }

failed=0
fault() { echo "FAILED  $*"; failed=$((failed + 1)); }
node scripts/judge/pdfs.mjs "$kept" || fault 'papers of every kind, made twice'
papers=$(find "$kept/papers" -name '*.pdf' ! -name '*.before.pdf' | sort)
count=$(echo "$papers" | wc -l)

for flavour in ua1 3a; do
  # shellcheck disable=SC2086
  vera -f $flavour $papers >"$reports/$flavour.txt"
  passes=$(grep -c '^PASS ' "$reports/$flavour.txt")
  [ "$passes" = "$count" ] || { fault "veraPDF $flavour: $passes of $count papers pass"; grep -v '^PASS ' "$reports/$flavour.txt" | head -40; }
done

# The letters of each page, wherever it has its spaces and in whichever order it has those from right to left: the browser's own PDF parts
# letters from their dots and accents. What a page says and what its PDF is heard to say are the same, or there would be no paper.
letters() { pdftotext -layout "$1" - | node scripts/judge/letters.mjs; }
same_text() { cmp -s <(letters "$1") <(letters "$2"); }
# Every dot of every page: the pages of both follow each other to one place.
same_look() { cmp -s <(pdftoppm -r 72 "$1") <(pdftoppm -r 72 "$2") || node scripts/judge/look.mjs "$1" "$2"; }
for paper in $papers; do
  name=$(basename "$paper" .pdf)
  before=${paper%.pdf}.before.pdf
  qpdf --check "$paper" >"$reports/$name.qpdf.txt" 2>&1 || fault "qpdf $name"
  pdfinfo -struct-text "$paper" >"$reports/$name.heard.txt" 2>"$work/said"
  [ ! -s "$work/said" ] || fault "pdfinfo $name: $(cat "$work/said")"
  same_text "$before" "$paper" || fault "$name: the text has changed"
  same_look "$before" "$paper" || fault "$name: a page looks different"
done

# How well the pages are used.
# shellcheck disable=SC2086
node scripts/judge/fullness.mjs $papers || fault "pages that are hardly used"

# The judges themselves: each control has a fault which must be found.
for flavour in ua1 3a; do
  vera -f $flavour "$kept"/controls/$flavour+*.pdf >"$reports/controls-$flavour.txt"
  for control in "$kept"/controls/$flavour+*.pdf; do
    IFS=+ read -r _ clause what <<<"$(basename "$control" .pdf)"
    # A report on a file goes from its own line to the next file's.
    sed -n "\\#^FAIL .*$(basename "$control")#,\\#^\\(PASS\\|FAIL\\) .*pdf#p" "$reports/controls-$flavour.txt" | grep -q "^ *FAIL ${clause//./\\.}" ||
      fault "veraPDF does not find the fault planted in $what"
  done
done
first=$(ls "$kept"/papers/sample-1-*.before.pdf)
! same_text "$first" "$kept/controls/text+word-gone.pdf" || fault 'a word that is gone is not found'
! same_look "$first" "$kept/controls/look+colour-changed.pdf" || fault 'a colour that has changed is not found'

echo "$count papers before veraPDF $VERAPDF, qpdf and poppler: $failed faults"
[ "$failed" = 0 ]
