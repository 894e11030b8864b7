import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/index.js';
import { type Element, elementAt, elementsOf, parseXml } from '../../../src/exchange/grid/xml.js';
import { unzip } from '../../../src/exchange/grid/zip.js';
import { readGrid } from '../../../src/exchange/index.js';
import { writeDocx } from '../../../src/exchange/word-paper/write-docx.js';
import { drawn } from '../../support/campaign.js';
import { folderWith, sampleCopy, writeFiles } from '../../support/folder.js';
import { day, fakeHost } from '../../support/host.js';
import { markedRegister, SHAPES } from '../../support/marked-register.js';
import { DRAWN } from '../../support/marked-words.js';
import { pagesOf } from '../../support/nothing-lost.js';
import { pageWords } from '../../support/page-words.js';
import { readPdf } from '../../support/read-pdf.js';
import { fixture } from '../../support/registers.js';

const WORDS = {
  title: 'A paper',
  language: 'en-GB',
  colour: '#005a70',
  left: 'Panel',
  right: 'Item 6',
  foot: 'Council',
  confidential: null,
  day: '2018-02-09',
  creator: 'scrutiny',
};

function partsOf(docx: Uint8Array): ReadonlyMap<string, Element> {
  const parts = unzip('paper.docx', docx, (name) => /\.(?:xml|rels)$/.test(name));
  return new Map([...parts].map(([name, bytes]) => [name, parseXml(name, bytes)]));
}

function bodyOf(docx: Uint8Array): Element {
  const body = elementAt(partsOf(docx).get('word/document.xml'), 'body');
  if (!body) throw new Error('no body');
  return body;
}

function all(element: Element, name: string): readonly Element[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** What a document says, a line for each paragraph; pictures by their alternative. */
function docxWords(element: Element): string {
  return elementsOf(element)
    .map((child): string => {
      if (child.name === 't') return child.children.filter((part) => typeof part === 'string').join('');
      if (child.name === 'tab') return ' ';
      if (child.name === 'br') return '\n';
      if (child.name === 'docPr') return child.attributes.get('descr') ?? '';
      if (child.name === 'tabs' || child.name === 'pPr') return '';
      return child.name === 'p' ? `${docxWords(child)}\n` : docxWords(child);
    })
    .join('');
}

/** A page without what is for the screen alone. */
function onPaper(html: string): string {
  return html
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<a class="skip".*?<\/a>/s, '')
    .replace(/<fieldset class="filter">.*?<\/fieldset>/gs, '')
    .replace(/<nav class="contents".*?<\/nav>/gs, '');
}

