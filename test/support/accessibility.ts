import type Axe from 'axe-core';
import type { CDPSession, Page } from '../../src/pdf/browser/puppeteer.js';

declare global {
  interface Window {
    /** Brought into a page by `axeFindings`. */
    readonly axe: typeof Axe;
  }
}

/** A way in which a page is looked at. */
export interface Sight {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Device pixels for each of the page's own: 4 for a desk's window at 400 %. */
  readonly zoom?: number;
  readonly isPrint?: boolean;
  readonly isDark?: boolean;
  readonly isForced?: boolean;
  readonly isStill?: boolean;
  /** WCAG 2.2, 1.4.12: what a reader may set for letters, words, lines and paragraphs. */
  readonly isSpacedOut?: boolean;
}

/** Every way in which papers are judged. WCAG 2.2, 1.4.10: 320 px is a window of 1280 at 400 %. */
export const SIGHTS: readonly Sight[] = [
  { name: 'telephone', width: 360, height: 740, isStill: true },
  { name: 'telephone, dark', width: 390, height: 844, isDark: true },
  { name: 'desk', width: 1280, height: 900 },
  { name: 'tablet', width: 768, height: 1024 },
  { name: 'small desk', width: 834, height: 700 },
  { name: 'desk, dark', width: 1280, height: 900, isDark: true },
  { name: '400 %', width: 320, height: 256, zoom: 4 },
  { name: 'forced colours', width: 1280, height: 900, isForced: true },
  { name: 'forced colours on a dark telephone', width: 360, height: 740, isForced: true, isDark: true },
  { name: 'spaced out', width: 360, height: 740, isSpacedOut: true },
  { name: 'print', width: 794, height: 1123, isPrint: true },
];

const SPACED_OUT = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

/** What puppeteer has no words for is asked of the browser itself, in one conversation for each page. */
const sessions = new WeakMap<Page, CDPSession>();

async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  return session;
}

/** Shows a page in one of these ways. */
export async function look(page: Page, html: string, sight: Sight): Promise<void> {
  await page.setViewport({ width: sight.width, height: sight.height, deviceScaleFactor: sight.zoom ?? 1 });
  const session = await sessionOf(page);
  await session.send('Emulation.setEmulatedMedia', {
    media: sight.isPrint ? 'print' : 'screen',
    features: [
      { name: 'prefers-color-scheme', value: sight.isDark ? 'dark' : 'light' },
      { name: 'forced-colors', value: sight.isForced ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: sight.isStill ? 'reduce' : 'no-preference' },
    ],
  });
  await page.setContent(html);
  if (sight.isSpacedOut) await page.addStyleTag({ content: SPACED_OUT });
}

/** The rules of WCAG 2.2 AA, and what is good practice beside them; contrast as AAA asks, and the size of what is pressed. */
const rulesFor = ({ isPrint = false }: Sight): Axe.RunOptions => ({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // What falls short of AA falls short of AAA, so it is measured once.
    'color-contrast': { enabled: false },
    'color-contrast-enhanced': { enabled: true },
    // Nothing is pressed on paper.
    'target-size': { enabled: !isPrint },
  },
  resultTypes: ['violations', 'incomplete'],
});

/**
 * What axe-core finds, and what it cannot decide: the rule, what it says, and where. Where it cannot tell which ground a word is on
 * `faintThings` can. The page's own policy stays as it is: no script is added to it.
 */
async function axeFindings(page: Page, sight: Sight, source: string): Promise<readonly string[]> {
  // A page keeps it from one way of looking at it to the next.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (options) => {
    const { violations, incomplete } = await window.axe.run(document, options);
    return [
      ...violations.map((result) => ({ ...result, weight: 'finds' })),
      ...incomplete
        .filter(({ id }) => !id.startsWith('color-contrast'))
        .map((result) => ({ ...result, weight: 'cannot decide' })),
    ].flatMap(({ id, weight, nodes }) =>
      nodes.map(
        ({ target, failureSummary, html }) =>
          `axe ${weight} ${id} at ${target.join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')} ${html.slice(0, 200)}`,
      ),
    );
  }, rulesFor(sight));
}

