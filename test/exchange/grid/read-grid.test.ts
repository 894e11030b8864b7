import { deflateRawSync } from 'node:zlib';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/diagnostics/index.js';
import { unzip, zip } from '../../../src/exchange/grid/zip.js';
import { type Grid, readGrid } from '../../../src/exchange/index.js';
import { TRACKERS } from '../trackers.js';
import { writeTracker } from '../write-trackers.js';

/** The words of a grid: each table as rows of texts. */
function texts(grid: Grid): readonly (readonly (readonly string[])[])[] {
  return grid.tables.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')));
}

async function refusal(file: string, bytes: Uint8Array): Promise<string> {
  try {
    await readGrid(file, bytes);
  } catch (failure) {
    if (failure instanceof UsageError) return failure.message;
    throw failure;
  }
  return 'it was read';
}

function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'big' ? bytes.swap16() : bytes;
}

describe('a table of separated values', () => {
  const rows = [
    ['Ref', 'Recommendation', 'Cost'],
    ['1.10', 'Mend “roofs”, and\nquickly – please', '£5'],
  ];
  const csv = (sign: string) =>
    `Ref${sign}Recommendation${sign}Cost\r\n1.10${sign}"Mend “roofs”, and\r\nquickly – please"${sign}£5\r\n`;

  test.each([
    ['UTF-8', Buffer.from(csv(','))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(',')}`)],
    ['UTF-16, low byte first', utf16(csv(','), 'little', true)],
    ['UTF-16, high byte first', utf16(csv(','), 'big', true)],
    ['UTF-16 without a mark', utf16(csv(','), 'little', false)],
    [
      'Windows-1252',
      Buffer.from(
        csv(',').replace(/[“”–]/g, (sign) => ({ '“': '\x93', '”': '\x94', '–': '\x96' })[sign] ?? ''),
        'latin1',
      ),
    ],
    ['semicolons', Buffer.from(csv(';'))],
    ['tabs', Buffer.from(csv('\t'))],
    ['bars', Buffer.from(csv('|'))],
    ['the sign named in the first line', Buffer.from(`sep=;\r\n${csv(';')}`)],
    ['line ends of old Macs', Buffer.from(csv(',').replaceAll('\r\n', '\r'))],
    [
      'two signs, of which one is in the words',
      Buffer.from(`Ref;Recommendation;Cost\n1.10;"Mend “roofs”, and\nquickly – please";£5\n`),
    ],
  ])('%s', async (_, bytes) => {
    const [table] = texts(await readGrid('tracker.csv', bytes));
    expect(table).toEqual(rows);
  });

  test('rows without words are left out, and cells are called as Excel calls them', async () => {
    const grid = await readGrid('t.csv', Buffer.from('Ref,Text\n,\n\n2,Paint\n'));
    const [, second] = grid.tables[0]?.rows ?? [];
    expect(second?.cells.map((cell) => cell?.at)).toEqual(['A4', 'B4']);
  });
});

describe('a spreadsheet', () => {
  test.each(TRACKERS.map(({ name }) => name))('%s: a second reader sees the same cells', async (name) => {
    const tracker = TRACKERS.find((one) => one.name === name);
    if (!tracker) throw new Error(name);
    const bytes = await writeTracker(tracker, 'xlsx');
    const ours = (await readGrid('t.xlsx', bytes)).tables[0]?.rows ?? [];
    const sheet = read(bytes, { cellStyles: true, cellDates: false }).Sheets['Sheet1'];
    if (!sheet) throw new Error('no sheet');
    const seen = ours.flatMap(({ number, cells }) =>
      cells.flatMap((cell, column) =>
        cell && cell.row === number && cell.column === column
          ? [[utils.encode_cell({ r: number, c: column }), cell.text, cell.fill]]
          : [],
      ),
    );
    const theirs = Object.entries(sheet).flatMap(
      ([at, cell]: [string, { w?: string; v?: unknown; s?: { fgColor?: { rgb?: string } } }]) => {
        if (at.startsWith('!')) return [];
        const fill = cell.s?.fgColor?.rgb;
        const text = String(cell.w ?? cell.v ?? '').trim();
        return text === '' && fill === undefined
          ? []
          : [[at, text, fill === undefined ? undefined : `#${fill.slice(-6).toLowerCase()}`]];
      },
    );
    const order = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(order(seen)).toEqual(order(theirs));
    expect(seen.length).toBeGreaterThan(10);
  });

  test('a formula has its last result, and one that has none is told', async () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="str"><f>UPPER("ref")</f><v>Ref</v></c><c r="B1"><f>WEBSERVICE("http://x")</f></c></row>',
    );
    const grid = await readGrid('t.xlsx', bytes);
    expect(texts(grid)).toEqual([[['Ref']]]);
    expect(grid.remarks).toEqual([
      { kind: 'formula-without-result', at: 'Sheet1!B1', words: '=WEBSERVICE("http://x")' },
    ]);
  });

  test('macros and links to other workbooks are told, and not read', async () => {
    const parts = new Map(
      unzip('t', workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Ref</t></is></c></row>'), () => true),
    );
    parts.set('xl/vbaProject.bin', Buffer.from('evil'));
    parts.set(
      'xl/externalLinks/externalLink1.xml',
      Buffer.from('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'),
    );
    const grid = await readGrid('t.xlsm', zip(parts));
    expect(texts(grid)).toEqual([[['Ref']]]);
    expect(grid.remarks.map(({ kind }) => kind)).toEqual(['macros', 'external-links']);
  });
});

