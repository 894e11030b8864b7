import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { look } from '../support/accessibility.js';
import { openPage } from '../support/browser.js';
import { factsOn, partsOn } from '../support/facts.js';
import { PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { pageOf } from '../support/papers.js';
import { fixture, modelOf, small, soundModel } from '../support/registers.js';

const office = (name: string) => soundModel(fixture(join('cases', `office-${name}`)));

/** What is wrong with a changed small register. */
function codesIn(changes: Readonly<Record<string, string>>): readonly string[] {
  return modelOf(small(changes)).diagnostics.map(({ code }) => code);
}

const COUNCIL = 'data/council.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const MEETING = 'data/meetings/2020-03-02-homes.yaml';
const council = (more: string) => ({ [COUNCIL]: `${small()[COUNCIL] ?? ''}${more}` });
const reported = (entry: string) => ({ [PROGRESS]: `as-at: 2020-02-10\nprogress:\n  1.1: ${entry}\n` });

describe('words in place of ratings', () => {
  test('office-words: three of four are reported, and there is no rating column', () => {
    const { counts, actions } = factsOn(office('words'), { date: '2025-11-12' });
    expect(counts).toMatchObject({ actions: 4, ratings: [], notRated: 3, noUpdate: 1 });
    expect(actions.find(({ ref }) => ref === 'R4.')?.overdueDays).toBe(12);
    const page = pageOf(fixture('cases/office-words'), 'update');
    expect(page).not.toMatch(/<th[^>]*>Rating<\/th>/);
    expect(page).not.toContain('Key to the ratings');
    expect(page).toContain('Updates were received on three of the four recommendations.');
  });

  test('a rating under `ratings: none` is an error at its line that says what to do', () => {
    const { diagnostics } = modelOf(small(council('ratings: none\n')));
    expect(diagnostics).toMatchObject([
      {
        code: 'rating-unknown',
        severity: 'error',
        message: "'amber' is a rating, and this council reports without ratings",
      },
    ]);
  });

  test('where nobody has rated yet there is no rating column; the first rating brings it back', () => {
    const inWords = soundModel(small(reported('{ note: Begun }')));
    const rated = soundModel(small(reported('{ note: Begun, rating: amber }')));
    const nothing = soundModel(small({ [PROGRESS]: '' }));
    const asked = { date: '2020-03-02' };
    expect(factsOn(inWords, asked).counts?.ratings).toEqual([]);
    expect(factsOn(rated, asked).counts?.ratings).toHaveLength(3);
    expect(factsOn(nothing, asked).counts?.ratings).toHaveLength(3);
  });

  test('an exempt rating does not bring the column back in public', () => {
    const files = small({
      [PROGRESS]:
        'as-at: 2020-02-10\nprogress:\n  1.1: { note: Begun }\n  1.2: { rating: amber, note: Secret, exempt: { paragraph: 3 } }\n',
    });
    const asked = { date: '2020-03-02' };
    expect(factsOn(soundModel(files), asked).counts?.ratings).toEqual([]);
    expect(factsOn(soundModel(files), { ...asked, isConfidential: true }).counts?.ratings).toHaveLength(3);
  });

  test.each([
    ['complete: true', true],
    ['percent: 100', true],
    ['percent: 99', false],
    ['note: Nearly done', false],
    ['complete: true, rating: amber', false],
    ['percent: 10, rating: green', true],
  ])('{ %s } proposes completion: %s', (entry, isProposed) => {
    const model = soundModel(small(reported(`{ ${entry} }`)));
    const words = JSON.stringify(partsOn(model, { date: '2020-03-02' }).parts[0]?.paper);
    expect(/agree that action <a [^>]*>1\.1<\/a> “Hire two roofers” is complete/.test(words)).toBe(
      isProposed,
    );
    expect(/21 days overdue/.test(words)).toBe(!isProposed);
  });
});

describe('where nobody rates, the terminal', () => {
  const cwd = join(PROJECT, 'test/fixtures/cases/office-words');
  const said = async (...argv: readonly string[]) => {
    const host = fakeHost({ cwd, today: day('2025-11-01') });
    expect(await run(argv, host), host.err()).toBe(0);
    return host.out();
  };

  test('asks owners for a few lines, and for no rating', async () => {
    const message = await said('chase', '--meeting', '2025-11-12');
    expect(message).toContain('We have not yet had your update on this recommendation.');
    expect(message).toContain('Please reply with a few lines for it.');
    expect(message).toContain('    complete: false    # true where it is done');
    expect(message).not.toMatch(/\brating/i);
  });

  test('calls what was reported so, and not unrated', async () => {
    const answers = [
      await said('status'),
      await said('changes', '--since', '2025-10-01'),
      await said('show', 'verges/R2.'),
    ].join('\n');
    expect(answers).toMatch(/verges\/R1\. +Reported/);
    expect(answers).toContain('Reported by Head of Parks and Streets');
    expect(answers).not.toMatch(/rated|rating/i);
  });
});

describe('percentages', () => {
  test.each([
    ['75', true],
    ['75%', true],
    ['75 %', true],
    ['0', true],
    ['100', true],
    ['101', false],
    ['-1', false],
    ['7.5', false],
    ['most', false],
  ])('percent: %s is read: %s', (written, isRead) => {
    const codes = codesIn(reported(`{ percent: ${written} }`)).filter((code) => code === 'value-type');
    expect(codes).toHaveLength(isRead ? 0 : 1);
  });

  test('office-colours: a percentage is beside a rating or alone; 4 is not rated', () => {
    const { parts, facts } = partsOn(office('colours'), { date: '2025-12-10', item: '4' });
    const words = JSON.stringify(parts[0]?.paper);
    expect(words).toContain('"percent":"40% complete"');
    expect(words).toContain('"percent":"25% complete"');
    expect(facts.actions.find(({ ref }) => ref === '4')?.counted).toBe('not-rated');
    expect(facts.actions.find(({ ref }) => ref === '5')?.overdueDays).toBe(71);
    expect(facts.actions.find(({ ref }) => ref === '3')?.overdueDays).toBe(10);
  });
});

describe('ratings of the council', () => {
  test('office-colours: what the panel signed off has the word and shape of its rating, once more', () => {
    const { parts, facts } = partsOn(office('colours'), { date: '2025-12-10', item: '4' });
    const words = JSON.stringify(parts[0]?.paper);
    expect(words.match(/"word":"Complete and checked"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(words).toContain('(minute 12/25)');
    expect(facts.counts?.ended).toBe(2);
  });

  test.each([
    ['Signed off', 'Closed'],
    ['Closed', 'Ended'],
  ])('beside a rating called %s, what meetings closed is called %s', (label, word) => {
    const files = small({
      ...council(`ratings:\n  open: { label: Open }\n  shut: { label: ${label}, closes: true }\n`),
      'data/meetings/2020-01-13-homes.yaml':
        'date: 2020-01-13\npanel: homes\ndecisions: [{ action: repairs/1.2, decision: withdrawn, reason: Sold. }]\n',
      ...reported('{ rating: open, note: Begun }'),
    });
    const paper = partsOn(soundModel(files), { date: '2020-03-02' }).parts[0]?.paper;
    if (paper?.kind !== 'update') throw new Error('no update paper');
    const words = paper.glance?.counts.map(({ mark, number }) => `${number} ${mark.word}`) ?? [];
    expect(words).toContain(`1 ${word}`);
    expect(new Set(words.map((one) => one.slice(2))).size).toBe(words.length);
  });

  const ratings = (number: number) =>
    `ratings:\n${Array.from({ length: number }, (_, index) => `  r${index}: { label: Step ${index} }\n`).join('')}`;

  test.each([1, 6, 10])('%i ratings have as many shapes', (number) => {
    const { model } = modelOf(small({ ...council(ratings(number)), [PROGRESS]: '' }));
    const shapes = model?.council.ratings.map(({ shape }) => shape) ?? [];
    expect(new Set(shapes).size).toBe(number);
  });

  test('eleven are one too many', () => {
    expect(codesIn({ ...council(ratings(11)), [PROGRESS]: '' })).toEqual(['rating-shape']);
  });
});

describe('bodies of the council', () => {
  const called = (name: string, more = '') => {
    const panels = more ? `{ name: ${name}, ${more} }` : name;
    const { model } = modelOf(
      small({ [COUNCIL]: (small()[COUNCIL] ?? '').replace('homes: Homes Panel', `homes: ${panels}`) }),
    );
    return model?.council.panels[0];
  };

  test.each([
    ['Homes Panel', 'panel'],
    ['Corporate Overview and Scrutiny Committee', 'committee'],
    ['Health Scrutiny Board', 'board'],
    ['Crime and Disorder Sub-Committee', 'sub-committee'],
    ['Fire Safety Commission', 'commission'],
    ["Children's Panel Working Group", 'group'],
    ['Citizens’ Forum', 'forum'],
    ['Overview and Scrutiny', 'panel'],
  ])('%s is called a %s', (name, noun) => {
    expect(called(JSON.stringify(name))?.called).toBe(noun);
  });

  test('a noun, a short name and the councils of a joint body can be given', () => {
    expect(called('Homes Review Body', 'called: commission, short: Homes, councils: [A, B]')).toMatchObject({
      name: 'Homes Review Body',
      called: 'commission',
      short: 'Homes',
      councils: ['A', 'B'],
    });
  });

  test('a joint body names its councils beneath its own name', () => {
    const files = small({
      [COUNCIL]: (small()[COUNCIL] ?? '').replace(
        'homes: Homes Panel',
        'homes: { name: Homes Panel, councils: [Ambridge Council, Borchester Council] }',
      ),
    });
    expect(pageOf(files, 'update')).toContain('A joint body of Ambridge Council and Borchester Council');
  });
});

describe('what an item says besides', () => {
  const item = (more: string) => ({
    [MEETING]: `date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nitems:\n  - number: 4\n    title: Homes Update\n    report: update\n    review: repairs\n${more}`,
  });

  test('in whose name it is and who wrote it stand in its head', () => {
    const page = pageOf(small(item('    report-of: head-of-homes\n    author: Jo Smith\n')), 'update');
    expect(page).toContain('Report of the Head of Homes');
    expect(page).toContain('Author: Jo Smith');
  });

  test('implications are a section, a subheading for each, in the order of the register', () => {
    const page = pageOf(
      small(item('    implications:\n      Wards affected: All.\n      Financial: None.\n')),
      'update',
    );
    expect(page).toMatch(
      /<h2 id="implications">Implications<\/h2>\s*<h3>Wards affected<\/h3>[\s\S]*All\.[\s\S]*<h3>Financial<\/h3>[\s\S]*None\./,
    );
  });

  test.each([
    ['purpose', 'Purpose of the report'],
    ['decisions', 'Decisions'],
  ])('a section of its own follows the %s', (after, before) => {
    const page = pageOf(
      small(
        item(`    sections:\n      - { title: Consultation, after: ${after}, text: We asked tenants. }\n`),
      ),
      'update',
    );
    const headings = [...page.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toContain('Consultation');
    expect(page).toContain('We asked tenants.');
    if (headings.includes(before))
      expect(headings.indexOf('Consultation')).toBeGreaterThan(headings.indexOf(before));
  });
});

test('a recommendation says whom it is addressed to', () => {
  const review = (small()['data/reviews/repairs/review.yaml'] ?? '').replace(
    '    response: accepted\n',
    '    response: accepted\n    addressed-to: [ head-of-homes, Borchester NHS Trust ]\n',
  );
  const page = pageOf(small({ 'data/reviews/repairs/review.yaml': review }), 'update');
  expect(page).toContain('Addressed to the Head of Homes and Borchester NHS Trust.');
});

describe.each(['cabinet', 'colours', 'unanswered', 'words'])('office-%s', (name) => {
  test('has no error and no warning', () => {
    const { diagnostics } = modelOf(fixture(join('cases', `office-${name}`)));
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

test('a tracker of several meetings speaks of ratings in all of them or in none', () => {
  const files = small({
    'data/meetings/2020-03-02-homes.yaml':
      'date: 2020-03-02\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker, review: all }\n',
    'data/meetings/2020-04-06-homes.yaml':
      'date: 2020-04-06\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker, review: all }\n',
    'data/meetings/2020-06-01-homes.yaml':
      'date: 2020-06-01\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker, review: all }\n',
    ...reported('{ note: Begun }'),
    'data/reviews/repairs/progress/2020-05-20.yaml':
      'as-at: 2020-05-20\nprogress:\n  1.1: { rating: red, note: Late }\n',
  });
  const trend = (date: string) => {
    const paper = partsOn(soundModel(files), { date }).parts[0]?.paper;
    return paper?.kind === 'tracker'
      ? paper.trend?.rows.map(({ label, numbers }) => [label, ...numbers.map(({ number }) => number)])
      : undefined;
  };
  expect(trend('2020-06-01')).toEqual(
    expect.arrayContaining([
      ['Red', '0', '0', '1'],
      ['Not rated', '1', '0', '0'],
    ]),
  );
  expect(trend('2020-03-02')).toBeUndefined();
});

test('an action whose text is a line alone has words wherever it is named', () => {
  const review = (small()['data/reviews/repairs/review.yaml'] ?? '').replace(
    'text: Hire two roofers,',
    'text: "---",',
  );
  const page = pageOf(small({ 'data/reviews/repairs/review.yaml': review }), 'update');
  expect(page).toContain('See the plan');
  expect(page).not.toContain('“”');
  const refs = ['1.1', '1.2', '1.3'];
  const asking = small({
    'data/reviews/repairs/review.yaml': `title: Repairs\npanel: homes\nrecommendations:\n  - ref: 1\n    text: Mend roofs.\n    response: accepted\n    actions:\n${refs.map((ref) => `      - { ref: ${ref}, text: "---", owner: Roofers, due: 2020-05-31 }\n`).join('')}`,
    'data/reviews/repairs/progress/2020-02-10.yaml': `as-at: 2020-02-10\nprogress:\n${refs.map((ref) => `  ${ref}: { rating: amber, revised-due: 2020-09-30, reason: Rain. }\n`).join('')}`,
  });
  const [, requests = ''] = /<table class="requests"([\s\S]*?)<\/table>/.exec(pageOf(asking, 'update')) ?? [];
  expect(requests.match(/<p>See the plan<\/p>/g)).toHaveLength(3);
});

test('office-colours: no sentence denies what the panel has signed off', () => {
  const words = JSON.stringify(partsOn(office('colours'), { date: '2025-12-10', item: '4' }).parts[0]?.paper);
  expect(words).not.toContain('None of the five recommendations is rated Complete and checked');
  expect(words).toContain('None of the five recommendations is rated Complete;');
  const { glance } = JSON.parse(words);
  expect(glance.counts.map(({ mark }: { mark: { word: string } }) => mark.word)).not.toContain(
    'Complete and checked',
  );
});

test('what is called complete without a rating is queried in words where nothing shows it', () => {
  const words = JSON.stringify(
    partsOn(soundModel(small(reported('{ complete: true }'))), { date: '2020-03-02' }).parts[0]?.paper,
  );
  expect(words).toContain('Members may wish to query: 1.1 is called complete without evidence.');
});

test('office-unanswered: a shape is in the line of its word, which is whole, in counts and in the plan', async () => {
  const page = await openPage();
  for (const kind of ['update', 'tracker'] as const) {
    await look(page, pageOf(fixture('cases/office-unanswered'), kind), {
      name: 'print',
      width: 620,
      height: 1123,
      isPrint: true,
    });
    const marks = await page.$$eval('.counts .mark, .plan .mark', (found) =>
      found.map((mark) => {
        const shape = mark.querySelector('svg')?.getBoundingClientRect();
        const words = Array.from(mark.childNodes).find(({ nodeType }) => nodeType === Node.TEXT_NODE);
        const [first = ''] = words?.textContent?.split(' ') ?? [];
        const range = document.createRange();
        if (words) {
          range.setStart(words, 0);
          range.setEnd(words, first.length);
        }
        const lines = Array.from(range.getClientRects()).filter(({ width }) => width > 0);
        const [line] = lines;
        return {
          word: first,
          isWhole: lines.length === 1,
          isBeside:
            shape && line && shape.top < line.bottom && line.top < shape.bottom && shape.right < line.left,
        };
      }),
    );
    expect(marks.map(({ word }) => word)).toContain('Dependent');
    expect(marks.filter(({ isWhole, isBeside }) => !isWhole || !isBeside)).toEqual([]);
  }
});
