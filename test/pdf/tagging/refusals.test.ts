import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/pdf/tagging/index.js';
import { InaccessiblePdf } from '../../../src/pdf/tagging/refusals/index.js';
import { INFO, pageOf, printer } from './page.js';

const { raw, finished } = printer();
const TITLE = '<h1>A paper</h1>';

async function refusedFor(html: string): Promise<readonly string[]> {
  const failure: unknown = await finished(html).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(InaccessiblePdf);
  return failure instanceof InaccessiblePdf
    ? failure.refusals.map(({ code, message }) => `${code}: ${message}`)
    : [];
}

/** What a style or a template does to a paper, and what is said of it. Each passes every checker of PDFs. */
const HAPPENINGS: readonly (readonly [happening: string, body: string, head: string, said: RegExp])[] = [
  [
    'opacity on words',
    '<p style="opacity: 0.8">Words that fade</p>',
    '',
    /^paper-words: on page 1 words are drawn as a picture/,
  ],
  [
    'a style that blends',
    '<p style="mix-blend-mode: multiply">Words that blend</p>',
    '',
    /^paper-words: on page 1 words are drawn as a picture/,
  ],
  ['a filter', '<p style="filter: grayscale(1)">Words that are filtered</p>', '', /^paper-words: /],
  [
    'a number by ::before',
    '<p class="numbered">Words</p>',
    '<style>.numbered::before { content: "12. "; }</style>',
    /^paper-words: on page 1 '12\.' can be seen but not heard$/,
  ],
  [
    'a number by ::marker',
    '<ol><li>Words</li></ol>',
    '',
    /^paper-words: where the page shows 'A paper Words' a screen reader would hear 'A paper1\. Words'$/,
  ],
  [
    'an empty cell',
    '<table><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><td></td><td>the second</td></tr></table>',
    '',
    /^paper-words: the row 'the second' has other columns than the table’s first row$/,
  ],
  [
    'a character that the typeface lacks',
    '<p>The sign 𓀀 of a man</p>',
    '',
    /^paper-typeface: no typeface of the paper has every character of 'The sign \ufffd of a man'$/,
  ],
  [
    'a heading that skips a level',
    '<h2>Purpose</h2><h4>Detail</h4>',
    '',
    /^paper-headings: the heading 'Detail' is of level 4/,
  ],
  [
    'a picture without words',
    `<p><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="9"></p>`,
    '',
    /^paper-naming: a picture does not say what it shows$/,
  ],
  [
    'a link whose role is something else',
    '<p>See <a href="https://example.org/" role="doc-noteref">1</a></p>',
    '',
    /^paper-naming: a link is not heard with its words$/,
  ],
];

describe('a paper that would pass a checker and could not be read is refused', () => {
  test.each(HAPPENINGS)('for %s', async (_, body, head, said) => {
    expect(await refusedFor(pageOf(`${TITLE}${body}`, head))).toEqual([expect.stringMatching(said)]);
  });

  test('for want of a language', async () => {
    const html = pageOf(TITLE).replace(' lang="en-GB"', '');
    expect(await refusedFor(html)).toEqual(['paper-naming: the paper does not say which language it is in']);
  });

  test('for want of a title', async () => {
    expect(await refusedFor(pageOf(TITLE).replace('<title>A paper</title>', ''))).toEqual([
      'paper-naming: the paper has no title',
    ]);
  });

  test('for want of a heading', async () => {
    expect(await refusedFor(pageOf('<p>Words</p>'))).toEqual(['paper-headings: the paper has no heading']);
  });

  test('for a typeface that the page does not bring', async () => {
    const html = pageOf(`${TITLE}<p style="font-family: monospace">Words</p>`);
    expect(await refusedFor(html)).toEqual([
      expect.stringMatching(/^paper-typeface: the paper is set in \w+.*, a typeface of this machine$/),
    ]);
  });

  test('for words that the page shows and the paper lacks, whatever took them away', async () => {
    const printed = await raw(pageOf(`${TITLE}<p>The words of the page</p>`));
    const page = { ...printed.page, shown: `${printed.page.shown} and more than those` };
    await expect(finish({ ...printed, page }, INFO)).rejects.toThrow(
      /where the page shows '.*words of the page and more than those' a screen reader would hear '.*words of the page'$/,
    );
  });
});

describe('what is no fault is not refused', () => {
  test.each([
    ['words declared to be decoration', '<p>Words<span aria-hidden="true"> *</span></p>', ''],
    ['words in capitals by style', '<p style="text-transform: uppercase">words</p>', ''],
    [
      'what print does not show',
      '<p class="skip">Skip</p><p>Words</p>',
      '<style>@media print { .skip { display: none } }</style>',
    ],
    [
      'cells that reach over rows and columns',
      '<table><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th></tr><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      '',
    ],
    ['ligatures and soft hyphens', '<p>The office of a staff&shy;ing officer, affirmed</p>', ''],
  ])('%s', async (_, body, head) => {
    expect((await finished(pageOf(`${TITLE}${body}`, head))).length).toBeGreaterThan(1000);
  });
});
