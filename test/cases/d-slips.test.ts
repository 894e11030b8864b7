import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../support/folder.js';
import { atOffice } from '../support/office.js';
import { checked, type Edit, type Said, SLIP_FILES, saidOf } from '../support/slips.js';

/** A slip that is told: what was typed, all that is said of it, and what the message tells to write in its place. */
interface Told {
  readonly typed: Edit;
  readonly said: Said;
  readonly mended: string;
}

const inProgress = (from: string, to: string): Edit => ({ file: 'progress', from, to });
const inMeeting = (from: string, to: string): Edit => ({ file: 'meeting', from, to });
const inCouncil = (from: string, to: string): Edit => ({ file: 'council', from, to });
const inReview = (from: string, to: string): Edit => ({ file: 'review', from, to });

const NOTE = '    note: Most tenants have had a letter.\n';
const REPORT = `  6.2:\n    rating: amber\n${NOTE}`;

const DECISIONS =
  'The words are signed-off, extension-granted, extension-refused, superseded, not-feasible, withdrawn, transferred, paused, reopened, deferred.';

const TOLD: Readonly<Record<string, Told>> = {
  '3: a reference at the margin': {
    typed: inProgress('  6.2:', '6.2:'),
    said: {
      line: 4,
      code: 'key-unknown',
      message: "'6.2' stands beside 'progress', but belongs beneath it",
      hint: 'Indent it: put two spaces before it, and before each line that belongs to it.',
    },
    mended: '  6.2:',
  },
  '5: a dash before a reference': {
    typed: inProgress(REPORT, '  - 6.2:\n      rating: amber\n      note: Most have a letter.\n'),
    said: {
      line: 4,
      code: 'value-type',
      message: "a dash stands before '6.2', and here each line begins with its key",
      hint: 'Take the dash out, and the dashes of the lines like it.',
    },
    mended: '  6.2:\n      rating: amber\n      note: Most have a letter.\n',
  },
  'a dash before a reference, with the rest right beneath it': {
    typed: inProgress('  6.2:', '  - 6.2:'),
    said: {
      line: 4,
      code: 'value-type',
      message: "a dash stands before '6.2', and here each line begins with its key",
      hint: 'Take the dash out, and the dashes of the lines like it.',
    },
    mended: '  6.2:',
  },
  'a list of reports': {
    typed: inProgress(REPORT, '  - ref: 6.2\n    rating: amber\n'),
    said: {
      line: 4,
      code: 'value-type',
      message: "a dash stands before 'ref', and here each line begins with its key",
      hint: "Write '6.2:' alone on the line in its place, and the rest beneath it, indented.",
    },
    mended: '  6.2:\n    rating: amber\n',
  },
  'a rating right beneath its reference': {
    typed: inProgress(REPORT, '  6.2:\n  rating: amber\n  note: Most have a letter.\n'),
    said: {
      line: 5,
      code: 'key-unknown',
      message: "'rating' stands beside '6.2', but belongs beneath it",
      hint: 'Indent it: put two spaces before it, and before each line that belongs to it.',
    },
    mended: '  6.2:\n    rating: amber\n    note: Most have a letter.\n',
  },
  '8: due for revised-due': {
    typed: inProgress(NOTE, `${NOTE}    due: 2026-09-30\n`),
    said: {
      line: 7,
      code: 'key-unknown',
      message: "'due' is not a key of a progress entry",
      hint: "Did you mean 'revised-due'? Add 'reason:' with it.",
    },
    mended: `${NOTE}    revised-due: 2026-09-30\n    reason: Rain.\n`,
  },
  '9: comments for note': {
    typed: inProgress('    note:', '    comments:'),
    said: {
      line: 6,
      code: 'key-unknown',
      message: "'comments' is not a key of a progress entry",
      hint: "Did you mean 'note'?",
    },
    mended: '    note:',
  },
  'comments beside a note': {
    typed: inProgress(NOTE, `${NOTE}    comments: The rest in May.\n`),
    said: {
      line: 7,
      code: 'key-unknown',
      message: "'comments' is not a key of a progress entry",
      hint: "Did you mean 'note'? There is one already: put both under it.",
    },
    mended: '    note: Most tenants have had a letter. The rest in May.\n',
  },
  '11: a comma for a point': {
    typed: inProgress('  6.2:', '  6,2:'),
    said: {
      line: 4,
      code: 'ref-unknown',
      message: "there is no action '6,2' in the review 'repairs'",
      hint: "Did you mean '6.2'?",
    },
    mended: '  6.2:',
  },
  '12: a reference with a word before it': {
    typed: inProgress('  6.2:', '  Action 6.2:'),
    said: {
      line: 4,
      code: 'ref-unknown',
      message: "there is no action 'Action 6.2' in the review 'repairs'",
      hint: "Did you mean '6.2'?",
    },
    mended: '  6.2:',
  },
  '13: two references with and between them': {
    typed: inProgress('  6.2:', '  6.2 and 1.3:'),
    said: {
      line: 4,
      code: 'ref-unknown',
      message: "there is no action '6.2 and 1.3' in the review 'repairs'",
      hint: "Write '6.2, 1.3'.",
    },
    mended: '  6.2, 1.3:',
  },
  'references from one to another': {
    typed: inProgress('  6.2:', '  Actions 1.1 to 1.3:'),
    said: {
      line: 4,
      code: 'ref-unknown',
      message: "there is no action 'Actions 1.1 to 1.3' in the review 'repairs'",
      hint: "Write '1.1, 1.2, 1.3'.",
    },
    mended: '  1.1, 1.2, 1.3:',
  },
  'a reference without its point, in a decision': {
    typed: inMeeting('repairs/1.1', 'repairs/Rec 7'),
    said: {
      line: 10,
      code: 'ref-unknown',
      message: "there is no action 'Rec 7' in the review 'repairs'",
      hint: "Did you mean 'repairs/R7.'?",
    },
    mended: 'repairs/R7.',
  },
  'a reference used twice': {
    typed: inReview('ref: 6.2', 'ref: 6.1'),
    said: {
      line: 28,
      code: 'ref-duplicate',
      message: "the reference '6.1' is used twice in this review",
      hint: 'Give one of them another reference; letters that repeat are written out, such as "1 a)".',
    },
    mended: 'ref: 6.2',
  },
  '14: a panel the wrong way round': {
    typed: inCouncil('homes: Homes Scrutiny Panel', 'Homes Scrutiny Panel: homes'),
    said: {
      line: 3,
      code: 'value-type',
      message: "'Homes Scrutiny Panel' is a name, and stands where its key belongs",
      hint: 'The key stands first: homes: Homes Scrutiny Panel',
    },
    mended: 'homes: Homes Scrutiny Panel',
  },
  'two panels the wrong way round': {
    typed: inCouncil(
      '  homes: Homes Scrutiny Panel\n  streets: Streets Scrutiny Panel\n',
      '  Homes Scrutiny Panel: homes\n  Streets Scrutiny Panel: streets\n',
    ),
    said: {
      line: 3,
      code: 'value-type',
      message: "'Homes Scrutiny Panel' is a name, and stands where its key belongs; so does 1 other",
      hint: 'The key stands first: homes: Homes Scrutiny Panel',
    },
    mended: '  homes: Homes Scrutiny Panel\n  streets: Streets Scrutiny Panel\n',
  },
  '15: panels as a list': {
    typed: inCouncil(
      '  homes: Homes Scrutiny Panel\n  streets: Streets Scrutiny Panel\n',
      '  - Homes Scrutiny Panel\n  - Streets Scrutiny Panel\n',
    ),
    said: {
      line: 3,
      code: 'value-type',
      message: 'each name needs a key before it, by which other files call it',
      hint: 'Write a key, a colon and the name, without a dash: homes: Homes Scrutiny Panel',
    },
    mended: '  homes: Homes Scrutiny Panel\n  streets: Streets Scrutiny Panel\n',
  },
  'an officer in plain words': {
    typed: inCouncil('roofer: { role: Roofing Manager, service: housing }', 'roofer: Roofing Manager'),
    said: {
      line: 9,
      code: 'value-type',
      message: 'this must be an officer: keys with values (name, role, team, service)',
      hint: "Write the keys on lines of their own beneath it, for example 'name: …'.",
    },
    mended: 'roofer:\n    role: Roofing Manager',
  },
  '25: an empty rating': {
    typed: inProgress('rating: amber', 'rating:'),
    said: {
      line: 5,
      code: 'value-blank',
      message: "'rating' is empty",
      hint: 'Write a rating after the colon, or take the line out.',
    },
    mended: 'rating: amber',
  },
  '27: a later date with slashes, and a space in its key': {
    typed: inProgress(NOTE, `${NOTE}    revised due: 30/09/2026\n    reason: Rain.\n`),
    said: {
      line: 7,
      code: 'key-unknown',
      message: "'revised due' is not a key of a progress entry",
      hint: "Did you mean 'revised-due: 2026-09-30'?",
    },
    mended: `${NOTE}    revised-due: 2026-09-30\n    reason: Rain.\n`,
  },
  '34: action for actions': {
    typed: inReview('    actions:\n      - { ref: 1.1', '    action:\n      - { ref: 1.1'),
    said: {
      line: 9,
      code: 'key-unknown',
      message: "'action' is not a key of a recommendation",
      hint: "Did you mean 'actions'?",
    },
    mended: '    actions:\n      - { ref: 1.1',
  },
  '35: actions in plain words': {
    typed: inReview('    owner: head-of-homes\n    due: 2026-09-15\n', '    actions: Ask the Leader.\n'),
    said: {
      line: 35,
      code: 'value-type',
      message: 'this must be a list',
      hint: 'Write each action on a line of its own beneath: - { ref: R7.1, text: … }, with its own owner and due.',
    },
    mended: '    actions:\n      - { ref: R7.1, text: Ask the Leader., owner: roofer, due: 2026-09-15 }\n',
  },
  'a reference under another key': {
    typed: inReview('- ref: 6.2', '- number: 6.2'),
    said: {
      line: 28,
      code: 'key-unknown',
      message: "'number' is not a key of an action",
      hint: "Did you mean 'ref'?",
    },
    mended: '- ref: 6.2',
  },
  'a response under another key, in words that are none': {
    typed: inReview('    response: accepted\n    owner', '    answer: maybe\n    owner'),
    said: {
      line: 34,
      code: 'key-unknown',
      message: "'answer' is not a key of a recommendation",
      hint: "Did you mean 'response'? Write one of awaited, accepted, accepted-in-part, accepted-in-principle, noted, rejected.",
    },
    mended: '    response: noted\n    owner',
  },
  '36: exempt without a paragraph': {
    typed: inProgress(NOTE, `${NOTE}    exempt: yes\n`),
    said: {
      line: 7,
      code: 'value-type',
      message: "'yes' does not say under which paragraph this is exempt",
      hint: 'Write exempt: { paragraph: 3 }, with the number that the paragraph has in the list of the law.',
    },
    mended: `${NOTE}    exempt: { paragraph: 3 }\n`,
  },
  'not exempt': {
    typed: inProgress(NOTE, `${NOTE}    exempt: no\n`),
    said: {
      line: 7,
      code: 'value-type',
      message: "'no' does not say under which paragraph this is exempt",
      hint: "Take the line out: what has no 'exempt' is public.",
    },
    mended: NOTE,
  },
  'the schedule for the paragraph': {
    typed: inProgress(NOTE, `${NOTE}    exempt: { paragraph: 12A }\n`),
    said: {
      line: 7,
      code: 'value-type',
      message: "'12A' is not the number of a paragraph",
      hint: 'Write only the number that it has in the list of the law, such as 3.',
    },
    mended: `${NOTE}    exempt: { paragraph: 3 }\n`,
  },
  'a paragraph with its schedule': {
    typed: inProgress(NOTE, `${NOTE}    exempt: { paragraph: 3 of Schedule 12A }\n`),
    said: {
      line: 7,
      code: 'value-type',
      message: "'3 of Schedule 12A' is not the number of a paragraph",
      hint: "Did you mean '3'? Write only the number.",
    },
    mended: `${NOTE}    exempt: { paragraph: 3 }\n`,
  },
  '37: an e-mail': {
    typed: inProgress(
      `as-at: 2026-02-10\nreported-by: head-of-homes\nprogress:\n${REPORT}`,
      'Hi, 6.2 is amber, most tenants have a letter. Thanks\n',
    ),
    said: {
      line: 1,
      code: 'value-type',
      message: 'this is not set out as a progress file',
      hint: 'A progress file looks like this:\nas-at: 2026-02-10\nreported-by: head-of-homes\nprogress:\n  6.2:\n    rating: amber\n    note: Most tenants have had a letter.',
    },
    mended:
      'as-at: 2026-02-10\nreported-by: head-of-homes\nprogress:\n  6.2:\n    rating: amber\n    note: Most tenants have had a letter.\n',
  },
  'an e-mail with a subject': {
    typed: inProgress(
      `as-at: 2026-02-10\nreported-by: head-of-homes\nprogress:\n${REPORT}`,
      'Subject: 6.2 is amber\n',
    ),
    said: {
      line: 1,
      code: 'key-unknown',
      message: "'Subject' is not a key of a progress file",
      hint: 'A progress file looks like this:\nas-at: 2026-02-10\nreported-by: head-of-homes\nprogress:\n  6.2:\n    rating: amber\n    note: Most tenants have had a letter.',
    },
    mended: `as-at: 2026-02-10\nprogress:\n${REPORT}`,
  },
  'a notice on a progress file': {
    typed: inProgress('progress:\n', 'notice: Draft.\nprogress:\n'),
    said: {
      line: 3,
      code: 'key-unknown',
      message: "'notice' is not a key of a progress file",
      hint: 'The keys here are as-at, reported-by, allow, progress; a key of your own begins with x-.',
    },
    mended: 'progress:\n',
  },
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
  '30: a list of actions in a decision': {
    typed: inMeeting('action: repairs/1.1,', 'action: [repairs/1.1, repairs/1.2],'),
    said: {
      line: 10,
      code: 'value-type',
      message: 'this must be a reference, not a list',
      hint: 'Write the review once, and commas between: action: "repairs/1.1, 1.2"',
    },
    mended: 'action: "repairs/1.1, 1.2",',
  },
  'one of two actions of a decision in another form': {
    typed: inMeeting('action: repairs/1.1,', 'action: repairs/1.1 and 6.2,'),
    said: {
      line: 10,
      code: 'ref-unknown',
      message: "there is no action '1.1 and 6.2' in the review 'repairs'",
      hint: "Write 'repairs/1.1, 6.2'.",
    },
    mended: 'action: "repairs/1.1, 6.2",',
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

describe('a slip is reported once, at its line, with how to correct it', () => {
  test.each(Object.entries(TOLD))('%s', async (_slip, { typed, said, mended }) => {
    expect(await saidOf([typed])).toEqual([said]);
    expect(await saidOf([{ ...typed, to: mended }])).toEqual([]);
  });
});

/** What is taken as it was typed. */
const TAKEN: Readonly<Record<string, Edit>> = {
  '10: evidence in plain words': inProgress(NOTE, `${NOTE}    evidence: Minutes of the board\n`),
  'a list of evidence in plain words': inProgress(
    NOTE,
    `${NOTE}    evidence:\n      - Minutes of the board\n      - { title: Photographs }\n`,
  ),
  '16: agreed for accepted': inReview('    response: accepted\n    owner', '    response: Agreed\n    owner'),
  '17: accepted in part': inReview('accepted-in-part', 'accepted in part'),
  '18: an answer that is accepted': inReview('decision: agreed', 'decision: accepted'),
  '19: signed off': inMeeting('signed-off', 'signed off'),
  '20: a rating with a capital': inProgress('amber', 'Amber'),
  '29: several actions in a decision': inMeeting('action: repairs/1.1,', 'action: "repairs/1.1, 1.2",'),
  'several actions in a decision, each with its review': inMeeting(
    'action: repairs/1.1,',
    'action: "repairs/1.1, repairs/1.2",',
  ),
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

test('a decision on several actions counts for each of them', async () => {
  const { cwd, said } = await checked([
    inMeeting('action: repairs/1.1, decision', 'action: "repairs/1.1, 1.2", decision'),
  ]);
  expect(said).toEqual([]);
  for (const ref of ['1.1', '1.2']) {
    const { out } = await atOffice('2026-03-10', ['show', `repairs/${ref}`], { cwd });
    expect(out).toContain('Agreed complete by the Homes Scrutiny Panel');
  }
});

test.each([
  ['R7.', 'repairs/R7.'],
  ['6.2', 'repairs/6.2'],
  ['repairs', 'repairs/1'],
])('show without its review or its reference: %s', async (wanted, example) => {
  const { cwd } = await checked([]);
  const { code, err } = await atOffice('2026-03-10', ['show', wanted], { cwd });
  expect(code).toBe(2);
  expect(err).toContain(
    `Write the review's key, a slash and the reference, such as ${example}; '${wanted}' is not of that kind.`,
  );
});

test.each([
  [
    'd-panels-reversed',
    ["error 3: 'Homes Scrutiny Panel' is a name, and stands where its key belongs"],
    'The key stands first: homes: Homes Scrutiny Panel',
  ],
  [
    'a-rating-empty',
    ["warning 5: 'rating' is empty"],
    'Write a rating after the colon, or take the line out.',
  ],
])('%s', async (name, told, hint) => {
  const cwd = join(PROJECT, 'test', 'fixtures', 'cases', name);
  const { out } = await atOffice('2026-03-10', ['check', '--format', 'json'], { cwd });
  const { diagnostics }: { readonly diagnostics: readonly (Said & { readonly severity: string })[] } =
    JSON.parse(out);
  expect(diagnostics.map(({ severity, line, message }) => `${severity} ${line}: ${message}`)).toEqual(told);
  expect(diagnostics[0]?.hint).toBe(hint);
});

test('the register in which people slip has nothing wrong with it', async () => {
  expect(await saidOf([])).toEqual([]);
  expect(Object.keys(SLIP_FILES)).toHaveLength(4);
});
