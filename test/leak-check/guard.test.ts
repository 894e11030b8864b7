import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceTexts } from '../../src/diagnostics/index.js';
import { type Guard, makeGuard } from '../../src/leak-check/index.js';
import { paperRegister } from '../../src/register/index.js';
import { small, soundModel } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';

const FILES: Readonly<Record<string, string>> = small({
  [REVIEW]: `title: Repairs
panel: homes
executive-response: { date: 2019-10-01, decision: agreed }
background: The council has mended its own roofs since 1951.
recommendations:
  - ref: 1
    text: Mend roofs within a week.
    response: accepted
    actions:
      - ref: 1.1
        text: |
          Café-owners in Well Street are to **lose their leases**, see [the file](https://example.org/leases-of-well-street).[^why]

          Quiet talks.

          [^why]: Nobody but the chair has been told of it.
        owner: Pargetter and Daughters
        due: once the receiver agrees
        success-measure: Done.
        exempt: { paragraph: 3, reason: The Homes Panel heard it in private }
      - ref: 1.2
        text: Buy ladders
        owner: Ladder Trust
      - ref: 1.3
        text: Paint the doors
        owner: Ladder Trust
        exempt: { paragraph: 3 }
`,
  [PROGRESS]: `as-at: 2020-02-10
reported-by: head-of-homes
progress:
  1.2:
    rating: amber
    note: Two ladders were bought.
  1.3:
    rating: amber
    note: The doors of the Homes Panel and the Ambridge Council are being painted.
    evidence: [ { title: Receipt for eleven doors } ]
`,
});

function guardFor(files: Readonly<Record<string, string>> = FILES): Guard {
  const model = soundModel(files);
  const meeting = model.meetings.find((known) => known.date === '2020-03-02');
  const item = meeting?.items[0];
  if (!meeting || !item) throw new Error('no paper');
  const members = paperRegister(model, { meeting, item, asAt: undefined, isConfidential: true });
  return makeGuard(model, members, new SourceTexts(Object.entries(files)));
}

const TEXTS = new SourceTexts(Object.entries(FILES));

/** What is found in a page with these words in it, as `file:line “words”`. */
function found(html: string, fileName = '04-homes-update'): readonly string[] {
  return guardFor()
    .leaksInPage(html, fileName)
    .map(({ span, code }) => {
      const text = FILES[span.file] ?? '';
      const { line } = TEXTS.positionOf(span.file, span.start);
      return `${code} ${span.file.slice(5)}:${line} ${text.slice(span.start, span.end)}`;
    });
}

const FIVE_WORDS = ['exempt-leak reviews/repairs/review.yaml:12 Street are to **lose their'];

