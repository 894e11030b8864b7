// Whether two PDFs look the same, for scripts/judge-pdf.sh, where their dots are not the same to the last: node scripts/judge/look.mjs ONE OTHER.
// Letters that join are painted in the order in which they are read, and where two of them meet, a dot may be one shade of 256 apart.
import { spawnSync } from 'node:child_process';

const SHADES = 1;
const DOTS_A_PAGE = 40;

/** The dots of each page, three bytes each, from the PPM that pdftoppm writes. */
function pagesOf(pdf) {
  const { stdout } = spawnSync('pdftoppm', ['-r', '72', pdf], { maxBuffer: 2 ** 30 });
  const pages = [];
  for (let at = 0; at < stdout.length; ) {
    const [head = '', width, height] =
      /^P6\n(\d+) (\d+)\n255\n/.exec(stdout.toString('latin1', at, at + 40)) ?? [];
    if (head === '') throw new Error(`${pdf}: pdftoppm writes no PPM`);
    const end = at + head.length + width * height * 3;
    pages.push(stdout.subarray(at + head.length, end));
    at = end;
  }
  return pages;
}

const [one, other] = process.argv.slice(2).map(pagesOf);
const isSame =
  one.length === other.length &&
  one.every((dots, page) => {
    const others = other[page];
    if (dots.length !== others.length) return false;
    let different = 0;
    for (let at = 0; at < dots.length; at += 1) {
      const apart = Math.abs(dots[at] - others[at]);
      if (apart > SHADES) return false;
      if (apart > 0) different += 1;
    }
    return different <= 3 * DOTS_A_PAGE;
  });
process.exitCode = isSame ? 0 : 1;
