#!/usr/bin/env bash
# Papers of every kind, as pages, before judges that are not ours: axe-core in the browser, in every way in which a page is read, and the Nu
# HTML checker. Needs a build and Java; as root it installs what is missing. Pages and reports are kept, word for word, in the folder given
# (out/judged/html unless another is).
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 1
VNU=26.9.27
kept=${1:-out/judged/html}
rm -rf "$kept" && mkdir -p "$kept/reports" && kept=$(cd "$kept" && pwd) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v java >/dev/null; then
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless >/dev/null
fi
command -v java >/dev/null || { echo 'FAILED  java is not installed'; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" "vnu-jar@$VNU" >"$kept/reports/npm.txt" 2>&1 || { cat "$kept/reports/npm.txt"; exit 1; }
vnu() { java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --asciiquotes --format gnu "$@" 2>&1; }

failed=0
node scripts/judge/html.mjs "$kept" || failed=1

# What it only warns of, such as a role that a browser would give by itself, is in the report.
vnu "$kept"/pages/*.html >"$kept/reports/vnu.txt"
if grep -E ': (error|non-document-error|fatal)' "$kept/reports/vnu.txt"; then failed=1; fi

# The judge itself: a page with a fault in it must fail.
sed 's/<ul class="counts">/<ul class="counts"><p>Not an item.<\/p>/' "$(ls "$kept"/pages/sample-1-*.html)" >"$work/control.html"
vnu "$work/control.html" >"$kept/reports/vnu-control.txt"
grep -q 'error: Element "p" not allowed as child of element "ul"' "$kept/reports/vnu-control.txt" || { echo 'FAILED  vnu does not find the fault planted in a page'; failed=1; }

echo "$(ls "$kept/pages" | wc -l) pages before vnu $VNU and axe-core: $([ $failed = 0 ] && echo 'no fault' || echo 'faults, as above')"
[ $failed = 0 ]
