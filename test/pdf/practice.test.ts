import { expect, test } from 'vitest';
import { readFonts } from '../../src/files/index.js';
import { practicePage } from '../../src/html/index.js';
import { finishForPractice } from '../../src/pdf/practice.js';
import { readPdf } from '../support/read-pdf.js';
import { printer } from './finish/page.js';

const { raw, finished } = printer();

test('what is printed for practice is a paper that can be finished, and short', async () => {
  const pdf = await readPdf(await finished(practicePage(readFonts())));
  expect(pdf.isTagged).toBe(true);
  expect(pdf.pages.length).toBeLessThan(6);
  expect(pdf.pages[0]?.text).toContain('What has been reported of it since, in so many words.');
});

test('practising ends with the printing, and tells nobody of a failure', async () => {
  const page = await raw(practicePage(readFonts()));
  finishForPractice(page, Promise.reject(new Error('the browser has died')));
  finishForPractice({ ...page, bytes: new Uint8Array([1, 2, 3]) }, new Promise(() => undefined));
  finishForPractice(page, Promise.resolve());
  await new Promise((resolve) => setTimeout(resolve, 100));
});
