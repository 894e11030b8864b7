import type { IsoDate } from '../calendar/index.js';
import type {
  Action,
  Council,
  Decision,
  Due,
  Ending,
  Exemption,
  Item,
  Meeting,
  Progress,
  Rating,
  Recommendation,
  Response,
  Review,
} from '../model/index.js';

import type { ResponseClock } from './deadlines.js';

/** An action's decision, with the meeting that made it. */
export interface Decided {
  readonly meeting: Meeting;
  readonly decision: Extract<Decision, { kind: 'action' }>;
}

/** What a day knows. Entries of that day count; decisions of that day count only for `status`, `show` and `changes`. */
export interface Cutoff {
  readonly day: IsoDate;
  /** Whether a decision made on the day itself is known. A paper is written before members decide. */
  readonly decisionsOfTheDay: boolean;
  /** The meeting whose own decisions do not reach its own paper. */
  readonly excludedMeeting: Meeting | undefined;
}

/** A decision on more time, and what was asked for, where the register has it. */
export interface Revision {
  readonly decided: Decided;
  readonly request: Progress | undefined;
}

/** When an action is due, as far as a day knows. */
export interface DueAsAt {
  /** The date that stands: the last granted, or the original. */
  readonly stands: Due | undefined;
  readonly original: Due | undefined;
  /** What meetings decided on requests for more time, in order, each with the request. */
  readonly revisions: readonly Revision[];
  /** How often the date has moved: each extension that was granted. */
  readonly moves: number;
  /** A date which is asked for an open action, and on which no meeting has decided. */
  readonly asked: { readonly due: Due; readonly entry: Progress } | undefined;
  /** The last refusal, where nothing was asked for since. */
  readonly refused: Decided | undefined;
}

/** An action as a day knows it. */
export interface ActionState {
  readonly standing: 'open' | 'paused' | 'ended';
  /** The decision which paused or ended it, or reopened it. */
  readonly decided: Decided | undefined;
  /** The last entry, and the last that gave a rating. */
  readonly latest: Progress | undefined;
  readonly rated: Progress | undefined;
  readonly rating: Rating | undefined;
  /** How much is done, as last reported. */
  readonly percent: number | undefined;
  /** Whether the owner proposes completion: by a rating that closes, or without one in so many words or by 100 per cent. */
  readonly isProposed: boolean;
  readonly due: DueAsAt;
}

/** What does not fit a rating: it is pointed out, never changed. */
export type RatingConcern =
  /** The best rating that does not close, and yet the action is overdue. */
  | 'overdue'
  /** A closing rating for which no evidence was ever given. */
  | 'no-evidence';

/** What is new of an action beside its direction. */
export interface SincePrevious {
  readonly isFirstRated: boolean;
  readonly isNewlyOverdue: boolean;
  /** A meeting gave it more time. */
  readonly hasMoved: boolean;
}

export type Direction = 'better' | 'worse' | 'no change' | 'new';

/** In which one of the counts an action stands. */
export type StatusBucket =
  | { readonly in: 'rating'; readonly rating: Rating }
  /** Reported for this meeting, in words or with a request, without a rating that stands. */
  | { readonly in: 'not-rated' }
  | { readonly in: 'no-update' }
  | { readonly in: 'paused' }
  /** With the council's own rating for what the panel has signed off, where it has one. */
  | { readonly in: 'ended'; readonly ending: Ending; readonly rating: Rating | undefined }
  | { readonly in: 'withheld'; readonly exempt: Exemption };

/** An action in a paper. */
export interface ActionAsAt {
  readonly review: Review;
  readonly recommendation: Recommendation;
  readonly action: Action;
  readonly state: ActionState;
  readonly counted: StatusBucket;
  /** What the panel's previous paper knew of it; undefined where it was not in one. */
  readonly before: ActionState | undefined;
  /** Whether something was reported for this meeting. */
  readonly isReported: boolean;
  /** What was reported for this meeting and may be printed in this copy, the latest first. */
  readonly reports: readonly Progress[];
  /** Whether no earlier paper had the action's review, so that its reports go back to the beginning. */
  readonly isFirstPaper: boolean;
  readonly direction: Direction | undefined;
  /** Days past its due date, never zero; undefined where it is not overdue. */
  readonly overdueDays: number | undefined;
  /** What else is new since the previous paper, as far as this copy may compare the two. */
  readonly news: SincePrevious;
  readonly doubt: RatingConcern | undefined;
  /** Whether the table still shows it: ended actions stand once more, then only in the history. */
  readonly isShown: boolean;
  /** Why the public copy withholds it. */
  readonly withheld: Exemption | undefined;
  /** Why the public copy withholds its latest report. */
  readonly withheldEntry: Exemption | undefined;
  /** The latest report is public, but a rating or a request that still stands is older and withheld. */
  readonly withheldPart: Exemption | undefined;
}

/** A recommendation in a paper. */
export interface RecommendationAsAt {
  readonly recommendation: Recommendation;
  /** Undefined where it is not recorded. */
  readonly response: Response | undefined;
  readonly withheld: Exemption | undefined;
  readonly actions: readonly ActionAsAt[];
}

/** A review in a paper. */
export interface ReviewAsAt {
  readonly review: Review;
  readonly withheld: Exemption | undefined;
  /** Whether the Executive had answered by the day, as far as the register says. To put its answer off is not to give it. */
  readonly isAnswered: boolean;
  /** Whether it had put its answer off by the day. */
  readonly isDeferred: boolean;
  /** The time for that answer, where it is known when the report was received. */
  readonly responseClock: ResponseClock | undefined;
  readonly recommendations: readonly RecommendationAsAt[];
  /** A panel may have had the reviews of one paper at different meetings. */
  readonly previous: PreviousPaper | undefined;
}

/** The last paper on a review before this one, of whichever panel: what members had in hand. */
export interface PreviousPaper {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly day: IsoDate;
  readonly isDeferred: boolean;
}

/** How many actions stand where. Every action is in exactly one. */
export interface Counts {
  readonly total: number;
  readonly ratings: readonly { readonly rating: Rating; readonly number: number }[];
  readonly notRated: number;
  readonly noUpdate: number;
  readonly paused: number;
  readonly ended: number;
  readonly withheld: number;
}

/** How an item was put off. */
export interface Deferral {
  readonly meeting: Meeting;
  readonly decision: Extract<Decision, { kind: 'item' }>;
}

/** Everything that a paper for one item knows on its day. */
export interface PaperRegister {
  /** Without ratings where all that was reported by the day is in words. */
  readonly council: Council;
  readonly meeting: Meeting;
  readonly item: Item;
  readonly day: IsoDate;
  /** Set where `--as-at` replaced the paper's own day. */
  readonly isOtherDay: boolean;
  readonly isConfidential: boolean;
  readonly withheld: Exemption | undefined;
  /** Whether this public copy leaves anything out. */
  readonly isWithholding: boolean;
  readonly reviews: readonly ReviewAsAt[];
  readonly actions: readonly ActionAsAt[];
  readonly counts: Counts;
  /** The meeting that put this item off to this day, and how it decided that. */
  readonly deferredFrom: Deferral | undefined;
  /** What meetings have decided on these actions, known on the day, in order. */
  readonly decisions: readonly Decided[];
}
