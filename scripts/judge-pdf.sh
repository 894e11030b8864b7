#!/usr/bin/env bash
# Papers of every kind before judges that are not ours: veraPDF (PDF/UA-1 and PDF/A-3a), qpdf, poppler; and that finishing changes neither a
# word nor a pixel. Needs a build, Java and Maven; as root it installs what is missing. Reports are kept whole in the folder given, if any.
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 1
VERAPDF=1.28.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reports=${1:-$work/reports}
mkdir -p "$reports"
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

node scripts/judge-papers.mjs "$work" || exit 1
failed=0
fault() { echo "FAILED  $*"; failed=$((failed + 1)); }
papers=$(find "$work/papers" -name '*.pdf' ! -name '*.before.pdf' | sort)
count=$(echo "$papers" | wc -l)

for flavour in ua1 3a; do
  # shellcheck disable=SC2086
  vera -f $flavour $papers >"$reports/$flavour.txt"
  passes=$(grep -c '^PASS ' "$reports/$flavour.txt")
  [ "$passes" = "$count" ] || { fault "veraPDF $flavour: $passes of $count papers pass"; grep -v '^PASS ' "$reports/$flavour.txt" | head -40; }
done

for paper in $papers; do
  name=$(basename "$paper" .pdf)
  before=${paper%.pdf}.before.pdf
  qpdf --check "$paper" >"$reports/$name.qpdf.txt" 2>&1 || fault "qpdf $name"
  said=$(pdfinfo -struct-text "$paper" 2>&1 >/dev/null)
  [ -z "$said" ] || fault "pdfinfo $name: $said"
  cmp -s <(pdftotext -layout "$before" -) <(pdftotext -layout "$paper" -) || fault "$name: the text has changed"
  mkdir "$work/a" "$work/b"
  pdftoppm -r 50 "$before" "$work/a/p" && pdftoppm -r 50 "$paper" "$work/b/p"
  diff -rq "$work/a" "$work/b" >/dev/null || fault "$name: a page looks different"
  rm -r "$work/a" "$work/b"
done

# The judge itself: each control has a fault which it must find.
for control in "$work"/controls/*.pdf; do
  IFS=+ read -r flavour clause what <<<"$(basename "$control" .pdf)"
  vera -f "$flavour" "$control" >"$reports/control-$what.txt"
  grep -q "^ *FAIL ${clause//./\\.}" "$reports/control-$what.txt" || fault "veraPDF does not find the fault planted in $what"
done
echo "$count papers before veraPDF $VERAPDF, qpdf and poppler: $failed faults"
[ "$failed" = 0 ]