describe('withheld prose is found', () => {
  test.each([
    ['as it was written', '<p>Every street: Street are to lose their.</p>'],
    ['in capitals', '<p>STREET ARE TO LOSE THEIR</p>'],
    ['with other spaces and line breaks', '<p>street\u00a0are\n  to\u2009lose \t their</p>'],
    ['with hyphens, soft ones among them', '<p>str\u00adeet are-to lo\u2011se the\u2010ir</p>'],
    ['in other forms of Unicode', '<p>ｓｔｒｅｅｔ ａｒｅ to ｌose theiｒ</p>'],
    ['across tags', '<p><b>street</b> are <a href="#x">to</a></p><p>lose</p> their'],
    ['as entities', '<p>&#115;treet &#x61;re to lose their</p>'],
    ['in a comment', '<!-- street are to lose their -->'],
    ['in an attribute', '<p title="street are to lose their">x</p>'],
    ['in an address', "<a href='https://example.org/street%20are+to-lose_their'>x</a>"],
    ['in a running head', '<style>@page{@top-left{content:"street are to \\6cose their"}}</style>'],
    [
      'in the data that the page carries, whatever is escaped there',
      '<script type="application/ld+json">{"note":"str\\u0065et are\\n\\u003cto \\"lose\\"\\ttheir"}</script>',
    ],
    ['in the window’s title', '<title>Street are to lose their</title>'],
    ['with figures between the words', '<p>street 1 are 22 to 3 lose (4) their</p>'],
    ['with figures within the words', '<p>str1eet are t2o lose thei3r</p>'],
    ['with raised figures', '<p>street¹ are to² lose³⁴ their</p><sup>5</sup>'],
    [
      'with marks of footnotes',
      '<p>street<sup><a href="#note-1">[note 1]</a></sup> are [a] to (b) lose[2]ª their</p>',
    ],
    [
      'as figures in the running head',
      '<style>@page{@top-left{content:"street 3 are to lose \\32 their"}}</style>',
    ],
    ['in an attribute without quotation marks', '<p title=street&#32;are-to-lose-their>x</p>'],
    ['after a tag that is not closed', '<p><b <i>street</i> are to lose their'],
    [
      'in a template and where scripts are off',
      '<template><p>street are</p></template><noscript>to lose their</noscript>',
    ],
    ['in a style attribute', '<p style="--x:\'street are to \\6cose their\'">x</p>'],
    [
      'in an address with text of its own',
      '<a href="data:text/plain,street%20are%20to%20lose%20their">x</a>',
    ],
    [
      'in an address with malformed percent signs anywhere',
      '<a href="https://example.org/%/%f/%zz%ffstreet%20are%C3%28to%20lose%e2%82their%">x</a>',
    ],
  ])('%s', (_, html) => {
    expect(found(html)).toEqual(FIVE_WORDS);
  });

  test('in the name of the file', () => {
    expect(found('<p>Nothing</p>', '04-street-are-to-lose-their-leases')[0]).toContain('Street are to');
  });

  test('with accents and without', () => {
    expect(found('<p>CAFE OWNERS in Well Street are</p>')).toHaveLength(1);
    expect(found('<p>cafe\u0301-owners in Well Street are</p>')).toHaveLength(1);
  });

  test('in its footnotes', () => {
    expect(found('<p>but the chair has been</p>')).toEqual([
      'exempt-leak reviews/repairs/review.yaml:16 but the chair has been',
    ]);
  });

  test('from end to end as one stretch, however long', () => {
    expect(found('<p>Café-owners in Well Street are to lose their leases, it is said</p>')).toEqual([
      'exempt-leak reviews/repairs/review.yaml:12 Café-owners in Well Street are to **lose their leases',
    ]);
  });

  test('where a whole sentence has fewer than five words', () => {
    expect(found('<p>There were quiet talks.</p>')).toEqual([]);
    expect(found('<p>The doors are quiet. Once the receiver agrees, quite a talk.</p>')).toHaveLength(1);
  });

  test('and four words of a longer sentence are not', () => {
    expect(found('<p>are to lose their rent</p>')).toEqual([]);
  });
});

describe('withheld names and titles are found', () => {
  test('a firm', () => {
    expect(found('<p>We thank Pargetter &amp; Daughters; Pargetter and Daughters, that is.</p>')).toEqual([
      'exempt-leak reviews/repairs/review.yaml:17 Pargetter and Daughters',
    ]);
  });

  test('a document', () => {
    expect(found('<p>See the receipt for eleven doors.</p>')).toEqual([
      'exempt-leak reviews/repairs/progress/2020-02-10.yaml:10 Receipt for eleven doors',
    ]);
  });

  test('but not one that is public elsewhere, nor an officer or a panel that is listed', () => {
    expect(found('<p>Ladder Trust, Head of Homes, Homes Panel</p>')).toEqual([]);
  });
});

test('every field is looked for that the model’s tables call exempt', () => {
  const files: Readonly<Record<string, string>> = {
    ...FILES,
    'data/meetings/2020-01-13-homes.yaml': `date: 2020-01-13
panel: homes
decisions:
  - { action: repairs/1.3, decision: transferred, to: Sealed Painters Guild, reason: Their brushes are far better, minute: Closed session nine }
`,
    [PROGRESS]: (FILES[PROGRESS] ?? '').replace(
      'evidence: [',
      'allow: { rule: evidence-missing, reason: Nobody may see the tins }\n    revised-due: when the turpentine comes\n    reason: The barge sank\n    evidence: [',
    ),
  };
  for (const words of [
    'Sealed Painters Guild',
    'Their brushes are far better',
    'Closed session nine',
    'Nobody may see the tins',
    'when the turpentine comes',
    'The barge sank',
  ])
    expect(guardFor(files).leaksInPage(`<p>${words}</p>`, 'x'), words).toHaveLength(1);
});

