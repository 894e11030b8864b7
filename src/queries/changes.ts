import { phrases, shortDate } from '../phrases/index.js';
import type { Changed, Changes } from '../register/index.js';
import { asClause, chooseNoun, nameOf, notRatedWord } from '../view/index.js';
import { decidedWords } from './show.js';
import type { Block, Line, Row, Sheet } from './types.js';
import { addressOf, markTitle, nameOwners, oneLine, shortDue } from './words.js';

const say = phrases.changes;

/** What moved between two days, the weightiest first. */
export function changesSheet(changes: Changes): Sheet {
  const { council, since, until } = changes;
  const moved = (direction: 'better' | 'worse' | 'new') =>
    changes.ratings
      .filter((change) => change.direction === direction)
      .map((change) =>
        row(change, [
          {
            text: change.from ? `${change.from.label} → ${change.to.label}` : change.to.label,
            tone: direction === 'worse' ? 'late' : direction === 'better' ? 'done' : undefined,
          },
        ]),
      );
  const blocks = [
    ...section(say.better, moved('better')),
    ...section(say.worse, moved('worse')),
    ...section(say.firstRated, moved('new')),
    ...section(
      say.newlyOverdue,
      changes.newlyOverdue.map((change) =>
        row(change, [{ text: say.dueLate(shortDue(change.due), change.days), tone: 'late' }]),
      ),
    ),
    ...section(
      say.decided,
      changes.decisions.map((change) => {
        const { meeting, decision } = change.decided;
        return row(
          change,
          [{ text: shortDate(meeting.date) }, { text: decidedWords(change.decided, '') }],
          [...(decision.reason ? [{ text: say.reason(oneLine(decision.reason)) }] : [])],
        );
      }),
    ),
    ...section(
      say.moved,
      changes.moved.map((change) =>
        row(change, [
          { text: shortDate(change.decided.meeting.date) },
          { text: `${shortDue(change.from)} → ${shortDue(change.to)}` },
        ]),
      ),
    ),
    ...section(
      say.asked,
      changes.asked.map((change) =>
        row(
          change,
          [
            { text: shortDate(change.entry.asAt) },
            { text: say.until(shortDue(change.due)), tone: 'waiting' },
          ],
          [
            {
              text: change.entry.reason
                ? `${say.reason(asClause(oneLine(change.entry.reason)))}.`
                : say.noReason,
            },
          ],
        ),
      ),
    ),
    ...section(
      say.deferred,
      changes.deferrals.map(({ meeting, item, title, to }) => ({
        cells: [{ text: shortDate(meeting.date) }, { text: say.to(to) }],
        lines: [{ text: say.item(item, title && oneLine(title)) }],
      })),
    ),
    ...section(
      say.answered(council),
      changes.answers.map(({ review, decision }) => ({
        cells: [
          { text: review.key },
          { text: review.executiveResponse?.date ? shortDate(review.executiveResponse.date) : '' },
          { text: decision?.replaceAll('-', ' ') ?? 'answered' },
        ],
        lines: [{ text: oneLine(review.title) }],
      })),
    ),
    ...section(
      say.newRecommendations,
      changes.newRecommendations.map(({ review, recommendation }) => ({
        cells: [{ text: addressOf(review, recommendation) }],
        lines: [{ text: oneLine(recommendation.text) }],
      })),
    ),
    ...section(
      say.newActions(chooseNoun([...changes.newActions, ...changes.newActions])),
      changes.newActions.map((change) =>
        row(change, [
          { text: say.due(shortDue(change.action.due)) },
          { text: nameOwners(change.action.owners) },
        ]),
      ),
    ),
    ...section(
      say.reported,
      changes.reports.map((change) => {
        const { entry } = change;
        const { rating } = entry;
        const by = entry.reportedBy ? nameOf(entry.reportedBy) : '';
        return {
          cells: [
            { text: addressOf(change.review, change.action) },
            { text: shortDate(entry.asAt) },
            { text: rating?.label ?? notRatedWord(council.ratings) },
            { text: by },
          ],
          lines: [{ text: entry.note ? oneLine(entry.note) : phrases.reports.noWords }],
        };
      }),
    ),
    ...section(
      say.noUpdate,
      changes.noUpdate.map((change) =>
        row(change, [
          {
            text: change.latest ? say.lastReported(change.latest.asAt) : say.neverReported,
            tone: 'waiting',
          },
          { text: nameOwners(change.action.owners) },
        ]),
      ),
    ),
  ];
  return {
    title: markTitle(say.title(council.name, since, until), changes.isConfidential),
    blocks: [
      ...(blocks.length === 0 ? [words(say.nothing)] : blocks),
      ...(changes.withheld > 0 ? [words(say.withheld(changes.withheld))] : []),
    ],
  };
}

function words(text: string): Block {
  return { kind: 'words', line: { text, tone: 'quiet' } };
}

function section(heading: string, rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: phrases.answer.section(heading, rows.length) },
    { kind: 'list', rows },
  ];
}

function row({ review, action }: Changed, cells: readonly Line[], more: readonly Line[] = []): Row {
  return {
    cells: [{ text: addressOf(review, action) }, ...cells],
    lines: [{ text: oneLine(action.text) }, ...more],
  };
}
