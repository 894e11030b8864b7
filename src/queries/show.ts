import type { Council, Due, Response } from '../model/index.js';
import { date, plural, shortDate } from '../phrases/index.js';
import type { ActionAsAt, Decided, Life, LifeEvent } from '../register/index.js';
import { asClause, dueInSentence, dueWords, ENDED, nameOf, shiftOf, withheldWords } from '../view/index.js';
import type { Block, Line, PlaceOf, Row, Sheet } from './types.js';
import { addressOf, oneLine, ownersOf, shortDue, standingOf, titleOf } from './words.js';

const RESPONSES: Readonly<Record<Response, string>> = {
  awaited: 'no answer to this recommendation',
  accepted: 'this recommendation accepted',
  'accepted-in-part': 'this recommendation accepted in part',
  'accepted-in-principle': 'this recommendation accepted in principle',
  noted: 'this recommendation noted',
  rejected: 'this recommendation rejected',
};

/** One recommendation's or action's life, with the place of each thing in the register. */
export function showSheet(council: Council, life: Life, placeOf: PlaceOf): Sheet {
  const { review, ref, recommendation, withheld, day } = life;
  const title = titleOf(`${addressOf(review, { ref })}, as at ${date(day)}`, life.isConfidential);
  if (withheld)
    return {
      title,
      blocks: [{ kind: 'words', line: { text: `${withheldWords(withheld)}.`, tone: 'quiet' } }],
    };
  const isOne = life.action !== undefined;
  return {
    title,
    blocks: [
      { kind: 'words', line: { text: oneLine((life.action ?? recommendation.recommendation).text) } },
      ...(isOne && life.action?.ref !== recommendation.recommendation.ref
        ? [
            words(
              recommendation.withheld
                ? withheldWords(recommendation.withheld)
                : `Belongs to recommendation ${recommendation.recommendation.ref}: ${oneLine(recommendation.recommendation.text)}`,
            ),
          ]
        : []),
      words(`Review: ${oneLine(review.title)}`),
      ...(recommendation.actions.length > 0
        ? [
            { kind: 'heading' as const, text: isOne ? 'Now' : 'Its actions now' },
            { kind: 'list' as const, rows: recommendation.actions.map((action) => nowRow(council, action)) },
          ]
        : []),
      { kind: 'heading', text: 'Timeline' },
      {
        kind: 'list',
        rows: life.events.map((event) => rowOf(council, event, { placeOf, isNamed: !isOne })),
      },
      ...(life.isPartlyWithheld
        ? [words('Something here is withheld because it is exempt; --confidential shows it.')]
        : []),
    ],
  };
}

function words(text: string): Block {
  return { kind: 'words', line: { text, tone: 'quiet' } };
}

function nowRow(council: Council, action: ActionAsAt): Row {
  const { action: written, state, withheld, overdueDays } = action;
  if (withheld)
    return {
      cells: [{ text: written.ref }, { text: 'Withheld', tone: 'quiet' }],
      lines: [{ text: withheldWords(withheld), tone: 'quiet' }],
    };
  const moved = state.due.moves;
  const late = overdueDays === undefined ? '' : `, ${plural(overdueDays, 'day')} late`;
  return {
    cells: [{ text: written.ref }, lastRatingOf(action)],
    lines: [
      { text: ownersOf(council, written.owners) },
      {
        text: state.due.stands
          ? `Due ${dueWords(state.due.stands)}${late}${moved > 0 ? `; first due ${dueWords(state.due.original)}, moved ${times(moved)}` : ''}`
          : 'No due date',
        tone: overdueDays === undefined ? undefined : 'late',
      },
      ...(state.due.asked
        ? [
            {
              text:
                shiftOf(state.due.asked.due, state.due.stands) === 'earlier'
                  ? `An earlier date is asked for: ${askedFor(state.due.asked.due)}`
                  : `More time is asked for, until ${askedFor(state.due.asked.due)}`,
              tone: 'waiting' as const,
            },
          ]
        : []),
    ],
  };
}