function listWords(text: string): readonly string[] {
  return text
    .replaceAll('•', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

async function made(cwd: string, ...argv: readonly string[]): Promise<string> {
  const host = fakeHost({ cwd, today: day('2018-03-01') });
  const code = await run(['report', ...argv], host);
  if (code !== 0) throw new Error(host.err());
  return host.out();
}

const SAMPLE = 'out/2018-02-19-culture-and-community/06-childrens-services-update';

describe('the sample as Word', () => {
  test('has the words of its page, in their order, and the PDF has them too', async () => {
    const cwd = sampleCopy();
    await made(cwd, '--meeting', '2018-02-19', '--format', 'docx,html,pdf');
    const body = bodyOf(readFileSync(join(cwd, `${SAMPLE}.docx`)));
    const said = listWords(docxWords(body));
    expect(said).toEqual(listWords(pageWords(onPaper(readFileSync(join(cwd, `${SAMPLE}.html`), 'utf8')))));
    expect(said.length).toBeGreaterThan(1_000);
    const pdf = await readPdf(readFileSync(join(cwd, `${SAMPLE}.pdf`)));
    const printed = pdf.pages
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, '');
    expect(said.filter((word) => !printed.includes(word))).toEqual([]);
  });

  test('has headings at their levels, heads of tables that repeat, and rows that stay whole', async () => {
    const cwd = sampleCopy();
    await made(cwd, '--meeting', '2018-02-19', '--format', 'docx');
    const body = bodyOf(readFileSync(join(cwd, `${SAMPLE}.docx`)));
    const headings = all(body, 'p').flatMap((paragraph) => {
      const style = elementAt(paragraph, 'pPr', 'pStyle')?.attributes.get('val') ?? '';
      return style.startsWith('Heading') ? [`${style.slice(7)} ${docxWords(paragraph).trim()}`] : [];
    });
    expect(headings.slice(0, 4)).toEqual([
      '1 Children’s Services Update',
      '2 Purpose of the report',
      '2 The panel is asked to:',
      '2 At a glance',
    ]);
    expect(headings.slice(-2)).toEqual([
      '2 Appendix A. Recommendations and the Executive’s response',
      '2 Appendix B. Action plan and progress',
    ]);
    const heads = all(body, 'tbl').map((table) =>
      all(table, 'tr')
        .filter((row) => elementAt(row, 'trPr', 'tblHeader') !== undefined)
        .map((row) => docxWords(row).split('\n').filter(Boolean)),
    );
    expect(heads).toEqual([
      [['Ref', 'Action', 'Due', 'Why']],
      [['Ref', 'Recommendation', 'Response']],
      [['Ref', 'Action, owner and due date', 'Progress', 'Rating']],
    ]);
    expect(all(body, 'cantSplit').length).toBeGreaterThan(20);
  });

  test('says its language, title and day; counts its pages; leads from a reference to its row', async () => {
    const cwd = sampleCopy();
    await made(cwd, '--meeting', '2018-02-19', '--format', 'docx');
    const parts = partsOf(readFileSync(join(cwd, `${SAMPLE}.docx`)));
    const of = (name: string) => parts.get(name) ?? { name: '', attributes: new Map(), children: [] };
    expect(all(of('word/styles.xml'), 'lang')[0]?.attributes.get('val')).toBe('en-GB');
    expect(elementAt(of('docProps/core.xml'), 'title')?.children).toEqual([
      expect.stringContaining('Children’s Services Update'),
    ]);
    expect(elementAt(of('docProps/core.xml'), 'modified')?.children).toEqual(['2018-02-09T00:00:00Z']);
    expect(all(of('word/footer1.xml'), 'instrText').flatMap(({ children }) => children)).toEqual([
      ' PAGE ',
      ' NUMPAGES ',
    ]);
    expect(docxWords(of('word/header1.xml'))).toMatch(/Culture and Community Scrutiny Panel.*Item 6/);
    const [link] = all(of('word/document.xml'), 'hyperlink');
    const target = all(of('word/document.xml'), 'bookmarkStart').find(
      (mark) => mark.attributes.get('name') === link?.attributes.get('anchor'),
    );
    expect(target).toBeDefined();
  });

  test('is the same to the byte each time, and is read by our own reader of tables', async () => {
    const cwd = sampleCopy();
    await made(cwd, '--meeting', '2018-02-19', '--format', 'docx', '--out', 'one');
    await made(cwd, '--meeting', '2018-02-19', '--format', 'docx', '--out', 'two');
    const name = SAMPLE.slice(4);
    const [one, two] = ['one', 'two'].map((out) => readFileSync(join(cwd, out, `${name}.docx`)));
    expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1))).toBe(0);
    const grid = await readGrid('paper.docx', one ?? Buffer.alloc(0));
    expect(grid.tables.map(({ rows }) => rows[0]?.cells.map((cell) => cell?.text))).toEqual([
      ['Ref', 'Action', 'Due', 'Why'],
      ['Ref', 'Recommendation', 'Response'],
      ['Ref', 'Action, owner and due date', 'Progress', 'Rating'],
    ]);
  });

  test('a plan that lies on its side is a section of its own', async () => {
    const cwd = sampleCopy();
    const council = join(cwd, 'data/council.yaml');
    writeFileSync(council, `${readFileSync(council, 'utf8')}\naction-plan: landscape\n`);
    await made(cwd, '--meeting', '2018-02-19', '--format', 'docx');
    const sizes = all(bodyOf(readFileSync(join(cwd, `${SAMPLE}.docx`))), 'pgSz');
    expect(sizes.map(({ attributes }) => attributes.get('orient') ?? 'portrait')).toEqual([
      'portrait',
      'landscape',
    ]);
  });
});

test('the public document has nothing of what is exempt; the members’ copy says on each page that it is one', async () => {
  const cwd = folderWith({});
  writeFiles(cwd, fixture('exempt'));
  const host = fakeHost({ cwd, today: day('2025-03-01') });
  const [meeting = ''] = Object.keys(fixture('exempt')).flatMap(
    (path) => /meetings\/(\d{4}-\d{2}-\d{2})/.exec(path)?.[1] ?? [],
  );
  expect(await run(['report', '--meeting', meeting, '--format', 'docx,html', '--confidential'], host)).toBe(
    0,
  );
  const file =
    host
      .out()
      .split('\n')
      .find((path) => path.endsWith('.docx')) ?? '';
  const footer = partsOf(readFileSync(join(cwd, file))).get('word/footer1.xml');
  expect(footer && docxWords(footer)).toMatch(/confidential|not for publication/i);
});

test('each kind of paper has all the words of its page, whatever an author writes', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(
      fc.array(DRAWN, { minLength: 3, maxLength: 3 }),
      SHAPES,
      fc.boolean(),
      (texts, shape, isExempt) => {
        const { files } = markedRegister(texts, shape, isExempt);
        for (const { html } of pagesOf(files, isExempt))
          expect(listWords(docxWords(bodyOf(writeDocx(html, WORDS))))).toEqual(
            listWords(pageWords(onPaper(html))),
          );
      },
    ),
    drawn({ share: 12, campaign: 400 }),
  );
});

test('a picture keeps its alternative, and one that Word cannot show is told by it', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const page = `<body><p>See <img src="data:image/png;base64,${png}" alt="A map of the estate"> and <img src="data:image/svg+xml;base64,PHN2Zy8+" alt="a plan">.</p></body>`;
  const body = bodyOf(writeDocx(page, WORDS));
  expect(all(body, 'docPr')[0]?.attributes.get('descr')).toBe('A map of the estate');
  expect(docxWords(body).trim()).toBe('See A map of the estate and a plan.');
});
