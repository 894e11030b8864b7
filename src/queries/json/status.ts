import type { IsoDate } from '../../calendar/index.js';
import { type DayRegister, publicationClock } from '../../register/index.js';
import { countStatus, isAsking, type StatusCounts } from '../status.js';
import { oneLine } from '../words.js';
import { type ActionJson, actionJson, SCHEMA } from './common.js';

/** What `status --json` prints. */
export interface StatusJson {
  readonly schema: typeof SCHEMA;
  readonly council: string;
  readonly asAt: IsoDate;
  readonly confidential: boolean;
  readonly counts: StatusCounts;
  readonly meetings: readonly {
    readonly date: IsoDate;
    readonly panel: string;
    readonly panelName: string;
    readonly published: IsoDate | null;
    /** The last day for publication; null outside the years whose bank holidays are known. */
    readonly publishBy: IsoDate | null;
  }[];
  readonly reviews: readonly {
    readonly review: string;
    readonly title: string | null;
    readonly panel: string;
    readonly nextMeeting: IsoDate | null;
    readonly answered: boolean;
    /** The last day for the Executive's answer; null where the day of receipt is not known. */
    readonly answerDue: IsoDate | null;
  }[];
  /** Those that have not been ended. */
  readonly actions: readonly (ActionJson & {
    readonly late: boolean;
    readonly awaitingUpdate: boolean;
    readonly dueBeforeMeeting: boolean;
    readonly proposedComplete: boolean;
    readonly askingForTime: boolean;
  })[];
}

export function statusJson(register: DayRegister): StatusJson {
  const { council, day, isConfidential, reviews, meetings } = register;
  const actions = reviews.flatMap((review) => review.actions);
  return {
    schema: SCHEMA,
    council: council.name,
    asAt: day,
    confidential: isConfidential,
    counts: countStatus(council, actions),
    meetings: meetings.map((meeting) => ({
      date: meeting.date,
      panel: meeting.panel.key,
      panelName: meeting.panel.name,
      published: meeting.published ?? null,
      publishBy: publicationClock(meeting, council)?.last.day ?? null,
    })),
    reviews: reviews.map(({ reviewAsAt, panel, next }) => ({
      review: reviewAsAt.review.key,
      title: reviewAsAt.withheld ? null : oneLine(reviewAsAt.review.title),
      panel: panel.key,
      nextMeeting: next?.date ?? null,
      answered: reviewAsAt.isAnswered,
      answerDue: reviewAsAt.responseClock?.due ?? null,
    })),
    actions: actions
      .filter(({ counted }) => counted.in !== 'ended')
      .map((action) => ({
        ...actionJson(action),
        late: action.overdueDays !== undefined,
        awaitingUpdate: action.isAwaited,
        dueBeforeMeeting: action.isDueSoon,
        proposedComplete: action.isProposed,
        askingForTime: isAsking(action),
      })),
  };
}
