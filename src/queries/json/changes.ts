import type { IsoDate, PartialDate } from '../../calendar/index.js';
import type { Changed, Changes } from '../../register/index.js';
import { oneLine } from '../words.js';
import {
  type DecidedJson,
  type DueJson,
  decidedJson,
  dueJson,
  type PersonJson,
  personJson,
  type RatingJson,
  ratingJson,
  SCHEMA,
  wordsJson,
} from './common.js';

/** Which action a change belongs to. */
export interface ChangedJson {
  readonly review: string;
  readonly ref: string;
  readonly text: string;
}

/** What `changes --json` prints. */
export interface ChangesJson {
  readonly schema: typeof SCHEMA;
  readonly council: string;
  readonly since: IsoDate;
  readonly until: IsoDate;
  readonly confidential: boolean;
  readonly ratings: readonly (ChangedJson & {
    readonly direction: 'better' | 'worse' | 'new';
    readonly from: RatingJson | null;
    readonly to: RatingJson;
  })[];
  readonly reports: readonly (ChangedJson & {
    readonly date: IsoDate;
    readonly rating: RatingJson | null;
    readonly note: string | null;
    readonly by: PersonJson | null;
  })[];
  readonly dueMoved: readonly (ChangedJson & {
    readonly date: IsoDate;
    readonly from: DueJson | null;
    readonly to: DueJson | null;
  })[];
  readonly timeAsked: readonly (ChangedJson & {
    readonly date: IsoDate;
    readonly due: DueJson | null;
    readonly reason: string | null;
  })[];
  readonly decisions: readonly (ChangedJson & DecidedJson)[];
  readonly deferrals: readonly {
    readonly date: IsoDate;
    readonly panel: string;
    readonly item: string;
    readonly to: IsoDate;
  }[];
  readonly answers: readonly {
    readonly review: string;
    readonly date: PartialDate | null;
    readonly decision: string | null;
  }[];
  readonly newRecommendations: readonly ChangedJson[];
  readonly newActions: readonly (ChangedJson & {
    readonly due: DueJson | null;
    readonly owners: readonly PersonJson[];
  })[];
  readonly newlyOverdue: readonly (ChangedJson & {
    readonly due: DueJson | null;
    readonly overdueDays: number;
  })[];
  readonly noUpdate: readonly (ChangedJson & {
    readonly lastReport: IsoDate | null;
    readonly owners: readonly PersonJson[];
  })[];
  readonly withheld: number;
}

export function changesJson(changes: Changes): ChangesJson {
  const { council } = changes;
  return {
    schema: SCHEMA,
    council: council.name,
    since: changes.since,
    until: changes.until,
    confidential: changes.isConfidential,
    ratings: changes.ratings.map((change) => ({
      ...changedJson(change),
      direction: change.direction,
      from: ratingJson(change.from),
      to: { key: change.to.key, label: change.to.label },
    })),
    reports: changes.reports.map((change) => ({
      ...changedJson(change),
      date: change.entry.asAt,
      rating: ratingJson(change.entry.rating),
      note: wordsJson(change.entry.note),
      by: change.entry.reportedBy ? personJson(change.entry.reportedBy) : null,
    })),
    dueMoved: changes.moved.map((change) => ({
      ...changedJson(change),
      date: change.decided.meeting.date,
      from: dueJson(change.from),
      to: dueJson(change.to),
    })),
    timeAsked: changes.asked.map((change) => ({
      ...changedJson(change),
      date: change.entry.asAt,
      due: dueJson(change.due),
      reason: wordsJson(change.entry.reason),
    })),
    decisions: changes.decisions.map((change) => ({
      ...changedJson(change),
      ...decidedJson(change.decided),
    })),
    deferrals: changes.deferrals.map(({ meeting, item, to }) => ({
      date: meeting.date,
      panel: meeting.panel.key,
      item,
      to,
    })),
    answers: changes.answers.map(({ review, decision }) => ({
      review: review.key,
      date: review.executiveResponse?.date ?? null,
      decision: decision ?? null,
    })),
    newRecommendations: changes.newRecommendations.map(({ review, recommendation }) => ({
      review: review.key,
      ref: recommendation.ref,
      text: oneLine(recommendation.text),
    })),
    newActions: changes.newActions.map((change) => ({
      ...changedJson(change),
      due: dueJson(change.action.due),
      owners: ownersJson(change),
    })),
    newlyOverdue: changes.newlyOverdue.map((change) => ({
      ...changedJson(change),
      due: dueJson(change.due),
      overdueDays: change.days,
    })),
    noUpdate: changes.noUpdate.map((change) => ({
      ...changedJson(change),
      lastReport: change.latest?.asAt ?? null,
      owners: ownersJson(change),
    })),
    withheld: changes.withheld,
  };
}

function changedJson({ review, action }: Changed): ChangedJson {
  return { review: review.key, ref: action.ref, text: oneLine(action.text) };
}

function ownersJson({ action }: Changed): readonly PersonJson[] {
  return action.owners.map((owner) => personJson(owner));
}
