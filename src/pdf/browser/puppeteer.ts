/** The library that speaks with the browser; loaded when it is first needed. */
export type { Browser, CDPSession, ConnectionTransport, Page } from 'puppeteer';

/** Loads the library, while the browser itself is starting. */
export function loadPuppeteer() {
  return import('puppeteer');
}
