import fc from 'fast-check';

/**
 * Words as an author may set them, and how they must be read. `@1`, `@2` … stand for marked words, letters and digits that stand nowhere
 * else, and `¤` for a label that nothing else in the register has.
 */
export interface Setting {
  readonly typed: string;
  /** What is read, in this order. */
  readonly said: readonly string[];
  /** What is read at another place: footnotes, addresses of links, and words for pictures. */
  readonly aside?: readonly (readonly string[])[];
}

function asTyped(...texts: readonly string[]): readonly Setting[] {
  return texts.map((typed) => ({ typed, said: [typed.replace(/\s+/g, ' ')] }));
}

function read(
  typed: string,
  said: string | readonly string[],
  ...aside: readonly (readonly string[])[]
): Setting {
  return { typed, said: typeof said === 'string' ? [said] : said, aside };
}

/** On one line of a field that is no Markdown: a title, a name. Everything is read as it was typed. */
export const TITLES: readonly Setting[] = asTyped(
  '@1 of @2',
  '@1 @2',
  '*@1* **@2**',
  '_@1_ `@2`',
  '16~@1 ~~@2~~',
  'A*A*@1',
  '<b>@1</b>',
  '@1<br>@2',
  '&eacute;@1 &amp; @2',
  '[@1](@2)',
  '[@1]: @2',
  '@1[^1]',
  '@1 | @2',
  '> @1',
  '- @1',
  '1. @1',
  '@1: @2',
  '“@1” ‘@2’ "@3" \'@4\'',
  '@1 – @2 — @3…',
  '£@1 €@2 @3% ½@4',
  'Café @1, Ŵyn @2',
  '@1\u00a0@2',
  '@1\t@2',
  'S:\\@1',
  '{{@1}} {@2}',
  '$@1 & @2 + @3 = @4',
  '@1 #@2',
  '@1/@2 (@3) [@4]',
);

