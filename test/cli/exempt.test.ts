import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { emptyFolder, folderWith, PROJECT, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { loadedBy } from '../support/loaded.js';
import { type ReadPdf, readPdf } from '../support/read-pdf.js';

/** Whatever the fixture withholds names Zephyrhale or has a day in 2031; nothing else in it does. */
const SECRET = /zephyrhale|2031/i;

interface Made {
  /** Below `out/`. */
  readonly path: string;
  readonly html: string;
  readonly pdf: ReadPdf;
}

let cwd = '';

beforeAll(() => {
  cwd = emptyFolder();
  cpSync(join(PROJECT, 'test', 'fixtures', 'exempt', 'data'), join(cwd, 'data'), { recursive: true });
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function papersOf(date: string, ...argv: readonly string[]): Promise<readonly Made[]> {
  const out = join(cwd, `out-${date}${argv.join('')}`);
  const host = fakeHost({ cwd });
  expect(await run(['report', '--meeting', date, '--out', out, ...argv], host), host.err()).toBe(0);
  const [folder = ''] = readdirSync(out);
  const pages = readdirSync(join(out, folder)).filter((name) => name.endsWith('.html'));
  return Promise.all(
    pages.map(async (name) => ({
      path: `${folder}/${name}`,
      html: readFileSync(join(out, folder, name), 'utf8'),
      pdf: await readPdf(readFileSync(join(out, folder, name.replace(/html$/, 'pdf')))),
    })),
  );
}

/** Everything that somebody who has the file could read in it; not the letters of fonts and the numbers that hold a PDF together. */
function readable({ path, html, pdf }: Made): string {
  return [
    path,
    html.replace(/data:[^)"]*/g, ''),
    pdf.title,
    ...pdf.outline,
    ...pdf.pages.map(({ text }) => text),
    JSON.stringify(pdf.pages.map(({ structure }) => structure)),
    pdf.raw.match(/zephyrhale/i)?.[0],
    ...pdf.attachments.values(),
  ].join('\n');
}

/** The words of one row of the action plan, cells parted by bars. */
function rowOf({ html }: Made, ref: string): string {
  const row = html
    .split('<tr role="row"')
    .find(
      (part) =>
        part.replace(/<\/?span[^>]*>/g, '').includes(`data-column="Ref">${ref}</th>`) &&
        part.includes('data-column="Progress"'),
    );
  return (row ?? '')
    .split('</td>')
    .slice(0, 3)
    .map((cell) =>
      cell
        .replace(/^.*?<\/th>/s, '')
        .replace(/^[^<]*>/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .replaceAll(' ,', ',')
        .trim(),
    )
    .join(' | ');
}

describe('the public copy', () => {
  let papers: readonly Made[] = [];

  beforeAll(async () => {
    papers = [
      ...(await papersOf('2019-12-02')),
      ...(await papersOf('2020-03-02')),
      ...(await papersOf('2020-06-01')),
      ...(await papersOf('2020-03-02', '--split')),
      ...(await papersOf('2020-03-02', '--as-at', '2020-01-31')),
    ];
  });

  test('of each meeting is there to be searched', () => {
    expect(papers.map(({ path }) => path)).toEqual([
      '2019-12-02-places/04-the-old-depot.html',
      '2020-03-02-places/04-property-update.html',
      '2020-03-02-places/05-exempt-item.html',
      '2020-06-01-places/04-property-update.html',
      '2020-03-02-places/04-property-update-appendix-a.html',
      '2020-03-02-places/04-property-update-appendix-b.html',
      '2020-03-02-places/04-property-update.html',
      '2020-03-02-places/05-exempt-item.html',
      '2020-03-02-places/04-property-update-as-at-2020-01-31.html',
      '2020-03-02-places/05-exempt-item-as-at-2020-01-31.html',
    ]);
  });

  test('says nothing that is withheld, nowhere in its page, its PDF or its name', () => {
    for (const paper of papers) expect(readable(paper).match(SECRET)?.[0], paper.path).toBeUndefined();
  });

  test('keeps the references of what is withheld, and says under which paragraph', () => {
    const [, update] = papers;
    if (!update) throw new Error('no paper');
    for (const ref of ['1.2', '2.1', '2.2', 'A1'])
      expect(rowOf(update, ref)).toBe(
        'Withheld: exempt information within paragraph 14 of Part 4 of Schedule 12A Owner withheld, due date withheld | Withheld | Withheld',
      );
    expect(update.html).toContain(
      'Of 4 recommendations of “The Old Depot”, 2 were accepted; the responses to 2 are exempt.',
    );
    expect(update.html).toContain(
      'Neither of the two published recommendations and actions is rated Green; the worst rating is Amber (1.1 of “The Old Depot”).',
    );
  });

  test('calls an exempt review by no title', () => {
    expect(papers[1]?.html).toContain('<h3>Exempt review</h3>');
  });

  test('of an exempt item has its head and one sentence', () => {
    const item = papers[2];
    expect(item?.pdf.pages).toHaveLength(1);
    expect(
      item?.html
        .replace(/^[\s\S]*<main[^>]*>|<p class="provenance"[\s\S]*$/g, '')
        .replace(/<[^>]*>/g, '')
        .trim(),
    ).toBe(
      'Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A to the Local Government Act 1972.',
    );
    expect(item?.pdf.title).toBe('Exempt item, Places Scrutiny Panel, 2 March 2020');
  });

  test('shows a public action whose latest report is exempt, but neither an older report in its place nor whether it is late', () => {
    const [, update] = papers;
    if (!update) throw new Error('no paper');
    expect(rowOf(update, '1.3')).toBe(
      'Mend the fence. Head of Property, due April 2020 | Withheld: exempt information within paragraph 14 of Part 4 of Schedule 12A. | Withheld',
    );
    expect(rowOf(update, '3')).toBe(
      'Recommendation Find another place for the gritters. Head of Property, due 15 February 2020 | Withheld: exempt information within paragraph 14 of Part 4 of Schedule 12A. | Withheld',
    );
  });

  test('says nothing of a request for more time that is exempt, though newer reports are public', () => {
    const [, update] = papers;
    if (!update) throw new Error('no paper');
    expect(rowOf(update, '1.1')).toBe(
      'Clear the drains. Head of Property, due 31 January 2020 | The second drain has been cleared. Part of what was reported is withheld: exempt information within paragraph 16 of Part 4 of Schedule 12A. | Amber no change',
    );
    expect(update.html).not.toContain('decide whether to');
  });

  test('does not fall back on an older rating where the present one is exempt', () => {
    const [, update] = papers;
    if (!update) throw new Error('no paper');
    expect(rowOf(update, '1.4')).toBe(
      'Mark out the parking bays. Head of Property, due 31 May 2020 | A painter has been found. Part of what was reported is withheld: exempt information within paragraph 14 of Part 4 of Schedule 12A. | Withheld',
    );
  });

  test('gives no direction against a rating that was withheld', () => {
    const later = papers[3];
    if (!later) throw new Error('no paper');
    expect(rowOf(later, '1.3')).toMatch(/\| Amber$/);
    // Whether the exempt report of that period came before or after the public rating is not for the public to know.
    expect(rowOf(later, '1.1')).toMatch(/\| Amber$/);
    expect(later.html).toContain(
      'Since the last report to the panel on “The Old Depot”, for the meeting of 2 March 2020: 1 action is rated for the first time (1.5 of “The Old Depot”).',
    );
  });

  test('tells no decision on what is withheld, not even by a row that leaves the table', () => {
    const later = papers[3];
    if (!later) throw new Error('no paper');
    for (const ref of ['1.2', '2.1', '2.2']) expect(rowOf(later, ref)).toMatch(/ Withheld$/);
    expect(later.html).not.toMatch(/ended by|closed earlier|leave the table/);
    expect(later.html).toContain('paused recommendation 3 (minute 20/31)');
  });
});

test('a council’s own template cannot print what is withheld, since it is not given it', async () => {
  const shipped = readFileSync(join(PROJECT, 'templates', 'update', 'layout.hbs'), 'utf8');
  const start = shipped.indexOf('{{#if withheld}}');
  const careless = `${shipped.slice(0, start)}${shipped.slice(shipped.indexOf('{{> notices}}'))}`.replace(
    '{{/if}}\n{{#if provenance}}',
    '{{#if provenance}}',
  );
  expect(careless).not.toContain('withheld');
  writeFiles(cwd, { 'templates/update/layout.hbs': careless });
  try {
    const papers = await papersOf('2020-03-02', '--item', '5');
    expect(papers[0]?.html).toContain('<h2 id="background-papers">');
    for (const paper of papers) expect(readable(paper).match(SECRET)?.[0]).toBeUndefined();
  } finally {
    rmSync(join(cwd, 'templates'), { recursive: true });
  }
});

describe('the members’ copy', () => {
  let papers: readonly Made[] = [];

  beforeAll(async () => {
    papers = [
      ...(await papersOf('2020-03-02', '--confidential')),
      ...(await papersOf('2020-03-02', '--confidential', '--split')),
    ];
  });

  test('says in its name that it is one', () => {
    expect(papers.map(({ path }) => path)).toEqual([
      '2020-03-02-places/04-property-update-confidential.html',
      '2020-03-02-places/05-exempt-item-confidential.html',
      '2020-03-02-places/04-property-update-appendix-a-confidential.html',
      '2020-03-02-places/04-property-update-appendix-b-confidential.html',
      '2020-03-02-places/04-property-update-confidential.html',
      '2020-03-02-places/05-exempt-item-appendix-a-confidential.html',
      '2020-03-02-places/05-exempt-item-appendix-b-confidential.html',
      '2020-03-02-places/05-exempt-item-confidential.html',
    ]);
  });

  test('is not for other users of the machine to read', async () => {
    const out = emptyFolder();
    try {
      const host = fakeHost({ cwd });
      const argv = ['report', '--meeting', '2020-03-02', '--item', '4', '--format', 'html', '--out', out];
      expect(await run(argv, host)).toBe(0);
      expect(await run([...argv, '--confidential'], host)).toBe(0);
      const modes = ['', '-confidential'].map(
        (suffix) => statSync(join(out, '2020-03-02-places', `04-property-update${suffix}.html`)).mode & 0o044,
      );
      expect(modes).toEqual([0o044 & ~process.umask(), 0]);
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  test('is marked on every page, and at its head with the paragraphs and the Act', () => {
    for (const { path, pdf } of papers)
      for (const [index, { text }] of pdf.pages.entries())
        expect(text, `${path}, page ${index + 1}`).toContain(
          'NOT FOR PUBLICATION. Contains exempt information',
        );
    const pages = papers.flatMap(({ pdf }) => pdf.pages);
    expect(papers[0]?.html).toContain(
      '<p class="confidential">NOT FOR PUBLICATION. Contains exempt information within paragraphs 14 and 16 of Part 4 of Schedule 12A to the Local Government Act 1972.</p>',
    );
    expect(pages.length).toBeGreaterThan(papers.length);
  });

  test('says beside each exempt part that it is not for publication, under which paragraph and why', () => {
    const [update, item] = papers;
    if (!update) throw new Error('no paper');
    expect(rowOf(update, '1.2')).toContain(
      'Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A. Mae Zephyrhale yn dal i drafod telerau.',
    );
    expect(rowOf(update, '1.3')).toContain(
      'The fence was mended by Zephyrhale for nothing. Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A. Zephyrhale asks not to be named.',
    );
    // An older entry still asks for time.
    expect(rowOf(update, '1.1')).toContain(
      'Not for publication: contains exempt information within paragraph 16 of Part 4 of Schedule 12A. Zephyrhale may sue.',
    );
    for (const ref of ['2.1', 'A1'])
      expect(rowOf(update, ref)).toMatch(
        /Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A\./,
      );
    expect(update.html).toContain(
      '<aside class="notice"><p>Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A. The price that Zephyrhale offers is not public.</p>',
    );
    expect(update.html).toContain(
      '</span>Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A. Zephyrhale is the preferred bidder.</p>',
    );
    expect(item?.html).toContain(
      '<p class="remark">Not for publication: contains exempt information within paragraph 14 of Part 4 of Schedule 12A. Zephyrhale has not signed.</p>',
    );
  });

  test('withholds nothing', () => {
    const [update, item] = papers;
    const words = (update?.html ?? '').replace(/<[^>]*>/g, '');
    for (const said of [
      'gwaith toi i Zephyrhale heb dendro.',
      'Zephyrhale wedi llofnodi',
      'Zephyrhale has offered nine hundred thousand pounds.',
      'The fence was mended by Zephyrhale for nothing.',
      '30 April 2031',
      'The Zephyrhale Leisure Site',
      'Give the lease to Zephyrhale.',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('Withheld');
    expect(item?.html).toContain('<h1>Zephyrhale and the Pool</h1>');
  });
});

describe('a public paper that would say what is withheld', () => {
  const FILE = '2020-09-07-places/04-property-update';

  /** Runs the paper of 7 September 2020 where papers were made before. */
  async function tried(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
    const home = folderWith({
      [`out/${FILE}.html`]: 'the last good page',
      [`out/${FILE}.pdf`]: 'the last good PDF',
    });
    cpSync(join(cwd, 'data'), join(home, 'data'), { recursive: true });
    writeFiles(home, files);
    const host = fakeHost({ cwd: home });
    const code = await run(['report', '--meeting', '2020-09-07', ...argv], host);
    const folder = join(home, 'out', '2020-09-07-places');
    return {
      code,
      out: host.out(),
      err: host.err(),
      files: readdirSync(folder),
      kept: [`${FILE}.html`, `${FILE}.pdf`].map((name) => readFileSync(join(home, 'out', name), 'utf8')),
    };
  }

  const NOTHING_MADE = {
    code: 1,
    out: '',
    files: ['04-property-update.html', '04-property-update.pdf'],
    kept: ['the last good page', 'the last good PDF'],
  };

  const CLEAN = {
    'data/reviews/depot/progress/2020-08-20.yaml':
      'as-at: 2020-08-20\nprogress:\n  1.5: { rating: amber, note: The gate is lit. }\n',
  };

  test('in a public note is not made, the old one stays, and both places are named', async () => {
    const got = await tried({});
    expect(got).toMatchObject(NOTHING_MADE);
    expect(got.err).toContain(
      [
        'data/reviews/depot/review.yaml:43:7 error exempt-leak  this is exempt, but the public paper has it, in the data of the page; in Appendix B. Action plan and progress, 1.5: “Sell the northern half of the yard”',
        '  43 │       Sell the northern half of the yard to Zephyrhale for housing.[^price]',
        '     ╵       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  public here: data/reviews/depot/progress/2020-08-20.yaml:7:49',
        '  Say it in other words in the public place, or mark that place as exempt too; no paper is made until then.',
      ].join('\n'),
    );
    expect(got.err).toContain('No paper was made. Papers made before are as they were.');
  });

  test('is made once the note says it otherwise, and the members’ copy is made either way', async () => {
    expect((await tried(CLEAN, '--format', 'html')).code).toBe(0);
    expect((await tried({}, '--format', 'html', '--confidential')).code).toBe(0);
  });

  test('in the words of Welsh that are withheld, in capitals and without their accents', async () => {
    const got = await tried({
      'data/reviews/depot/progress/2020-08-20.yaml':
        'as-at: 2020-08-20\nprogress:\n  1.5: { rating: amber, lang: cy, note: "CYFARFU’R SWYDDOGION A ZEPHYRHALE." }\n',
    });
    expect(got).toMatchObject(NOTHING_MADE);
    expect(got.err).toContain('data/reviews/depot/progress/2020-02-10.yaml:9:11 error exempt-leak');
    expect(got.err).toContain('public here: data/reviews/depot/progress/2020-08-20.yaml:3:');
  });

  test('in a template: its line is named', async () => {
    const got = await tried({
      ...CLEAN,
      'templates/update/contact.hbs':
        '<section>\n<h2>{{heading}}</h2>\n<p>Ask about the sale of the northern half of the yard.</p>\n{{#each lines as |line|}}{{line.text}}{{/each}}</section>\n',
    });
    expect(got).toMatchObject(NOTHING_MADE);
    expect(got.err).toContain('the public paper has it, in Contact officer: “');
    expect(got.err).toContain('public here: templates/update/contact.hbs:3:');
  });

  test('only once it is printed: the page of the PDF is named', async () => {
    const got = await tried({
      ...CLEAN,
      'templates/shared/council.css':
        '@page :first { @top-right { content: "half of the" } @top-center { content: "sell the northern" } }\n',
    });
    expect(got).toMatchObject(NOTHING_MADE);
    expect(got.err).toContain('the public paper has it, in page 1 of the PDF: “');
  });

  test('in its title and so in its name', async () => {
    const got = await tried({
      ...CLEAN,
      'data/meetings/2020-09-07-places.yaml':
        'date: 2020-09-07\npanel: places\nitems:\n  - { number: 4, title: Zephyrhale Land Team, report: update, review: depot }\n',
    });
    expect(got.code).toBe(1);
    expect(got.err).toContain('public here: data/meetings/2020-09-07-places.yaml:4:25');
    expect(got.err).toContain(
      'in the title of the document; in the data of the page; in Zephyrhale Land Team; in the running heads or the style of the page; in the name of the file',
    );
  });
});

describe('the search for what is withheld', () => {
  // Finishing a PDF reads fonts by the same means, but nothing else of what reads finished ones.
  const GUARD = /\/dist\/(?:leak-check\/|pdf\/inspect\/(?!to-unicode|syntax|texts|content-id))/;

  test('is loaded for a paper that withholds something, and for no other', () => {
    const guard = (urls: readonly string[]) => urls.filter((url) => GUARD.test(url));
    const exempt = join(PROJECT, 'test/fixtures/exempt/data');
    expect(
      guard(loadedBy(['--data', exempt, 'report', '-m', '2020-03-02', '--out', folderWith({})])),
    ).toContainEqual(expect.stringMatching(/\/dist\/leak-check\/index\.js$/));
    const loaded = loadedBy(['report', '--meeting', '2018-02-19']);
    expect(loaded.some((url) => url.endsWith('/dist/workflows/report.js'))).toBe(true);
    expect(guard(loaded)).toEqual([]);
  });
});
