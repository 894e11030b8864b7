import { describe, expect, test } from 'vitest';
import { SourceTexts } from '../../src/diagnostics/index.js';
import { readTemplates, templateFolders } from '../../src/files/index.js';
import { type Part, renderHtml, type Templates } from '../../src/html/index.js';
import { renderingFault, TemplateFailure } from '../../src/html/rendering-fault.js';
import { typicalPaper } from './papers.js';

const shipped = readTemplates({ kind: 'update', own: undefined }).value;

/** The templates that ship with some parts in other words. */
function withParts(changes: Readonly<Record<string, string>>): Templates {
  const own = Object.entries(changes).map(
    ([name, text]) => [name, { name, shown: `templates/update/${name}`, text }] as const,
  );
  return { fonts: shipped.fonts, parts: new Map<string, Part>([...shipped.parts, ...own]) };
}

/** What is said of the templates, with the words that are pointed at. */
function said(changes: Readonly<Record<string, string>>): readonly string[] {
  const templates = withParts(changes);
  return renderHtml(typicalPaper(), templates).diagnostics.map(({ code, severity, span, message, hint }) => {
    const text = templates.parts.get(span.file.replace('templates/update/', ''))?.text ?? '';
    return `${severity} ${code} ⟨${text.slice(span.start, span.end)}⟩ ${message}. ${hint ?? ''}`;
  });
}

function findFault(changes: Readonly<Record<string, string>>): string {
  const all = said(changes);
  expect(all).toHaveLength(1);
  return all[0] ?? '';
}

const KEY = '<div>{{heading}}{{#each meanings as |line|}}{{line.mark.word}}{{/each}}</div>';

describe('the templates that ship', () => {
  test('are without fault', () => {
    expect(renderHtml(typicalPaper(), shipped).diagnostics).toEqual([]);
  });

  test.each(templateFolders())('say at their head what each part gets: %s', (kind) => {
    for (const { name, text } of readTemplates({ kind, own: undefined }).value.parts.values())
      if (name.endsWith('.hbs')) expect(text, name).toMatch(/^\{\{!-- .{20,} --\}\}\n/);
      else expect(text, name).toMatch(/^\/\*/);
  });
});

