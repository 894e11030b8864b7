import { onTestFinished } from 'vitest';
import { candidates } from '../../src/pdf/browser/find-browser.js';
import { launch } from '../../src/pdf/browser/launch.js';
import type { Browser, Page } from '../../src/pdf/browser/puppeteer.js';

let opened: Promise<Browser> | undefined;

/**
 * The browser that papers are printed with, for looking at pages as a person would. Each worker has one: it starts when a test first wants it,
 * and ends with the worker, whose end of its pipe closes.
 */
export function testBrowser(): Promise<Browser> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Browser> {
  const wishes = {
    browser: process.env['SCRUTINY_BROWSER'],
    env: process.env,
    signal: new AbortController().signal,
  };
  const [candidate] = candidates(wishes);
  if (!candidate) throw new Error('these tests need a browser');
  return (await launch(candidate, wishes)).connected();
}

/** Pages that no test has at present. A new one is a new process, which takes longer than most of what a test does with it. */
const idle: Page[] = [];

/** An empty page for one test, and for the next when that is over. */
export async function openPage(): Promise<Page> {
  const page = idle.pop() ?? (await openOwnPage());
  onTestFinished(async () => {
    await clearPage(page);
    idle.push(page);
  });
  return page;
}

/** An empty page that the caller closes, who may do with it what `clearPage` does not undo. */
export async function openOwnPage(): Promise<Page> {
  return (await testBrowser()).newPage();
}

/** Makes a page as it was when it was new. */
async function clearPage(page: Page): Promise<void> {
  await page.goto('about:blank');
  await Promise.all([
    page.setViewport({ width: 800, height: 600 }),
    page.emulateMediaType(),
    page.emulateMediaFeatures(),
    page.setJavaScriptEnabled(true),
  ]);
}
