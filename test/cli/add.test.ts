import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskWith } from '../support/at-desk.js';
import { SMALL, small } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const MEETING = 'data/meetings/2020-03-02-homes.yaml';
const COUNCIL = 'data/council.yaml';

function written(path: string): string {
  return SMALL[path] ?? '';
}

describe('scrutiny add', () => {
  test('an action: under its recommendation, with the next reference, in the style of its neighbours', async () => {
    const desk = deskWith(SMALL);
    const { code, out, err } = await desk.type([
      ...['add', 'action', 'repairs/1', '--text', 'Train them: all, #1', '--owner', 'clerk', 'Ladder Trust'],
      ...['--due', '2020-09'],
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toBe(`action repairs/1.3\n  ${REVIEW}:11\n`);
    expect(desk.text(REVIEW)).toBe(
      written(REVIEW).replace(
        'due: 2020-06 }\n',
        'due: 2020-06 }\n      - { ref: 1.3, text: "Train them: all, #1", owner: [clerk, Ladder Trust], due: 2020-09 }\n',
      ),
    );
  });

  test('a reference that a report or a decision still mentions is not given again', async () => {
    const desk = deskWith(
      small({
        [MEETING]: `${written(MEETING)}decisions:\n  - { action: repairs/1.3, decision: signed-off }\n`,
        [REVIEW]: written(REVIEW).replace(
          'background-papers',
          '  - { ref: 2, text: Paint., actions: [ { ref: 1.3, text: Old } ] }\nbackground-papers',
        ),
      }),
    );
    const { out } = await desk.type(['add', 'action', '1', '--text', 'More']);
    expect(out).toContain('action repairs/1.4\n');
  });

  test('a recommendation, a review, a panel and an officer', async () => {
    const desk = deskWith(SMALL);
    const lines = [
      ['panel', '--name', 'Health and Care Scrutiny Committee', '--short', 'Health'],
      ['officer', '--role', 'Head of Health', '--email', 'health@ambridge.example'],
      [
        'review',
        '--title',
        'Doctors: where are they?',
        '--panel',
        'health-and-care',
        '--responded',
        '2020-01-06',
        '--decision',
        'agreed',
      ],
      ['recommendation', 'doctors-where-are-they', '--text', 'Find a doctor.', '--owner', 'head-of-health'],
      ['recommendation', 'doctors-where-are-they', '--text', 'Find two.', '--ref', 'R2.'],
    ];
    for (const line of lines) expect(await desk.type(['add', ...line])).toMatchObject({ code: 0 });
    expect(desk.text(COUNCIL)).toBe(
      `${written(COUNCIL).replace(
        'streets: Streets Panel }',
        'streets: Streets Panel, health-and-care: { name: Health and Care Scrutiny Committee, short: Health } }',
      )}  head-of-health: { role: Head of Health, email: health@ambridge.example }\n`,
    );
    expect(
      desk.text('data/reviews/doctors-where-are-they/review.yaml'),
    ).toBe(`title: "Doctors: where are they?"
panel: health-and-care

executive-response:
  date: 2020-01-06
  decision: agreed

recommendations:
  - ref: 1
    text: Find a doctor.
    owner: head-of-health
  - ref: R2.
    text: Find two.
`);
    expect(await desk.type(['check'])).toMatchObject({ code: 0 });
  });

  test('a meeting and its item', async () => {
    const desk = deskWith(SMALL);
    const made = await desk.type([
      'add',
      'meeting',
      '--date',
      '2020-05-11',
      '--panel',
      'homes',
      '--time',
      '10:00',
    ]);
    expect(made.out).toBe('meeting 2020-05-11 homes\n  data/meetings/2020-05-11-homes.yaml:1\n');
    const item = [
      'add',
      'item',
      '--meeting',
      '2020-05-11',
      '--title',
      'Roofs, again',
      '--report',
      'update',
      '--review',
      'repairs',
    ];
    expect((await desk.type(item)).out).toBe(
      'item 1 of 2020-05-11 homes\n  data/meetings/2020-05-11-homes.yaml:5\n',
    );
    expect(desk.text('data/meetings/2020-05-11-homes.yaml')).toBe(
      'date: 2020-05-11\npanel: homes\ntime: 10:00\nitems:\n  - number: 1\n    title: Roofs, again\n    report: update\n    review: repairs\n',
    );
    expect((await desk.type(['add', 'item', '--meeting', '2020-03-02', '--title', 'Next'])).out).toMatch(
      /^item 5 of 2020-03-02/,
    );
  });

  test('all decisions of a meeting in one line', async () => {
    const desk = deskWith(
      small({
        [REVIEW]: written(REVIEW).replace(
          'background',
          '  - { ref: "2=b", text: Paint. }\n  - { ref: 3, text: Sweep. }\nbackground',
        ),
      }),
    );
    const { code, out, err } = await desk.type([
      ...[
        'add',
        'decision',
        '--meeting',
        '2020-03-02',
        '--signed-off',
        '1.1',
        '3',
        '--extended',
        '1.2=2020-09',
      ],
      ...['2=b=2020-10-31', '--deferred', '4=2020-05-11', '--minute', '17/20'],
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'signed-off repairs/1.1',
        'signed-off repairs/3',
        'extension-granted repairs/1.2',
        'extension-granted repairs/2=b',
        'deferred item 4',
        `  ${MEETING}:7`,
        '',
      ].join('\n'),
    );
    expect(desk.text(MEETING)).toBe(
      `${written(MEETING)}decisions:
  - action: repairs/1.1, 3
    decision: signed-off
    minute: 17/20
  - action: repairs/1.2
    decision: extension-granted
    due: 2020-09
    minute: 17/20
  - action: repairs/2=b
    decision: extension-granted
    due: 2020-10-31
    minute: 17/20
  - item: 4
    decision: deferred
    to: 2020-05-11
    minute: 17/20
`,
    );
  });

  test('nothing with --dry-run: the lines that would be written are shown', async () => {
    const desk = deskWith(SMALL);
    const line = ['add', 'decision', '--meeting', '2020-03-02', '--signed-off', '1.1', '--dry-run'];
    const { code, out, err } = await desk.type(line);
    expect(code).toBe(0);
    expect(out).toBe(`--- ${MEETING}
+++ ${MEETING}
@@ -3,3 +3,6 @@
 panel: homes
 items:
   - { number: 4, title: Homes Update, report: update, review: repairs }
+decisions:
+  - action: repairs/1.1
+    decision: signed-off
`);
    expect(err).toBe('Nothing was written: this is what would be.\n');
    expect(desk.text(MEETING)).toBe(written(MEETING));
  });

  test('for scripts with --json', async () => {
    const desk = deskWith(SMALL);
    const { out } = await desk.type(['add', 'action', '1', '--text', 'More', '--json']);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      isWritten: true,
      added: [{ kind: 'action', name: 'repairs/1.3' }],
      files: [{ file: REVIEW, isNew: false, lines: [11] }],
      remarks: [],
    });
  });
});