describe('a name that the view does not have', () => {
  test('is reported at its place, with the nearest name and those that can be there', () => {
    expect(findFault({ 'key.hbs': KEY.replace('heading', 'headin') })).toBe(
      "error template-name ⟨headin⟩ there is no 'headin' here. Did you mean 'heading'? What can stand there: heading, meanings.",
    );
  });

  test('has a frame that points to it', () => {
    const templates = withParts({ 'key.hbs': `<div>\n{{headin}}\n</div>` });
    const [diagnostic] = renderHtml(typicalPaper(), templates).diagnostics;
    const part = templates.parts.get('key.hbs');
    const texts = new SourceTexts(part ? [[part.shown, part.text]] : []);
    expect(diagnostic && texts.frameOf(diagnostic.span)).toBe('  2 │ {{headin}}\n    ╵   ^^^^^^');
  });

  test('is found in a branch that this paper does not take', () => {
    const withheld = '{{#if withheld}}{{wtihheld}}{{/if}}';
    expect(typicalPaper().withheld).toBeNull();
    expect(findFault({ 'notices.hbs': withheld })).toContain("no 'wtihheld' here. Did you mean 'withheld'?");
  });

  test('is found in an {{else}}, in a condition, in an attribute and behind @root', () => {
    expect(
      said({
        'notices.hbs': `{{#if confidential}}x{{else}}{{confidental}}{{/if}}{{#unless withhold}}y{{/unless}}<p class="{{clas}}">{{@root.concil.name}}</p>`,
      }).map((line) => /⟨(.*)⟩/.exec(line)?.[1]),
    ).toEqual(['confidental', 'withhold', 'clas', '@root.concil.name']);
  });

  test('is found deep in a path, and the names at that depth are listed', () => {
    expect(findFault({ 'notices.hbs': '{{council.logo.adress}}' })).toContain(
      "there is no 'adress' in 'council.logo.adress'. Did you mean 'address'? What can stand there: address, alternative, width.",
    );
  });

  test('is found where a list is taken for one thing', () => {
    expect(findFault({ 'notices.hbs': '{{notices.label}}' })).toContain('go through it with {{#each}}');
    expect(findFault({ 'notices.hbs': '{{notices}}' })).toContain('not words but a list of them');
    expect(findFault({ 'notices.hbs': '{{#each council}}x{{/each}}' })).toContain("'council' is not a list");
    expect(findFault({ 'notices.hbs': '{{council}}' })).toContain(
      'It has name, logo, colour, band, colourOnDark.',
    );
  });

  test('is what a part asks for that its caller does not give', () => {
    const faults = said({ 'mark.hbs': '<span>{{word}}{{label}}</span>' });
    expect(faults).toEqual([
      "error template-name ⟨label⟩ there is no 'label' here. What can stand there: word, shape, colour, colourOnDark.",
    ]);
  });

  test('is not one that comes from further out, a list, a given name or the page', () => {
    expect(
      said({
        'notices.hbs':
          '{{#each notices}}{{html}}{{../day}}{{@index}}{{#if @first}}1{{/if}}{{@root.head.title}}{{/each}}' +
          '{{#each head.remarks}}{{this}}{{.}}{{/each}}' +
          '{{#each notices as |notice index|}}{{#if notice.label}}{{notice.label}}{{/if}}{{index}}{{day}}{{../day}}{{/each}}' +
          '{{#with council as |c|}}{{c.name}}{{name}}{{this.name}}{{./name}}{{../day}}{{/with}}' +
          '{{#if appendixB}}{{> key appendixB.key}}{{/if}}{{#with appendixB}}{{> key key}}{{@root.appendixB.heading}}{{/with}}{{> mark word="a" shape="b" colour="c" colourOnDark=day}}',
      }),
    ).toEqual([
      // Given outright, `day` is not within the notices.
      expect.stringContaining("⟨day⟩ there is no 'day' here"),
    ]);
  });

  test('is @index where there is no list, and ../ where nothing is further out', () => {
    expect(findFault({ 'notices.hbs': '{{@index}}' })).toContain('stands within {{#each}} only');
    expect(findFault({ 'key.hbs': `${KEY}{{../day}}` })).toContain(
      "'../day' goes further out than this part reaches",
    );
    expect(findFault({ 'notices.hbs': '{{@rot.day}}' })).toContain("there is no '@rot'");
  });

  test('is none of JavaScript’s own', () => {
    expect(findFault({ 'notices.hbs': '{{constructor}}' })).toContain("there is no 'constructor' here");
    expect(findFault({ 'notices.hbs': '{{council.__proto__}}' })).toContain("there is no '__proto__'");
  });
});

describe('all that is wrong', () => {
  test('is reported once for each thing, though a part is called many times', () => {
    const faults = said({
      'mark.hbs': '{{wrd}}',
      'key.hbs': `${KEY}{{> marc}}`,
      'council.css': 'body { background: url(https://example.org/x.png) }',
      'notices.hbs': '{{#if a}}',
    });
    expect(faults.map((line) => line.split(' ')[1])).toEqual([
      'style-address',
      'template-syntax',
      'template-name',
      'template-partial',
    ]);
  });

  test('stops the page: none is made', () => {
    expect(renderHtml(typicalPaper(), withParts({ 'key.hbs': '{{x}}' })).value).toBe('');
  });
});