/** The smallest workbook with these rows. */
function workbook(rows: string, more: string = ''): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${more}</worksheet>`,
  };
  return zip(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
}

/** A packed file with one part that is packed, and whose directory claims a size of our choosing. */
function packed(name: string, content: Uint8Array, claimed: number): Uint8Array {
  const data = deflateRawSync(content);
  const bytes = Buffer.from(zip(new Map([[name, data]])));
  const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  for (const at of [8, central + 10]) bytes.writeUInt16LE(8, at);
  for (const at of [22, central + 24]) bytes.writeUInt32LE(claimed, at);
  return bytes;
}

describe('what a stranger sends', () => {
  const quick = { timeout: 20_000 };

  test.each([
    ['says how large it is', 400_000_000],
    ['lies about it', 100],
  ])('a packed file that %s and unpacks to 400 MB is refused', quick, async (_, claimed) => {
    const before = process.memoryUsage().rss;
    const bomb = packed('xl/workbook.xml', Buffer.alloc(400_000_000), claimed);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal('bomb.xlsx', bomb)).toMatch(/unpacks to more than 50 MB in a part/);
    expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000);
  });

  test(
    'a million rows that were only coloured are read in a moment; a million with words are refused',
    quick,
    async () => {
      const coloured = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 1}" s="1"/>`).join(
        '',
      );
      const begun = performance.now();
      const grid = await readGrid(
        'wide.xlsx',
        workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>Ref</t></is></c></row>${coloured.slice(21)}`),
      );
      expect(texts(grid)).toEqual([[['Ref']]]);
      const filled = Array.from(
        { length: 1_000_000 },
        (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`,
      ).join('');
      expect(await refusal('long.xlsx', workbook(filled))).toMatch(/at most 20,000 are read/);
      expect(await refusal('long.csv', Buffer.from('1,2\n'.repeat(1_000_000)))).toMatch(
        /at most 20,000 are read/,
      );
      expect(performance.now() - begun).toBeLessThan(15_000);
    },
  );

  test(
    'two cells at the corners of a sheet, and cells merged to its end, take no more than two',
    quick,
    async () => {
      const corner =
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Ref</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
      expect(await refusal('corner.xlsx', workbook(corner))).toMatch(/columns|cells|large|limit/i);
      const merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
      const grid = await readGrid(
        'merged.xlsx',
        workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Ref</t></is></c></row>', merged),
      );
      expect(grid.tables[0]?.rows.map(({ cells }) => new Set(cells).size)).toEqual([1]);
    },
  );

  test.each(['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/styles.xml'])(
    'entities that %s defines do not grow',
    quick,
    async (part) => {
      const laughs = Array.from(
        { length: 12 },
        (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
      ).join('');
      const parts = new Map(
        unzip('t', workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Ref</t></is></c></row>'), () => true),
      );
      parts.set(
        part,
        Buffer.from(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><x>&l12;</x>`),
      );
      expect(await refusal('laughs.xlsx', zip(parts))).toMatch(/defines entities of its own/);
    },
  );

  test('entities, depth and claims of a document do not grow', quick, async () => {
    const doc = (body: string, head = '') =>
      zip(
        new Map([
          [
            'word/document.xml',
            Buffer.from(`${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
          ],
        ]),
      );
    expect(await refusal('t.docx', doc('&x;', '<!DOCTYPE x [<!ENTITY x "y">]>'))).toMatch(
      /defines entities of its own/,
    );
    expect(await refusal('t.docx', doc('<w:p>'.repeat(100_000)))).toMatch(/nested deeper than any table/);
    const cell = (more: string, text: string) =>
      `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const wide = await readGrid(
      't.docx',
      doc(
        `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>${cell('<w:gridSpan w:val="999999999"/>', 'Ref')}</w:tr><w:tr>${cell('<w:gridSpan w:val="999999999"/>', 'Text')}</w:tr></w:tbl>`,
      ),
    );
    expect(wide.tables[0]?.rows.every(({ cells }) => cells.length <= 500)).toBe(true);
  });

  test.each([
    ['paper.pdf', Buffer.from('%PDF-1.7'), 'paper.pdf is a PDF, which is not read'],
    ['page.xls', Buffer.from('<html><table>'), 'page.xls is a web page or XML'],
    [
      'old.doc',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'old.doc is an old Word document, or one with a password',
    ],
    [
      'other.zip',
      zip(new Map([['a.txt', Buffer.from('a')]])),
      'other.zip is a packed file without sheets or a document',
    ],
    ['cut.xlsx', Buffer.from('PK\x03\x04 and no more'), 'cut.xlsx is damaged'],
    ['nul.csv', Buffer.from('a,b\0,c,d,e\n'), 'nul.csv has NUL characters in it'],
  ])('%s is told for what it is', async (file, bytes, said) => {
    expect(await refusal(file, bytes)).toContain(said);
  });

  test('a file of which a byte is wrong is read, or refused in a sentence', { timeout: 60_000 }, async () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let refused = 0;
    for (const tracker of TRACKERS.slice(0, 4)) {
      for (const format of tracker.formats) {
        const bytes = await writeTracker(tracker, format);
        for (let round = 0; round < 40; round += 1) {
          const broken = Buffer.from(bytes);
          for (let times = 0; times < 1 + next(4); times += 1) broken[next(broken.length)] = next(256);
          if ((await refusal(`t.${format}`, broken)) !== 'it was read') refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(20);
  });
});
