import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparePage, type RawPrint } from '../../../src/pdf/browser/print.js';
import { finish } from '../../../src/pdf/tagging/index.js';
import { testBrowser } from '../../support/browser.js';
import { PROJECT } from '../../support/folder.js';

const INFO = { day: '2018-02-09' };

const FONT = readFileSync(join(PROJECT, 'templates/fonts/source-sans-3-latin-400-normal.woff2')).toString(
  'base64',
);

/** A page of ours with this body. `head` may hold more styles. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A paper</title><style>
@font-face { font-family: 'Source Sans 3'; src: url(data:font/woff2;base64,${FONT}) format('woff2'); }
html { font-family: 'Source Sans 3'; font-synthesis: none; } p, li, td, th, h1, h2, h3 { white-space: pre-wrap; }
@page { size: A4; margin: 20mm; @top-left { content: 'The running head'; } @bottom-right { content: counter(page) ' of ' counter(pages); } }
</style>${head}</head><body>${body}</body></html>`;
}

/** Prints pages with the browser that papers are printed with. */
export function printer(): {
  /** As the browser makes it. */
  readonly raw: (html: string) => Promise<RawPrint>;
  /** As it is published. */
  readonly finished: (html: string) => Promise<Uint8Array>;
} {
  const raw = async (html: string) => (await preparePage(await testBrowser())).print(html);
  return { raw, finished: async (html) => finish(await raw(html), INFO) };
}

export { INFO };