/** Within a line of Markdown. */
const LINES: readonly Setting[] = [
  ...asTyped(
    '@1',
    '@1 @2, @3',
    // Signs that mean nothing to Markdown, or nothing where they stand.
    'aged 16~@1 and ~@2',
    '~£5,000-~£10,000 @1',
    'A*A*@1 and 3*4*@2',
    '@1*@2*@3',
    '@1 * @2',
    '@1 *@2',
    '(*) @1',
    '@1_@2_@3 and _@4',
    '@1 # @2 #@3',
    'S:\\@1\\@2',
    '\\\\server\\@1',
    '@1 | @2|@3',
    '@1^2^ H~2~O @2',
    '$@1$ =@2= ==@3==',
    '@1 -- @2 --- @3',
    'a <@1 and b > @2',
    '@1<@2 >@3',
    '-> @1 => @2 <- @3',
    '>90@1 and <5@2',
    'AT&T @1 & @2',
    '&@1; &nosuchname;@2',
    '100% @1, %41 @2',
    ':@1: @@2 !@3 ?@4',
    '[@1] [@2] (@3)',
    '@1] and [@2',
    '[ ] @1 [x] @2',
    '[@1][@2]',
    '![@1 and ![@2]',
    '@1[2] and [3]@2',
    '{@1} {{@2}} {{{@3}}}',
    '"@1" \'@2\' “@3” ‘@4’',
    '@1… @2! @3? @4;',
    'see 3) @1 and 4. @2 and a) @3',
    '– @1 • @2 · @3',
    '½ @1 § @2 °C @3 m² @4',
    'é@1ñ Ŵ@2',
    '@1\u00a0@2',
    'C# @1 and F# @2',
    '@1/@2/@3 and @4/',
  ),
  read('@1\t@2', '@1 @2'),
  read('@1\u2028@2', '@1 @2'),
  read('@1\u2029@2', '@1 @2'),
  read('@1\u0085@2', '@1 @2'),
  read('@1\u000b@2', '@1 @2'),
  read('@1\u000c@2', '@1 @2'),
  read('@1\u1680@2\u205f@3', '@1 @2 @3'),
  // Emphasis, whose marks are Markdown's own.
  read('*@1 @2* @3', '@1 @2 @3'),
  read('**@1** and ***@2***', '@1 and @2'),
  read('_@1_, __@2__', '@1, @2'),
  read('~~@1 @2~~', '@1 @2'),
  read('**@1 *@2* @3**', '@1 @2 @3'),
  read('(**@1**): *@2*.', '(@1): @2'),
  read('**@1:**', '@1:'),
  // Code.
  read('`@1 *@2* _@3_`', '@1 *@2* _@3_'),
  read('`` @1`@2 ``', '@1`@2'),
  read('`&amp;@1 <@2> [^1] ~@3~ \\@4`', '&amp;@1 <@2> [^1] ~@3~ \\@4'),
  read('`A*A*@1`', 'A*A*@1'),
  // Links.
  read('[@1 @2](https://example.org/@3)', '@1 @2', ['https://example.org/@3']),
  read('[@1 *@2*](<https://example.org/@3> "@4 @5")', '@1 @2 (@4 @5', ['https://example.org/@3']),
  read("[@1](https://example.org/@2?a=1&b=@3#@4 '@5')", '@1 (@5', ['https://example.org/@2?a=1&b=@3#@4']),
  read('[@1](https://example.org/~@2/A*A*@3_@4_)', '@1', ['https://example.org/~@2/A*A*@3_@4_']),
  read('<https://example.org/@1>', 'https://example.org/@1'),
  read('https://example.org/@1?a=~@2&b=@3', 'https://example.org/@1?a=~@2&b=@3'),
  read('www.example.org/@1_@2_@3', 'www.example.org/@1_@2_@3'),
  read('@1@example.org', '@1@example.org'),
  read('<@1@example.org>', '@1@example.org'),
  read('[@1](mailto:@2@example.org)', '@1', ['@2@example.org']),
  read('[@1 ~@2](tel:01234567890)', '@1 ~@2'),
  // Pictures, by their words.
  read('![@1 @2](pictures/map.png)', [], ['@1 @2']),
  read('![*@1* ~@2](pictures/map.png "@3")', '(@3)', ['@1 ~@2']),
  // Characters by name and number.
  read('Caf&eacute; @1 &frac12; @2', 'Café @1 ½ @2'),
  read('&#163;@1 &#xA3;@2', '£@1 £@2'),
  read('&lt;@1&gt; &amp; &quot;@2&quot;', '<@1> & "@2"'),
  read('@1&nbsp;@2&ndash;@3', '@1\u00a0@2–@3'),
  read('&amp;amp; @1 &ast;@2&ast;', '&amp; @1 *@2*'),
  // Backslashes before signs.
  read('\\*@1\\* \\_@2\\_', '*@1* _@2_'),
  read('\\# @1 \\[@2\\](@3)', '# @1 [@2](@3)'),
  read('\\<@1\\> \\`@2\\`', '<@1> `@2`'),
  read('@1\\|@2', '@1|@2'),
  // What looks like HTML.
  ...asTyped(
    '<b>@1</b> <i class="@2">@3</i>',
    '<@1> and </@2>',
    '<a href="@1">@2</a>',
    '<!-- @1 -->',
    '<script>@1</script>',
    '<@1/> <?@2?>',
    '<style>@1{@2}</style>',
    '<@1 @2="@3">',
    '<![CDATA[@1]]>',
  ),
  read('@1<br>@2<br/>@3', '@1 @2 @3'),
];

/** Within a paragraph of several lines. */
const BROKEN: readonly Setting[] = [
  read('@1\n@2', '@1 @2'),
  read('@1  \n@2\\\n@3', '@1 @2 @3'),
  ...asTyped(
    '@1\n#@2',
    '@1\n+@2\n-@3',
    '@1\n2. @2\n7) @3',
    '@1\n[@2]: @3',
    '@1\n– @2\n– @3',
    '@1\n(a) @2\n(b) @3',
    '@1\n• @2',
    '@1\n=@2',
    '@1\n|@2|@3',
    '@1\n<div>\n@2\n</div>',
  ),
  read('@1\n    @2\n\t@3', '@1 @2 @3'),
  read('**@1\n@2** *@3\n@4*', '@1 @2 @3 @4'),
  read('`@1\n@2`', '@1 @2'),
  read('[@1\n@2](https://example.org/@3)', '@1 @2', ['https://example.org/@3']),
];