/** A life has no meeting for which an update could be missing: the last rating stands, with its day. */
function lastRatingOf(action: ActionAsAt): Line {
  const { standing, rating, rated } = action.state;
  return standing === 'open' && action.counted.in !== 'withheld' && rating && rated
    ? { text: `${rating.label}, ${shortDate(rated.asAt)}`, tone: rating.closes ? 'done' : undefined }
    : standingOf(action);
}

function times(number: number): string {
  return number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`;
}

function rowOf(
  council: Council,
  event: LifeEvent,
  { placeOf, isNamed }: { readonly placeOf: PlaceOf; readonly isNamed: boolean },
): Row {
  const { file, line } = placeOf(event.span);
  const named = isNamed && event.ref !== '' ? `${event.ref}: ` : '';
  const [first, ...rest] = linesOf(council, event);
  return {
    cells: [{ text: event.date === undefined ? 'undated' : shortDate(event.date) }],
    lines: [
      { ...first, text: `${named}${first?.text ?? ''}` },
      ...rest,
      { text: `${file}:${line}`, tone: 'quiet' },
    ],
  };
}

function linesOf(council: Council, event: LifeEvent): readonly Line[] {
  switch (event.kind) {
    case 'recommended':
      return [{ text: `Recommended by the ${event.panel.name}` }];
    case 'sent':
      return [{ text: 'Sent to the Executive' }];
    case 'answered':
      return [
        {
          text: `Answered by the Executive${event.decision ? ` (${event.decision.replaceAll('-', ' ')})` : ''}${event.response ? `: ${RESPONSES[event.response]}` : ''}`,
        },
        ...said(event.reason),
      ];
    case 'response-deferred':
      return [{ text: 'The Executive deferred its response' }];
    case 'agreed':
      return [{ text: `Action agreed, due ${event.due ? dueWords(event.due) : 'on no given date'}` }];
    case 'reported': {
      const { entry, direction } = event;
      const { rating } = entry;
      const by = entry.reportedBy ? ` by ${nameOf(council, entry.reportedBy)}` : '';
      return [
        {
          text: rating
            ? `Reported ${rating.label} (${direction ?? 'new'})${by}`
            : `Reported without a rating${by}`,
          tone: rating?.closes ? 'done' : undefined,
        },
        ...said(entry.note),
        ...entry.evidence.map(({ title, link }) => ({
          text: `Evidence: ${oneLine(title)}${link ? ` <${link}>` : ''}`,
        })),
      ];
    }
    case 'asked':
      return [
        { text: `Another date asked for: ${askedFor(event.due)}`, tone: 'waiting' },
        ...said(event.reason),
      ];
    case 'decided':
      return decidedLines(event.decided, shortDue(event.dueBefore));
    case 'deferred':
      return [
        { text: `Put off by the meeting (item ${event.item}) to ${date(event.to)}` },
        ...said(event.reason),
      ];
  }
}

function said(markdown: string | undefined): readonly Line[] {
  return markdown === undefined ? [] : [{ text: oneLine(markdown) }];
}

function decidedLines(decided: Decided, before: string): readonly Line[] {
  const { decision, meeting } = decided;
  const by = ` by the ${meeting.panel.name}${decision.minute ? ` (minute ${decision.minute})` : ''}`;
  return [{ text: `${decidedWords(decided, before)}${by}` }, ...said(decision.reason)];
}

/** What a meeting decided on an action, without who decided it. */
export function decidedWords({ decision }: Decided, before: string): string {
  switch (decision.decision) {
    case 'extension-granted':
      return `More time granted: due ${before} before, now ${shortDue(decision.due)},`;
    case 'extension-refused':
      return 'More time refused';
    case 'paused':
      return 'Paused';
    case 'reopened':
      return 'Reopened';
    case 'transferred':
      return `Transferred to ${asClause(decision.to ?? 'another body')}`;
    case 'signed-off':
    case 'superseded':
    case 'not-feasible':
    case 'withdrawn':
      return ENDED[decision.decision];
  }
}

/** A date that is asked for; of a period its last day too, since "until by March" is no English. */
function askedFor(due: Due): string {
  return due.kind === 'period' ? dueInSentence(due) : dueWords(due);
}
