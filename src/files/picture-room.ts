import type { Diagnostic } from '../diagnostics/index.js';
import type { Picture, PictureWanted } from './read-pictures.js';

/** What a page has room for between its margins, beneath the heads of a table, in millimetres. */
const PAGE = { width: 150, height: 160 };
/** The narrowest column of a table in which a text may be. A picture that is much wider than high has the width of the page there too. */
const COLUMN = { width: 56, height: 160 };

/** Of what is no wider or no higher than this, in millimetres, and less than half as large as it was made, nobody can read much. */
const READABLE = 20;

/** A browser's dot: a 96th of an inch. */
const DOT = 25.4 / 96;

/** The pictures that a page has no room for, so that they are printed smaller than can be read. */
export function smallPictures(
  wanted: readonly PictureWanted[],
  pictures: ReadonlyMap<string, Picture>,
): readonly Diagnostic[] {
  return wanted.flatMap(({ path, span, room }) => {
    const size = pictures.get(path)?.size;
    if (!size || room === undefined) return [];
    const { width, height } = room === 'page' || pictures.get(path)?.isWide ? PAGE : COLUMN;
    const madeWidth = size.isFree ? PAGE.width : size.width * DOT;
    const madeHeight = (madeWidth * size.height) / size.width;
    const scale = Math.min(1, width / madeWidth, height / madeHeight);
    const [printedWidth, printedHeight] = [madeWidth * scale, madeHeight * scale];
    if (scale >= 0.5 || Math.min(printedWidth, printedHeight) >= READABLE) return [];
    return [
      {
        code: 'image-small',
        severity: 'warning',
        span,
        message: `this ${size.isFree ? 'drawing' : `picture of ${size.width} by ${size.height} pixels`} is printed ${inMillimetres(printedWidth)} mm wide and ${inMillimetres(printedHeight)} mm high, which may be too small to read`,
        hint: 'Cut it into parts that have the shape of a page, or name it among the background papers and link to it.',
      },
    ];
  });
}

function inMillimetres(length: number): string {
  return String(Math.max(1, Math.round(length)));
}