/** Blocks by themselves. */
const BLOCKS: readonly Setting[] = [
  // Lists.
  read('- @1\n- @2', ['• @1', '• @2']),
  read('* @1\n* @2\n\n+ @3', ['• @1', '• @2', '• @3']),
  read('• @1\n• @2', ['• @1', '• @2']),
  read('Done:\n• @1\n•\t@2\n• @3', ['Done:', '• @1', '• @2', '• @3']),
  read('2. @1\n4. @2\n7. @3', ['2. @1', '4. @2', '7. @3']),
  read('3) @1\n1) @2', ['3) @1', '1) @2']),
  read('1. @1\n1. @2\n1. @3', ['1. @1', '2. @2', '3. @3']),
  read('1. @1\n2. @2\n2. @3', ['1. @1', '2. @2', '2. @3']),
  read('2019. @1', '2019. @1'),
  read('01. @1\n02. @2', ['01. @1', '02. @2']),
  read('- @1\n\n  @2\n- @3\n  - @4\n    1) @5', ['• @1', '@2', '• @3', '• @4', '1) @5']),
  read('- [ ] @1\n- [x] @2', ['To do: @1', 'Done: @2']),
  read('1. @1\n   > @2\n\n       @3', ['1. @1', '@2', '@3']),
  read('- @1 *@2*\n- ~@3', ['• @1 @2', '• ~@3']),
  ...asTyped('– @1\n– @2', 'a) @1\nb) @2', '(i) @1\n(ii) @2'),
  // Tables.
  read('| @1 | @2 |\n| --- | --: |\n| @3 | **@4** |', ['@1', '@2', '@3', '@4']),
  read('@1 | @2\n--- | ---\n@3 | @4', ['@1', '@2', '@3', '@4']),
  read('| @1 | @2 |\n| --- | --- |\n| @3 | @4 | @5 |\n| @6 |', ['@1', '@2', '@3', '@4 | @5', '@6']),
  read('| @1 | @2 |\n| --- | --- |\n| a|b|c|@3 | @4 |', ['@1', '@2', 'b|c|@3 | @4']),
  read('| @1 | @2 |\n| :-: | --- |\n| @3\\|@4 | `@5\\|@6` |', ['@1', '@2', '@3|@4', '@5|@6']),
  read(
    '| @1 | @2 |\n| --- | --- |\n| [@3](https://example.org/@4) | ~@5 A*A*@6<br>@7 |',
    ['@1', '@2', '@3', '~@5 A*A*@6', '@7'],
    ['https://example.org/@4'],
  ),
  ...asTyped('| @1 | @2 |\n| --- |\n| @3 | @4 |', '| @1 | @2 |'),
  read(
    '| @1 | B | C | D | E | F | G | H | I | @2 |\n|-|-|-|-|-|-|-|-|-|-|\n| @3 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | @4 |',
    ['@1', '@2', '@3', '@4'],
  ),
  read(
    '@1\n\n| @2 | @3 |\n|-|-|\n| ![@4](pictures/map.png) | @5 |\n\n@6',
    ['@1', '@2', '@3', '@5', '@6'],
    ['@4'],
  ),
  // Quotations.
  read('> @1\n> @2\n>\n> @3', ['@1 @2', '@3']),
  read('> @1\n@2', '@1 @2'),
  read('> - @1\n> > @2', ['• @1', '@2']),
  read('>90% @1', '>90% @1'),
  // Code.
  read('```\n@1  *@2*\n\n# @3\n```', ['@1 *@2*', '# @3']),
  read('~~~ @1 @2\n&amp;@3\n~~~', ['@1 @2', '&amp;@3']),
  read('Thus:\n\n    @1 _@2_\n\n      <@3>', ['Thus:', '@1 _@2_', '<@3>']),
  read('````\n@1\n```\n@2\n````', '@1 ``` @2'),
  // Headings and lines.
  read('# @1 *@2*\n\n## @3 #', ['@1 @2', '@3']),
  read('@1\n@2\n===', '@1 @2'),
  read('@1\n---\n@2', ['@1', '@2']),
  read('@1\n\n***\n\n@2', ['@1', '@2']),
  ...asTyped('#@1', '####### @1', '+@1', '-@1', '=== @1', '--- @1', '*@1', '1.@1', ': @1', '|@1'),
  // Definitions that a link uses, and those which no link uses.
  read('[@1][¤] and [¤]\n\n[¤]: https://example.org/@2', ['@1', 'and ¤'], ['https://example.org/@2']),
  read('[@1]\n\n[@1]: <https://example.org/@2> "@3 @4"', '@1 (@3 @4', ['https://example.org/@2']),
  ...asTyped(
    '[@1]: @2',
    '[@1]: https://example.org/@2',
    '[@1]: @2 @3\n[@4]: @5',
    '[@1]:\n@2',
    '[@1]: https://example.org/@2 "@3"',
  ),
  read(
    '[@1]\n\n[@1]: https://example.org/@2\n\n[@1]: https://example.org/@3',
    ['@1', '[@1]: https://example.org/@3'],
    ['https://example.org/@2'],
  ),
  read('[@1]\n\n[@1]: @2 @3', ['[@1]', '[@1]: @2 @3']),
  // Footnotes.
  read('@1[^¤] @2\n\n[^¤]: @3 *@4*', ['@1', '@2'], ['@3 @4']),
  read('@1[^¤]\n\n[^¤]: @2\n  @3', ['@1'], ['@2', '@3']),
  read('@1[^¤] @2[^¤]\n\n[^¤]: @3\n\n@4', ['@1', '@2', '@4'], ['@3']),
  read('@1[^¤]\n\n[^¤]: @2\n[^¤]: @3', ['@1', '[^¤]: @3'], ['@2']),
  read('@1[^¤]\n\n[^¤]: @2[^b]\n[^b]: @3', ['@1'], ['@2'], ['@3']),
  read('@1\n\n[^¤]: @2', ['@1', '[^¤]: @2']),
  read('@1[^@2]', ['@1[^@2]']),
  read('@1[^¤]\n\n[^¤]: [@2](https://example.org/@3) ~@4', ['@1'], ['@2', '~@4'], ['https://example.org/@3']),
  read('@1[^¤]\n\n[^¤]: @2\n\n    @3\n\n    - @4', ['@1'], ['@2', '@3', '@4']),
  read('- @1[^¤]\n- @2\n\n[^¤]: @3', ['• @1', '• @2'], ['@3']),
  read('| @1[^¤] | @2 |\n| --- | --- |\n| @3 | @4[^¤] |\n\n[^¤]: @5', ['@1', '@2', '@3', '@4'], ['@5']),
];

