import { beforeAll, describe, expect, test } from 'vitest';
import type { RawPrint } from '../../../src/pdf/browser/print.js';
import { inflated } from '../../../src/pdf/syntax/document.js';
import { readPdf as readChromium } from '../../../src/pdf/syntax/read.js';
import { decodeText, Ref, Text } from '../../../src/pdf/syntax/values.js';
import { finish } from '../../../src/pdf/tagging/index.js';
import { readStructure } from '../../../src/pdf/tagging/structure/index.js';
import { PdfObjects } from '../../support/pdf-objects.js';
import { everyTag, heard, type ReadPdf, readPdf, type Tag } from '../../support/read-pdf.js';
import { INFO, pageOf, printer } from './page.js';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8Dwn4GBgYEJRIAAHwgCAZ2vd5EAAAAASUVORK5CYII=';

/** One of everything that papers have; the table is longer than a page. */
const BODY = `
<header style="border-bottom: 3px solid"><p><strong>The council</strong> · Monday</p><h1>A paper</h1></header>
<main><section><h2>Purpose</h2><p><span>1. </span>To tell the <em>panel</em>.</p><hr>
<ol style="list-style: none"><li><span class="n">a) </span>the first<ul style="list-style: none"><li><span>• </span>an inner one</li></ul></li><li><span class="n">b) </span>the second</li></ol>
<p>See <a href="https://example.org/a">the final report of a panel whose name is so very long that the words of this link stand on two lines of the page, and then some</a>.</p>
<aside style="background: #eee; border: 1px solid"><p>A notice.</p></aside>
<p lang="cy">Geiriau Cymraeg.</p>
<figure><img src="${PICTURE}" alt="A square" style="width: 60px; height: 30px"><figcaption>What is shown</figcaption></figure>
<div>Words in no paragraph</div></section>
<section><h2>Plan</h2><table><thead><tr><th scope="col">Ref</th><th scope="col">Action</th></tr></thead>
<tbody>${Array.from({ length: 90 }, (_, row) => `<tr style="border-bottom: 1px solid"><th scope="row">${row + 1}</th><td><p>Do the thing.</p></td></tr>`).join('')}</tbody></table></section></main>`;

const { raw, finished } = printer();
let before: RawPrint;
let bytes: Uint8Array;
let objects: PdfObjects;
let pdf: ReadPdf;
let tags: readonly Tag[];

beforeAll(async () => {
  before = await raw(pageOf(BODY));
  bytes = await finish(before, INFO);
  objects = new PdfObjects(bytes);
  pdf = await readPdf(bytes);
  tags = everyTag(pdf.pages.flatMap(({ structure }) => structure));
});

function tagsOf(role: string): readonly Tag[] {
  return tags.filter((tag) => tag.role === role);
}

/** The roles of what stands directly in an element. */
function within(tag: Tag | undefined): readonly string[] {
  return (tag?.children ?? []).map((child) => (typeof child === 'string' ? 'words' : child.role));
}

test('the structure read as text is the one read object by object', () => {
  const [asText, whole] = [readChromium(before.bytes), readChromium(before.bytes)];
  for (let number = 1; number < whole.objects.next; number += 1) whole.objects.get(number);
  expect(readStructure(asText, asText.pages())).toEqual(readStructure(whole, whole.pages()));
});

