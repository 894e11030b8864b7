import { type Difference, firstDifference, wordsAbout } from '../facts/index.js';
import { withoutEvidence } from '../html/index.js';
import { pdfDifferences } from '../pdf/index.js';
import type { Format } from '../workflows/compose-pages.js';

/** Where two files read differently; undefined where one of them is past reading, nothing where all their words are the same. */
export function whereTheyDiffer(
  format: Format | undefined,
  was: Uint8Array,
  now: Uint8Array,
): Promise<readonly Difference[] | undefined> {
  return format === 'html' ? inPages(was, now) : inPdfs(was, now);
}

/**
 * Where two pages begin to differ, and whether their data do. What the place is called is looked up in the page that we made: the other may
 * hold anything.
 */
async function inPages(was: Uint8Array, now: Uint8Array): Promise<readonly Difference[]> {
  const [before, after] = [was, now].map((bytes) => withoutEvidence(Buffer.from(bytes).toString('utf8')));
  if (!before || !after) return [];
  const inData =
    before.data === after.data ? [] : [{ where: 'the data that it carries', was: null, now: null }];
  const at = firstDifference(before.page, after.page);
  if (at === undefined) return inData;
  const begun = after.page.slice(0, at);
  if (begun.lastIndexOf('<style') > begun.lastIndexOf('</style'))
    return [{ where: 'the style of the page', was: null, now: null }, ...inData];
  const { textsOfHtml } = await import('../leak-check/index.js');
  return [
    {
      where: textsOfHtml(begun)[0]?.at(-1)?.part ?? 'the beginning of the page',
      was: readableAbout(before.page, at),
      now: readableAbout(after.page, at),
    },
    ...inData,
  ];
}

/** Characters of a page's source in which there are enough words to know the place by. */
const ABOUT = 160;

/** The words about a place in a page; its source where the place is within a tag. */
function readableAbout(html: string, at: number): string | null {
  const from = Math.max(0, at - ABOUT);
  const [before, after] = [html.slice(from, at), html.slice(at, at + ABOUT)];
  if (before.lastIndexOf('<') > before.lastIndexOf('>')) return wordsAbout(html, at);
  const read = before.replace(/^[^<]*>/, '').replace(/<[^>]*>/g, ' ');
  return wordsAbout(read + after.replace(/<[^>]*(?:>|$)/g, ' '), read.length);
}

/** The stretches that read differently in two PDFs. One that was changed by hand may be past reading. */
async function inPdfs(was: Uint8Array, now: Uint8Array): Promise<readonly Difference[] | undefined> {
  try {
    const found = await pdfDifferences(was, now);
    return found.map(({ part, other, ours }) => {
      const at = firstDifference(other, ours) ?? 0;
      return { where: part, was: wordsAbout(other, at), now: wordsAbout(ours, at) };
    });
  } catch {
    return undefined;
  }
}