describe('a template that cannot be read', () => {
  test.each([
    ['{{#if day}}x', '{{#if day}}', '{{#if}} is never closed'],
    ['{{#if day}}x{{/each}}', '{{/each}}', '{{/each}} stands where {{/if}} is wanted'],
    ['x{{/if}}', '{{/if}}', '{{/if}} closes nothing'],
    ['<p>\n{{day</p>', '{{day</p>', 'cannot be read here'],
    ['{{#if}}x{{/if}}', 'if', 'takes one name'],
    ['{{#if day day}}x{{/if}}', 'if', 'takes one name'],
  ])('%j is reported where it goes wrong', (text, pointed, message) => {
    const fault = findFault({ 'notices.hbs': text });
    expect(fault).toContain(`⟨${pointed}⟩`);
    expect(fault).toContain(message);
  });

  test('is not misled by a comment', () => {
    expect(
      said({
        'notices.hbs': '{{!-- {{#if x}} <script> url(http://x) {{y}} --}}{{! {{#each }}<p>{{day}}</p>',
      }),
    ).toEqual([]);
  });
});

describe('helpers and parts that there are not', () => {
  test('are reported with those that there are', () => {
    expect(findFault({ 'notices.hbs': '{{upper day}}' })).toContain(
      "no helper 'upper'. The blocks are #if, #unless, #each, #with",
    );
    expect(findFault({ 'notices.hbs': '{{#repeat day}}x{{/repeat}}' })).toContain("no block '#repeat'");
    expect(findFault({ 'notices.hbs': '{{#if (upper day)}}x{{/if}}' })).toContain(
      'only a name can stand here',
    );
    expect(findFault({ 'notices.hbs': '{{> marks}}' })).toContain(
      "no part called 'marks'. Did you mean 'mark'?",
    );
    expect(findFault({ 'notices.hbs': '{{#*inline "x"}}y{{/inline}}' })).toContain('no decorators');
  });

  test('a part that calls itself is reported and does not hang', () => {
    expect(findFault({ 'key.hbs': `${KEY}{{> key}}` })).toContain(
      "the part 'key' calls itself, which never ends",
    );
    expect(
      said({
        'key.hbs': `${KEY}{{> mark word="a" shape="b" colour="c" colourOnDark="d"}}`,
        'mark.hbs': '{{word}}{{#with @root.appendixB}}{{> key key}}{{/with}}',
      }),
    ).toEqual([
      expect.stringContaining("the part 'mark' calls itself by way of 'key'"),
      expect.stringContaining("the part 'key' calls itself by way of 'mark'"),
    ]);
  });
});

describe('what somebody typed', () => {
  test('may not be put into the page as HTML', () => {
    expect(findFault({ 'notices.hbs': '{{{head.panel}}}' })).toBe(
      'error template-raw ⟨{{{head.panel}}}⟩ {{{head.panel}}} would put what somebody typed into the page as HTML. Write {{head.panel}}.',
    );
    expect(findFault({ 'notices.hbs': '{{&head.panel}}' })).toContain('template-raw');
    expect(said({ 'notices.hbs': '{{#each notices}}{{{html}}}{{html}}{{/each}}' })).toEqual([]);
  });

  test('is in text or in quoted attributes, nowhere else in a tag', () => {
    expect(findFault({ 'notices.hbs': '<p class={{day}}>x</p>' })).toContain('an attribute without quotes');
    expect(findFault({ 'notices.hbs': '<p {{day}}>x</p>' })).toContain('cannot stand here in a tag');
    expect(
      findFault({ 'notices.hbs': '<p class="{{day}}" data-x=\'{{day}}\' title = {{day}}>x</p>' }),
    ).toContain('without quotes');
    expect(findFault({ 'notices.hbs': '{{#each notices}}<p title="{{html}}">x</p>{{/each}}' })).toContain(
      'is HTML, which cannot stand in an attribute',
    );
    expect(findFault({ 'notices.hbs': '<style>p { color: {{day}} }</style>' })).toContain(
      'cannot stand in a style',
    );
    expect(
      said({
        'notices.hbs': '<p{{#if day}} class="a"{{else}} class="b"{{/if}}>x</p><p id="x{{day}}" >{{day}}</p>',
      }),
    ).toEqual([]);
  });
});