describe('what a screen reader meets', () => {
  test('has only types that a PDF 1.7 knows', () => {
    expect([...new Set(tags.map(({ role }) => role))].sort()).toEqual(
      'Caption Div Document Figure H1 H2 L LBody LI Lbl Link P Root Sect Span TBody TD TH THead TR Table'.split(
        ' ',
      ),
    );
  });

  test('hears the label of an item, then its words, and how a list is numbered', () => {
    const [outer, inner] = tagsOf('L');
    const [first, second] = outer?.children ?? [];
    expect(within(outer)).toEqual(['LI', 'LI']);
    if (typeof first !== 'object' || typeof second !== 'object') throw new Error('no items');
    expect(within(first)).toEqual(['Lbl', 'LBody']);
    expect(heard([first])).toBe('a) the first • an inner one');
    expect(within(second)).toEqual(['Lbl', 'LBody']);
    expect(heard(inner ? [inner] : [])).toBe('• an inner one');
    const numberings = objects
      .ofType('StructElem')
      .filter((dict) => nameOf(dict.get('S')) === 'L')
      .map((dict) => nameOf(objects.dict(dict.get('A')).get('ListNumbering')));
    expect(numberings.sort()).toEqual(['Disc', 'LowerAlpha']);
  });

  test('hears the head of a table once, however many pages it is printed on', () => {
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.pages.slice(1)) expect(page.text).toContain('Ref Action');
    expect(tagsOf('THead')).toHaveLength(1);
    expect(tagsOf('TH').filter((tag) => heard([tag]) === 'Ref')).toHaveLength(1);
    const table = objects.ofType('StructElem').find((dict) => nameOf(dict.get('S')) === 'Table');
    const groups = objects.array(table?.get('K')).map((kid) => objects.dict(kid));
    expect(groups.map((group) => nameOf(group.get('S')))).toEqual(['THead', 'TBody']);
    expect(objects.array(groups[1]?.get('K'))).toHaveLength(90);
  });

  test('hears it once where the table goes on in the next column of the page', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `<tr><td>${row}</td></tr>`).join('');
    const inColumns = await readPdf(
      await finished(
        pageOf(
          `<h1>A paper</h1><div style="columns: 2"><table><thead><tr><th scope="col">Ward</th></tr></thead><tbody>${rows}</tbody></table></div>`,
        ),
      ),
    );
    const heads = everyTag(inColumns.pages.flatMap(({ structure }) => structure)).filter(
      ({ role }) => role === 'TH',
    );
    expect(inColumns.pages[0]?.text.match(/Ward/g)).toHaveLength(2);
    expect(heads.map((tag) => heard([tag]))).toEqual(['Ward']);
  });

  test('hears which heading a cell belongs to', () => {
    const elements = objects.ofType('StructElem');
    const ids = new Set(elements.flatMap((dict) => sourceOf(dict.get('ID')) ?? []));
    const cells = elements.filter((dict) => nameOf(dict.get('S')) === 'TD');
    expect(cells).toHaveLength(90);
    for (const cell of cells) {
      const headers = objects.array(objects.dict(cell.get('A')).get('Headers')).map(sourceOf);
      expect(headers).toHaveLength(2);
      for (const id of headers) expect(ids.has(id ?? '')).toBe(true);
    }
  });

  test('hears the same in the same bytes whatever the browser had numbered before', async () => {
    // Its process counts elements through all the papers that it has had in hand.
    const later = Buffer.from(before.bytes)
      .toString('latin1')
      .replace(/node(\d{8})/g, (_, number) => `node${String(Number(number) + 7_000).padStart(8, '0')}`);
    expect(later).not.toBe(Buffer.from(before.bytes).toString('latin1'));
    const again = await finish({ ...before, bytes: Buffer.from(later, 'latin1') }, INFO);
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });

  test('hears of a picture what it shows, once, and is told where it is', () => {
    const figures = tagsOf('Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['A square']);
    const figure = objects.ofType('StructElem').find((dict) => nameOf(dict.get('S')) === 'Figure');
    const [left = 0, bottom = 0, right = 0, top = 0] = objects
      .array(objects.dict(figure?.get('A')).get('BBox'))
      .map(Number);
    // 60 by 30 pixels of CSS, in points.
    expect(right - left).toBeCloseTo(45, 0);
    expect(top - bottom).toBeCloseTo(22.5, 0);
    // The first page is 842 points high, and the picture stands near its middle.
    expect(bottom).toBeGreaterThan(300);
    expect(top).toBeLessThan(500);
  });

  test('hears the words of a link from the link itself, on each of its lines', () => {
    const contents = objects
      .ofType('Annot')
      .map((dict) => dict.get('Contents'))
      .map((value) => (value instanceof Text ? decodeText(value) : undefined));
    expect(contents.length).toBeGreaterThan(1);
    for (const words of contents) expect(words).toMatch(/^the final report of a panel .* and then some$/);
  });

  test('hears another language as such', () => {
    expect(tags.filter(({ lang }) => lang === 'cy').map((tag) => heard([tag]))).toEqual(['Geiriau Cymraeg.']);
  });

  test('meets no element with nothing in it, and no text outside a paragraph', () => {
    for (const tag of tags) {
      if (tag.role !== 'Figure' && tag.role !== 'TR') expect(within(tag), tag.role).not.toEqual([]);
      if (['Document', 'Sect', 'Div'].includes(tag.role)) expect(within(tag)).not.toContain('words');
    }
    expect(tagsOf('P').map((tag) => heard([tag]))).toContain('Words in no paragraph');
  });
});

