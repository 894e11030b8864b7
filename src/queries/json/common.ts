import type { IsoDate, PartialDate } from '../../calendar/index.js';
import { type Due, lastDayOfDue, type Person, type Rating, type Reference } from '../../model/index.js';
import type { ActionAsAt, Decided, Direction } from '../../register/index.js';
import { nameOf } from '../../view/index.js';
import { oneLine } from '../words.js';

/** The version of what is printed: it grows only when a key goes or changes its meaning. */
export const SCHEMA = 1;

/** `date` or `words`, never both. */
export interface DueJson {
  readonly date: PartialDate | null;
  readonly words: string | null;
  /** The last day on which it is in time; null where that cannot be known. */
  readonly lastDay: IsoDate | null;
}

export interface PersonJson {
  /** An officer's key; null where the register has plain words. */
  readonly key: string | null;
  readonly name: string;
}

export interface RatingJson {
  readonly key: string;
  readonly label: string;
}

export interface EvidenceJson {
  readonly title: string;
  readonly link: string | null;
}

/** What a meeting decided on an action. */
export interface DecidedJson {
  readonly date: IsoDate;
  readonly panel: string;
  readonly decision: string;
  readonly to: string | null;
  readonly reason: string | null;
  readonly minute: string | null;
}

/** An action as a day knows it; of a withheld one, its references and the paragraph alone. */
export interface ActionJson {
  readonly review: string;
  readonly recommendation: string;
  readonly ref: string;
  readonly text: string | null;
  readonly owners: readonly PersonJson[];
  readonly standing: 'open' | 'paused' | 'ended' | null;
  readonly counted: 'rating' | 'not-rated' | 'no-update' | 'paused' | 'ended' | 'withheld';
  readonly ending: string | null;
  readonly rating: RatingJson | null;
  readonly ratedOn: IsoDate | null;
  readonly direction: Direction | null;
  readonly due: DueJson | null;
  readonly originalDue: DueJson | null;
  readonly timesMoved: number;
  readonly asked: { readonly due: DueJson; readonly on: IsoDate; readonly reason: string | null } | null;
  readonly overdueDays: number | null;
  readonly lastReport: {
    readonly date: IsoDate;
    readonly by: PersonJson | null;
    readonly note: string | null;
  } | null;
  /** The paragraph of Schedule 12A under which it, or its latest report, is withheld. */
  readonly withheld: number | null;
}

export function dueJson(due: Due | undefined): DueJson | null {
  if (!due) return null;
  const lastDay = lastDayOfDue(due) ?? null;
  return due.kind === 'date'
    ? { date: due.date, words: null, lastDay }
    : { date: null, words: oneLine(due.words), lastDay };
}

export function personJson(person: Person): PersonJson {
  return { key: person.kind === 'officer' ? person.officer.key : null, name: nameOf(person) };
}

export function ratingJson(rating: Rating | undefined): RatingJson | null {
  return rating ? { key: rating.key, label: rating.label } : null;
}

export function evidenceJson({ title, link }: Reference): EvidenceJson {
  return { title: oneLine(title), link: link ?? null };
}

export function wordsJson(markdown: string | undefined): string | null {
  return markdown === undefined ? null : oneLine(markdown);
}

export function decidedJson({ meeting, decision }: Decided): DecidedJson {
  return {
    date: meeting.date,
    panel: meeting.panel.key,
    decision: decision.decision,
    to: decision.to ?? null,
    reason: wordsJson(decision.reason),
    minute: decision.minute ?? null,
  };
}

export function actionJson(action: ActionAsAt): ActionJson {
  const { review, recommendation, action: written, state, counted } = action;
  const { due, latest } = state;
  const withheld = action.withheld ?? action.withheldEntry ?? action.withheldPart;
  const isRatingKnown = counted.in !== 'withheld';
  return {
    review: review.key,
    recommendation: recommendation.ref,
    ref: written.ref,
    text: action.withheld ? null : oneLine(written.text),
    owners: written.owners.map(personJson),
    standing: action.withheld ? null : state.standing,
    counted: counted.in,
    ending: counted.in === 'ended' ? counted.ending : null,
    rating: isRatingKnown ? ratingJson(state.rating) : null,
    ratedOn: isRatingKnown ? (state.rated?.asAt ?? null) : null,
    direction: action.direction ?? null,
    due: dueJson(due.stands),
    originalDue: dueJson(due.original),
    timesMoved: due.moves,
    asked: due.asked
      ? {
          due: dueJson(due.asked.due) ?? NOTHING,
          on: due.asked.entry.asAt,
          reason: wordsJson(due.asked.entry.reason),
        }
      : null,
    overdueDays: action.overdueDays ?? null,
    lastReport:
      latest && !action.withheldEntry
        ? {
            date: latest.asAt,
            by: latest.reportedBy ? personJson(latest.reportedBy) : null,
            note: wordsJson(latest.note),
          }
        : null,
    withheld: withheld?.paragraph ?? null,
  };
}

const NOTHING: DueJson = { date: null, words: null, lastDay: null };
