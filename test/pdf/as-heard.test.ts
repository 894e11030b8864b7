import { describe, expect, test } from 'vitest';
import { heardOfPdf } from '../../src/pdf/index.js';
import { pageOf, printer } from './tagging/page.js';

const { finished } = printer();

/** What a screen reader says of a page of ours with this body, line by line. */
async function heardOf(body: string): Promise<readonly string[]> {
  return (await heardOfPdf(await finished(pageOf(`<h1>A paper</h1>${body}`)))).trimEnd().split('\n');
}

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8Dwn4GBgYEJRIAAHwgCAZ2vd5EAAAAASUVORK5CYII=';

describe('what a screen reader says of a PDF', () => {
  test('begins with its title and its language', async () => {
    expect(await heardOf('<p>Words.</p>')).toEqual([
      'Title: A paper',
      'Language: English',
      '',
      'Heading 1: A paper',
      'Paragraph: Words.',
    ]);
  });

  test('names headings, paragraphs, pictures and quotations, and what is told of links', async () => {
    const body = `<h2>Purpose</h2><p>See <a href="https://example.org/">the final report</a>, <em>all</em> of it.</p><p><img src="${PICTURE}" alt="A square" width="9"></p><blockquote><p>Said so.</p></blockquote>`;
    expect((await heardOf(body)).slice(4)).toEqual([
      'Heading 2: Purpose',
      'Paragraph: See [link: the final report], all of it.',
      'Paragraph: [figure: A square]',
      'Quotation',
      '  Paragraph: Said so.',
    ]);
  });

  test('counts the items of a list, and of the list within an item', async () => {
    const body =
      '<ol style="list-style: none"><li><span>a) </span>first<ul style="list-style: none"><li><span>• </span>inner</li></ul></li><li><span>b) </span>second</li></ol>';
    expect((await heardOf(body)).slice(4)).toEqual([
      'List, 2 items',
      '  a) first',
      '    List, 1 item',
      '      • inner',
      '  b) second',
    ]);
  });

  test('says the language wherever it changes, and where it changes back', async () => {
    const body =
      '<p>It is called <span lang="cy" role="group">Llwybr yr Afon</span> by all.</p><p lang="cy">Geiriau.</p><p>Words.</p>';
    expect((await heardOf(body)).slice(4)).toEqual([
      'Paragraph: It is called [Welsh] Llwybr yr Afon [English] by all.',
      'Paragraph: [Welsh] Geiriau.',
      'Paragraph: Words.',
    ]);
  });

  test('gives each cell the headings that the file gives it, its row’s first', async () => {
    const body =
      '<table><thead><tr><th scope="col">Ref</th><th scope="col">Rating</th></tr></thead><tbody><tr><th scope="rowgroup" colspan="2">Homes</th></tr><tr><th scope="row">1.1</th><td><p>Amber</p><p>worse</p></td></tr></tbody></table>';
    expect((await heardOf(body)).slice(4)).toEqual([
      'Table, 2 columns, 3 rows',
      '  Row 1, headings: Ref; Rating',
      '  Row 2, across 2 columns: Homes',
      '  Row 3, Ref: 1.1',
      '  Row 3, 1.1, Rating: Amber',
      '    worse',
    ]);
  });

  test('counts the cells that reach down into a row, so that no cell is heard under another’s heading', async () => {
    const body =
      '<table><thead><tr><th scope="col">Ward</th><th scope="col">Year</th><th scope="col">Visits</th></tr></thead><tbody><tr><td rowspan="2">North</td><td>2019</td><td>4</td></tr><tr><td>2020</td><td>6</td></tr></tbody></table>';
    expect((await heardOf(body)).slice(6)).toEqual([
      '  Row 2, Ward: North',
      '  Row 2, Year: 2019',
      '  Row 2, Visits: 4',
      '  Row 3, Year: 2020',
      '  Row 3, Visits: 6',
    ]);
  });

  test('tells of a cell that has no heading', async () => {
    const body =
      '<table><tbody><tr><th scope="col">Ward</th><td>2020</td></tr><tr><td>North</td><td>4</td></tr></tbody></table>';
    expect((await heardOf(body)).slice(5)).toEqual([
      '  Row 1: Ward',
      '  Row 1, no heading: 2020',
      '  Row 2, Ward: North',
      '  Row 2, no heading: 4',
    ]);
  });

  test('leaves out running heads, page numbers, repeated heads of tables and what is declared to be decoration', async () => {
    const rows = Array.from({ length: 80 }, (_, row) => `<tr><td>${row}</td></tr>`).join('');
    const lines = await heardOf(
      `<p>Green<span aria-hidden="true"> *</span></p><table><thead><tr><th scope="col">Ward</th></tr></thead><tbody>${rows}</tbody></table>`,
    );
    expect(lines.slice(4, 7)).toEqual([
      'Paragraph: Green',
      'Table, 1 column, 81 rows',
      '  Row 1, headings: Ward',
    ]);
    expect(lines.filter((line) => /running head|\d of \d|\*/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes('headings: Ward'))).toHaveLength(1);
    expect(lines).toHaveLength(87);
  });

  test('cannot be given for a file without a structure', async () => {
    await expect(heardOfPdf(Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n'))).rejects.toThrow(
      'no structure',
    );
  });
});
