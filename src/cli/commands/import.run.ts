import { relative, resolve } from 'node:path';
import type { IsoDate } from '../../calendar/index.js';
import { hasErrors } from '../../diagnostics/index.js';
import { findingParts, reportLines } from '../../exchange/index.js';
import { findOrPlaceRegister } from '../../files/index.js';
import { phrases } from '../../phrases/index.js';
import { type ImportResult, importTracker } from '../../workflows/import.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { showDiagnostics } from '../print-diagnostics.js';
import { jsonText, sanitiseLine } from '../sanitise.js';

export interface ImportOptions extends CommonOptions {
  readonly map: readonly string[];
  readonly review?: string;
  readonly panel?: string;
  readonly council?: string;
  readonly title?: string;
  readonly asAt?: IsoDate;
  readonly report?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Reads a tracker into the register. */
export async function importFile(file: string, options: ImportOptions, host: Host): Promise<ExitCode> {
  const isDryRun = options.dryRun ?? false;
  const result = await importTracker({
    ...findOrPlaceRegister(host.cwd, options.data),
    path: resolve(host.cwd, file),
    maps: options.map,
    cwd: host.cwd,
    today: host.today,
    asAt: options.asAt,
    title: options.title,
    review: options.review,
    panel: options.panel,
    council: options.council,
    report: options.report === undefined ? undefined : resolve(host.cwd, options.report),
    isDryRun,
    signal: host.signal,
  });
  const shown = (path: string) => sanitiseLine(relative(host.cwd, path));
  if (options.json) host.stdout.write(jsonText(asJson(result, isDryRun, shown)));
  else printReport(result, isDryRun, shown, host);
  showDiagnostics(result.diagnostics, result.texts, host);
  return hasErrors(result.diagnostics) ? EXIT.problems : EXIT.done;
}

function printReport(
  { grid, recognised, findings, register, beside, page }: ImportResult,
  isDryRun: boolean,
  shown: (path: string) => string,
  host: Host,
): void {
  const parts = [
    ...reportLines(grid, recognised, isDryRun ? undefined : shown(page)),
    ...findingParts(findings),
  ];
  for (const { heading, lines } of parts)
    host.stdout.write(
      `${sanitiseLine(heading)}\n${lines.map((line) => `  ${sanitiseLine(line)}\n`).join('')}\n`,
    );
  if (beside.length === 0) return;
  const { written, wouldWrite } = phrases.importing.report;
  if (register.length === 0) host.stdout.write(`${phrases.importing.changed.nothing}\n\n`);
  const files = [
    ...register.map((file) => `${sanitiseLine(file.shown)}${file.isNew ? '' : `:${file.lines.join(',')}`}`),
    ...beside.map(shown),
  ];
  host.stdout.write(`${isDryRun ? wouldWrite : written}\n${files.map((path) => `  ${path}\n`).join('')}`);
}

function asJson(
  { recognised, findings, register, beside }: ImportResult,
  isDryRun: boolean,
  shown: (path: string) => string,
): object {
  return {
    schema: 1,
    written: isDryRun ? [] : [...register.map((file) => file.shown), ...beside.map(shown)],
    findings: findings.map(({ kind, of, what }) => ({ kind, of, what })),
    reviews: recognised.reviews.map(({ key, title, recommendations }) => ({
      review: key,
      title,
      recommendations: recommendations.length,
      actions: recommendations.reduce((sum, { actions }) => sum + actions.length, 0),
    })),
    statuses: recognised.statuses.map(({ status, times, became, at }) => ({
      status,
      times,
      rating: became ?? null,
      at,
    })),
    columns: recognised.columns.map(({ table, heading, field, key }) => ({
      table,
      heading,
      field: key ?? field,
    })),
    cells: recognised.cells.map(({ cell, table, how, place, as, why }) => ({
      table,
      cell: cell.at,
      words: cell.text,
      how,
      place,
      written: as ?? null,
      why: why ?? null,
    })),
  };
}
