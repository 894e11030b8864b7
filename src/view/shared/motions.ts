import { plainText } from '../../markdown/index.js';
import { type Council, type Due, lastDayOfDue, type Rating } from '../../model/index.js';
import { capitalised, date, joinWords, timesWord } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import { onDue, quotedDue, shiftOf, untilDue } from './due-words.js';
import { daysOverdue } from './lateness.js';
import { nameInSentence } from './people.js';
import { nounOf } from './references.js';
import { asSentence } from './wording.js';

/** The open actions of one review. */
export interface Group {
  readonly actions: readonly ActionAsAt[];
  /** "", or " of “Title”" where a paper has several reviews. */
  readonly ofReview: string;
}

/** A request on which no meeting has decided. */
type Asked = NonNullable<ActionAsAt['state']['due']['asked']>;

/** The motions on the actions of one review: each action is in one of them. */
export function motionsOn(register: PaperRegister, { actions, ofReview }: Group): readonly string[] {
  const closing = actions.filter(isClosing);
  const others = actions.filter((action) => !isClosing(action));
  const settled = others.filter(({ state }) => !state.due.asked);
  return [
    ...signOff(
      closing.filter(({ state }) => !state.due.asked),
      ofReview,
    ),
    ...closing.flatMap((action) => signOffOrExtend(register, action, ofReview)),
    ...others.flatMap((action) => extension(register, action, ofReview)),
    ...concerns(
      register,
      settled.filter((action) => !isMissing(action)),
      ofReview,
    ),
    ...missingUpdates(register, settled.filter(isMissing), ofReview),
  ];
}

function isClosing({ counted }: ActionAsAt): boolean {
  return counted.in === 'rating' && counted.rating.closes;
}

function isMissing({ counted, isReported }: ActionAsAt): boolean {
  return counted.in === 'no-update' && !isReported;
}

function named(actions: readonly ActionAsAt[], ofReview: string): string {
  return `${nounOf(actions)} ${joinWords(actions.map(({ action }) => action.ref))}${ofReview}`;
}

function signOff(actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  if (actions.length === 0) return [];
  return [
    actions.length === 1
      ? `To agree that ${named(actions, ofReview)} is complete${evidenceClause(actions)}, and to sign it off.`
      : `To agree that ${named(actions, ofReview)} are complete${evidenceClause(actions)}, and to sign them off.`,
  ];
}

/** What members should know before they sign off. */
function evidenceClause(actions: readonly ActionAsAt[]): string {
  const bare = actions.filter(({ doubt }) => doubt === 'no-evidence');
  if (bare.length === 0) return '';
  const which =
    bare.length === actions.length ? '' : ` for ${joinWords(bare.map(({ action }) => action.ref))}`;
  return ` (no evidence was given${which})`;
}

/** One motion for what is called complete and yet asks for another date. */
function signOffOrExtend(register: PaperRegister, action: ActionAsAt, ofReview: string): readonly string[] {
  const { asked, stands } = action.state.due;
  if (!asked) return [];
  const past = pastRemark(register, asked.due);
  const date = quotedDue(asked.due);
  const shift = shiftOf(asked.due, stands);
  const instead =
    shift === 'later'
      ? `whether to extend it to ${date}${past}`
      : shift === 'earlier'
        ? `whether to agree an earlier date, ${date}${past}`
        : `whether to agree ${date}${past}${inPlaceOf(stands)}`;
  return [
    `To decide whether ${named([action], ofReview)} is complete and can be signed off and, if not, ${instead}${standsClause(register, action)}.${reasonSentence(asked)}`,
  ];
}

function extension(register: PaperRegister, action: ActionAsAt, ofReview: string): readonly string[] {
  const { asked } = action.state.due;
  if (!asked) return [];
  const which = named([action], ofReview);
  return [
    `${capitalised(requestWords(register, action, asked, which))}${movedBefore(action, register.council)}.${faultSentence(register, action)}${reasonSentence(asked)}`,
  ];
}

/** What is asked for: more time is a later day, and nothing else is called so. */
function requestWords(register: PaperRegister, action: ActionAsAt, { due }: Asked, which: string): string {
  const { stands } = action.state.due;
  const past = pastRemark(register, due);
  const isTime = due.kind !== 'words' || /^(?:when|until)\b/i.test(due.words);
  switch (shiftOf(due, stands)) {
    case 'later':
      return `to grant or refuse ${which} more time, ${untilDue(due)}${past}${standsClause(register, action)}`;
    case 'earlier': {
      const place = isPeriod(stands) ? inPlaceOf(stands) : '';
      return `to agree an earlier date for ${which}, ${quotedDue(due)}${past}${place}${place === '' ? standsClause(register, action) : ''}`;
    }
    case 'same day':
      return `to agree ${quotedDue(due)}${past}${inPlaceOf(stands)} for ${which}`;
    case 'unknown':
      if (due.kind === 'words' && isTime)
        return `to grant or refuse ${which} more time, ${untilDue(due)}${standsClause(register, action)}`;
      return stands
        ? `to agree ${quotedDue(due)}${past}${inPlaceOf(stands)} for ${which}`
        : `to agree ${quotedDue(due)}${past} for ${which}, which has had no date`;
  }
}