describe('a withheld sentence that is public as a title or a name is found', () => {
  const SENTENCE = 'Zenith Estates Withdrew Its Offer';
  const withSecret: Readonly<Record<string, string>> = {
    ...FILES,
    [PROGRESS]: (FILES[PROGRESS] ?? '').replace('The doors of', `${SENTENCE}. The doors of`),
  };
  const of = (file: string, from: string, to: string) => ({
    ...withSecret,
    [file]: (withSecret[file] ?? '').replace(from, to),
  });

  test.each([
    ['a review’s title', of(REVIEW, 'title: Repairs', `title: ${SENTENCE}`)],
    ['an owner', of(REVIEW, 'owner: Ladder Trust', `owner: ${SENTENCE}`)],
    [
      'a due date in words',
      of(REVIEW, 'owner: Ladder Trust', `owner: Ladder Trust\n        due: ${SENTENCE}`),
    ],
    [
      'evidence',
      of(PROGRESS, 'note: Two ladders', `evidence: [ { title: ${SENTENCE} } ]\n    note: Two ladders`),
    ],
    [
      'a venue',
      of('data/meetings/2020-03-02-homes.yaml', 'panel: homes', `panel: homes\nvenue: ${SENTENCE}`),
    ],
  ])('%s', (_, files) => {
    expect(Object.values(files).join('\n').split(SENTENCE)).toHaveLength(3);
    const [leak] = guardFor(files).leaksInPage(`<h2>Head</h2><p>${SENTENCE}</p>`, 'x');
    expect(leak?.message).toContain(`in Head: “${SENTENCE}”`);
    const [place] = leak?.related ?? [];
    expect((files[place?.span.file ?? ''] ?? '').slice(place?.span.start, place?.span.end)).toBe(SENTENCE);
  });

  test('but not the council’s name, nor a title within a sentence', () => {
    const files = of(REVIEW, 'title: Repairs', `title: ${SENTENCE}`);
    const within = {
      ...files,
      [PROGRESS]: (files[PROGRESS] ?? '').replace(`${SENTENCE}.`, `See ${SENTENCE} too. Ambridge Council.`),
    };
    expect(guardFor(within).leaksInPage(`<p>${SENTENCE}</p><p>Ambridge Council</p>`, 'x')).toEqual([]);
  });
});

describe('public words are left alone', () => {
  test('a short text with other figures is another text', () => {
    const files = {
      ...FILES,
      [PROGRESS]: (FILES[PROGRESS] ?? '')
        .replace('The doors of', 'Paid 300 pounds in May. The doors of')
        .replace('Receipt for eleven doors', 'Receipt for 11 doors in 2019'),
    };
    const page = '<p>Paid 500 pounds in May. Receipt for 12 doors in 2020.</p>';
    expect(guardFor(files).leaksInPage(page, 'x')).toEqual([]);
    expect(
      guardFor(files).leaksInPage(
        page.replace('500', '300').replace('12 doors in 2020', '11 doors in 2019'),
        'x',
      ),
    ).toHaveLength(2);
  });

  test('a panel’s or the council’s name is one word within withheld prose', () => {
    expect(found('<p>of the Homes Panel and the Ambridge Council</p>')).toEqual([]);
    expect(found('<p>the Ambridge Council are being</p>')).toEqual([]);
    expect(found('<p>the Ambridge Council are being painted</p>')).toHaveLength(1);
  });

  test('short sentences that anybody writes', () => {
    expect(found('<p>Done.</p><p>It is done.</p>')).toEqual([]);
  });

  test('what the public copy says in the place of what it withholds', () => {
    const files = {
      ...FILES,
      [REVIEW]: (FILES[REVIEW] ?? '').replace(
        'The Homes Panel heard it in private',
        '"Exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A to the Local Government Act 1972"',
      ),
    };
    expect(
      guardFor(files).leaksInPage(
        '<p>Not for publication: contains exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A to the Local Government Act 1972.</p>',
        'x',
      ),
    ).toEqual([]);
  });
});

