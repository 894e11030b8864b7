import { sha256 } from '../hash/index.js';
import { SCHEMA } from '../queries/index.js';
import type { BuildInfo, PaperFacts } from './types.js';

/** What a file says of itself. It may have been written by anybody, so no more is taken for granted than is looked at here. */
export interface Evidence {
  readonly made: BuildInfo;
  /** As the file has them: of any shape below their heads. */
  readonly facts: Readonly<Record<string, unknown>> & FactsHead;
  /** Whether the facts have the digest that they are said to have. */
  readonly isWhole: boolean;
}

/** What must be known of a paper to make it again. */
export type FactsHead = Pick<PaperFacts, 'kind' | 'title' | 'asAt' | 'otherDay' | 'confidential'> & {
  readonly meeting: Pick<PaperFacts['meeting'], 'date' | 'panel'>;
  readonly item: Pick<PaperFacts['item'], 'number'>;
};

/** Reads what a file carries; undefined where it is not what this program writes. */
export function readEvidence(text: string): Evidence | undefined {
  const data = parsed(text);
  if (
    !isShallow(data, DEEPEST) ||
    !isRecord(data) ||
    data['schema'] !== SCHEMA ||
    !isMade(data['made']) ||
    !isFacts(data['facts'])
  )
    return undefined;
  const { made, facts } = { made: data['made'], facts: data['facts'] };
  return { made, facts, isWhole: sha256([JSON.stringify(facts)]) === made.facts };
}

/** Ours are seven deep. */
const DEEPEST = 12;

/** Whether no value lies deeper than that: what goes through them all calls itself. */
function isShallow(value: unknown, deepest: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return deepest > 0 && Object.values(value).every((inner) => isShallow(inner, deepest - 1));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof RangeError) return undefined;
    throw failure;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMade(value: unknown): value is BuildInfo {
  return (
    isRecord(value) &&
    ['tool', 'part', 'facts', 'templates', 'fonts'].every((key) => typeof value[key] === 'string') &&
    (value['browser'] === null || typeof value['browser'] === 'string')
  );
}

function isFacts(value: unknown): value is Evidence['facts'] {
  if (!isRecord(value)) return false;
  const { meeting, item } = value;
  return (
    ['kind', 'title', 'asAt'].every((key) => typeof value[key] === 'string') &&
    ['otherDay', 'confidential'].every((key) => typeof value[key] === 'boolean') &&
    isRecord(meeting) &&
    typeof meeting['date'] === 'string' &&
    typeof meeting['panel'] === 'string' &&
    isRecord(item) &&
    typeof item['number'] === 'string'
  );
}