describe('every stroke and word of a page', () => {
  test('is either part of the text or marked as none of it', () => {
    for (const { content } of objects.pages()) expect(unmarked(content)).toEqual([]);
    // The same look at the browser's own page finds what was not marked.
    expect(unmarked(firstContent(before.bytes))).not.toEqual([]);
  });

  test('has running heads and feet as such', () => {
    for (const { content } of objects.pages()) {
      expect(content.match(/\/Pagination\/Subtype\/Header>>BDC/g)).not.toBeNull();
      expect(content.match(/\/Pagination\/Subtype\/Footer>>BDC/g)).not.toBeNull();
    }
  });

  test('leads from its mark to its element and back', () => {
    const tree = objects.dict(objects.root.get('StructTreeRoot'));
    const nums = objects.array(objects.dict(tree.get('ParentTree')).get('Nums'));
    const parents = new Map(
      Array.from({ length: nums.length / 2 }, (_, index) => [Number(nums[index * 2]), nums[index * 2 + 1]]),
    );
    const fromKids = new Set<string>();
    const pageNumbers = new Map(objects.pages().map(({ ref }, index) => [ref.number, index]));
    const visit = (ref: Ref) => {
      const dict = objects.dict(ref);
      const own = dict.get('Pg');
      const k = dict.get('K');
      for (const kid of k === undefined ? [] : Array.isArray(k) ? k : [k]) {
        if (kid instanceof Ref) visit(kid);
        else {
          const inner = typeof kid === 'number' ? undefined : objects.dict(kid);
          const page = inner?.get('Pg') ?? own;
          const mcid = inner ? inner.get('MCID') : kid;
          if (!(page instanceof Ref)) throw new Error('a mark on no page');
          if (typeof mcid !== 'number') continue;
          const index = pageNumbers.get(page.number) ?? -1;
          const name = `${index}:${mcid}`;
          expect(fromKids.has(name)).toBe(false);
          fromKids.add(name);
          expect(refNumber(objects.array(parents.get(index))[mcid])).toBe(ref.number);
        }
      }
    };
    const root = tree.get('K');
    if (!(root instanceof Ref)) throw new Error('no structure');
    visit(root);
    const fromParents = [...parents].flatMap(([page, marks]) =>
      objects.array(marks).flatMap((element, mcid) => (element instanceof Ref ? `${page}:${mcid}` : [])),
    );
    const fromContent = objects
      .pages()
      .flatMap(({ content }, page) =>
        [...content.matchAll(/\/MCID (\d+) *>>BDC/g)].map((match) => `${page}:${match[1]}`),
      );
    expect([...fromKids].sort()).toEqual(fromParents.sort());
    expect([...fromKids].sort()).toEqual(fromContent.sort());
    for (const [index, { dict }] of objects.pages().entries()) expect(dict.get('StructParents')).toBe(index);
    for (const annotation of objects.ofType('Annot'))
      expect(nameOf(objects.dict(parents.get(Number(annotation.get('StructParent')))).get('S'))).toBe('Link');
  });
});

