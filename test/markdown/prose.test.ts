import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ProseContext,
  picturesIn,
  plainText,
  proseBlocks,
  proseHtml,
  proseInline,
  proseProblems,
  startFootnotes,
} from '../../src/markdown/index.js';

function context(images: Readonly<Record<string, string>> = {}, isWide = false): ProseContext {
  const shown = Object.entries(images).map(([path, address]) => [path, { address, isWide }] as const);
  return { notes: startFootnotes(), images: new Map(shown), headingLevel: 3 };
}

function html(markdown: string): string {
  return proseHtml(markdown, context(), undefined);
}

describe('Markdown', () => {
  test.each([
    ['*so* and **so** and `so`', '<p><em>so</em> and <strong>so</strong> and <code>so</code></p>'],
    ['one\ntwo  \nthree', '<p>one two <br>three</p>'],
    [
      '[a page](https://example.org/a?b=1&c=2)',
      '<p><a href="https://example.org/a?b=1&amp;c=2">a page</a></p>',
    ],
    ['write to me@example.org', '<p>write to <a href="mailto:me@example.org">me@example.org</a></p>'],
    ['- a\n- b', '<ul><li><span class="n">• </span>a</li><li><span class="n">• </span>b</li></ul>'],
    [
      '3. a\n4. b',
      '<ol start="3"><li><span class="n">3. </span>a</li><li><span class="n">4. </span>b</li></ol>',
    ],
    [
      '- [x] a\n- [ ] b',
      '<ul><li><span class="n">• </span>Done: a</li><li><span class="n">• </span>To do: b</li></ul>',
    ],
    [
      '| a | b |\n|---|--:|\n| 1 |  |',
      '<div role="table"><table role="presentation"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" style="--letters:1">a</th><th scope="col" role="columnheader" class="right" style="--letters:5">b</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell">1</td><td role="cell" class="right">not given</td></tr></tbody></table></div>',
    ],
    ['AT&amp;T costs &pound;5', '<p>AT&amp;T costs £5</p>'],
    ['## Big', '<p><strong>Big</strong></p>'],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test('nested lists keep their order', () => {
    expect(plainText('1. one\n   - inner\n2. two')).toBe('1. one • inner\n2. two');
    expect(html('1. one\n   - inner\n2. two')).toBe(
      '<ol><li><span class="n">1. </span>one<ul><li><span class="n">• </span>inner</li></ul></li><li><span class="n">2. </span>two</li></ol>',
    );
  });

  test('each paragraph is a block, and a list hangs beneath', () => {
    expect(
      proseBlocks('One.\n\n- a\n\n## Two\n\nThree.', context(), undefined).map(({ kind }) => kind),
    ).toEqual(['paragraph', 'beneath', 'heading', 'paragraph']);
    expect(proseInline('One.\n\nTwo.', context(), undefined)).toEqual({
      first: 'One.',
      beneath: '<p>Two.</p>',
    });
  });
});

describe('a table that needs more room than a column of ours has', () => {
  const table = (...heads: readonly string[]) =>
    html(`| ${heads.join(' | ')} |\n|${'---|'.repeat(heads.length)}`);
  const FRAME = /^<div class="wide" role="group" aria-label="Wide table" tabindex="0"><div role="table">/;
  const lettersOf = (page: string) =>
    [...page.matchAll(/--letters:([\d.]+)/g)].map(([, each]) => Number(each));

  test('is in a frame that the keyboard reaches and that has a name; a small one needs none', () => {
    expect(table(...Array(8).fill('ab'))).toMatch(FRAME);
    expect(table(...Array(7).fill('ab'))).toMatch(/^<div role="table">/);
    // Few columns of long words need as much: with the gaps between them 29 letters and 28.
    expect(table('Responsible', 'organisation')).toMatch(/^<div role="table">/);
    expect(table('Responsible', 'Accountability')).toMatch(FRAME);
    expect(table('By Responsible-officer', 'of the council')).toMatch(/^<div role="table">/);
  });

  test('has room for its figures before that for its words', () => {
    const figures = html(
      `| ${Array(14).fill('September').join(' | ')} |\n|${'---|'.repeat(14)}\n| ${Array(14).fill('1,234').join(' | ')} |`,
    );
    expect(figures).toContain('<table role="presentation" class="small">');
    expect(Math.min(...lettersOf(figures))).toBe(5);
    expect(lettersOf(figures).reduce((sum, letters) => sum + letters, 0)).toBeLessThanOrEqual(86);
    expect(
      lettersOf(table(...Array(40).fill('September'))).reduce((sum, each) => sum + each, 0),
    ).toBeLessThan(47);
  });
});

describe('raw HTML prints as text', () => {
  test.each([
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- hidden -->',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<div>\n\nblock\n\n</div>',
    '</style><script>',
    '| <i>x</i> |\n|---|\n| <u>y</u> |',
  ])('%j', (markdown) => {
    expect(html(markdown)).not.toMatch(/<(?:b|script|img|a|div(?! role="table")|i|u|style|!--)[\s>]/);
    expect(html(markdown)).toContain('&lt;');
  });
});

describe('a link that leads nowhere safe prints its words only', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/relative',
    'page.html',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'ftp://example.org',
  ])('%j', (address) => {
    const made = html(`[words](<${address}>)`);
    expect(made).not.toContain('href');
    expect(made).toContain('words');
    expect(proseProblems(`[words](<${address}>)`).map(({ code }) => code)).toEqual(['link-scheme']);
  });

  test('and is reported at its place', () => {
    const markdown = 'See [the list](https://example.org) and [that](javascript:x) too.';
    const [problem] = proseProblems(markdown);
    expect(markdown.slice(problem?.start, problem?.end)).toBe('[that](javascript:x)');
  });
});

