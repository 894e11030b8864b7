import { plainText } from '../../markdown/index.js';
import { type Council, type Due, lastDayOfDue, type Rating } from '../../model/index.js';
import { joinWords, phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import { compareDues, onDue, quotedDue, untilDue } from './due-words.js';
import { daysOverdue } from './lateness.js';
import { nameInSentence } from './people.js';
import { chooseNoun } from './references.js';
import { asSentence } from './wording.js';

/** The open actions of one review. */
export interface Group {
  readonly actions: readonly ActionAsAt[];
  /** The review's title, where a paper has several reviews. */
  readonly title: string | undefined;
}

/** A request on which no meeting has decided. */
type Asked = NonNullable<ActionAsAt['state']['due']['asked']>;

const say = phrases.actionMotions;

/** The motions on the actions of one review: each action is in one of them. */
export function motionsOn(register: PaperRegister, { actions, title }: Group): readonly string[] {
  const closing = actions.filter(isClosing);
  const others = actions.filter((action) => !isClosing(action));
  const settled = others.filter(({ state }) => !state.due.asked);
  return [
    ...signOff(
      closing.filter(({ state }) => !state.due.asked),
      title,
    ),
    ...closing.flatMap((action) => signOffOrExtend(register, action, title)),
    ...others.flatMap((action) => extension(register, action, title)),
    ...concerns(
      register,
      settled.filter((action) => !isMissing(action)),
      title,
    ),
    ...missingUpdates(register, settled.filter(isMissing), title),
  ];
}

function isClosing({ state, counted }: ActionAsAt): boolean {
  return state.isProposed && (counted.in === 'rating' || counted.in === 'not-rated');
}

function isMissing({ counted, isReported }: ActionAsAt): boolean {
  return counted.in === 'no-update' && !isReported;
}

function listReferences(actions: readonly ActionAsAt[]): readonly string[] {
  return actions.map(({ action }) => action.ref);
}

function named(actions: readonly ActionAsAt[], title: string | undefined): string {
  return say.named(chooseNoun(actions), listReferences(actions), title);
}

function signOff(actions: readonly ActionAsAt[], title: string | undefined): readonly string[] {
  return actions.length === 0
    ? []
    : [say.signOff(named(actions, title), actions.length, evidenceClause(actions))];
}

/** What members should know before they sign off. */
function evidenceClause(actions: readonly ActionAsAt[]): string {
  const bare = actions.filter(({ doubt }) => doubt === 'no-evidence');
  if (bare.length === 0) return '';
  return bare.length === actions.length ? say.noEvidence() : say.noEvidence(listReferences(bare));
}

/** One motion for what is called complete and yet asks for another date. */
function signOffOrExtend(
  register: PaperRegister,
  action: ActionAsAt,
  title: string | undefined,
): readonly string[] {
  const { asked, stands } = action.state.due;
  if (!asked) return [];
  const dates = {
    due: quotedDue(asked.due),
    isPast: isPast(register, asked.due),
    now: dueNow(register, action),
  };
  const shift = compareDues(asked.due, stands);
  const instead =
    shift === 'later' || shift === 'earlier'
      ? say.instead[shift](dates)
      : say.instead.other({ ...dates, inPlaceOf: stands && quotedDue(stands) });
  return [sentences(say.signOffOrElse(named([action], title), instead), reasonSentence(asked))];
}

function extension(
  register: PaperRegister,
  action: ActionAsAt,
  title: string | undefined,
): readonly string[] {
  const { asked, moves } = action.state.due;
  if (!asked) return [];
  // Durham's members asked for a cap on revised dates; a council's own is in `rules: { max-revisions }`.
  const isLimit = moves >= register.council.rules.maxRevisions;
  return [
    sentences(
      say.request(requestWords(register, action, asked, named([action], title)), moves, isLimit),
      ...faultSentences(register, action),
      reasonSentence(asked),
    ),
  ];
}

/** What is asked for: more time is a later day, and nothing else is called so. */
function requestWords(register: PaperRegister, action: ActionAsAt, { due }: Asked, which: string): string {
  const { stands } = action.state.due;
  const asked = { due: quotedDue(due), isPast: isPast(register, due) };
  const moreTime = () => say.moreTime(which, { ...asked, due: untilDue(due), now: dueNow(register, action) });
  const inPlaceOf = stands && quotedDue(stands);
  switch (compareDues(due, stands)) {
    case 'later':
      return moreTime();
    case 'earlier':
      return say.earlierDate(which, {
        ...asked,
        ...(isPeriod(stands) ? { inPlaceOf } : { now: dueNow(register, action) }),
      });
    case 'same-day':
      return say.otherDate(which, { ...asked, inPlaceOf });
    case 'unknown':
      if (due.kind === 'words' && /^(?:when|until)\b/i.test(due.words)) return moreTime();
      return stands ? say.otherDate(which, { ...asked, inPlaceOf }) : say.firstDate(which, asked);
  }
}

function isPeriod(due: Due | undefined): boolean {
  return due !== undefined && quotedDue(due).startsWith('“');
}

/** Members decide at the meeting, so the day of the meeting says what has passed. */
function isPast({ meeting }: PaperRegister, due: Due | undefined): boolean {
  const last = lastDayOfDue(due);
  return last !== undefined && last < meeting.date;
}

function dueNow(
  register: PaperRegister,
  { state: { due } }: ActionAsAt,
): { readonly due: string; readonly isPast: boolean } | undefined {
  if (!due.stands || lastDayOfDue(due.stands) === undefined) return undefined;
  return { due: onDue(due.stands), isPast: isPast(register, due.stands) };
}

function reasonSentence({ entry }: Asked): string {
  return entry.reason ? say.reason(asSentence(plainText(entry.reason))) : say.noReason;
}

function sentences(...all: readonly string[]): string {
  return all.join(' ');
}

/** What else members should know of an action that asks for another date. */
function faultSentences(register: PaperRegister, action: ActionAsAt): readonly string[] {
  const faults = listFaults(register, action);
  return [
    ...(faults.length === 0 ? [] : [say.faults(faults)]),
    ...(isMissing(action) ? [say.noUpdate(ownersInSentence(action))] : []),
  ];
}

/** "rated Red", "9 days overdue at 9 February 2018". */
function listFaults({ council, day }: PaperRegister, action: ActionAsAt): readonly string[] {
  return [
    ...(isWorst(council, action) ? [say.rated(worstRating(council)?.label ?? '')] : []),
    ...(action.overdueDays === undefined ? [] : [daysOverdue(action.overdueDays, day)]),
  ];
}

function worstRating({ ratings }: Council): Rating | undefined {
  return ratings.length < 2 ? undefined : ratings.at(-1);
}

function isWorst(council: Council, { counted }: ActionAsAt): boolean {
  return counted.in === 'rating' && counted.rating === worstRating(council);
}

/** What members should ask about: overdue, or under the worst rating, each action once with all that is wrong with it. */
function concerns(
  register: PaperRegister,
  actions: readonly ActionAsAt[],
  title: string | undefined,
): readonly string[] {
  const { council, day } = register;
  const worst = worstRating(council)?.label ?? '';
  const isLate = ({ overdueDays }: ActionAsAt) => overdueDays !== undefined;
  const isRed = (action: ActionAsAt) => isWorst(council, action);
  const concerning = actions.filter((action) => isLate(action) || isRed(action));
  const [only] = concerning;
  if (!only) return [];
  if (concerning.length === 1) return [say.considerOne(named(concerning, title), listFaults(register, only))];
  const areSomeLate = concerning.some(isLate);
  const what = !concerning.some(isRed)
    ? say.overdueAt(day)
    : areSomeLate
      ? say.overdueOrRated(day, worst)
      : say.rated(worst);
  const each = concerning.map((action) => {
    const faults = [
      ...(isRed(action) && areSomeLate ? [worst] : []),
      ...(action.overdueDays === undefined ? [] : [daysOverdue(action.overdueDays)]),
    ];
    return faults.length === 0 ? action.action.ref : `${action.action.ref} (${faults.join(', ')})`;
  });
  return [say.consider(chooseNoun(concerning), title, what, each)];
}

/** Owners are asked for what they have not sent; whether it is late is beside it. */
function missingUpdates(
  { day }: PaperRegister,
  missing: readonly ActionAsAt[],
  title: string | undefined,
): readonly string[] {
  const byOwners = new Map<string, ActionAsAt[]>();
  for (const action of missing) {
    const names = ownersInSentence(action);
    const list = byOwners.get(names);
    if (list) list.push(action);
    else byOwners.set(names, [action]);
  }
  return [...byOwners].map(([names, owed]) => {
    const references = owed.map(({ action, overdueDays }) =>
      overdueDays === undefined ? action.ref : `${action.ref} (${daysOverdue(overdueDays, day)})`,
    );
    return say.missing(names, say.named(chooseNoun(owed), references, title), owed.length);
  });
}

function ownersInSentence({ action: { owners } }: ActionAsAt): string {
  return owners.length === 0 ? say.service : joinWords(owners.map((owner) => nameInSentence(owner)));
}