/**
 * Words of less contrast than WCAG's AAA asks (1.4.6; the 4.5 that it allows for large type is not made use of), and shapes of less than 3
 * (1.4.11), by our own measure: axe leaves some of them undecided.
 */
async function faintThings(
  page: Page,
  contrast: (ink: string, ground: string) => number,
): Promise<readonly string[]> {
  const seen = await page.evaluate(() => {
    const groundOf = (found: Element | null): string => {
      if (!found) return getComputedStyle(document.documentElement).backgroundColor;
      const { backgroundColor } = getComputedStyle(found);
      return backgroundColor === 'rgba(0, 0, 0, 0)' ? groundOf(found.parentElement) : backgroundColor;
    };
    const hasWords = (found: Element) =>
      Array.from(found.childNodes).some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      );
    const pair = (least: number) => (found: Element) => ({
      least,
      ink: getComputedStyle(found).color,
      ground: groundOf(found),
      what: `${found.tagName.toLowerCase()}.${found.getAttribute('class') ?? ''} “${(found.textContent ?? '').trim().slice(0, 40)}”`,
    });
    const all = Array.from(document.body.querySelectorAll('*'));
    return [
      ...all.filter((found) => !found.closest('svg, .bar') && hasWords(found)).map(pair(7)),
      ...all.filter((found) => found.matches('.mark .shape')).map(pair(3)),
    ];
  });
  return seen.flatMap(({ least, ink, ground, what }) => {
    const measured = contrast(hexOf(ink), hexOf(ground));
    return measured >= least ? [] : [`contrast ${measured.toFixed(2)} of ${ink} on ${ground}: ${what}`];
  });
}

function hexOf(colour: string): string {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** What stands beyond the right edge of the window, or is cut off, so that a reader would have to move the page sideways or not see it. */
export function beyondTheEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isScrolled = (found: Element): boolean => {
      const holder = found.parentElement;
      if (!holder) return false;
      return ['auto', 'scroll'].includes(getComputedStyle(holder).overflowX) || isScrolled(holder);
    };
    const isShown = (found: Element) => {
      const { width, height } = found.getBoundingClientRect();
      return width > 1 && height > 1 && !found.closest('svg, thead, .skip');
    };
    const names = (found: Element) =>
      `${found.tagName.toLowerCase()}.${found.className} “${(found.textContent ?? '').slice(0, 40)}”`;
    const edge = document.documentElement.clientWidth + 1;
    const all = Array.from(document.body.querySelectorAll('*')).filter(isShown);
    return [
      ...(document.documentElement.scrollWidth > edge ? ['the page is wider than the window'] : []),
      ...all
        .filter((found) => found.getBoundingClientRect().right > edge && !isScrolled(found))
        .map((found) => `beyond the edge: ${names(found)}`),
      ...all
        .filter(
          (found) =>
            found.scrollWidth > found.clientWidth + 1 &&
            found.clientWidth > 0 &&
            ['hidden', 'clip'].includes(getComputedStyle(found).overflowX),
        )
        .map((found) => `cut off: ${names(found)}`),
    ];
  });
}

/** What moves on a page for somebody who asked for no movement. */
function movements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('*')).flatMap((found) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(found);
      const isStill =
        animationName === 'none' &&
        Number.parseFloat(transitionDuration) === 0 &&
        scrollBehavior !== 'smooth';
      return isStill ? [] : [`moves: ${found.tagName}.${found.className}`];
    }),
  );
}

/** The tables as those who listen meet them: from the browser's tree of accessible things, a line for each cell with its role and words. */
async function tablesAsHeard(page: Page): Promise<readonly string[]> {
  const session = await sessionOf(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  // The browser would keep its tree up to date from now on, at a price.
  await session.send('Accessibility.disable');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const PARTS = ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell', 'gridcell'];
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value ?? '');
    if (!node.ignored && PARTS.includes(role) && role !== 'rowgroup')
      // A space before a comma makes no sound.
      lines.push(role === 'row' ? 'row' : `${role} ${node.name?.value ?? ''}`.trim().replaceAll(' ,', ','));
    for (const child of node.childIds ?? []) visit(child);
  };
  const [root] = nodes;
  if (root) visit(root.nodeId);
  return lines;
}