describe('a template or style that reaches for something outside', () => {
  test.each([
    ['council.css', 'p { background: url(https://example.org/x.png) }', 'url(https://example.org/x.png)'],
    ['council.css', 'p { background: url( "//example.org/x.png" ) }', 'url( "//example.org/x.png" )'],
    ['council.css', '@import "other.css";', '@import "other.css";'],
    ['council.css', '@import url(x.css);\np { }', '@import url(x.css);'],
    ['council.css', 'p { background: image-set("x.png" 1x) }', 'image-set("x.png" 1x)'],
    ['council.css', '@font-face { src: local("Arial") }', 'local("Arial")'],
    ['notices.hbs', '<img src="https://example.org/x.png" alt="x">', 'src="https://example.org/x.png"'],
    ['notices.hbs', "<img src='logo.png' alt=x>", "src='logo.png'"],
    ['notices.hbs', '<img src=logo.png alt=x>', 'src=logo.png'],
    ['notices.hbs', '<link rel="stylesheet" href="x.css">', '<link rel="stylesheet" href="x.css">'],
    ['notices.hbs', '<iframe src="x"></iframe>', '<iframe src="x">'],
    ['notices.hbs', '<meta http-equiv="refresh" content="0">', '<meta http-equiv="refresh" content="0">'],
    ['notices.hbs', '<svg><use href="x.svg#a"/></svg>', '<use href="x.svg#a"/>'],
    ['notices.hbs', '<p style="background: url(x.png)">x</p>', 'url(x.png)'],
  ])('%s: %s', (name, text, pointed) => {
    const faults = said({ [name]: text }).filter((line) => line.includes(`⟨${pointed}⟩`));
    expect(faults[0]).toContain('error style-address');
  });

  test('may bring its own pictures and link to the web', () => {
    expect(
      said({
        'notices.hbs':
          '<img src="data:image/png;base64,AA==" alt="x"><a href="https://example.org/">x</a>{{#if council.logo}}<img src="{{council.logo.address}}" alt="">{{/if}}',
        'council.css':
          '/* url(http://x) */ p { background: url(data:image/png;base64,AA==) } a { fill: url(#x) }',
      }),
    ).toEqual([]);
  });

  test.each(['<script>x()</script>', '<p onclick="x()">x</p>', '<a href="javascript:x()">x</a>'])(
    'and holds no script: %s',
    (text) => expect(said({ 'notices.hbs': text })[0]).toContain('error template-raw'),
  );
});

describe('characters without a glyph', () => {
  test('are warned of at their place, written out or by number', () => {
    expect(findFault({ 'notices.hbs': '<p>Done 😀</p>' })).toContain('warning glyph-missing ⟨😀⟩');
    expect(findFault({ 'notices.hbs': '<p>Done &#x1F600;</p>' })).toContain(
      'warning glyph-missing ⟨&#x1F600;⟩',
    );
    expect(findFault({ 'council.css': 'p { content: "\\1F600 " }' })).toContain(
      'warning glyph-missing ⟨\\1F600',
    );
    expect(said({ 'notices.hbs': '<p>✓ &nbsp; &#8805; &amp; &middot;</p>' })).toEqual([]);
  });

  test('are printed by their number', () => {
    const { value } = renderHtml(
      typicalPaper(),
      withParts({ 'notices.hbs': '<p>Done &#x1F600; &#8805;</p>' }),
    );
    expect(value).toContain('<p>Done [U+1F600] ≥</p>');
  });
});

