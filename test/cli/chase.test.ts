import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, sampleCopy } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { atOffice } from '../support/office.js';
import { SMALL, small } from '../support/registers.js';

const AUTUMN = ['chase', '--meeting', '2024-10-07', '--panel', 'places'];
const RULE = `\n${'='.repeat(72)}\n\n`;

describe('scrutiny chase', () => {
  test('writes to each owner what they owe, by when, what they last said and the YAML to fill in', async () => {
    const { code, out, err } = await atOffice('2024-09-20', AUTUMN);
    expect(code).toBe(0);
    const messages = out.split(RULE);
    expect(messages.map((message) => message.split('\n')[0])).toEqual([
      'To: Bryn Ŵyn <parks@ambridge.example>',
      'To: Tree Officer <trees@ambridge.example>',
      'To: Waste Manager',
    ]);
    expect(messages[1]).toBe(
      `To: Tree Officer <trees@ambridge.example>
Subject: 1 update for the Places Scrutiny Panel, 7 October 2024

Dear Tree Officer,

The Places Scrutiny Panel meets on Monday 7 October 2024. We have not yet had your update on this recommendation. Please send it before Friday 27 September 2024, the last day for publishing the report.

Review: Parks and Open Spaces

R2  Plant a hundred trees.
    Due: May 2024, 112 days ago
    Last update, of 20 May 2024, rated Amber: “Forty trees stand.”

Please reply with a rating and a few lines for it. Or save what follows as data/reviews/parks/progress/2024-09-20-tree-officer.yaml and fill it in.

as-at: 2024-09-20
reported-by: tree-officer
progress:
  R2:
    rating:            # one of: green, amber, red
    note: |
      Write here what has been done.

The ratings:
    green: Done
    amber: Under way
    red: In trouble

Thank you,
Scrutiny Officer
`,
    );
    expect(err).toContain('note: the register has no e-mail address for Waste Manager');
    expect(err).toContain('note: 2 actions with exempt matter are left out; --confidential includes them');
  });

  test('joint owners: the first is asked, the others are copied in', async () => {
    const [first] = (await atOffice('2024-09-20', AUTUMN)).out.split(RULE);
    expect(first).toContain('\nCopy to: Tree Officer <trees@ambridge.example>; Friends of the Park\n');
    expect(first).toContain('Together with: Tree Officer and Friends of the Park, who are copied in');
  });

  test('is as at the earlier of today and the meeting, and says when the time is past', async () => {
    const late = await atOffice('2026-01-01', AUTUMN);
    expect(late.out).toContain('as-at: 2024-10-07');
    expect(late.out).toContain('was due for publication by Friday 27 September 2024: please send it at once');
    expect((await atOffice('2026-01-01', [...AUTUMN, '--as-at', '2024-09-20'])).out).toBe(
      (await atOffice('2024-09-20', AUTUMN)).out,
    );
  });

  test('what was put off with its paper need not be said again', async () => {
    // 1.2 was reported on 20 May, for the paper of 10 June, which was deferred to 8 July.
    const { out } = await atOffice('2024-06-15', ['chase', '-m', '2024-07-08']);
    expect(out).not.toContain('1.2  Light the paths');
    expect(out).toContain('a)  Fence the pond');
  });

  test('says where nothing is owed, and who is not named', async () => {
    const none = await atOffice('2024-03-01', ['chase', '-m', '2024-03-11']);
    expect(none.code).toBe(0);
    expect(none.out).toBe('');
    expect(none.err).toContain('note: no update is owed for the meeting of 11 March 2024');
    expect(none.err).toContain('note: nobody is asked about parks/1.12: no owner is given');
  });

  test('owners in plain words get a message too', async () => {
    const host = fakeHost({ cwd: sampleCopy(), today: day('2018-02-01') });
    expect(await run(['chase', '--meeting', '2018-02-19'], host)).toBe(0);
    expect(host.out()).toMatch(/^To: Middlesbrough College$/m);
    expect(host.out()).toContain('reported-by: Middlesbrough College');
  });

  test.each([
    [['chase', '-m', '2024-10-07'], 'Two panels meet on 7 October 2024'],
    [['chase', '-m', '2024-10-08'], 'There is no meeting on 8 October 2024'],
    [['chase', '-m', '2024-10-07', '--panel', 'place'], "Did you mean 'places'?"],
    [['chase'], 'Say which meeting, with --meeting 2024-07-08. The meetings are:\n'],
  ])('%j ends with what to type instead', async (argv, said) => {
    const { code, out, err } = await atOffice('2024-09-20', argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
  });

  test('asks about what is exempt only with --confidential, and says that it is', async () => {
    const open = await atOffice('2024-09-20', AUTUMN);
    expect(open.out + open.err).not.toContain('Quillfeather');
    const { out } = await atOffice('2024-09-20', [...AUTUMN, '--confidential']);
    expect(out).toContain('1.11  Pay Quillfeather for the lamps');
    expect(out).toContain(
      'Exempt from publication: paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A.',
    );
  });
});

describe('the YAML to fill in', () => {
  test('is sound once it is filled in, and then nothing is owed by them', async () => {
    const cwd = sampleCopy();
    const host = fakeHost({ cwd, today: day('2018-02-01') });
    await run(['chase', '--meeting', '2018-02-19', '--json'], host);
    const { messages } = JSON.parse(host.out());
    expect(messages.length).toBeGreaterThan(2);
    for (const { files } of messages)
      for (const { path, yaml } of files)
        writeFileSync(join(cwd, 'data', path), yaml.replaceAll(/rating: .*/g, 'rating: green'));
    const checking = fakeHost({ cwd, today: day('2018-02-01') });
    expect(await run(['check', '--as-at', '2018-02-01'], checking), checking.out()).toBe(0);
    const again = fakeHost({ cwd, today: day('2018-02-01') });
    await run(['chase', '--meeting', '2018-02-19'], again);
    expect(again.out()).toBe('');
  });

  test('has names and references that YAML would take for something else in quotes', async () => {
    const cwd = folderWith(
      small({
        'data/reviews/repairs/review.yaml':
          'title: Repairs\npanel: homes\nrecommendations:\n  - ref: 1\n    text: Mend.\n    response: accepted\n    actions:\n      - { ref: "#1: a", text: Go, owner: "Smith: & Sons #2" }\n      - { ref: "1,2", text: Stay, owner: "Smith: & Sons #2" }\n',
        'data/reviews/repairs/progress/2020-02-10.yaml': '',
      }),
    );
    const { out } = await atOffice('2020-02-25', ['chase', '-m', '2020-03-02', '--json'], { cwd });
    const [{ files }] = JSON.parse(out).messages;
    expect(files).toHaveLength(1);
    const path = join(cwd, 'data', files[0].path);
    expect(files[0].path).toBe('reviews/repairs/progress/2020-02-25-smith-sons-2.yaml');
    writeFileSyncDeep(path, files[0].yaml);
    const { code, out: told } = await atOffice('2020-03-02', ['show', 'repairs/1,2'], { cwd });
    expect(code).toBe(0);
    expect(told).toContain('Reported without a rating by Smith: & Sons #2');
  });

  test('does not take the name of a file that is there', async () => {
    const cwd = folderWith(
      small({
        'data/reviews/repairs/progress/2020-02-25-ladder-trust.yaml':
          'as-at: 2020-02-25\nprogress:\n  1.1: { note: Both came. }\n',
      }),
    );
    const { out } = await atOffice('2020-02-25', ['chase', '-m', '2020-03-02'], { cwd });
    expect(out).toContain('progress/2020-02-25-ladder-trust-2.yaml');
  });
});

describe('chase --out', () => {
  test('writes a file for each message, and says which', async () => {
    const out = join(folderWith({}), 'messages');
    const made = await atOffice('2024-09-20', [...AUTUMN, '--out', out]);
    expect(made.code).toBe(0);
    expect(readdirSync(out)).toEqual(['01-head-of-parks.eml', '02-tree-officer.eml', '03-waste-manager.eml']);
    expect(made.out.trim().split('\n')).toEqual(readdirSync(out).map((name) => join(out, name)));
    const again = join(folderWith({}), 'again');
    await atOffice('2024-09-20', [...AUTUMN, '--out', again]);
    for (const name of readdirSync(out))
      expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(out, name), 'utf8'));
  });

  test('writes all of them or none', async () => {
    const out = folderWith({ '03-waste-manager.eml/in-the-way': '' });
    const { code, err } = await atOffice('2024-09-20', [...AUTUMN, '--out', out]);
    expect(code).toBe(3);
    expect(err).toContain('03-waste-manager.eml could not be written');
    expect(readdirSync(out)).toEqual(['03-waste-manager.eml']);
  });

  test('writes nothing where the register has errors', async () => {
    const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
    const cwd = folderWith(small({ [PROGRESS]: (SMALL[PROGRESS] ?? '').replace('amber', 'ambre') }));
    const { code } = await atOffice('2020-02-25', ['chase', '-m', '2020-03-02', '--out', 'm'], { cwd });
    expect(code).toBe(1);
    expect(existsSync(join(cwd, 'm'))).toBe(false);
  });
});

test('chase --json has the messages with their parts', async () => {
  const { out } = await atOffice('2024-09-20', [...AUTUMN, '--json']);
  const found = JSON.parse(out);
  expect(found).toMatchObject({
    schema: 1,
    meeting: '2024-10-07',
    panel: 'places',
    asAt: '2024-09-20',
    publishBy: '2024-09-27',
    ownerless: [],
    withheld: 2,
  });
  expect(found.messages[0]).toMatchObject({
    from: { name: 'Scrutiny Officer', email: 'scrutiny@ambridge.example' },
    to: { name: 'Bryn Ŵyn', email: 'parks@ambridge.example' },
    copies: [
      { name: 'Tree Officer', email: 'trees@ambridge.example' },
      { name: 'Friends of the Park', email: null },
    ],
    actions: ['parks/1.2', 'bins/1.3'],
  });
});

function writeFileSyncDeep(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
