/**
 * Puppeteer's entry for programs that have a connection already (https://pptr.dev/guides/running-puppeteer-in-the-browser): the same
 * library without what finds and starts browsers, in half the loading time. Loaded when it is first needed.
 */
export type {
  Browser,
  CDPSession,
  ConnectionTransport,
  Page,
} from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';

/** Loads the library; by then the browser itself is starting already. */
export function loadPuppeteer() {
  return import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js');
}
