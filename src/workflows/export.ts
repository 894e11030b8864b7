/**
 * From a register to a file for other programs: workspace → register → exchange → files.
 */
import { join } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { collectExport, type ExportWanted, exportFormats } from '../exchange/index.js';
import { type RegisterLocation, writeAtomically } from '../files/index.js';
import type { Model } from '../model/index.js';
import { assertFilterValid } from './query.js';

export type ExportFormat = keyof typeof exportFormats;

/** The formats, in the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['xlsx', 'csv', 'json', 'ics'];

/**
 * The register on a day in one format. The same register gives the same bytes.
 *
 * @throws UsageError where what narrows it is not in the register
 */
export async function makeExport(
  model: Model,
  format: ExportFormat,
  wanted: ExportWanted,
): Promise<Uint8Array> {
  assertFilterValid(model, wanted);
  const register = collectExport(model, wanted);
  switch (format) {
    case 'xlsx':
      return (await exportFormats.xlsx())(register);
    case 'csv':
      return Buffer.from((await exportFormats.csv())(register));
    case 'ics':
      return Buffer.from((await exportFormats.ics())(register));
    case 'json': {
      const exportJson = await exportFormats.json();
      return Buffer.from(`${JSON.stringify(exportJson(register), null, 2)}\n`);
    }
  }
}

/** Where an export goes unless it is told: `out/register-2026-03-02.xlsx` beside the register. */
export function exportPath(
  place: RegisterLocation,
  format: ExportFormat,
  day: IsoDate,
  isConfidential: boolean,
): string {
  return join(place.home, 'out', `register-${day}${isConfidential ? '-confidential' : ''}.${format}`);
}

/** Writes an export whole. What is confidential is for nobody else on the machine. */
export function writeExport(
  path: string,
  bytes: Uint8Array,
  isConfidential: boolean,
  signal: AbortSignal,
): void {
  writeAtomically([{ path, bytes, isPrivate: isConfidential }], signal);
}