describe('for readers who hear the page', () => {
  const codes = (markdown: string) => proseProblems(markdown).map(({ code }) => code);

  test.each(['here', 'Click here.', 'read more', 'this link', 'More…'])(
    '[%s] does not say where it leads',
    (words) => {
      expect(codes(`See [${words}](https://example.org).`)).toEqual(['link-text']);
    },
  );

  test('the words of other links may hold such words', () => {
    expect(codes('See [what is said here](https://example.org/a) and <https://example.org/b>.')).toEqual([]);
  });

  test('a picture without words is reported, and one with words is not', () => {
    expect(codes('![ ](map.png)')).toEqual(['image-alt']);
    expect(codes('![A map](map.png)')).toEqual([]);
  });

  test.each([
    ['## Second', ['heading-jump']],
    ['# First\n\n### Third', ['heading-jump']],
    ['# First\n\n## Second\n\n# First again\n\n## Second again', []],
    ['First\n=====\n\nSecond\n------', []],
  ])('%j', (markdown, expected) => {
    expect(codes(markdown)).toEqual(expected);
  });

  test('a text of a whole report is reported as prose-too-long', () => {
    expect(codes('word '.repeat(20_001))).toEqual(['prose-too-long']);
  });

  test('brackets that are never closed are words, however many', () => {
    expect(codes('[a '.repeat(30_000).slice(0, 80_000))).toEqual([]);
    expect(html(`${'[a '.repeat(400)}b`)).toContain(`${'[a '.repeat(400)}b`);
  });
});

