import { escapeHtml } from '../../markdown/index.js';
import { date, phrases, shortDate } from '../../phrases/index.js';
import type { TrackerRegister, TrendPoint } from '../../register/index.js';
import { type Numberer, paragraph } from '../shared/numbering.js';
import { nounsOf } from '../shared/panels.js';
import { listTallies, shownTallies, tally } from '../shared/tally.js';
import type { Trend, TrendMeeting, TrendRow } from './tracker-schema.js';

const say = phrases.trend;

/** How the actions stood at the panel's meetings up to this one; nothing where there is only this one. */
export function composeTrend(register: TrackerRegister, number: Numberer): Trend | null {
  const { trend, meeting } = register;
  const nouns = nounsOf(register);
  const first = trend[0];
  if (!first || trend.length < 2 || trend.every(({ counts }) => counts.total === counts.withheld))
    return null;
  const shown = shownTallies(trend.map(({ counts }) => counts));
  const rows = composeRows(trend, shown);
  return {
    section: number.section('trend', say.heading(nouns), [
      paragraph(escapeHtml(say.introduction(nouns, trend.length))),
      paragraph(escapeHtml(movement(first, rows, meeting.date))),
    ]),
    corner: say.corner,
    meetings: trend.map((point) =>
      composeMeeting(point, shown, Math.max(...trend.map(({ counts }) => counts.total))),
    ),
    rows,
  };
}

/** Ended actions at the foot, then the ratings best first, so that what is done grows from the base line. */
function composeMeeting(
  { meeting, counts }: TrendPoint,
  shown: readonly number[],
  highest: number,
): TrendMeeting {
  const tallies = listTallies(counts);
  const ended = tallies.length - 2;
  const upwards = [...shown.filter((index) => index === ended), ...shown.filter((index) => index !== ended)];
  return {
    day: withoutYear(date(meeting.date)),
    shortDay: withoutYear(shortDate(meeting.date)),
    year: meeting.date.slice(0, 4),
    total: String(counts.total),
    parts: upwards.flatMap((index) => {
      const counted = tallies[index];
      return counted && counted.number > 0
        ? [{ mark: counted.mark, share: ((counted.number / highest) * 100).toFixed(2) }]
        : [];
    }),
  };
}

function withoutYear(written: string): string {
  return written.replace(/ \d{4}$/, '');
}

function composeRows(trend: readonly TrendPoint[], shown: readonly number[]): readonly TrendRow[] {
  const row = (
    label: string,
    numberOf: (point: TrendPoint) => number,
    mark: TrendRow['mark'] = null,
  ): TrendRow => ({
    mark,
    label,
    numbers: trend.map((point) => tally(date(point.meeting.date), numberOf(point))),
  });
  const marks = trend[0] ? listTallies(trend[0].counts) : [];
  return [
    ...shown.flatMap((index) => {
      const mark = marks[index]?.mark;
      return mark ? [row(mark.word, ({ counts }) => listTallies(counts)[index]?.number ?? 0, mark)] : [];
    }),
    row(say.allActions, ({ counts }) => counts.total),
    row(say.overdue, ({ overdue }) => overdue),
  ];
}

/** What the first and the last column say, for those who do not read charts. */
function movement(
  first: TrendPoint,
  rows: readonly TrendRow[],
  until: TrendPoint['meeting']['date'],
): string {
  const moved = rows.flatMap(({ label, numbers }) => {
    const [from, to] = [numbers[0]?.number, numbers.at(-1)?.number];
    return from === undefined || to === undefined || from === to ? [] : [say.moved(label, from, to)];
  });
  return say.movement(first.meeting.date, until, moved);
}
