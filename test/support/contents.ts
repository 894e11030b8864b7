import { everyTag, heard, innerLinks, type ReadPage, readPdf, type Tag } from './read-pdf.js';

/** A line of a paper's contents, as different readers find it. */
export interface ReadLine {
  readonly words: string;
  /** As it is heard, and as it is in the text of the page. */
  readonly number: number;
  /** Where its link leads to. */
  readonly leadsTo: number;
  /** Where the number ends, from the left edge of the page. */
  readonly right: number;
}

export interface ReadContents {
  readonly pages: readonly ReadPage[];
  readonly lines: readonly ReadLine[];
}

/**
 * The contents of a finished PDF. The number comes from the structure, the place where it ends from the text within the link's box, and the
 * page from the link: they agree only where nothing is wrong.
 */
export async function readContents(bytes: Uint8Array): Promise<ReadContents> {
  const { pages } = await readPdf(bytes);
  const links = await innerLinks(bytes);
  const heardLines = everyTag(pages.flatMap(({ structure }) => structure))
    .filter(({ role }) => role === 'TOCI')
    .map(wordsOfLine);
  const wordsIn = ({ page, box: [left = 0, bottom = 0, right = 0, top = 0] }: (typeof links)[number]) =>
    (pages[page - 1]?.words ?? []).filter(
      ({ x, y }) => x >= left - 1 && x <= right && y >= bottom && y <= top,
    );
  let next = 0;
  const lines = heardLines.map((said): ReadLine => {
    const [, words = '', number = ''] = /^(.*) (\d+)$/.exec(said) ?? [];
    // Motions before the contents have links of their own.
    const isOfLine = (link: (typeof links)[number]) =>
      wordsIn(link)
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', '')
        .includes(words.replaceAll(' ', ''));
    const at = links.findIndex((one, index) => index >= next && isOfLine(one));
    next = at + 1;
    const link = links[at];
    const last = link && wordsIn(link).find(({ text }) => text === number);
    if (!link || !last) throw new Error(`the line '${said}' is not on its page`);
    return { words, number: Number(number), leadsTo: link.leadsTo, right: last.x + last.width };
  });
  return { pages, lines };
}

/** The line itself, without those beneath it. */
function wordsOfLine({ children }: Tag): string {
  return heard(children.filter((child) => typeof child !== 'string' && child.role === 'Reference'));
}