describe('footnotes', () => {
  test('are numbered through the paper, and printed at the end of their own text', () => {
    const shared = context();
    const first = proseHtml('One[^a] and two[^b].\n\n[^a]: First.\n[^b]: Second.', shared, undefined);
    const second = proseHtml('Three[^a].\n\n[^a]: Third.', shared, undefined);
    expect(first).toBe(
      '<p>One <a id="note-1-ref" href="#note-1">[note 1]</a> and two <a id="note-2-ref" href="#note-2">[note 2]</a>.</p><ol class="notes"><li id="note-1">Note 1. First. <a href="#note-1-ref">Back to the text</a></li><li id="note-2">Note 2. Second. <a href="#note-2-ref">Back to the text</a></li></ol>',
    );
    expect(second).toContain('id="note-3"');
    const ids = [...(first + second).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('spoken of twice have one number and ids of their own', () => {
    const made = html('One[^a] and again[^a].\n\n[^a]: Note.');
    expect(made).toContain('id="note-1-ref"');
    expect(made).toContain('id="note-1-ref-2"');
    expect(made.match(/<li id=/g)).toHaveLength(1);
  });

  test('that are missing or never referred to are reported', () => {
    expect(proseProblems('One[^a].').map(({ message }) => message)).toEqual([
      'there is no footnote [^a] in this text',
    ]);
    expect(proseProblems('One.\n\n[^a]: Lost.').map(({ message }) => message)).toEqual([
      'the footnote [^a] is never spoken of',
    ]);
    expect(html('One[^a].')).toBe('<p>One[^a].</p>');
  });
});

describe('pictures', () => {
  test('are the register’s own, and their words where there is none', () => {
    expect(
      proseHtml('![A map](maps/a.png)', context({ 'maps/a.png': 'data:image/png;base64,AA' }), undefined),
    ).toBe('<p><img src="data:image/png;base64,AA" alt="A map"></p>');
    expect(html('![A map](maps/a.png)')).toBe('<p>A map</p>');
    expect(picturesIn('![A map](maps/a.png) ![x](../x.png) ![y](https://example.org/y.png)')).toEqual([
      { path: 'maps/a.png', start: 0, end: 20 },
    ]);
    expect(proseProblems('![x](../x.png)').map(({ code }) => code)).toEqual(['image-outside']);
  });
});

describe('whatever is written', () => {
  const ALLOWED =
    /^<\/?(?:p|em|strong|del|code|pre|br|hr|ul|ol|li|span|a|sup|blockquote|div|table|thead|tbody|tr|th|td)(?: (?:class="(?:n|notes|left|right|center|wide)"|role="(?:table|presentation|rowgroup|row|columnheader|cell|group)"|aria-label="Wide table"|tabindex="0"|id="note-[\d\w-]+"|href="(?:https?:|mailto:|tel:|#note-)[^"<>]*"|start="\d+"|scope="col"|style="--letters:[\d.]+"))*>$/i;
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '[',
    ']',
    '(',
    ')',
    '!',
    '*',
    '_',
    '`',
    '#',
    '|',
    '-',
    '\n',
    '\n\n',
    ' ',
    '^',
    ':',
    'javascript:',
    'https://a.b/',
    'onclick=',
    '<script>',
    '</p>',
    '\\',
    '&#60;',
    '&lt;',
    'word',
    '[^1]',
    '[^1]: x\n',
    '1. ',
    '> ',
    '\u0000',
    '~~',
  );

  test('only known tags and attributes come out, and it never throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        for (const tag of html(parts.join('')).match(/<[^>]*>/g) ?? []) expect(tag).toMatch(ALLOWED);
        plainText(parts.join(''));
        for (const { start, end } of proseProblems(parts.join(''))) expect(start).toBeLessThanOrEqual(end);
      }),
      { numRuns: 3_000 },
    );
  });

  test('every word of plain text comes out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ŵ', '9'), minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 12,
        }),
        (words) => {
          expect(html(words.join(' '))).toBe(`<p>${words.join(' ')}</p>`);
          expect(plainText(words.join('\n'))).toBe(words.join(' '));
        },
      ),
    );
  });

  test('plain words come out as they would through the whole of Markdown', () => {
    const plainish = fc.string({
      unit: fc.constantFrom(
        'a',
        'B',
        ' ',
        '.',
        ',',
        '-',
        '+',
        '1',
        ')',
        ':',
        '/',
        '’',
        '(',
        '%',
        '=',
        '"',
        "'",
        ';',
        '?',
        'w',
        'é',
      ),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(plainish, (text) => {
        // A paragraph after another is never read by the short way, so the second one shows what the long way makes of the words.
        if (text.trim() !== text || text === '') return;
        const long = html(`*x*\n\n${text}`).replace('<p><em>x</em></p>', '');
        expect(html(text)).toBe(long);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(['[', '*', '_', '`', '> ', '- ', '![', '<', '[^', '(', '|', '&', '#', '~'])(
    'a hundred thousand %j come out as something',
    (piece) => {
      expect(html(piece.repeat(Math.floor(100_000 / piece.length))).length).toBeGreaterThan(0);
    },
  );
});
