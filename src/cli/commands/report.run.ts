import { relative, resolve } from 'node:path';
import type { IsoDate } from '../../calendar/index.js';
import { hasErrors, UsageError } from '../../diagnostics/index.js';
import { findRegister } from '../../files/index.js';
import type { Format } from '../../workflows/report.js';
import { wakeBrowser } from '../../workflows/wake-browser.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { browserWishes, type Host } from '../host.js';
import { askForMeeting } from '../load-register.js';
import { openFile } from '../open-file.js';
import { showDiagnostics } from '../print-diagnostics.js';
import { sanitise, sanitiseLine } from '../sanitise.js';

export interface ReportOptions extends CommonOptions {
  readonly meeting?: IsoDate;
  readonly panel?: string;
  readonly item?: string;
  readonly format: readonly Format[];
  readonly out?: string;
  readonly asAt?: IsoDate;
  readonly split?: boolean;
  readonly confidential?: boolean;
  readonly asHeard?: boolean;
  readonly open?: boolean;
  readonly builtinTemplates?: boolean;
  readonly browser?: string;
}

/** Makes the papers and says where they are. */
export async function report(options: ReportOptions, host: Host): Promise<ExitCode> {
  if (options.asHeard && !options.format.includes('pdf'))
    throw new UsageError('--as-heard reads the PDF, so --format has to have pdf in it');
  const { meeting } = options;
  if (meeting === undefined) return askForMeeting(options, host);
  const place = findRegister(host.cwd, options.data);
  const waking = options.format.includes('pdf')
    ? await wakeBrowser(browserWishes(options, host))
    : { browser: undefined };
  const { reportMeeting } = await import('../../workflows/report.js');
  const made = await reportMeeting({
    place,
    meeting,
    panel: options.panel,
    item: options.item,
    formats: options.format,
    out: options.out === undefined ? undefined : resolve(host.cwd, options.out),
    asAt: options.asAt,
    isConfidential: options.confidential ?? false,
    isSplit: options.split ?? false,
    isHeard: options.asHeard ?? false,
    isBuiltinOnly: options.builtinTemplates ?? false,
    ...waking,
    signal: host.signal,
  });
  showDiagnostics(made.diagnostics, made.texts, host);
  for (const remark of made.remarks) host.stderr.write(`note: ${sanitise(remark)}\n`);
  if (hasErrors(made.diagnostics)) {
    host.stderr.write('No paper was made. Papers made before are as they were.\n');
    return EXIT.problems;
  }
  for (const path of made.written) host.stdout.write(`${sanitiseLine(shownPath(path, host.cwd))}\n`);
  if (options.open) for (const path of toOpen(made.written)) openFile(path, host);
  return EXIT.done;
}

/** The paper as a PDF where there is one, otherwise as a page. */
function toOpen(written: readonly string[]): readonly string[] {
  const pdfs = written.filter((path) => path.endsWith('.pdf'));
  return pdfs.length > 0 ? pdfs : written;
}

function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
