import { hasRightToLeft } from '../../glyphs/index.js';
import type { Page } from './puppeteer.js';

/** What a page shows in print, for its paper to be held against. */
export interface ShownPage {
  /** What is to be heard, in order. */
  readonly shown: string;
  /** The texts of it in which anything is written from right to left. */
  readonly rightToLeft: readonly string[];
  /** What is declared to be decoration (`aria-hidden`). */
  readonly hidden: string;
  /** The families of the typefaces that the page brings. */
  readonly typefaces: readonly string[];
  readonly contents: ShownContents;
}

/** The list of its contents that a page may bring. */
export interface ShownContents {
  readonly isThere: boolean;
  /**
   * What each line leads to, by the first words of that, where the list is printed. Behind the words of the line stands `NO_NUMBER` until
   * its page is known.
   */
  readonly targets: readonly string[];
}

/** Whether the contents are to be printed; a `guess` goes by how much the page says. */
export type ContentsWish = 'guess' | 'printed' | 'left-out';

/**
 * Stands in for a page's number: all ten digits, so that the typeface brings each. A style sheet would ask for the number by
 * `target-counter()` (CSS Generated Content for Paged Media, section 5), which the browser does not know.
 */
export const NO_NUMBER = '0123456789';

/**
 * What makes more than ten pages as a rule: this many characters, or this many dots from top to bottom, for which a page that is not
 * plainly short or long is laid out. A wrong guess costs a second printing and nothing else.
 */
const LONG = { surely: 30_000, never: 8_000, height: 7_600 };

/** Run in the page, in a world of its own: the page's scripts stay off. Prepares the contents, and waits for the typefaces. */
const settle = (wish: ContentsWish) => `(async () => {
  const list = document.querySelector('nav[data-contents]');
  // Folded on a screen; on paper there is nothing to press.
  for (const folded of list?.querySelectorAll('details') ?? []) {
    for (const summary of folded.querySelectorAll('summary')) summary.replaceWith(...summary.childNodes);
    folded.replaceWith(...folded.childNodes);
  }
  const targetOf = (line) => {
    const target = document.getElementById(decodeURIComponent(line.hash.slice(1)));
    return target?.checkVisibility() ? target : null;
  };
  // A council's own templates may leave out what the list names.
  for (const line of list?.querySelectorAll('a[href^="#"]') ?? []) if (!targetOf(line)) line.closest('li')?.remove();
  const lines = Array.from(list?.querySelectorAll('a[href^="#"]') ?? []);
  const isLong = () => {
    const length = document.body.textContent.length;
    return length > ${LONG.surely} || (length > ${LONG.never} && document.documentElement.scrollHeight > ${LONG.height});
  };
  const wish = ${JSON.stringify(wish)};
  const isPrinted = lines.length > 0 && (wish === 'guess' ? isLong() : wish === 'printed');
  list?.setAttribute('data-contents', isPrinted ? 'printed' : '');
  if (isPrinted) {
    for (const line of lines) {
      if (line.querySelector('.page')) continue;
      const number = document.createElement('span');
      number.className = 'page';
      number.append(${JSON.stringify(NO_NUMBER)});
      line.append(' ', number);
    }
  }
  // A number alone, such as that of a recommendation in a cell of its own, would tell it from nothing else.
  const firstWords = (element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let first = '';
    while (texts.nextNode()) {
      const words = texts.currentNode.data.trim();
      if (words.length > 8) return words;
      first ||= words;
    }
    return first;
  };
  await document.fonts.ready;
  return {
    isThere: lines.length > 0,
    targets: isPrinted ? lines.map((line) => firstWords(targetOf(line))) : [],
  };
})()`;

/** Run there too. */
const LOOK = `(() => {
  const shown = [];
  const hidden = [];
  const visit = (element, isHidden) => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) (isHidden ? hidden : shown).push(node.data);
      else if (node.nodeType === Node.ELEMENT_NODE && node.checkVisibility({ visibilityProperty: true }))
        visit(node, isHidden || node.getAttribute('aria-hidden') === 'true');
    }
  };
  visit(document.body, false);
  return {
    shown,
    hidden: hidden.join(' '),
    typefaces: Array.from(document.fonts, ({ family }) => family.replace(/["']/g, '')),
  };
})()`;

/** As the page itself tells it: every text for itself. */
interface Found extends Pick<ShownPage, 'hidden' | 'typefaces'> {
  readonly shown: readonly string[];
}

/** Prepares a page for print, with its contents or without; its typefaces are there then. */
export async function settleContents(page: Page, wish: ContentsWish): Promise<ShownContents> {
  const found: unknown = await page.evaluate(settle(wish));
  if (!isContents(found)) throw new Error('the browser does not say what contents the page has');
  return found;
}

/** Reads from a page what its paper must have. */
export async function takeSnapshot(page: Page): Promise<Omit<ShownPage, 'contents'>> {
  const found: unknown = await page.evaluate(LOOK);
  if (!isFound(found)) throw new Error('the browser does not say what the page shows');
  return { ...found, shown: found.shown.join(' '), rightToLeft: found.shown.filter(hasRightToLeft) };
}

function isContents(found: unknown): found is ShownContents {
  return (
    typeof found === 'object' &&
    found !== null &&
    'isThere' in found &&
    typeof found.isThere === 'boolean' &&
    'targets' in found &&
    Array.isArray(found.targets)
  );
}

function isFound(found: unknown): found is Found {
  return (
    typeof found === 'object' &&
    found !== null &&
    'shown' in found &&
    Array.isArray(found.shown) &&
    'hidden' in found &&
    typeof found.hidden === 'string' &&
    'typefaces' in found &&
    Array.isArray(found.typefaces)
  );
}
