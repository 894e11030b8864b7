import type { Browser } from './puppeteer.js';

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

/** Prints a page as the browser makes it. Each in a context of its own, so that structure ids begin again and two runs agree. */
export async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const asked = new Set<string>();
    await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true)]);
    page.on('request', (request) => {
      const address = request.url();
      if (address.startsWith('data:') || address === 'about:blank') {
        request.continue().catch(() => undefined);
        return;
      }
      asked.add(address);
      request.abort('blockedbyclient').catch(() => undefined);
    });
    await page.setContent(html, { waitUntil: 'load', timeout: PRINT_TIME });
    const bytes = await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      timeout: PRINT_TIME,
    });
    if (asked.size > 0) throw new BlockedRequest([...asked]);
    return bytes;
  } finally {
    // A browser that has died closes nothing; that failure has been told already.
    await context.close().catch(() => undefined);
  }
}
