import type { BrowserWishes, PaperBrowser } from '../pdf/index.js';

/**
 * Starts a browser before anything else is read or loaded, because it takes its time. Its failure is reported when it is needed; until then
 * a broken register has the first word.
 */
export async function wakeBrowser(
  wishes: BrowserWishes,
): Promise<{ readonly browser: Promise<PaperBrowser> }> {
  const { startBrowser } = await import('../pdf/index.js');
  const browser = startBrowser(wishes);
  browser.catch(() => undefined);
  return { browser };
}
