import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { atOffice, under } from '../support/office.js';
import { SMALL, small } from '../support/registers.js';

describe('scrutiny changes', () => {
  test('tells of the sample what moved between its two meetings', async () => {
    const host = fakeHost({ cwd: PROJECT, today: day('2026-01-01') });
    expect(await run(['changes', '--since', '2018-02-19', '--until', '2018-03-26'], host)).toBe(0);
    expect(host.err()).toBe('');
    const out = host.out();
    expect(out.split('\n')[0]).toBe('Middlesbrough Council: changes from 19 February 2018 to 26 March 2018');
    expect(under('Better (4)', out).map((line) => line.trim().split(/ {2,}/).slice(0, 2))).toEqual([
      ['digital-safeguarding/1.2', 'Amber → Green'],
      ['digital-safeguarding/2.3', 'Amber → Green'],
      ['digital-safeguarding/3.1', 'Amber → Green'],
      ['digital-safeguarding/5.2', 'Amber → Green'],
    ]);
    expect(under('Reported (7)', out)).toHaveLength(7);
    expect(out).not.toContain('Worse');
    expect(out).not.toContain('No update');
  });

  test('tells of everything that can change, until today unless another day is given', async () => {
    const { code, out, err } = await atOffice('2024-10-05', ['changes', '--since', '2024-06-10']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toBe(
      `Ambridge Council: changes from 10 June 2024 to 5 October 2024

Better (1)
  parks/1.2  Red → Amber  Light the paths

Newly overdue (1)
  bins/1.1  due 30 Sep 2024, 5 days late  Buy a lorry

Decided by a meeting (1)
  parks/a)  8 Jul 2024  Paused  Fence the pond
                                Reason: The pond is frozen.

Dates moved by a meeting (1)
  parks/1.2  8 Jul 2024  30 Sep 2024 → 31 Dec 2024  Light the paths

Response received from the Executive (1)
  bins  16 Sep 2024  agreed  Bins

New recommendations (1)
  bins/2  Paint the bins.

New actions (2)
  bins/1.1  due 30 Sep 2024  Waste Manager  Buy a lorry
  bins/1.3  due 2025         Head of Parks  Tell the street

Reported (3)
  parks/1.2   20 Jun 2024  Amber  Head of Parks  A new contractor does both.
  parks/1.10  20 Jun 2024  Amber  Head of Parks  A new contractor does both.
  parks/1.10  2 Sep 2024   Green  Head of Parks  The gate shuts, and is painted.

No update (3)
  bins/1.1  never reported             Waste Manager  Buy a lorry
  bins/1.3  never reported             Head of Parks  Tell the street
  parks/R2  last reported 20 May 2024  Tree Officer   Plant a hundred trees.

2 actions are withheld, wholly or in part, as exempt; --confidential shows them.
`,
    );
  });

  test('tells of the days before what came worse, was asked, refused, reopened and put off', async () => {
    const { out } = await atOffice('2024-06-10', ['changes', '--since', '2024-03-11']);
    expect(under('Worse (1)', out)).toEqual(['  parks/1.2  Amber → Red  Light the paths']);
    expect(under('Better (1)', out)).toEqual(['  parks/R2  Red → Amber  Plant a hundred trees.']);
    expect(under('Other dates requested (2)', out).join('\n')).toMatch(
      /parks\/R2 +20 May 2024 +until Nov 2024 +Plant a hundred trees\.\n +Reason: Trees are planted in the autumn\./,
    );
    expect(under('Decided by a meeting (2)', out).join('\n')).toMatch(
      /parks\/1\.10 +10 Jun 2024 +Reopened +Mend the gate\n.*rusted again.*\n +parks\/R2 +10 Jun 2024 +Extension refused/,
    );
    expect(under('Deferred to a later meeting (1)', out)).toEqual([
      '  10 Jun 2024  to 8 Jul 2024  Item 4, Parks Update',
    ]);
  });

  test('a decision belongs to the day it was made: the first day is over, the last counts', async () => {
    expect((await atOffice('2024-07-08', ['changes', '--since', '2024-07-07'])).out).toContain('Paused');
    expect((await atOffice('2024-07-09', ['changes', '--since', '2024-07-08'])).out).not.toContain('Paused');
  });

  test('says so where nothing has changed', async () => {
    expect(
      (await atOffice('2024-10-05', ['changes', '--since', '2024-10-05', '--review', 'bins'])).out,
    ).toContain('No update (2)');
    const cwd = folderWith(
      small({
        'data/reviews/repairs/review.yaml':
          'title: R\npanel: homes\nrecommendations:\n  - { ref: 1, text: Mend, response: awaited }\n',
        'data/reviews/repairs/progress/2020-02-10.yaml': '',
      }),
    );
    expect((await atOffice('2020-02-10', ['changes', '--since', '2020-02-09'], { cwd })).out).toContain(
      '\nNothing has changed.\n',
    );
  });

  test('days the wrong way round are reported', async () => {
    const { code, err } = await atOffice('2024-10-05', [
      'changes',
      '--since',
      '2024-10-05',
      '--until',
      '2024-01-01',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('the second day comes before the first');
  });

  test('--as-at is another name for --until, and both together are too many', async () => {
    const one = await atOffice('2026-01-01', ['changes', '--since', '2024-06-10', '--as-at', '2024-10-05']);
    expect(one.out).toBe((await atOffice('2024-10-05', ['changes', '--since', '2024-06-10'])).out);
    expect(
      (
        await atOffice('2026-01-01', [
          'changes',
          '--since',
          '2024-06-10',
          '--as-at',
          '2024-10-05',
          '--until',
          '2024-10-05',
        ])
      ).code,
    ).toBe(2);
  });

  test('--review and --panel narrow it', async () => {
    const bins = await atOffice('2024-10-05', ['changes', '--since', '2024-06-10', '--review', 'bins']);
    expect(bins.out).toContain('bins/1.1');
    expect(bins.out).not.toContain('parks/');
    expect(
      (await atOffice('2024-10-05', ['changes', '--since', '2024-06-10', '--panel', 'people'])).out,
    ).toContain('Nothing has changed.');
  });
});

describe('what is exempt', () => {
  test('is compared and shown only with --confidential', async () => {
    for (const format of ['text', 'md', 'json']) {
      const argv = ['changes', '--since', '2023-01-01', '--format', format];
      const { out } = await atOffice('2024-10-05', argv);
      expect(out).not.toContain('Quillfeather');
      expect(out).not.toContain('1.11');
      expect((await atOffice('2024-10-05', [...argv, '--confidential'])).out).toContain('Quillfeather');
    }
  });
});

describe('changes --json', () => {
  test('has the same changes, with the same words for direction', async () => {
    const { out } = await atOffice('2024-10-05', ['changes', '--since', '2024-03-11', '--json']);
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      schema: 1,
      since: '2024-03-11',
      until: '2024-10-05',
      deferrals: [{ date: '2024-06-10', panel: 'places', item: '4', to: '2024-07-08' }],
      answers: [{ review: 'bins', date: '2024-09-16', decision: 'agreed' }],
      newlyOverdue: [
        { review: 'bins', ref: '1.1', overdueDays: 5 },
        { review: 'parks', ref: 'R2', overdueDays: 127 },
      ],
    });
    expect(found.ratings).toEqual([
      {
        review: 'parks',
        ref: 'R2',
        text: 'Plant a hundred trees.',
        direction: 'better',
        from: { key: 'red', label: 'Red' },
        to: { key: 'amber', label: 'Amber' },
      },
    ]);
    expect(out).toBe(
      (await atOffice('2024-10-05', ['changes', '--since', '2024-03-11', '--format', 'json'])).out,
    );
  });
});

describe('changes --format md', () => {
  const NOTE = 'data/reviews/repairs/progress/2020-02-10.yaml';

  async function markdownWith(note: string): Promise<string> {
    const cwd = folderWith(
      small({ [NOTE]: (SMALL[NOTE] ?? '').replace('One roofer was hired.', JSON.stringify(note)) }),
    );
    const { code, out } = await atOffice(
      '2020-03-01',
      ['changes', '--since', '2020-02-01', '--format', 'md'],
      { cwd },
    );
    expect(code).toBe(0);
    return out;
  }

  test('is a heading, sections, and a line for each change', async () => {
    const { out } = await atOffice('2024-10-05', ['changes', '--since', '2024-06-10', '--format', 'md']);
    const html = marked.parse(out, { async: false });
    expect(html).toContain('<h3>Ambridge Council: changes from 10 June 2024 to 5 October 2024</h3>');
    expect(html).toContain('<h4>Better (1)</h4>');
    expect(html.replace(/<!-- -->/g, '')).toContain(
      '<li><strong>parks/1.2</strong> · Red → Amber · Light the paths</li>',
    );
  });

  test.each([
    '<script>alert(1)</script>',
    'a *b* _c_ `d` ~~e~~ [f](https://g.example) ***',
    '&lt; &amp; \\* | - [x]',
    '@everyone see #12, !34, ~label, %15, $16, &17 and https://evil.example or www.evil.example',
    '1. not a list',
    '- not a list',
    '== not a heading ==',
    'somebody@example.org :smile: GH-12 deadbeef1234567',
  ])('words stay words: %s', async (note) => {
    const html = marked.parse(await markdownWith(note), { async: false, gfm: true });
    const text = html
      .replace(/<!--.*?-->/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
    // The prose of the register is Markdown itself: what it makes of the words is what must come through.
    const { out } = await asText(note);
    const said = under('Reported (1)', out)[0]?.split(/ {2,}/).at(-1) ?? '';
    expect(said.length).toBeGreaterThan(5);
    expect(text).toContain(said);
    expect(html).not.toMatch(/<(?:a|img|script|code|em|del|input|h[1256])\b/);
  });

  async function asText(note: string) {
    const cwd = folderWith(
      small({ [NOTE]: (SMALL[NOTE] ?? '').replace('One roofer was hired.', JSON.stringify(note)) }),
    );
    return atOffice('2020-03-01', ['changes', '--since', '2020-02-01'], { cwd });
  }

  test('a forge finds nobody to call, no issue, no address and no command', async () => {
    const out = await markdownWith(
      '/close\n\n@everyone see #12, !34 and https://evil.example, www.evil.example',
    );
    expect(out).not.toMatch(/^\//m);
    expect(out).not.toMatch(/@everyone|#12|!34|:\/\/evil|www\.evil/);
  });
});