describe('scrutiny add says what is wrong, and writes nothing', () => {
  const twoReviews = small({
    'data/reviews/roads/review.yaml': written(REVIEW).replace('title: Repairs', 'title: Roads'),
    [MEETING]: written(MEETING).replace('review: repairs', 'review: [repairs, roads]'),
  });

  test.each([
    [
      ['decision', '--meeting', '2020-03-02', '--signed-off', '1.1'],
      "'1.1' could be repairs/1.1 or roads/1.1. Write it with the review.",
    ],
    [
      ['decision', '--meeting', '2020-03-02', '--signed-off', 'repairs/1'],
      "'repairs/1' is a recommendation with actions of its own. Name the action: repairs/1.1 and repairs/1.2.",
    ],
    [
      ['decision', '--meeting', '2020-03-02', '--signed-off', 'repairs/1.7'],
      "There is no action 'repairs/1.7'. Did you mean repairs/1.1?",
    ],
    [['decision', '--meeting', '2020-03-03', '--signed-off', '1.1'], 'There is no meeting on 3 March 2020'],
    [
      ['decision', '--meeting', '2020-03-02', '--extended', 'repairs/1.1'],
      "'repairs/1.1' is not complete. Write --extended REF=DATE.",
    ],
    [
      ['decision', '--meeting', '2020-03-02', '--extended', 'repairs/1.1=30/06/2020'],
      "Write the date in 'repairs/1.1=30/06/2020' as 2020-06-30.",
    ],
    [
      ['decision', '--meeting', '2020-03-02', '--paused', 'repairs/1.1'],
      "'paused' needs a reason: --reason WORDS.",
    ],
    [['decision', '--meeting', '2020-03-02'], 'Say what was decided: --signed-off REF…'],
    [
      [
        'decision',
        '--meeting',
        '2020-03-02',
        '--signed-off',
        'repairs/1.1',
        '--refused',
        'repairs/1.1',
        '--reason',
        'No',
      ],
      'repairs/1.1 is named twice.',
    ],
    [
      ['action', 'repairs/2', '--text', 'More'],
      "There is no recommendation 'repairs/2'. Did you mean 'repairs/1'?",
    ],
    [
      ['action', 'repairs/1', '--text', 'More', '--owner', 'clrek'],
      "There is no officer 'clrek'. Did you mean 'clerk'?",
    ],
    [['recommendation', 'repair', '--text', 'More'], "There is no review 'repair'. Did you mean 'repairs'?"],
    [['review', '--title', 'Repairs', '--panel', 'homes'], "There is a review 'repairs' already."],
    [['review', '--title', 'New', '--panel', 'homs'], "There is no panel 'homs'. Did you mean 'homes'?"],
    [['officer', 'clerk', '--role', 'Clerk'], "There is an officer 'clerk' already."],
    [['meeting', '--date', '2020-03-02', '--panel', 'homes'], 'The Homes Panel meets on 2020-03-02 already'],
    [
      ['item', '--meeting', '2020-03-02', '--title', 'X', '--number', '4'],
      'The meeting of 2020-03-02 has an item 4 already.',
    ],
    [['meeting', '--date', '02/03/2020', '--panel', 'homes'], 'as in 2020-03-02'],
  ])('%j', async (line, said) => {
    const desk = deskWith(twoReviews);
    const { code, out, err } = await desk.type(['add', ...line]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    for (const [path, text] of Object.entries(twoReviews)) expect(desk.text(path)).toBe(text);
  });

  test('without a terminal it asks nothing, and names what is missing', async () => {
    const { code, err } = await deskWith(SMALL).type(['add', 'action', '--owner', 'clerk']);
    expect(code).toBe(2);
    expect(err).toBe(`error: These are missing:
  <review/ref>   the recommendation, such as repairs/1
  --text <words>   what will be done
Write: scrutiny add action --owner clerk <review/ref> --text <words>
`);
  });

  test('where the register would have an error with it, the error is shown at its line', async () => {
    const desk = deskWith(SMALL);
    const { code, err } = await desk.type([
      'add',
      'action',
      'repairs/1',
      '--text',
      'X',
      '--due',
      '30/06/2020',
    ]);
    expect(code).toBe(1);
    expect(err).toContain(`${REVIEW}:11:`);
    expect(err).toContain('2020-06-30');
    expect(err).toMatch(/Nothing was written: with this the register would have these errors\.\n$/);
    expect(desk.text(REVIEW)).toBe(written(REVIEW));
  });

  test('where the register has errors already, they are shown first', async () => {
    const desk = deskWith(small({ [COUNCIL]: `${written(COUNCIL)}nonsense: 1\n` }));
    const { code, err } = await desk.type(['add', 'officer', '--role', 'X']);
    expect(code).toBe(1);
    expect(err).toMatch(/nonsense[\s\S]*Correct these errors first\. Nothing was written\.\n$/);
  });
});

describe('at a terminal scrutiny add asks', () => {
  test('for everything where it is called bare, and says the line that does the same', async () => {
    const desk = deskWith(SMALL);
    const answers = ['repairs/1', '', "Train them: that's it", 'clerk, Ladder Trust', '2020-09', ''];
    const { code, questions, left, err } = await desk.type(['add', 'action'], answers);
    expect(err).toContain('  This is needed.\n');
    expect(code).toBe(0);
    expect(left).toEqual([]);
    expect(questions.map((question) => question.slice(0, 12))).toEqual([
      'Beneath whic',
      'What will be',
      'What will be',
      'Who does it ',
      'By when (202',
      'How anyone w',
    ]);
    const line = `scrutiny add action repairs/1 --text 'Train them: that'\\''s it' --owner clerk 'Ladder Trust' --due 2020-09`;
    expect(err).toContain(`The same in one line:\n  ${line}\n`);

    const again = deskWith(SMALL);
    const typed = [
      'add',
      'action',
      'repairs/1',
      '--text',
      "Train them: that's it",
      '--owner',
      'clerk',
      'Ladder Trust',
      '--due',
      '2020-09',
    ];
    await again.type(typed);
    expect(again.text(REVIEW)).toBe(desk.text(REVIEW));
  });

  test('only for what is needed where something was given', async () => {
    const desk = deskWith(SMALL);
    const { code, questions } = await desk.type(['add', 'meeting', '--date', '2020-05-11'], ['homes']);
    expect(code).toBe(0);
    expect(questions).toEqual(['The panel: ']);
  });

  test('again where an answer cannot be one, with the nearest that can', async () => {
    const desk = deskWith(SMALL);
    const { code, err } = await desk.type(['add', 'meeting', '--date', '2020-05-11'], ['homse', 'homes']);
    expect(code).toBe(0);
    expect(err).toContain("  homes, streets\n  There is no 'homse'. Did you mean homes?\n");
  });

  test('and writes nothing where nobody answers any more', async () => {
    const desk = deskWith(SMALL);
    const { code, err } = await desk.type(['add', 'meeting'], ['2020-05-11']);
    expect(code).toBe(130);
    expect(err).toContain('nothing was written');
    expect(readdirSync(join(desk.cwd, 'data/meetings'))).toEqual(['2020-03-02-homes.yaml']);
  });
});
