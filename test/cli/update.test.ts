import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/source/index.js';
import { deskWith } from '../support/at-desk.js';
import { SMALL, small } from '../support/registers.js';

const REPORT = 'data/reviews/repairs/progress/2020-02-10.yaml';
const TODAY = 'data/reviews/repairs/progress/2020-03-10.yaml';

describe('scrutiny update', () => {
  test('writes to a new file for the day', async () => {
    const desk = deskWith(SMALL);
    const { code, out } = await desk.type([
      ...[
        'update',
        'repairs/1.1',
        'repairs/1.2',
        '--rating',
        'Amber',
        '--note',
        'Both: #1, and so on',
        '--by',
        'clerk',
      ],
      ...[
        '--revised-due',
        '2020-12',
        '--reason',
        'Rain',
        '--evidence',
        'Photo',
        'List, https://a.example/list',
      ],
    ]);
    expect(code).toBe(0);
    expect(out).toBe(`update repairs/1.1\nupdate repairs/1.2\n  ${TODAY}:1\n`);
    expect(desk.text(TODAY)).toBe(`as-at: 2020-03-10
reported-by: clerk
progress:
  1.1, 1.2:
    rating: amber
    note: "Both: #1, and so on"
    revised-due: 2020-12
    reason: Rain
    evidence:
      - title: Photo
      - title: List
        link: https://a.example/list
`);
  });

  test('writes to the file of that day, and says on the entry who reported where that is somebody else', async () => {
    const desk = deskWith(SMALL);
    const { out } = await desk.type([
      'update',
      '1.2',
      '--percent',
      '50 %',
      '--as-at',
      '2020-02-10',
      '--by',
      'Ladder Trust',
    ]);
    expect(out).toBe(`update repairs/1.2\n  ${REPORT}:7\n`);
    expect(desk.text(REPORT)).toBe(
      `${SMALL[REPORT]}  1.2:\n    percent: 50\n    reported-by: Ladder Trust\n`,
    );
    await desk.type(['update', '1.2', '--note', 'Half.', '--as-at', '2020-02-10', '--by', 'head-of-homes']);
    expect(desk.text(REPORT)).toBe(
      `${SMALL[REPORT]}  1.2:\n    percent: 50\n    note: Half.\n    reported-by: Ladder Trust\n`,
    );
  });

  test('changes what was reported of the action on that day', async () => {
    const text =
      'as-at: "2020-02-10"  # Monday\nprogress:\n  1.1: { rating: amber, note: One roofer } # so far\n';
    const desk = deskWith(small({ [REPORT]: text }));
    await desk.type([
      'update',
      'repairs/1.1',
      '--rating',
      'green',
      '--evidence',
      'Photo',
      '--as-at',
      '2020-02-10',
    ]);
    expect(desk.text(REPORT)).toBe(
      text.replace('amber, note: One roofer', 'green, note: One roofer, evidence: [{ title: Photo }]'),
    );
  });

  test('refuses to change an entry that speaks of other actions too', async () => {
    const text = 'as-at: 2020-02-10\nprogress:\n  1.1, 1.2: { rating: amber }\n';
    const desk = deskWith(small({ [REPORT]: text }));
    const { code, err } = await desk.type([
      'update',
      'repairs/1.1',
      '--rating',
      'green',
      '--as-at',
      '2020-02-10',
    ]);
    expect(code).toBe(2);
    expect(err).toContain("reports on '1.1, 1.2' in one entry for 2020-02-10");
    expect(
      await desk.type(['update', 'repairs/1.1', 'repairs/1.2', '--rating', 'green', '--as-at', '2020-02-10']),
    ).toMatchObject({ code: 0 });
    expect(desk.text(REPORT)).toBe(text.replace('amber', 'green'));
  });

  test('keeps the words of a note as they were typed, with paragraphs or from standard input', async () => {
    const note = 'Two: done.\n\n- one # more\n';
    for (const line of [
      ['--note', note],
      ['--note', '-'],
    ]) {
      const desk = deskWith(SMALL);
      expect(await desk.type(['update', 'repairs/1.1', ...line], undefined, note)).toMatchObject({ code: 0 });
      const { value } = parseSource({ shown: TODAY, path: TODAY, text: desk.text(TODAY) });
      expect(JSON.stringify(value.root)).toContain(JSON.stringify(note));
      expect(desk.text(TODAY)).toContain('    note: |\n      Two: done.\n\n      - one # more\n');
    }
  });

  test.each([
    [['repairs/1.1'], 'Say what was reported'],
    [['repairs/1.1', '--rating', 'ambr'], "There is no rating 'ambr'. Did you mean 'amber'?"],
    [['repairs/1.1', '--percent', '110'], "'110' is not a percentage"],
    [['repairs/1.1', '--note', 'X', '--as-at', '10 March'], 'is not a day for --as-at'],
    [['repairs/1.9', '--note', 'X'], "There is no action 'repairs/1.9'"],
    [['repairs/1.1', '--note', 'X', '--by', 'clrek'], "There is no officer 'clrek'"],
    [['repairs/1.1\n', '--note', 'X'], 'has a line end in it'],
  ])('says what is wrong: %j', async (line, said) => {
    const desk = deskWith(SMALL);
    const { code, err } = await desk.type(['update', ...line]);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(() => desk.text(TODAY)).toThrow();
  });

  test('asks at a terminal, beneath what is known, and offers who reported last', async () => {
    const desk = deskWith(SMALL);
    const { code, err, questions } = await desk.type(
      ['update'],
      ['1.1', 'green', '', 'Two were hired.', '', '', '', ''],
    );
    expect(code).toBe(0);
    expect(err).toContain(
      '  repairs/1.1  Hire two roofers\n    last reported 10 February 2020: Amber, One roofer was hired.\n    due 31 January 2020\n',
    );
    expect(questions.at(-1)).toBe('Who reported [head-of-homes]: ');
    expect(err).toContain(
      "scrutiny update 1.1 --rating green --note 'Two were hired.' --as-at 2020-03-10 --by head-of-homes\n",
    );
    expect(desk.text(TODAY)).toContain('reported-by: head-of-homes\n');
  });
});
