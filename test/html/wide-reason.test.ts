import { expect, test } from 'vitest';
import { openPage } from '../support/browser.js';
import { pageOf } from '../support/papers.js';
import { small } from '../support/registers.js';

const WIDE = `| ${Array.from({ length: 12 }, (_, index) => `Month ${index + 1}`).join(' | ')} |\n      |${'---|'.repeat(12)}\n      | ${Array.from({ length: 12 }, (_, index) => `${index + 1} visits`).join(' | ')} |`;

test('a reason with a table of many columns has the width of the page, beneath its recommendation', async () => {
  const review = (small()['data/reviews/repairs/review.yaml'] ?? '').replace(
    '    response: accepted\n',
    `    response: accepted in part\n    reason: |\n      As counted:\n\n      ${WIDE}\n`,
  );
  const page = await openPage();
  await page.setViewport({ width: 794, height: 1123 });
  await page.emulateMediaType('print');
  await page.setContent(pageOf(small({ 'data/reviews/repairs/review.yaml': review }), 'update'));
  const seen = await page.evaluate(() => {
    const row = document.querySelector('.recommendations tr.more');
    const cell = row?.previousElementSibling?.lastElementChild;
    return {
      below: cell?.textContent,
      heading: row?.querySelector('th')?.textContent,
      words: Array.from(row?.querySelectorAll('.wide td') ?? []).every(
        (found) => found.getBoundingClientRect().height < 60,
      ),
      isThere: row?.textContent?.includes('12 visits'),
    };
  });
  expect(seen).toEqual({
    below: 'Accepted in partThe reason is below.',
    heading: '1',
    words: true,
    isThere: true,
  });
});
