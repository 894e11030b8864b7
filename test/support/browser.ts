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

/** An empty page, closed when the test is over. */
export async function openPage(): Promise<Page> {
  const page = await (await testBrowser()).newPage();
  onTestFinished(() => page.close());
  return page;
}