/** Where the focus went, and how it showed. */
interface Stop {
  readonly what: string;
  /** Its place among all that may have the focus, in the order of the page. */
  readonly place: number;
  readonly isShown: boolean;
  readonly hasOutline: boolean;
}

/** Walks through the page with the Tab key, from its beginning until the focus leaves it: what is wrong on the way. */
async function focusFaults(page: Page): Promise<readonly string[]> {
  await page.bringToFront();
  const wanted = await page.evaluate(() => {
    const can = Array.from(
      document.querySelectorAll('a[href], summary, input:checked, [tabindex="0"]'),
    ).filter((found) => found.checkVisibility({ visibilityProperty: true }));
    return can.map((found) => Array.from(document.querySelectorAll('*')).indexOf(found));
  });
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((): Stop | undefined => {
      const found = document.activeElement;
      if (!found || found === document.body) return undefined;
      const { left, top, right, bottom, width, height } =
        found.getClientRects()[0] ?? found.getBoundingClientRect();
      const onTop = document.elementFromPoint(
        (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
        (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
      );
      const { outlineStyle, outlineWidth } = getComputedStyle(found);
      return {
        what: `${found.tagName.toLowerCase()} “${(found.textContent ?? '').trim().slice(0, 40)}”`,
        place: Array.from(document.querySelectorAll('*')).indexOf(found),
        // What is larger than the window cannot be shown whole.
        isShown:
          left >= 0 &&
          right <= innerWidth + 1 &&
          (top >= 0 || height > innerHeight) &&
          (bottom <= innerHeight + 1 || height > innerHeight) &&
          width > 0 &&
          (found === onTop || found.contains(onTop) || onTop?.contains(found) === true),
        hasOutline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (!stop || stop.place === stops[0]?.place) break;
    stops.push(stop);
  }
  const places = stops.map(({ place }) => place);
  return [
    ...(places.join() === wanted.join() ? [] : ['the focus does not go through the page in its order']),
    ...stops
      .filter(({ isShown, hasOutline }) => !isShown || !hasOutline)
      .map(({ what }) => `the focus does not show at ${what}`),
  ];
}

/** The judges that a page is put before. */
export interface Judges {
  /** The source of axe-core. */
  readonly axe: string;
  readonly contrast: (ink: string, ground: string) => number;
}

/** All that is wrong with a page in one way of looking at it. */
export async function faultsOf(page: Page, sight: Sight, judges: Judges): Promise<readonly string[]> {
  return [
    ...(await axeFindings(page, sight, judges.axe)),
    // A system's own colours are its reader's choice.
    ...(sight.isForced ? [] : await faintThings(page, judges.contrast)),
    ...(sight.isPrint ? [] : await beyondTheEdge(page)),
    ...(sight.isStill ? await movements(page) : []),
  ];
}

/** What is wrong with a page as a whole: whether all is reached by keyboard, and whether its tables are heard alike however wide the window is. */
export async function pageFaults(page: Page, html: string): Promise<readonly string[]> {
  const heard: (readonly string[])[] = [];
  const faults: string[] = [];
  for (const sight of SIGHTS.filter(({ name }) => name === 'desk' || name === 'telephone')) {
    await look(page, html, sight);
    heard.push(await tablesAsHeard(page));
    faults.push(...(await focusFaults(page)).map((fault) => `${fault}, ${sight.name}`));
  }
  const [first = [], second = []] = heard;
  const at = first.findIndex((line, index) => line !== second[index]);
  return at < 0 && first.length === second.length
    ? faults
    : [...faults, `tables are not heard alike: “${first[at]}” and “${second[at]}”`];
}