describe('a find is reported', () => {
  test('with the part of the paper, by heading and paragraph or row', () => {
    const parts = [
      '<title>T</title><h1>Homes</h1><section><h2>Background</h2><p><span class="n">4. </span>Street are to lose their</p></section>',
      '<h2>Appendix B</h2><table><tr><th scope="row" data-column="Ref">1.2</th><td>Street are to lose their</td></tr></table>',
      '<p>Street are to lose their</p>',
    ].map((html) => /in (.*): “/.exec(guardFor().leaksInPage(html, 'x')[0]?.message ?? '')?.[1]);
    expect(parts).toEqual(['Background, paragraph 4', 'Appendix B, 1.2', 'the page']);
  });

  test('once, though it is in several parts', () => {
    const [only, more] = guardFor().leaksInPage(
      '<h2>Background</h2>Street are to lose their<h2>Evidence</h2>Street are to lose their',
      'x',
    );
    expect(only?.message).toContain('in Background; in Evidence: “');
    expect(more).toBeUndefined();
  });

  test('with the public place in the register', () => {
    const files = {
      ...FILES,
      [PROGRESS]: (FILES[PROGRESS] ?? '').replace(
        'Two ladders were bought.',
        'We hear that they are to lose their leases soon.',
      ),
    };
    const [leak] = guardFor(files).leaksInPage(
      '<td>We hear that they are to lose their leases soon.</td>',
      'x',
    );
    const place = leak?.related?.[0]?.span;
    expect(place?.file).toBe(PROGRESS);
    expect((files[PROGRESS] ?? '').slice(place?.start, place?.end)).toBe('are to lose their leases');
    expect(leak?.hint).toMatch(/^Say it in other words/);
  });

  test('with the public place where figures are between the words', () => {
    const files = {
      ...FILES,
      [PROGRESS]: (FILES[PROGRESS] ?? '').replace('Two ladders', 'Street¹ are to 2 lose their; two ladders'),
    };
    const [leak] = guardFor(files).leaksInPage('<p>Street¹ are to 2 lose their</p>', 'x');
    const [place] = leak?.related ?? [];
    expect((files[PROGRESS] ?? '').slice(place?.span.start, place?.span.end)).toBe(
      'Street¹ are to 2 lose their',
    );
  });

  test('with a word of doubt about the program where the register says it nowhere in public', () => {
    const [leak] = guardFor().leaksInPage('<p>Street are to lose their</p>', 'x');
    expect(leak?.related).toEqual([]);
    expect(leak?.hint).toMatch(/templates/);
  });

  test('as one answer to two actions, where it is that', () => {
    const files = { ...FILES, [PROGRESS]: (FILES[PROGRESS] ?? '').replace('  1.2:', '  1.1, 1.2:') };
    const [leak] = guardFor(files).leaksInPage('<td>Two ladders were bought.</td>', 'x');
    expect(leak?.hint).toMatch(/^One answer is given to an exempt action and to a public one/);
    expect(leak?.related).toHaveLength(1);
  });
});

describe('of any withheld prose', () => {
  const word = fc.stringMatching(/^[a-zA-ZŵŷéÀ]{3,9}$/);
  const words = fc.array(word, { minLength: 5, maxLength: 30 });

  test('any five words in a row are found, whatever is around and between them', () => {
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.constantFrom(' ', '\n', '-', '\u00ad', ' <b> ', '\u00a0'),
        (secret, at, gap) => {
          const files = {
            ...FILES,
            [REVIEW]: (FILES[REVIEW] ?? '').replace('Quiet talks.', secret.join(' ')),
          };
          const start = at % (secret.length - 4);
          const leaked = secret
            .slice(start, start + 5)
            .join(gap)
            .toUpperCase();
          expect(guardFor(files).leaksInPage(`<p>It is said: ${leaked}!</p>`, 'x').length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});
