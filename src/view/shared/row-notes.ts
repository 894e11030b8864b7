import type { IsoDate } from '../../calendar/index.js';
import { escapeHtml, type Html, joinHtml, plainText } from '../../markdown/index.js';
import type { Due, Progress } from '../../model/index.js';
import { phrases, slot } from '../../phrases/index.js';
import {
  type ActionAsAt,
  type Decided,
  type DueAsAt,
  grantsIn,
  type PaperRegister,
} from '../../register/index.js';
import { compareDues } from './due-words.js';
import { daysOverdue } from './lateness.js';
import { nameOf } from './people.js';
import { ENDING_LABELS } from './rating-marks.js';
import { asSentence, dueHtml, exemptRemark, exemptWords, inLanguage, sentenceHtml } from './wording.js';

const say = phrases.remarks;

/** How the date has moved, and how late it is. */
export function dueRemarks(
  { day }: PaperRegister,
  { action, state: { due, standing }, overdueDays }: ActionAsAt,
): readonly Html[] {
  return [
    ...(due.moves > 0
      ? [sentenceHtml(say.moved(slot(dueHtml(due.original, action.lang)), due.moves, isLater(due)))]
      : []),
    ...(overdueDays === undefined ? [] : [escapeHtml(daysOverdue(overdueDays, day))]),
    ...(due.asked ? [requestedHtml(due.asked, due.stands)] : []),
    ...(due.refused && standing === 'open' ? [escapeHtml(say.refusedOn(due.refused.meeting.date))] : []),
  ];
}

/** The date that stands, its words in the language of the action unless a meeting gave them. */
export function standsHtml({ action, state: { due } }: ActionAsAt): Html {
  return dueHtml(due.stands, due.moves > 0 ? undefined : action.lang);
}

/** The date that stands, on the line of the owner: "due 31 March 2018", "due: when guidance changes", "no due date". */
export function dueBesideOwner(action: ActionAsAt): Html {
  const { stands } = action.state.due;
  if (!stands) return escapeHtml(say.noDue);
  return sentenceHtml((stands.kind === 'words' ? say.dueWords : say.due)(slot(standsHtml(action))));
}

/**
 * What is beneath a report: when, by whom, what is asked for, what a meeting decided, and what does not fit.
 *
 * @param usualDay the day of most reports, where the table has said it once
 */
export function progressRemarks(
  register: PaperRegister,
  action: ActionAsAt,
  usualDay?: IsoDate,
): readonly Html[] {
  const { state, counted } = action;
  const { latest } = state;
  const isMissing = counted.in === 'no-update';
  return [
    ...exemptRemarks(action),
    ...(latest && !isMissing ? reportedRemark(latest, nameReporter(register, action, latest), usualDay) : []),
    ...(state.rated &&
    latest &&
    state.rated !== latest &&
    state.rating &&
    !isMissing &&
    counted.in !== 'withheld' &&
    state.standing === 'open'
      ? [escapeHtml(say.ratedOn(state.rating.label, state.rated.asAt))]
      : []),
    ...(state.due.asked ? [reasonRemark(state.due.asked)] : []),
    ...(latest ? requestRemark(action, latest) : []),
    ...(action.withheldPart ? [escapeHtml(say.partWithheld(exemptWords(action.withheldPart)))] : []),
    ...(state.isProposed && !state.rating?.closes && state.standing === 'open'
      ? [escapeHtml(say.proposed)]
      : []),
    ...(action.doubt ? [escapeHtml(say.doubts[action.doubt](state.rating?.label ?? ''))] : []),
    ...standingRemark(action),
  ];
}

function reportedRemark(
  { asAt }: Progress,
  reporter: string | undefined,
  usualDay: IsoDate | undefined,
): readonly Html[] {
  if (asAt !== usualDay) return [escapeHtml(phrases.reports.on(asAt, reporter))];
  return reporter === undefined ? [] : [escapeHtml(phrases.reports.by(reporter))];
}

