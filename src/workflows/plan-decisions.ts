/**
 * What a meeting decided, as edits of its file: one line may tell of a whole meeting.
 */
import { type IsoDate, parseIsoDate, parsePartialDate, toIsoForm } from '../calendar/index.js';
import { UsageError } from '../diagnostics/index.js';
import { addDecisions, type NewDecision } from '../edit/index.js';
import type { Meeting, Model, Review } from '../model/index.js';
import { chooseMeeting } from './choose-papers.js';
import type { RegisterToEdit } from './edit-register.js';
import { type FoundAction, findAction } from './find-action.js';
import type { Planned } from './plan-additions.js';

/** What was decided, by the words of the command line. */
export interface DecisionsWanted {
  readonly meeting: IsoDate;
  readonly panel?: string | undefined;
  readonly signedOff?: readonly string[] | undefined;
  /** `REF=DATE`. */
  readonly extended?: readonly string[] | undefined;
  readonly refused?: readonly string[] | undefined;
  readonly superseded?: readonly string[] | undefined;
  readonly notFeasible?: readonly string[] | undefined;
  readonly withdrawn?: readonly string[] | undefined;
  readonly paused?: readonly string[] | undefined;
  readonly reopened?: readonly string[] | undefined;
  /** `REF=TO`. */
  readonly transferred?: readonly string[] | undefined;
  /** `ITEM=DATE`. */
  readonly deferred?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  readonly minute?: string | undefined;
}

const NEED_A_REASON = {
  refused: 'extension-refused',
  superseded: 'superseded',
  notFeasible: 'not-feasible',
  withdrawn: 'withdrawn',
  paused: 'paused',
  reopened: 'reopened',
} as const;

/** The decisions of a meeting, added after those that it has. Actions of one review of which the same was decided are told together. */
export function planDecisions({ model, pathOf }: RegisterToEdit, wanted: DecisionsWanted): Planned {
  const meeting = chooseMeeting(model, { date: wanted.meeting, panel: wanted.panel, item: undefined });
  const reviews = reviewsAt(model, meeting);
  const { reason, minute } = wanted;
  const decided = [
    ...(wanted.signedOff ?? []).map((ref) => ({ ref, decision: 'signed-off' })),
    ...(wanted.extended ?? []).map((pair) => {
      const { left: ref, right } = splitPair('--extended', pair, 'DATE');
      return { ref, decision: 'extension-granted', due: readDue(pair, right) };
    }),
    ...(wanted.transferred ?? []).map((pair) => {
      const { left: ref, right: to } = splitPair('--transferred', pair, 'TO');
      return { ref, decision: 'transferred', to, reason: needed(reason, 'transferred') };
    }),
    ...Object.entries(NEED_A_REASON).flatMap(([name, decision]) =>
      refsOf(wanted, name).map((ref) => ({ ref, decision, reason: needed(reason, decision) })),
    ),
  ];
  const deferred = (wanted.deferred ?? []).map((pair): NewDecision => {
    const { left, right } = splitPair('--deferred', pair, 'DATE');
    return { item: findItem(meeting, left), decision: 'deferred', to: readDay(pair, right), reason, minute };
  });
  const found = decided.map(({ ref, ...rest }) => ({ ...findAction(model, reviews, ref), ...rest }));
  assertOnce(found);
  const groups = new Map<string, NewDecision & { readonly action: string }>();
  for (const { review, ref, ...rest } of found) {
    // A comma parts the references of a decision, so one that has a comma stands alone.
    const name = JSON.stringify([review.key, rest, ref.includes(',') ? ref : '']);
    const before = groups.get(name);
    const action = before ? `${before.action}, ${ref}` : `${review.key}/${ref}`;
    groups.set(name, { action, ...rest, minute });
  }
  const decisions = [...groups.values()];
  const all = [...decisions, ...deferred];
  if (all.length === 0)
    throw new UsageError(
      'Say what was decided: --signed-off REF…, --extended REF=DATE, or another of the options that scrutiny add decision --help lists.',
    );
  return {
    edits: [addDecisions(pathOf(meeting.file), all)],
    added: [
      ...found.map(({ review, ref, decision }) => ({ kind: decision, name: `${review.key}/${ref}` })),
      ...deferred.map(({ item }) => ({ kind: 'deferred', name: `item ${item}` })),
    ],
  };
}

/** @throws UsageError where two things are decided of one action */
function assertOnce(found: readonly FoundAction[]): void {
  const names = found.map(({ review, ref }) => `${review.key}/${ref}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`${twice} is named twice. Name each action once.`);
}

function refsOf(wanted: DecisionsWanted, name: string): readonly string[] {
  const value = Object.entries(wanted).find(([key]) => key === name)?.[1];
  return Array.isArray(value) ? value : [];
}

/** The reviews that a meeting is about; all that there are, where its items name none. */
function reviewsAt(model: Model, { panel, date, items }: Meeting): readonly Review[] {
  const monitored = model.reviews.filter(
    ({ monitoredBy }) =>
      monitoredBy.findLast(({ from }) => from === undefined || from <= date)?.panel.key === panel.key,
  );
  const named = items.flatMap(({ report, review }) =>
    report === undefined
      ? []
      : review === 'all'
        ? monitored
        : model.reviews.filter(({ key }) => review.includes(key)),
  );
  return named.length > 0 ? [...new Set(named)] : monitored.length > 0 ? monitored : model.reviews;
}

/** What stands on both sides of the last `=`: a reference may have one. */
function splitPair(
  flag: string,
  written: string,
  right: string,
): { readonly left: string; readonly right: string } {
  const at = written.lastIndexOf('=');
  if (at < 1 || at === written.length - 1)
    throw new UsageError(`'${written}' is not complete. Write ${flag} REF=${right}.`);
  return { left: written.slice(0, at).trim(), right: written.slice(at + 1).trim() };
}

function readDue(pair: string, written: string): string {
  if (parsePartialDate(written)) return written;
  const asIso = toIsoForm(written);
  throw new UsageError(
    asIso
      ? `Write the date in '${pair}' as ${asIso}.`
      : `'${written}' in '${pair}' is not a date. Write a date, such as 2018-06-30 or 2018-06.`,
  );
}

function readDay(pair: string, written: string): string {
  const due = readDue(pair, written);
  if (parseIsoDate(due)) return due;
  throw new UsageError(
    `'${written}' in '${pair}' is not a day. Write the date of the meeting that takes it.`,
  );
}

function needed(reason: string | undefined, decision: string): string {
  if (reason !== undefined) return reason;
  throw new UsageError(`'${decision}' needs a reason: --reason WORDS.`);
}

function findItem({ items, date }: Meeting, written: string): string {
  const found = items.find(({ number }) => number.toLowerCase() === written.toLowerCase());
  if (found) return found.number;
  const numbers = items.map(({ number }) => number);
  throw new UsageError(
    `The meeting of ${date} has no item ${written}. ${numbers.length === 0 ? 'It has none yet.' : `There are ${numbers.join(', ')}.`}`,
  );
}
