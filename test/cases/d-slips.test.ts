import { describe, expect, test } from 'vitest';
import { type Edit, type Said, SLIP_FILES, saidOf } from '../support/slips.js';

/** A slip that is told: what was typed, all that is said of it, and what the message tells to write in its place. */
interface Told {
  readonly typed: Edit;
  readonly said: Said;
  readonly mended: string;
}

const inProgress = (from: string, to: string): Edit => ({ file: 'progress', from, to });
const inMeeting = (from: string, to: string): Edit => ({ file: 'meeting', from, to });
const inReview = (from: string, to: string): Edit => ({ file: 'review', from, to });

const DECISIONS =
  'The words are signed-off, extension-granted, extension-refused, superseded, not-feasible, withdrawn, transferred, paused, reopened, deferred.';

const TOLD: Readonly<Record<string, Told>> = {
  '21: the first letter of a rating': {
    typed: inProgress('rating: amber', 'rating: A'),
    said: {
      line: 5,
      code: 'rating-unknown',
      message: "'A' is not a rating that council.yaml knows",
      hint: "Did you mean 'amber'?",
    },
    mended: 'rating: amber',
  },
  '22: a rating that the council does not have': {
    typed: inProgress('rating: amber', 'rating: yellow'),
    said: {
      line: 5,
      code: 'rating-unknown',
      message: "'yellow' is not a rating that council.yaml knows",
      hint: 'Known here: green, amber, red.',
    },
    mended: 'rating: amber',
  },
  '28: a panel by its name': {
    typed: inMeeting('panel: homes', 'panel: Homes Scrutiny Panel'),
    said: {
      line: 3,
      code: 'panel-unknown',
      message: "'Homes Scrutiny Panel' is not a panel that council.yaml knows",
      hint: "Did you mean 'homes'?",
    },
    mended: 'panel: homes',
  },
  '31: an extension': {
    typed: inMeeting('decision: signed-off', 'decision: extension, due: 2026-09-30, reason: Rain'),
    said: {
      line: 10,
      code: 'value-choice',
      message: "'extension' is not one of the words that can stand here",
      hint: `Did you mean 'extension-granted'? ${DECISIONS}`,
    },
    mended: 'decision: extension-granted, due: 2026-09-30, reason: Rain',
  },
};

describe('a slip is told once, at its line, in words that lead to the mend', () => {
  test.each(Object.entries(TOLD))('%s', async (_slip, { typed, said, mended }) => {
    expect(await saidOf([typed])).toEqual([said]);
    expect(await saidOf([{ ...typed, to: mended }])).toEqual([]);
  });
});

/** What is taken as it was typed. */
const TAKEN: Readonly<Record<string, Edit>> = {
  '16: agreed for accepted': inReview('    response: accepted\n    owner', '    response: Agreed\n    owner'),
  '17: accepted in part': inReview('accepted-in-part', 'accepted in part'),
  '18: an answer that is accepted': inReview('decision: agreed', 'decision: accepted'),
  '19: signed off': inMeeting('signed-off', 'signed off'),
  '20: a rating with a capital': inProgress('amber', 'Amber'),
  '33: update with a capital': inMeeting('report: update', 'report: Update'),
  'a non-breaking space': inReview('accepted-in-part', 'Accepted\u00a0in\u00a0part'),
  'a dash': inMeeting('signed-off', 'signed\u2013off'),
  'two spaces and capitals': inMeeting('signed-off', 'SIGNED  OFF'),
  'partially agreed': inReview('accepted-in-part', 'partially agreed'),
  'an answer that is partly accepted': inReview('decision: agreed', 'decision: Partly Accepted'),
};

describe('what people write is taken', () => {
  test.each(Object.entries(TAKEN))('%s', async (_slip, typed) => {
    expect(await saidOf([typed])).toEqual([]);
  });

  test.each([
    ['response', inReview('accepted-in-part', 'agreed in part'), "Did you mean 'accepted-in-part'?"],
    ['response', inReview('accepted-in-part', 'accepted_in_part'), "Did you mean 'accepted-in-part'?"],
    ['decision', inMeeting('signed-off', 'closed'), "Did you mean 'signed-off'?"],
    ['report', inMeeting('report: update', 'report: progress'), 'Write one of update, tracker, addendum.'],
  ])('other words of a %s are not', async (_key, typed, hint) => {
    const said = await saidOf([typed]);
    expect(said).toMatchObject([{ code: 'value-choice', hint: expect.stringContaining(hint) }]);
  });
});

test('the register in which people slip has nothing wrong with it', async () => {
  expect(await saidOf([])).toEqual([]);
  expect(Object.keys(SLIP_FILES)).toHaveLength(4);
});