describe('what the file says of itself', () => {
  test('claims PDF/UA-1 and PDF/A-3a, with title, language and day, and describes what PDF/A does not know', () => {
    const xmp = objects.content(objects.root.get('Metadata'));
    for (const words of [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '<pdfuaid:part>1</pdfuaid:part>',
      '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
      '<rdf:li xml:lang="x-default">A paper</rdf:li>',
      '<rdf:li>en-GB</rdf:li>',
      '<xmp:CreateDate>2018-02-09T00:00:00Z</xmp:CreateDate>',
    ])
      expect(xmp).toContain(words);
    expect(objects.dict(objects.root.get('Metadata')).has('Filter')).toBe(false);
    expect(pdf.title).toBe('A paper');
    expect(pdf.created).toBe("D:20180209000000+00'00'");
  });

  test('holds the colours it is meant for, as a profile of its stated length', () => {
    const intent = objects.dict(objects.array(objects.root.get('OutputIntents'))[0]);
    const profile = Buffer.from(objects.content(intent.get('DestOutputProfile')), 'latin1');
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 20)).toBe('mntrRGB ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  });

  test('is a PDF 1.7 with an id, and ends where it says', () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.startsWith('%PDF-1.7\n%')).toBe(true);
    expect(text.endsWith('\n%%EOF\n')).toBe(true);
    expect(objects.id.map(sourceOf)).toEqual([
      expect.stringMatching(/^<[0-9a-f]{64}>$/),
      sourceOf(objects.id[0]),
    ]);
  });

  test('has an id of its own where a word differs', async () => {
    const other = new PdfObjects(await finished(pageOf(BODY.replace('Monday', 'Tuesday'))));
    expect(sourceOf(other.id[0])).not.toBe(sourceOf(objects.id[0]));
  });

  test('is the same to the byte however often, and whenever, it is printed and finished', async () => {
    const again = await finish(before, INFO);
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
    const later = Buffer.from(before.bytes)
      .toString('latin1')
      .replace(/D:\d{14}/g, 'D:20310101000000');
    expect(
      Buffer.from(await finish({ ...before, bytes: Buffer.from(later, 'latin1') }, INFO)).equals(
        Buffer.from(bytes),
      ),
    ).toBe(true);
    const printedAgain = await finished(pageOf(BODY));
    expect(Buffer.from(printedAgain).equals(Buffer.from(bytes))).toBe(true);
  });

  test('is the same where the browser counted its cells on from another paper', async () => {
    let cells = 0;
    const counted = Buffer.from(before.bytes)
      .toString('latin1')
      .replace(/(?<=\(node)\d{8}(?=\))/g, (number) => {
        cells += 1;
        return String(Number(number) + 93).padStart(8, '0');
      });
    expect(cells).toBeGreaterThan(0);
    const finishedNow = await finish({ ...before, bytes: Buffer.from(counted, 'latin1') }, INFO);
    expect(Buffer.from(finishedNow).equals(Buffer.from(bytes))).toBe(true);
  });

  test('gives each font a tag of its own', () => {
    const names = objects.ofType('FontDescriptor').map((dict) => nameOf(dict.get('FontName')) ?? '');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+\w/);
    expect(new Set(names.map((name) => name.slice(0, 6))).size).toBe(names.length);
  });

  test('takes much less room than the browser’s own', () => {
    expect(bytes.length).toBeLessThan(before.bytes.length * 0.6);
  });
});

function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : undefined;
}

function sourceOf(value: unknown): string | undefined {
  return value instanceof Text ? value.source : undefined;
}

function refNumber(value: unknown): number | undefined {
  return value instanceof Ref ? value.number : undefined;
}

/** The content of the first page as the browser wrote it. */
function firstContent(file: Uint8Array): string {
  const document = readChromium(file);
  const content = document.stream(document.dict(document.pages()[0])?.get('Contents'));
  return content ? Buffer.from(inflated(content)).toString('latin1') : '';
}

/** What is painted outside every mark: an independent, slow look, operator by operator. */
function unmarked(content: string): readonly string[] {
  let depth = 0;
  const found: string[] = [];
  for (const operator of content.match(/(?<=\s|^|>|\])[A-Za-z'"]+\*?(?=\s|$)/g) ?? []) {
    if (operator === 'BDC' || operator === 'BMC') depth += 1;
    else if (operator === 'EMC') depth -= 1;
    else if (/^(?:f\*?|F|S|s|[Bb]\*?|Tj|TJ|Do|sh)$/.test(operator) && depth === 0) found.push(operator);
  }
  expect(depth).toBe(0);
  return found;
}
