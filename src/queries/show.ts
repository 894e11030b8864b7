import type { Due } from '../model/index.js';
import { phrases, shortDate } from '../phrases/index.js';
import type { ActionAsAt, Decided, Timeline, TimelineEvent } from '../register/index.js';
import {
  asClause,
  compareDues,
  dueInSentence,
  dueWords,
  ENDING_LABELS,
  nameOf,
  withheldWords,
} from '../view/index.js';
import type { Block, Line, PlaceOf, Row, Sheet } from './types.js';
import { addressOf, describeStanding, markTitle, nameOwners, oneLine, shortDue } from './words.js';

const say = phrases.life;

/** One recommendation's or action's life, with the place of each thing in the register. */
export function showSheet(life: Timeline, placeOf: PlaceOf): Sheet {
  const { review, ref, recommendation, withheld, day } = life;
  const title = markTitle(say.title(addressOf(review, { ref }), day), life.isConfidential);
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
                : say.belongsTo(
                    recommendation.recommendation.ref,
                    oneLine(recommendation.recommendation.text),
                  ),
            ),
          ]
        : []),
      words(say.review(oneLine(review.title))),
      ...(recommendation.actions.length > 0
        ? [
            { kind: 'heading' as const, text: isOne ? say.now : say.actionsNow },
            { kind: 'list' as const, rows: recommendation.actions.map((action) => nowRow(life, action)) },
          ]
        : []),
      { kind: 'heading', text: say.timeline },
      {
        kind: 'list',
        rows: life.events.map((event) => makeRow(event, { life, placeOf, isNamed: !isOne })),
      },
      ...(life.isPartlyWithheld ? [words(say.partlyWithheld)] : []),
    ],
  };
}

function words(text: string): Block {
  return { kind: 'words', line: { text, tone: 'quiet' } };
}

function nowRow(life: Timeline, action: ActionAsAt): Row {
  const { action: written, state, withheld, overdueDays } = action;
  if (withheld)
    return {
      cells: [{ text: written.ref }, { text: phrases.answer.withheld, tone: 'quiet' }],
      lines: [{ text: withheldWords(withheld), tone: 'quiet' }],
    };
  const moved = state.due.moves;
  return {
    cells: [{ text: written.ref }, describeLastRating(life, action)],
    lines: [
      { text: nameOwners(written.owners) },
      {
        text: state.due.stands
          ? say.due(
              dueWords(state.due.stands),
              overdueDays,
              moved > 0 ? dueWords(state.due.original) : undefined,
              moved,
            )
          : say.noDue,
        tone: overdueDays === undefined ? undefined : 'late',
      },
      ...(state.due.asked
        ? [
            {
              text: requestedWords(state.due.asked.due, state.due.stands),
              tone: 'waiting' as const,
            },
          ]
        : []),
    ],
  };
}

function requestedWords(asked: Due, stands: Due | undefined): string {
  const shift = compareDues(asked, stands);
  const words = shift === 'later' ? say.moreTimeAsked : shift === 'earlier' ? say.earlierAsked : say.asked;
  return words(askedFor(asked));
}

/** A life has no meeting for which an update could be missing: the last rating stands, with its day. */
function describeLastRating({ council }: Timeline, action: ActionAsAt): Line {
  const { standing, rating, rated } = action.state;
  return standing === 'open' && action.counted.in !== 'withheld' && rating && rated
    ? { text: say.lastRated(rating.label, rated.asAt), tone: rating.closes ? 'done' : undefined }
    : describeStanding(council, action);
}

function makeRow(
  event: TimelineEvent,
  {
    life,
    placeOf,
    isNamed,
  }: { readonly life: Timeline; readonly placeOf: PlaceOf; readonly isNamed: boolean },
): Row {
  const { file, line } = placeOf(event.span);
  const named = isNamed && event.ref !== '' ? `${event.ref}: ` : '';
  const [first, ...rest] = describeEvent(life, event);
  return {
    cells: [{ text: event.date === undefined ? say.undated : shortDate(event.date) }],
    lines: [
      { ...first, text: `${named}${first?.text ?? ''}` },
      ...rest,
      { text: `${file}:${line}`, tone: 'quiet' },
    ],
  };
}

function describeEvent(life: Timeline, event: TimelineEvent): readonly Line[] {
  switch (event.kind) {
    case 'recommended':
      return [{ text: say.recommended(event.panel.name) }];
    case 'sent':
      return [{ text: say.sent(life.council) }];
    case 'answered':
      return [
        {
          text: say.answered(
            life.council,
            event.decision?.replaceAll('-', ' '),
            event.response && say.responses[event.response],
          ),
        },
        ...said(event.reason),
      ];
    case 'response-deferred':
      return [{ text: say.responseDeferred(life.council) }];
    case 'agreed':
      return [{ text: say.agreed(event.due && dueWords(event.due)) }];
    case 'reported': {
      const { entry, direction } = event;
      const { rating } = entry;
      const by = entry.reportedBy && nameOf(entry.reportedBy);
      return [
        {
          text: rating
            ? say.reported(rating.label, direction ?? 'new', by)
            : say.reportedUnrated(by, life.council.ratings.length > 0),
          tone: rating?.closes ? 'done' : undefined,
        },
        ...said(entry.note),
        ...entry.evidence.map(({ title, link }) => ({
          text: say.evidence(oneLine(title), link),
        })),
      ];
    }
    case 'asked':
      return [{ text: say.asked(askedFor(event.due)), tone: 'waiting' }, ...said(event.reason)];
    case 'decided':
      return decidedLines(event.decided, shortDue(event.dueBefore));
    case 'deferred':
      return [{ text: say.putOff(event.item, event.to) }, ...said(event.reason)];
  }
}

function said(markdown: string | undefined): readonly Line[] {
  return markdown === undefined ? [] : [{ text: oneLine(markdown) }];
}

function decidedLines(decided: Decided, before: string): readonly Line[] {
  const { decision, meeting } = decided;
  const text = say.decidedBy(decidedWords(decided, before), meeting.panel.name, decision.minute);
  return [{ text }, ...said(decision.reason)];
}

/** What a meeting decided on an action, without who decided it. */
export function decidedWords({ decision }: Decided, before: string): string {
  switch (decision.decision) {
    case 'extension-granted':
      return say.granted(before, shortDue(decision.due));
    case 'extension-refused':
      return say.refused;
    case 'paused':
      return say.paused;
    case 'reopened':
      return say.reopened;
    case 'transferred':
      return say.transferred(decision.to && asClause(decision.to));
    case 'signed-off':
    case 'superseded':
    case 'not-feasible':
    case 'withdrawn':
      return ENDING_LABELS[decision.decision];
  }
}

/** A date that is asked for; of a period its last day too, since "until by March" is no English. */
function askedFor(due: Due): string {
  return due.kind === 'period' ? dueInSentence(due) : dueWords(due);
}
