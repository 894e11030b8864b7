import { expect, test, vi } from 'vitest';
import { MachineError } from '../../src/diagnostics/index.js';
import { readFonts } from '../../src/files/index.js';
import { trialPage } from '../../src/html/index.js';
import { examineBrowser, startBrowser } from '../../src/pdf/index.js';
import { UnsupportedPdf } from '../../src/pdf/syntax/document.js';
import { readPdf } from '../../src/pdf/syntax/read.js';

// A browser of next year: what it prints is read as a file that nobody here has seen before.
vi.mock('../../src/pdf/syntax/read.js', () => ({
  readPdf: vi.fn(() => {
    throw new UnsupportedPdf('a cross-reference table of another kind');
  }),
}));

const SENTENCE =
  "The browser writes PDF in a way that scrutiny does not know (a cross-reference table of another kind). Let scrutiny use the browser that comes with it, or name another with --browser PATH; 'scrutiny doctor' examines it.";

const WISHES = {
  browser: process.env['SCRUTINY_BROWSER'],
  env: process.env,
  signal: new AbortController().signal,
};

test('a browser whose PDF is not known here is a fault of the machine, with what to do', async () => {
  const browser = await startBrowser(WISHES);
  const printing = browser.print(trialPage(readFonts()), { day: '2020-01-01' });
  await expect(printing).rejects.toEqual(new MachineError(SENTENCE));
  await browser.close();
  expect(vi.mocked(readPdf)).toHaveBeenCalledOnce();
});

test('doctor finds it out before the meeting', async () => {
  const { candidates, used, fix } = await examineBrowser(WISHES, trialPage(readFonts()));
  expect(candidates[0]).toMatchObject({ works: false, fault: SENTENCE });
  expect([used, fix]).toEqual([null, SENTENCE]);
});