/** Only the members' copy has anything that is exempt; the reason is given where the exemption itself stands. */
export function exemptRemarks({ review, recommendation, action, state }: ActionAsAt): readonly Html[] {
  const inherited = review.exempt ?? recommendation.exempt;
  const ofAction = action.exempt ?? (inherited && { ...inherited, reason: undefined });
  const all = [
    ofAction,
    ...[state.latest, state.rated, state.due.asked?.entry].map((entry) => entry?.exempt),
  ];
  return [...new Set(all)].flatMap((exempt) => (exempt ? [escapeHtml(exemptRemark(exempt))] : []));
}

/** Who reported: named only where it is neither an owner nor whoever presents the paper. */
export function nameReporter(
  { item }: PaperRegister,
  { action }: Pick<ActionAsAt, 'action'>,
  { reportedBy }: Progress,
): string | undefined {
  if (!reportedBy) return undefined;
  const reporter = nameOf(reportedBy);
  const expected = [
    ...action.owners,
    ...(item.presentedBy ? [item.presentedBy] : []),
    ...(item.contact ? [item.contact] : []),
  ];
  return expected.some((person) => nameOf(person) === reporter)
    ? undefined
    : reportedBy.kind === 'officer'
      ? phrases.people.the(reporter)
      : reporter;
}

/** A first date given in words, or taken away from, was not extended. */
function isLater({ stands, original }: DueAsAt): boolean {
  return stands !== undefined && compareDues(stands, original) === 'later';
}

type Asked = NonNullable<DueAsAt['asked']>;

function requestedHtml({ due, entry }: Asked, stands: Due | undefined): Html {
  const shift = compareDues(due, stands);
  const words = say.asksFor[shift === 'later' || shift === 'earlier' ? shift : 'other'];
  return sentenceHtml(words(slot(dueHtml(due, entry.lang))));
}

function reasonRemark({ entry }: Asked): Html {
  return entry.reason
    ? sentenceHtml(say.reason(slot(inLanguage(entry.lang, asSentence(plainText(entry.reason))))))
    : escapeHtml(say.noReason);
}

/** A request for more time that is neither pending, which has a remark of its own, nor told with a meeting's decision. */
export function requestRemark({ state: { due } }: ActionAsAt, entry: Progress): readonly Html[] {
  if (!entry.revisedDue || due.asked?.entry === entry) return [];
  if (due.revisions.some(({ request }) => request === entry)) return [];
  const asked = sentenceHtml(say.askedFor(slot(dueHtml(entry.revisedDue, entry.lang))));
  if (!entry.reason) return [asked];
  return [joinHtml([asked, inLanguage(entry.lang, asSentence(plainText(entry.reason)))], escapeHtml(' '))];
}

/** What the last meeting that was asked for more time said, with its reason: a tracker has no other place for it. */
export function settledRemark({ state: { due } }: ActionAsAt): readonly Html[] {
  const decided = due.revisions.at(-1)?.decided;
  if (!decided?.decision.reason && !decided?.decision.minute) return [];
  return [escapeHtml(asSentence(decidedWords(settledWords(due, decided), decided)))];
}

function settledWords({ revisions, original }: DueAsAt, { decision }: Decided): string {
  if (decision.decision !== 'extension-granted') return say.extensionRefused;
  const before = grantsIn(revisions).at(-2)?.decided.decision.due ?? original;
  return decision.due && compareDues(decision.due, before) === 'earlier'
    ? say.earlierDateAgreed
    : say.extended;
}

/** What a meeting decided that paused, ended or reopened it. */
export function standingRemark({ state: { decided } }: ActionAsAt): readonly Html[] {
  return decided ? standingWords(decided).map((words) => escapeHtml(asSentence(words))) : [];
}

function standingWords(decided: Decided): readonly string[] {
  const { decision } = decided;
  const words = (what: string) => [decidedWords(what, decided)];
  switch (decision.decision) {
    case 'paused':
      return words(say.paused);
    case 'reopened':
      return words(say.reopened);
    case 'transferred':
      return words(say.transferred(decision.to));
    case 'signed-off':
    case 'superseded':
    case 'not-feasible':
    case 'withdrawn':
      return words(ENDING_LABELS[decision.decision]);
    default:
      return [];
  }
}

/** "Paused on 4 March 2019 (minute 14): the venue was lost". */
function decidedWords(what: string, { decision, meeting }: Decided): string {
  return say.decided(what, meeting.date, decision.minute, decision.reason && plainText(decision.reason));
}
