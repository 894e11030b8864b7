import type { Cell } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { zip } from '../../src/exchange/grid/zip.js';
import type { SampleCell, SampleTracker } from './trackers.js';

/** A tracker as a file of each kind, as the programs write them. */
export async function writeTracker(
  tracker: SampleTracker,
  format: 'csv' | 'xlsx' | 'docx',
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(asCsv(tracker));
  return format === 'xlsx' ? asXlsx(tracker) : asDocx(tracker);
}

/** The rows with each cell in its own place; what a merged cell covers is empty. */
function placed({ rows }: SampleTracker): readonly (readonly (SampleCell | undefined)[])[] {
  return rows;
}

function asCsv(tracker: SampleTracker): string {
  const width = Math.max(...tracker.rows.map((row) => row.length));
  return placed(tracker)
    .map((row) =>
      Array.from({ length: width }, (_, index) => {
        const text = row[index]?.text ?? '';
        return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      }).join(','),
    )
    .map((line) => `${line}\r\n`)
    .join('');
}

async function asXlsx(tracker: SampleTracker): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  const width = Math.max(
    ...tracker.rows.map((row) => row.reduce((sum, cell) => sum + (cell?.across ?? 1), 0)),
  );
  const rows = placed(tracker).map((row, r) => {
    const values: (string | Date | null)[] = Array.from({ length: width }, () => null);
    let column = 0;
    for (const cell of row) {
      if (cell) {
        values[column] = cell.date ? new Date(`${cell.date}T00:00:00Z`) : cell.text === '' ? null : cell.text;
        const style = {
          ...(cell.isBold ? { font: { bold: true } } : {}),
          ...(cell.fill
            ? {
                fill: {
                  type: 'pattern' as const,
                  pattern: 'solid' as const,
                  fgColor: { rgb: `FF${cell.fill.toUpperCase()}` },
                },
              }
            : {}),
          ...(cell.format ? { numFmt: cell.format } : {}),
        };
        cells.set(`${r},${column}`, { value: values[column] ?? null, style });
        if (cell.across || cell.down)
          merges.push({
            startRow: r,
            startCol: column,
            endRow: r + (cell.down ?? 1) - 1,
            endCol: column + (cell.across ?? 1) - 1,
          });
      }
      column += cell?.across ?? 1;
    }
    return values;
  });
  return writeXlsx({ sheets: [{ name: 'Sheet1', rows, cells, merges }] });
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function asDocx(tracker: SampleTracker): Uint8Array {
  const asXml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const width = Math.max(
    ...tracker.rows.map((row) => row.reduce((sum, cell) => sum + (cell?.across ?? 1), 0)),
  );
  /** How many more rows a cell of each column goes on. */
  const running = new Map<number, number>();
  const paragraph = (text: string, isBold: boolean) =>
    `<w:p><w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${asXml(text)}</w:t></w:r></w:p>`;
  const rows = placed(tracker).map((row) => {
    const cells: string[] = [];
    let column = 0;
    const add = (cell: SampleCell | undefined) => {
      const going = running.get(column) ?? 0;
      const merge = going > 0 ? '<w:vMerge/>' : cell?.down ? '<w:vMerge w:val="restart"/>' : '';
      if (going > 0) running.set(column, going - 1);
      else if (cell?.down) running.set(column, cell.down - 1);
      const span = (cell?.across ?? 1) > 1 ? `<w:gridSpan w:val="${cell?.across}"/>` : '';
      const shade = cell?.fill
        ? `<w:shd w:val="clear" w:color="auto" w:fill="${cell.fill.toUpperCase()}"/>`
        : '';
      const text = (cell?.text ?? '')
        .split('\n')
        .map((line) => paragraph(line, cell?.isBold ?? false))
        .join('');
      cells.push(
        `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}${merge}${shade}</w:tcPr>${text}</w:tc>`,
      );
      column += cell?.across ?? 1;
    };
    for (const cell of row) add(cell);
    while (column < width) add(undefined);
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid = Array.from({ length: width }, () => '<w:gridCol w:w="1500"/>').join('');
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${NAMESPACE}"><w:body><w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/><w:sectPr/></w:body></w:document>`,
  };
  return zip(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
}