/** One text of a field, as it was drawn. */
export interface Drawn {
  readonly pieces: readonly (readonly Setting[])[];
  readonly title: Setting;
  readonly yaml: YamlStyle;
}

/**
 * How a value is set in YAML. `unquoted` and `folded-lines` are how people write it who do not know what YAML makes of ` #` and of lines
 * after `>`: there a diagnostic may stand for the words.
 */
export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'unquoted' | 'folded-lines';

const PLAIN = read('@1 @2', '@1 @2');

/** Most fields are plain words, so that a register which fails is soon one with a single field at fault. */
export const DRAWN: fc.Arbitrary<Drawn> = fc.record({
  pieces: fc.oneof(
    { weight: 3, arbitrary: fc.constant([[PLAIN]]) },
    {
      weight: 4,
      arbitrary: fc.array(
        fc.oneof(
          fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 3 }),
          fc.constantFrom(...BROKEN).map((one) => [one]),
          fc.constantFrom(...BLOCKS).map((one) => [one]),
        ),
        { minLength: 1, maxLength: 2 },
      ),
    },
  ),
  title: fc.oneof(
    { weight: 2, arbitrary: fc.constant(PLAIN) },
    { weight: 3, arbitrary: fc.constantFrom(...TITLES) },
  ),
  yaml: fc.constantFrom<YamlStyle>(
    'plain',
    'single',
    'double',
    'literal',
    'literal',
    'folded',
    'unquoted',
    'folded-lines',
  ),
});

/** A text with its marked words in it. */
export interface Marked {
  readonly typed: string;
  /** What is to be found, each list in its order. */
  readonly said: readonly (readonly string[])[];
}

/** The title of a drawn text. Its marked words stand nowhere else: `z007c2` is the second of the third setting in the field with number 7. */
export function markTitle({ title }: Drawn, field: number): Marked {
  return marked(title, `${stemOf(field)}a`);
}

/** What all marked words of a field begin with, and those of no other. */
export function stemOf(field: number): string {
  return `z${String(field).padStart(3, '0')}`;
}

/** The pieces of a drawn text, a paragraph of plain words between them. */
export function markProse({ pieces }: Drawn, field: number): Marked {
  const stem = stemOf(field);
  let number = 0;
  const next = (setting: Setting) => {
    number += 1;
    return marked(setting, `${stem}${String.fromCharCode(96 + number)}`);
  };
  const blocks: Marked[] = [];
  for (const piece of pieces) {
    if (blocks.length > 0) blocks.push(next(PLAIN));
    const parts = piece.map(next);
    blocks.push({ typed: parts.map(({ typed }) => typed).join(' '), said: together(parts) });
  }
  return { typed: blocks.map(({ typed }) => typed).join('\n\n'), said: together(blocks) };
}

/** What is said in the text itself comes in the order of the parts. */
function together(parts: readonly Marked[]): Marked['said'] {
  return [
    parts.flatMap(({ said: [first = []] }) => first),
    ...parts.flatMap(({ said: [, ...rest] }) => rest),
  ];
}

function marked({ typed, said, aside = [] }: Setting, stem: string): Marked {
  const named = (text: string) =>
    text.replace(/@(\d)/g, (_, number: string) => `${stem}${number}`).replaceAll('¤', `${stem}n`);
  return { typed: named(typed), said: [said, ...aside].map((list) => list.map(named)) };
}
