import type { Page } from './puppeteer.js';

/** What a page shows in print, for its paper to be held against. */
export interface ShownPage {
  /** What is to be heard, in order. */
  readonly shown: string;
  /** What is declared to be decoration (`aria-hidden`). */
  readonly hidden: string;
  /** The families of the typefaces that the page brings. */
  readonly typefaces: readonly string[];
}

/** Run in the page, in a world of its own: the page's scripts stay off. */
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
    shown: shown.join(' '),
    hidden: hidden.join(' '),
    typefaces: Array.from(document.fonts, ({ family }) => family.replace(/["']/g, '')),
  };
})()`;

/** Reads from a page what its paper must have. */
export async function shownPage(page: Page): Promise<ShownPage> {
  const found: unknown = await page.evaluate(LOOK);
  if (!isShownPage(found)) throw new Error('the browser does not say what the page shows');
  return found;
}

function isShownPage(found: unknown): found is ShownPage {
  return (
    typeof found === 'object' &&
    found !== null &&
    'shown' in found &&
    typeof found.shown === 'string' &&
    'hidden' in found &&
    typeof found.hidden === 'string' &&
    'typefaces' in found &&
    Array.isArray(found.typefaces)
  );
}
