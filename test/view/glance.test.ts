import { describe, expect, test } from 'vitest';
import { htmlOf } from '../support/papers.js';
import { SMALL, small } from '../support/registers.js';

const MEETING = 'data/meetings/2020-03-02-homes.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';

/** The small register with a third action, so that a rating's share of them is no round number. */
function withThird(): Readonly<Record<string, string>> {
  const third = '\n      - { ref: 1.3, text: Paint doors, owner: Painters, due: 2020-06 }\nbackground';
  return small({ [REVIEW]: (SMALL[REVIEW] ?? '').replace('\nbackground', third) });
}

describe('at a glance', () => {
  test('the parts of the bar are as long as their numbers say, to a hundredth, and fill it', () => {
    const html = htmlOf(withThird());
    const shares = [...html.matchAll(/--share:([\d.]+)/g)].map(([, share]) => share);
    expect(shares).toEqual(['0.00', '0.00', '33.33', '0.00', '66.67']);
  });
});

describe('whom to ask', () => {
  test.each([
    ['01632 960001', '01632960001'],
    ['+44 (1632) 960-001', '+441632960001'],
  ])('by telephone: %s can be dialled from the page', (written, dialled) => {
    const council = (SMALL['data/council.yaml'] ?? '').replace('01234 567890', `'${written}'`);
    const agenda = (SMALL[MEETING] ?? '').replace('review: repairs', 'review: repairs, contact: clerk');
    const html = htmlOf(small({ 'data/council.yaml': council, [MEETING]: agenda }));
    expect(html).toContain(`<a href="tel:${dialled}">Telephone ${written}</a>`);
  });
});
