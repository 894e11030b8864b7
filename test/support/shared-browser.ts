import { resolve } from 'node:path';
import { expect } from 'vitest';
import { hasErrors } from '../../src/diagnostics/index.js';
import { type PaperBrowser, startBrowser } from '../../src/pdf/index.js';
import type { Format } from '../../src/workflows/compose-pages.js';
import { openRegister } from '../../src/workflows/open-register.js';
import { reportMeeting } from '../../src/workflows/report.js';
import { day } from './host.js';

let started: Promise<PaperBrowser> | undefined;

/** One browser for all the test files of a worker, with which it ends: `close` ends only the caller's own use of it. */
export async function sharedBrowser(): Promise<PaperBrowser> {
  started ??= startBrowser({
    browser: process.env['SCRUTINY_BROWSER'],
    env: process.env,
    signal: new AbortController().signal,
  });
  const browser = await started;
  return {
    ...browser,
    print: (html, info) => browser.print(html, info),
    close: () => Promise.resolve(),
  };
}

interface Wanted {
  readonly item?: string;
  readonly panel?: string;
  readonly formats?: readonly Format[];
  readonly isConfidential?: boolean;
  readonly isSplit?: boolean;
  readonly isHeard?: boolean;
}

/**
 * The files that `report` writes for a meeting, printed with the browser of the worker.
 *
 * @param home the folder in which the register's `data/` is
 */
export async function reportShared(
  home: string,
  meeting: string,
  out: string,
  { item, panel, formats = ['pdf', 'html'], ...more }: Wanted = {},
): Promise<readonly string[]> {
  const { written, diagnostics } = await reportMeeting({
    place: openRegister(resolve(home, 'data')),
    meeting: day(meeting),
    item,
    panel,
    formats,
    out,
    asAt: undefined,
    isConfidential: false,
    isSplit: false,
    isHeard: false,
    isBuiltinOnly: false,
    ...more,
    browser: sharedBrowser(),
    signal: new AbortController().signal,
  });
  expect(diagnostics.filter((diagnostic) => hasErrors([diagnostic]))).toEqual([]);
  return written;
}
