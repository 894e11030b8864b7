import { availableParallelism } from 'node:os';
import { expect, test, vi } from 'vitest';
import { readFonts } from '../../src/files/index.js';
import { practicePage } from '../../src/html/index.js';
import { finishForPractice } from '../../src/pdf/practice.js';
import type { Printed } from '../../src/pdf/print.js';
import { readPdf } from '../support/read-pdf.js';
import { printer } from './finish/page.js';

const { raw, finished } = printer();

test('what is printed for practice is a paper that can be finished, and short', async () => {
  const pdf = await readPdf(await finished(practicePage(readFonts())));
  expect(pdf.isTagged).toBe(true);
  expect(pdf.pages.length).toBeLessThan(6);
  expect(pdf.pages[0]?.text).toContain('What has been reported of it since, in so many words.');
});

/** A page that counts how often it is finished. */
function counted(page: Printed) {
  let times = 0;
  return {
    times: () => times,
    page: {
      page: page.page,
      get bytes() {
        times += 1;
        return page.bytes;
      },
    },
  };
}

test('practising ends with the printing, after a few times at the latest, and tells nobody of a failure', async () => {
  const page = await raw(practicePage(readFonts()));
  const [long, dead, done, faulty] = [page, page, page, { ...page, bytes: new Uint8Array([1, 2, 3]) }].map(
    counted,
  );
  if (!long || !dead || !done || !faulty) throw new Error('four pages were counted');
  const never = new Promise(() => undefined);
  finishForPractice(faulty.page, never);
  finishForPractice(dead.page, Promise.reject(new Error('the browser has died')));
  finishForPractice(done.page, Promise.resolve());
  finishForPractice(long.page, never);
  // None at all where there is one processor.
  const isAlone = availableParallelism() < 2;
  await vi.waitFor(() => expect(long.times()).toBe(isAlone ? 0 : 5), 10_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(long.times()).toBe(isAlone ? 0 : 5);
  expect([faulty.times(), dead.times(), done.times()]).toEqual([isAlone ? 0 : 1, 0, 0]);
});