describe('what not every paper has', () => {
  test('must be asked for before anything is taken from it, though this paper may have it', () => {
    expect(findFault({ 'notices.hbs': '<p>{{contact.heading}}</p>' })).toBe(
      "error template-name ⟨contact.heading⟩ not every paper has 'contact' to take 'heading' from. Put {{#if contact}} … {{/if}} round it.",
    );
    expect(findFault({ 'notices.hbs': '{{#if shows.cover}}{{> contact contact}}{{/if}}' })).toContain(
      "not every paper has 'contact' to call 'contact' with",
    );
    expect(findFault({ 'notices.hbs': '{{#each appendixA.groups}}x{{/each}}' })).toContain(
      "not every paper has 'appendixA'",
    );
  });

  test('is warned of where it would leave nothing behind', () => {
    expect(findFault({ 'notices.hbs': '<p>{{head.place}}</p>' })).toBe(
      "warning template-name ⟨{{head.place}}⟩ not every paper has 'head.place' to print here. Put {{#if head.place}} … {{/if}} round it.",
    );
  });

  test('may be taken from within {{#if}}, {{#with}} and the {{else}} of {{#unless}}', () => {
    expect(
      said({
        'notices.hbs':
          '{{#if council.logo}}{{council.logo.address}}{{#each notices}}{{@root.council.logo.alternative}}{{/each}}{{/if}}' +
          '{{#with contact}}{{heading}}{{@root.contact.id}}{{/with}}' +
          '{{#unless appendixA}}x{{else}}{{appendixA.heading}}{{/unless}}' +
          '{{#if shows.cover}}x{{else if glance}}{{glance.total}}{{/if}}',
      }),
    ).toEqual([]);
    expect(findFault({ 'notices.hbs': '{{#if contact}}x{{else}}{{contact.id}}{{/if}}' })).toContain(
      "'contact'",
    );
  });

  test('is reported with its line if it goes wrong all the same', () => {
    const templates = withParts({
      'masthead.hbs': '<header>\n<img src="{{council.logo.address}}" alt="">\n</header>',
    });
    const failure = Object.assign(new Error('"address" not defined in null - 2:12'), {
      lineNumber: 2,
      column: 12,
      endColumn: 32,
    });
    expect(renderingFault(new TemplateFailure('masthead', failure), templates)).toEqual({
      code: 'template-failed',
      severity: 'error',
      span: { file: 'templates/update/masthead.hbs', start: 21, end: 41 },
      message: "there is nothing here in this paper to take 'address' from",
      hint: 'Not every paper has it: put {{#if …}} round it.',
    });
  });
});

describe('the same paper and the same templates', () => {
  test('make the same page, in whatever order the parts were found', () => {
    const backwards = { fonts: shipped.fonts, parts: new Map([...shipped.parts].toReversed()) };
    const again = { fonts: new Map([...shipped.fonts].toReversed()), parts: new Map(shipped.parts) };
    const { value } = renderHtml(typicalPaper(), shipped);
    expect(renderHtml(typicalPaper(), shipped).value).toBe(value);
    expect(renderHtml(typicalPaper(), backwards).value).toBe(value);
    expect(renderHtml(typicalPaper(), again).value).toBe(value);
  });
});

describe('an own part', () => {
  test('serves its place, and all others stay', () => {
    const { value } = renderHtml(
      typicalPaper(),
      withParts({ 'contact.hbs': '<section><h2>Ask us</h2></section>' }),
    );
    expect(value).toContain('<h2>Ask us</h2>');
    expect(value).not.toContain('Contact officer');
    expect(value).toContain('Background papers');
  });

  test('may be a style alone, which has the last word', () => {
    const { value } = renderHtml(
      typicalPaper(),
      withParts({ 'council.css': '.council { letter-spacing: 1px }' }),
    );
    expect(value.lastIndexOf('letter-spacing: 1px')).toBeGreaterThan(value.lastIndexOf('@page'));
    expect(value.replace('\n.council { letter-spacing: 1px }', '')).toBe(
      renderHtml(typicalPaper(), withParts({ 'council.css': '' })).value.replace(/\n(?=<\/style>)/, ''),
    );
  });

  test('may break its lines wherever it likes: no space comes or goes', () => {
    const spread = `<section>
  <h2>
    {{heading}}
  </h2>
  {{#each lines as |line|}}
    <p>
      {{line.text}}
      <strong>at
      the desk</strong>
    </p>
  {{/each}}
</section>
`;
    const { value } = renderHtml(typicalPaper(), withParts({ 'contact.hbs': spread }));
    expect(value).toContain('<h2>Contact officer</h2>');
    expect(value).toContain('<p>Prevention and Partnerships <strong>at the desk</strong></p>');
  });
});