function isPeriod(due: Due | undefined): boolean {
  return due !== undefined && quotedDue(due).startsWith('“');
}

function inPlaceOf(stands: Due | undefined): string {
  return stands ? ` in place of ${quotedDue(stands)}` : '';
}

/** Members decide at the meeting, so the day of the meeting says what has passed. */
function pastRemark({ meeting }: PaperRegister, asked: Due): string {
  const last = lastDayOfDue(asked);
  return last !== undefined && last < meeting.date ? ', a date that has already passed' : '';
}

function standsClause({ meeting }: PaperRegister, { state: { due } }: ActionAsAt): string {
  const last = lastDayOfDue(due.stands);
  if (!due.stands || last === undefined) return '';
  return `; it ${last < meeting.date ? 'was' : 'is'} due ${onDue(due.stands)}`;
}

function reasonSentence({ entry }: Asked): string {
  return entry.reason ? ` The reason given: ${asSentence(plainText(entry.reason))}` : ' No reason was given.';
}

/** Durham's members asked for a cap on revised dates; a council's own is in `rules: { max-revisions }`. */
function movedBefore({ state: { due } }: ActionAsAt, { rules }: Council): string {
  if (due.moves === 0) return '';
  const limit = due.moves >= rules.maxRevisions ? ', as often as this council’s rules foresee' : '';
  return `, and its date has moved ${timesWord(due.moves)} already${limit}`;
}

/** What else members should know of an action that asks for another date. */
function faultSentence(register: PaperRegister, action: ActionAsAt): string {
  const rated = isWorst(register.council, action) ? [`rated ${worstRating(register.council)?.label}`] : [];
  const late = action.overdueDays === undefined ? [] : [daysOverdue(action.overdueDays, register.day)];
  const faults = [...rated, ...late];
  const is = faults.length === 0 ? '' : ` It is ${joinWords(faults)}.`;
  const missing = isMissing(action)
    ? ` No update on it was received from ${ownersInSentence(register.council, action)}.`
    : '';
  return `${is}${missing}`;
}

function worstRating({ ratings }: Council): Rating | undefined {
  return ratings.length < 2 ? undefined : ratings.at(-1);
}

function isWorst(council: Council, { counted }: ActionAsAt): boolean {
  return counted.in === 'rating' && counted.rating === worstRating(council);
}

/** What members should ask about: overdue, or under the worst rating, each action once with all that is wrong with it. */
function concerns(
  { council, day }: PaperRegister,
  actions: readonly ActionAsAt[],
  ofReview: string,
): readonly string[] {
  const worst = worstRating(council)?.label ?? '';
  const isLate = ({ overdueDays }: ActionAsAt) => overdueDays !== undefined;
  const isRed = (action: ActionAsAt) => isWorst(council, action);
  const concerning = actions.filter((action) => isLate(action) || isRed(action));
  const [only] = concerning;
  if (!only) return [];
  if (concerning.length === 1) {
    const faults = [
      ...(isRed(only) ? [`rated ${worst}`] : []),
      ...(only.overdueDays === undefined ? [] : [daysOverdue(only.overdueDays, day)]),
    ];
    return [`To consider ${named(concerning, ofReview)}, which is ${joinWords(faults)}.`];
  }
  const overdue = `overdue at ${date(day)}`;
  const what =
    concerning.every(isLate) && !concerning.some(isRed)
      ? overdue
      : concerning.some(isLate)
        ? `${overdue} or rated ${worst}`
        : `rated ${worst}`;
  const each = concerning.map((action) => {
    const faults = [
      ...(isRed(action) && concerning.some(isLate) ? [worst] : []),
      ...(action.overdueDays === undefined ? [] : [daysOverdue(action.overdueDays)]),
    ];
    return faults.length === 0 ? action.action.ref : `${action.action.ref} (${faults.join(', ')})`;
  });
  return [`To consider the ${nounOf(concerning)}${ofReview} that are ${what}: ${joinWords(each)}.`];
}

/** Owners are asked for what they have not sent; whether it is late stands beside it. */
function missingUpdates(
  { council, day }: PaperRegister,
  missing: readonly ActionAsAt[],
  ofReview: string,
): readonly string[] {
  const byOwners = new Map<string, ActionAsAt[]>();
  for (const action of missing) {
    const names = ownersInSentence(council, action);
    const list = byOwners.get(names);
    if (list) list.push(action);
    else byOwners.set(names, [action]);
  }
  return [...byOwners].map(([names, owed]) => {
    const refs = owed.map(({ action, overdueDays }) =>
      overdueDays === undefined ? action.ref : `${action.ref} (${daysOverdue(overdueDays, day)})`,
    );
    const one = owed.length === 1;
    return `To ask ${names} for ${one ? 'the update' : 'the updates'} on ${nounOf(owed)} ${joinWords(refs)}${ofReview}, which ${one ? 'was' : 'were'} not received.`;
  });
}

function ownersInSentence(council: Council, { action: { owners } }: ActionAsAt): string {
  return owners.length === 0
    ? 'the service'
    : joinWords(owners.map((owner) => nameInSentence(council, owner)));
}
