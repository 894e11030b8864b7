import { type ContentsWish, type ShownPage, settleContents, takeSnapshot } from './page-snapshot.js';
import { pagesIn } from './pages-in.js';
import type { Browser, Page } from './puppeteer.js';

/** A page asked for something outside itself. Nothing was fetched. */
export class BlockedRequest extends Error {
  override readonly name = 'BlockedRequest';
  /** What it asked for, each once. */
  readonly addresses: readonly string[];

  constructor(addresses: readonly string[]) {
    super(`the page asks for ${addresses.join(', ')}`);
    this.addresses = addresses;
  }
}

/** Long enough for thousands of rows on a slow machine. */
const PRINT_TIME = 300_000;

/** How a page is printed. */
const AS_PAPERS = {
  tagged: true,
  outline: true,
  preferCSSPageSize: true,
  printBackground: true,
  // They are there when the contents are settled.
  waitForFonts: false,
} as const;

/** A page as the browser printed it, and what it shows. */
export interface RawPrint {
  readonly bytes: Uint8Array;
  readonly page: ShownPage;
}

/** An empty page that waits for what it is to print. */
export interface PreparedPage {
  /** Prints a page as the browser makes it, once. */
  print(html: string): Promise<RawPrint>;
}

/**
 * Prepares a page for one paper, with scripts off and every request refused. Each has a context of its own, so that structure ids
 * begin again and two runs agree; the first can be the page that the browser starts with, which costs no time.
 */
export async function preparePage(browser: Browser, isFirst = false): Promise<PreparedPage> {
  const open = isFirst ? (await browser.pages())[0] : undefined;
  const page = open ?? (await (await browser.createBrowserContext()).newPage());
  const asked = new Set<string>();
  page.on('request', (request) => {
    const address = request.url();
    if (address.startsWith('data:') || address === 'about:blank') {
      request.continue().catch(() => undefined);
      return;
    }
    asked.add(address);
    request.abort('blockedbyclient').catch(() => undefined);
  });
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setRequestInterception(true),
    // From the beginning as print has it, so that nothing is laid out for a screen first.
    page.emulateMediaType('print'),
  ]);
  // Its renderer may be ended alone, and then nothing is answered any more.
  const crashed = new Promise<never>((_, reject) => page.once('error', reject));
  crashed.catch(() => undefined);
  return {
    print: async (html) => {
      try {
        const printing = page
          .setContent(html, { waitUntil: 'load', timeout: PRINT_TIME })
          .then(() => printWithContents(page));
        printing.catch(() => undefined);
        const printed = await Promise.race([printing, crashed]);
        if (asked.size > 0) throw new BlockedRequest([...asked]);
        return printed;
      } finally {
        // It closes while the paper is finished. A browser that has died closes nothing; that failure has been told already.
        (open ?? page.browserContext()).close().catch(() => undefined);
      }
    },
  };
}

/** A paper of more pages opens with its contents. */
const MOST_WITHOUT_CONTENTS = 10;

/**
 * How many pages there are is known only when they are printed, and the contents make more of them. So the page is printed as it will most
 * likely be, and once more where that was wrong: what has more than ten pages has contents, and what has not has none. Of a page that has ten
 * without them and eleven with them either is right; the guess decides, which is the same whenever the page is.
 */
async function printWithContents(page: Page): Promise<RawPrint> {
  const first = await printOnce(page, 'guess');
  const { isThere, targets } = first.page.contents;
  const isLong = pagesIn(first.bytes) > MOST_WITHOUT_CONTENTS;
  if (!isThere || isLong === targets.length > 0) return first;
  return printOnce(page, isLong ? 'printed' : 'left-out');
}

async function printOnce(page: Page, wish: ContentsWish): Promise<RawPrint> {
  const contents = await settleContents(page, wish);
  const printing = page.pdf({ ...AS_PAPERS, timeout: PRINT_TIME });
  // The page is read while another process of the browser makes the PDF of what it has drawn.
  const [bytes, shown] = await Promise.all([printing, takeSnapshot(page)]);
  return { bytes, page: { ...shown, contents } };
}
