import type { IsoDate } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';
import type { Provenance } from '../paper-schema.js';

/** The heading under which it is in every file. */
export const PROVENANCE = { id: 'provenance', heading: phrases.provenance.heading } as const;

/**
 * How a paper was made, so that a copy of it can be held against the register years later. It names no commit, and nothing else that a
 * later one could change: the paper of a past meeting is to come out the same to the byte.
 *
 * @param tool the version of this program
 * @param facts the digest of the facts shown
 */
export function describeProvenance(day: IsoDate, tool: string, facts: string): Provenance {
  return {
    ...PROVENANCE,
    sentence: phrases.provenance.sentence(tool, day),
    labels: phrases.provenance.labels,
    facts,
  };
}
