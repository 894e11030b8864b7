// Writes src/glyphs/coverage.ts: which characters each shipped font file truly has, read from the files themselves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'templates', 'fonts');
// From the smallest to the whole typeface: a page takes the first that has its characters. Then what is written from right to left.
const SUBSETS = [
  ...['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'full'].map(
    (subset) => ({
      typeface: 'source-sans-3',
      subset,
      faces: ['400-normal', '400-italic', '600-normal', '700-normal'],
    }),
  ),
  ...['arabic', 'hebrew'].map((subset) => ({
    typeface: 'noto-sans',
    subset,
    // Neither script is slanted.
    faces: ['400-normal', '600-normal', '700-normal'],
  })),
];
// A noncharacter and the byte order mark: in the files, and in no text.
const NO_TEXT = new Set([0xfeff, 0xffff]);

const files = new Set(readdirSync(folder));
const subsets = SUBSETS.map(({ typeface, subset, faces }) => {
  const perFace = faces.map((face) => {
    const file = `${typeface}-${subset}-${face}.woff2`;
    if (!files.has(file)) throw new Error(`${file} is missing`);
    return new Set(fontkit.create(readFileSync(join(folder, file))).characterSet);
  });
  // A character must be in every weight, or it would look like another typeface in bold.
  const shared = [...perFace[0]].filter(
    (point) => point >= 0x20 && !NO_TEXT.has(point) && perFace.every((set) => set.has(point)),
  );
  return { typeface, subset, ranges: rangesOf(shared.sort((a, b) => a - b)) };
});

function rangesOf(points) {
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

const body = subsets
  .map(
    ({ typeface, subset, ranges }) =>
      `  {\n    typeface: '${typeface}',\n    subset: '${subset}',\n    unicodeRange: '${ranges.map(rangeText).join(',')}',\n  },`,
  )
  .join('\n');
writeFileSync(
  join(root, 'src', 'glyphs', 'coverage.ts'),
  `/** A font file of the shipped typefaces, and the characters that it has, as CSS \`unicode-range\`. */
export interface FontCoverage {
  readonly typeface: 'source-sans-3' | 'noto-sans';
  readonly subset: string;
  readonly unicodeRange: string;
}

/** Written by \`node scripts/fonts.mjs\` from the files; not by hand. */
export const COVERAGE: readonly FontCoverage[] = [\n${body}\n];\n`,
);

function rangeText([from, to]) {
  return from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`;
}
