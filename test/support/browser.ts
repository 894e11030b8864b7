import { candidates } from '../../src/pdf/browser/find-browser.js';
import { launch } from '../../src/pdf/browser/launch.js';
import type { Browser } from '../../src/pdf/browser/puppeteer.js';

/** The browser that papers are printed with, for looking at pages as a person would. */
export async function openTestBrowser(): Promise<{
  readonly browser: Browser;
  readonly end: () => Promise<void>;
}> {
  const wishes = {
    browser: process.env['SCRUTINY_BROWSER'],
    env: process.env,
    signal: new AbortController().signal,
  };
  const [candidate] = candidates(wishes);
  if (!candidate) throw new Error('these tests need a browser');
  const launched = await launch(candidate, wishes);
  return { browser: await launched.connected(), end: launched.end };
}

/** The same for one use. */
export async function withTestBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { browser, end } = await openTestBrowser();
  try {
    return await use(browser);
  } finally {
    await end();
  }
}
