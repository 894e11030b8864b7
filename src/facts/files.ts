import { phrases } from '../phrases/index.js';
import { SCHEMA } from '../queries/index.js';
import { actionsCsv } from './csv.js';
import type { BuildInfo, PaperFacts } from './types.js';

/** A file that a PDF carries. */
export interface EvidenceFile {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The name under which a PDF carries its facts. */
export const FACTS_FILE = 'facts.json';

/** What a PDF carries: its facts, and the table of its actions for a spreadsheet. */
export function evidenceFiles(facts: PaperFacts, made: BuildInfo): readonly EvidenceFile[] {
  const json: EvidenceFile = {
    name: FACTS_FILE,
    description: phrases.attachments.facts,
    type: 'application/json',
    bytes: Buffer.from(`${JSON.stringify({ schema: SCHEMA, made, facts }, null, 1)}\n`),
  };
  if (facts.actions.length === 0) return [json];
  const csv: EvidenceFile = {
    name: 'actions.csv',
    description: phrases.attachments.actions,
    type: 'text/csv',
    bytes: Buffer.from(actionsCsv(facts.actions)),
  };
  return [csv, json];
}
