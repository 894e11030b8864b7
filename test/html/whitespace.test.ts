import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapseLayoutWhitespace } from '../../src/html/whitespace.js';

describe('line breaks of a template', () => {
  test.each([
    ['<p>\n  one\n  two\n</p>', '<p>one two</p>'],
    ['<p>one\n<strong>two</strong>\nthree</p>', '<p>one <strong>two</strong> three</p>'],
    ['<p>one<strong>\n two\n</strong>three</p>', '<p>one<strong> two </strong>three</p>'],
    ['<p><em>one</em>\n<em>two</em></p>', '<p><em>one</em> <em>two</em></p>'],
    ['<td>\n  <p>one</p>\n  <p>two</p>\n</td>', '<td><p>one</p><p>two</p></td>'],
    ['<li>\r\n\tone\r\n</li>', '<li>one</li>'],
    ['<p>one \n two</p>', '<p>one two</p>'],
    ['<p>one\n<br>\ntwo</p>', '<p>one<br>two</p>'],
    ['<p title="a > b\nc">\none</p>', '<p title="a > b\nc">one</p>'],
    ['<p>\u00a0\none</p>', '<p>\u00a0 one</p>'],
  ])('%j', (html, settled) => expect(collapseLayoutWhitespace(html)).toBe(settled));

  test('stay where nothing keeps white space, so that the page can be read', () => {
    const html = '<main>\n<section>\n<p>one</p>\n</section>\n</main>\n';
    expect(collapseLayoutWhitespace(html)).toBe(html);
  });

  test('stay in styles and in what is set as it was typed', () => {
    const html = '<style>p {\n}\n</style><td><pre>a\n  b\n</pre></td>';
    expect(collapseLayoutWhitespace(html)).toBe(html);
  });

  test('are all that is touched: no other character comes or goes', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<em>',
      '</em>',
      '<td>',
      '</td>',
      '<!-- x -->',
      'a',
      'b < c',
      '&lt;',
      ' ',
      '\n',
      '\n  ',
      '<',
      '"',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        const settled = collapseLayoutWhitespace(html);
        expect(settled.replace(/[ \t\r\n]/g, '')).toBe(html.replace(/[ \t\r\n]/g, ''));
        expect(collapseLayoutWhitespace(settled)).toBe(settled);
      }),
    );
  });

  test('take time in proportion to the page', () => {
    const html = '<table>\n<tr>\n<td>\n<p>one\ntwo</p>\n</td>\n</tr>\n</table>\n'.repeat(40_000);
    expect(collapseLayoutWhitespace(html)).toContain('<td><p>one two</p></td>');
  });
});
