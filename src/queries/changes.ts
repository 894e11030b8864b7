import { date, plural, shortDate } from '../phrases/index.js';
import type { Changed, Changes } from '../register/index.js';
import { asClause, nameOf } from '../view/index.js';
import { decidedWords } from './show.js';
import type { Block, Line, Row, Sheet } from './types.js';
import { addressOf, oneLine, ownersOf, shortDue, titleOf } from './words.js';

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
    ...section('Better', moved('better')),
    ...section('Worse', moved('worse')),
    ...section('Rated for the first time', moved('new')),
    ...section(
      'Newly overdue',
      changes.newlyOverdue.map((change) =>
        row(change, [
          { text: `due ${shortDue(change.due)}, ${plural(change.days, 'day')} late`, tone: 'late' },
        ]),
      ),
    ),
    ...section(
      'Decided by a meeting',
      changes.decisions.map((change) => {
        const { meeting, decision } = change.decided;
        return row(
          change,
          [{ text: shortDate(meeting.date) }, { text: decidedWords(change.decided, '') }],
          [...(decision.reason ? [{ text: `Reason: ${oneLine(decision.reason)}` }] : [])],
        );
      }),
    ),
    ...section(
      'Dates moved by a meeting',
      changes.moved.map((change) =>
        row(change, [
          { text: shortDate(change.decided.meeting.date) },
          { text: `${shortDue(change.from)} → ${shortDue(change.to)}` },
        ]),
      ),
    ),
    ...section(
      'Another date asked for',
      changes.asked.map((change) =>
        row(
          change,
          [
            { text: shortDate(change.entry.asAt) },
            { text: `until ${shortDue(change.due)}`, tone: 'waiting' },
          ],
          [
            {
              text: change.entry.reason
                ? `Reason: ${asClause(oneLine(change.entry.reason))}.`
                : 'No reason was given.',
            },
          ],
        ),
      ),
    ),
    ...section(
      'Put off to a later meeting',
      changes.deferrals.map(({ meeting, item, title, to }) => ({
        cells: [{ text: shortDate(meeting.date) }, { text: `to ${shortDate(to)}` }],
        lines: [{ text: `Item ${item}${title === undefined ? '' : `, ${oneLine(title)}`}` }],
      })),
    ),
    ...section(
      'Answered by the Executive',
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
      'New recommendations',
      changes.newRecommendations.map(({ review, recommendation }) => ({
        cells: [{ text: addressOf(review, recommendation) }],
        lines: [{ text: oneLine(recommendation.text) }],
      })),
    ),
    ...section(
      'New actions',
      changes.newActions.map((change) =>
        row(change, [{ text: `due ${shortDue(change.action.due)}` }, { text: owners(changes, change) }]),
      ),
    ),
    ...section(
      'Reported',
      changes.reports.map((change) => {
        const { entry } = change;
        const { rating } = entry;
        const by = entry.reportedBy ? nameOf(council, entry.reportedBy) : '';
        return {
          cells: [
            { text: addressOf(change.review, change.action) },
            { text: shortDate(entry.asAt) },
            { text: rating?.label ?? 'Not rated' },
            { text: by },
          ],
          lines: [{ text: entry.note ? oneLine(entry.note) : 'No words were given.' }],
        };
      }),
    ),
    ...section(
      'No update',
      changes.noUpdate.map((change) =>
        row(change, [
          {
            text: change.latest ? `last reported ${shortDate(change.latest.asAt)}` : 'never reported',
            tone: 'waiting',
          },
          { text: owners(changes, change) },
        ]),
      ),
    ),
  ];
  return {
    title: titleOf(`${council.name}: changes from ${date(since)} to ${date(until)}`, changes.isConfidential),
    blocks: [
      ...(blocks.length === 0 ? [words('Nothing has changed.')] : blocks),
      ...(changes.withheld > 0
        ? [
            words(
              `${plural(changes.withheld, 'action')} ${changes.withheld === 1 ? 'is' : 'are'} withheld, wholly or in part, as exempt; --confidential shows ${changes.withheld === 1 ? 'it' : 'them'}.`,
            ),
          ]
        : []),
    ],
  };
}

function words(text: string): Block {
  return { kind: 'words', line: { text, tone: 'quiet' } };
}

function owners({ council }: Changes, { action }: Changed): string {
  return ownersOf(council, action.owners);
}

function section(heading: string, rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: `${heading} (${rows.length})` },
    { kind: 'list', rows },
  ];
}

function row({ review, action }: Changed, cells: readonly Line[], more: readonly Line[] = []): Row {
  return {
    cells: [{ text: addressOf(review, action) }, ...cells],
    lines: [{ text: oneLine(action.text) }, ...more],
  };
}
