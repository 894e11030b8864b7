import type { Change } from '../changes.js';
import type { FileEdit } from '../file-edit.js';
import type { Value } from '../values.js';
import { writeText } from '../write-text.js';
import { documentList, makeFields, type NewDocument, tidyProse } from './common.js';

/** What was reported of one or more actions of a review. */
export interface NewUpdate {
  readonly review: string;
  readonly refs: readonly string[];
  /** The day of the report. */
  readonly day: string;
  /** Who reported: an officer's key, or plain words. */
  readonly by?: string | undefined;
  readonly rating?: string | undefined;
  readonly percent?: string | undefined;
  readonly complete?: boolean | undefined;
  readonly note?: string | undefined;
  readonly revisedDue?: string | undefined;
  readonly reason?: string | undefined;
  readonly evidence?: readonly NewDocument[] | undefined;
}

/** A progress file that there is already. */
export interface ProgressFile {
  readonly path: string;
  readonly day: string;
  readonly by: string | undefined;
  /** Its entries: the key as written, and the references that it means. */
  readonly entries: readonly { readonly written: string; readonly refs: readonly string[] }[];
}

/** The keys of an entry in their usual order. */
export const ENTRY_ORDER = [
  ...['rating', 'percent', 'complete', 'note', 'revised-due', 'reason', 'evidence', 'reported-by'],
  ...['exempt', 'allow', 'lang'],
];

/**
 * Records an update: in the file of that review and day, or in a new one. What was reported of an action on that day already is changed where it is.
 *
 * @returns a sentence where one of the actions is reported together with others, so that it cannot be changed alone
 */
export function recordUpdate(files: readonly ProgressFile[], update: NewUpdate): FileEdit | string {
  const { refs, day, by } = update;
  const ofDay = files.filter((file) => file.day === day);
  const isOfThese = (written: readonly string[]) => written.some((ref) => refs.includes(ref));
  const file =
    ofDay.find(({ entries }) => entries.some((entry) => isOfThese(entry.refs))) ??
    ofDay.find((one) => one.by === by) ??
    ofDay[0];
  if (!file) return createFile(update, new Set(files.map(({ path }) => path)));
  const known = file.entries.filter((entry) => isOfThese(entry.refs));
  const shared = known.find((entry) => entry.refs.some((ref) => !refs.includes(ref)));
  if (shared)
    return `${file.path} reports on '${shared.written}' in one entry for ${day}: change it there by hand, or report on all of them`;
  const reportedBy = by === undefined || by === file.by ? undefined : by;
  const fields = entryFields(update, reportedBy);
  const fresh = refs.filter((ref) => !known.some((entry) => entry.refs.includes(ref)));
  return {
    kind: 'change',
    path: file.path,
    changes: [
      ...known.flatMap(({ written }) =>
        [...fields].map(
          ([key, value]): Change => ({
            kind: 'set',
            path: ['progress', written, key],
            value,
            order: ENTRY_ORDER,
          }),
        ),
      ),
      ...entryKeys(fresh).map((key): Change => ({ kind: 'set', path: ['progress', key], value: fields })),
    ],
  };
}

function createFile(update: NewUpdate, taken: ReadonlySet<string>): FileEdit {
  const { review, refs, day, by } = update;
  const entries = entryKeys(refs).map((key): [string, Value] => [key, entryFields(update, undefined)]);
  const head = makeFields({ asAt: day, reportedBy: by });
  return {
    kind: 'create',
    path: freePath(`reviews/${review}/progress/${day}`, taken),
    text: writeText(new Map([...head, ['progress', new Map(entries)]]), true),
  };
}

/** A file of that name may speak of another day. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = `${path}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!taken.has(tried)) return tried;
  }
}

/** The keys of new entries: one for all actions that are told in the same words, since commas part the references of a key. */
function entryKeys(refs: readonly string[]): readonly string[] {
  if (refs.length === 0) return [];
  return refs.some((ref) => ref.includes(',')) ? refs : [refs.join(', ')];
}

function entryFields(update: NewUpdate, reportedBy: string | undefined): ReadonlyMap<string, Value> {
  const { rating, percent, complete, note, revisedDue, reason, evidence } = update;
  return makeFields({
    rating,
    percent,
    complete: complete === undefined ? undefined : String(complete),
    note: tidyProse(note),
    revisedDue,
    reason: tidyProse(reason),
    evidence: documentList(evidence),
    reportedBy,
  });
}
