import type { IsoDate, PartialDate } from '../../calendar/index.js';
import type { Direction, Timeline, TimelineEvent } from '../../register/index.js';
import type { PlaceOf, SourcePlace } from '../types.js';
import { oneLine } from '../words.js';
import {
  type ActionJson,
  actionJson,
  type DueJson,
  dueJson,
  type EvidenceJson,
  evidenceJson,
  type PersonJson,
  personJson,
  type RatingJson,
  ratingJson,
  SCHEMA,
  wordsJson,
} from './common.js';

/** What `show --json` prints. */
export interface ShowJson {
  readonly schema: typeof SCHEMA;
  readonly asAt: IsoDate;
  readonly confidential: boolean;
  readonly review: string;
  readonly title: string | null;
  readonly ref: string;
  readonly recommendation: {
    readonly ref: string;
    readonly text: string | null;
    readonly response: string | null;
    readonly withheld: number | null;
  };
  readonly actions: readonly ActionJson[];
  readonly timeline: readonly EventJson[];
}

/** One thing that happened. Every key is always there; what does not belong to the kind is null or empty. */
export interface EventJson extends SourcePlace {
  readonly kind: TimelineEvent['kind'];
  readonly date: PartialDate | null;
  /** Null where the event is the whole paper's. */
  readonly ref: string | null;
  readonly panel: string | null;
  /** What the Executive or a meeting decided. */
  readonly decision: string | null;
  readonly response: string | null;
  readonly rating: RatingJson | null;
  readonly direction: Direction | null;
  readonly by: PersonJson | null;
  readonly note: string | null;
  readonly evidence: readonly EvidenceJson[];
  /** The date agreed, asked for or granted; or the meeting that an item was put off to. */
  readonly due: DueJson | null;
  readonly dueBefore: DueJson | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly minute: string | null;
}

export function showJson(life: Timeline, placeOf: PlaceOf): ShowJson {
  const { review, ref, recommendation, day, isConfidential } = life;
  const { recommendation: written, withheld, response } = recommendation;
  return {
    schema: SCHEMA,
    asAt: day,
    confidential: isConfidential,
    review: review.key,
    title: review.title === '' ? null : oneLine(review.title),
    ref,
    recommendation: {
      ref: written.ref,
      text: withheld ? null : oneLine(written.text),
      response: withheld ? null : (response ?? null),
      withheld: withheld?.paragraph ?? null,
    },
    actions: recommendation.actions.map(actionJson),
    timeline: life.events.map((event) => ({
      ...EMPTY,
      kind: event.kind,
      date: event.date ?? null,
      ref: event.ref === '' ? null : event.ref,
      ...particulars(event),
      ...placeOf(event.span),
    })),
  };
}

const EMPTY = {
  panel: null,
  decision: null,
  response: null,
  rating: null,
  direction: null,
  by: null,
  note: null,
  evidence: [],
  due: null,
  dueBefore: null,
  to: null,
  reason: null,
  minute: null,
} as const satisfies Partial<EventJson>;

function particulars(event: TimelineEvent): Partial<EventJson> {
  switch (event.kind) {
    case 'recommended':
      return { panel: event.panel.key };
    case 'sent':
    case 'response-deferred':
      return {};
    case 'answered':
      return {
        decision: event.decision ?? null,
        response: event.response ?? null,
        reason: wordsJson(event.reason),
      };
    case 'agreed':
      return { due: dueJson(event.due) };
    case 'reported': {
      const { entry, direction } = event;
      return {
        rating: ratingJson(entry.rating),
        direction: direction ?? null,
        by: entry.reportedBy ? personJson(entry.reportedBy) : null,
        note: wordsJson(entry.note),
        evidence: entry.evidence.map(evidenceJson),
      };
    }
    case 'asked':
      return { due: dueJson(event.due), reason: wordsJson(event.reason) };
    case 'decided': {
      const { decision, meeting } = event.decided;
      const isGrant = decision.decision === 'extension-granted';
      return {
        panel: meeting.panel.key,
        decision: decision.decision,
        due: dueJson(decision.due),
        dueBefore: isGrant ? dueJson(event.dueBefore) : null,
        to: decision.to ?? null,
        reason: wordsJson(decision.reason),
        minute: decision.minute ?? null,
      };
    }
    case 'deferred':
      return { panel: event.meeting.panel.key, to: event.to, reason: wordsJson(event.reason) };
  }
}
