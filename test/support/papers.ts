import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { PaperKind } from '../../src/model/index.js';
import type { PaperBrowser } from '../../src/pdf/index.js';
import { paperRegister } from '../../src/register/index.js';
import { updatePaper } from '../../src/view/index.js';
import { paperParts } from '../../src/workflows/compose-paper.js';
import { type ReadPdf, readPdf } from './read-pdf.js';
import { soundModel } from './registers.js';

/** The last paper of a kind in a register as HTML. */
export function pageOf(files: Readonly<Record<string, string>>, kind: PaperKind): string {
  const model = soundModel(files);
  const wanted = model.meetings
    .flatMap((meeting) => meeting.items.map((item) => ({ meeting, item })))
    .findLast(({ item }) => item.report === kind);
  if (!wanted) throw new Error(`the register has no ${kind}`);
  const { parts } = paperParts(
    model,
    { ...wanted, asAt: undefined, isConfidential: false },
    new Map(),
    false,
  );
  const [whole] = parts;
  if (!whole) throw new Error('the paper has no parts');
  const { value, diagnostics } = renderHtml(whole.paper, readTemplates({ kind, own: undefined }).value);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** The first paper of a register as HTML. */
export function htmlOf(files: Readonly<Record<string, string>>): string {
  const model = soundModel(files);
  const meeting = model.meetings[0];
  const item = meeting?.items[0];
  if (!meeting || !item) throw new Error('the register has no paper');
  const register = paperRegister(model, { meeting, item, asAt: undefined, isConfidential: false });
  const { value, diagnostics } = renderHtml(
    updatePaper(register, new Map()),
    readTemplates({ kind: 'update', own: undefined }).value,
  );
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** The first paper of a register, printed and read back. */
export async function printed(
  browser: PaperBrowser,
  files: Readonly<Record<string, string>>,
): Promise<ReadPdf> {
  return readPdf(await browser.print(htmlOf(files), { day: '2018-02-09' }));
}
