import { escapeHtml } from '../../markdown/index.js';
import { date, phrases, shortDate } from '../../phrases/index.js';
import type { TrackerRegister, TrendPoint } from '../../register/index.js';
import { levelsOf } from '../shared/levels.js';
import { type Numberer, paragraph } from '../shared/numbering.js';
import { nounsOf } from '../shared/panels.js';
import { isRated } from '../shared/rating-marks.js';
import { listTallies, shownTallies, tally } from '../shared/tally.js';
import type { Trend, TrendMeeting, TrendRow } from './tracker-schema.js';

const say = phrases.trend;

/** What has changed since one earlier meeting is said at a glance; a chart begins with three. */
const FEWEST = 3;

/** How the actions stood at the panel's meetings up to this one; nothing where they are few. */
export function composeTrend(register: TrackerRegister, number: Numberer): Trend | null {
  const { trend } = register;
  const nouns = nounsOf(register);
  const noun = phrases.nouns.several[levelsOf(register)];
  const first = trend[0];
  if (!first || trend.length < FEWEST || trend.every(({ counts }) => counts.total === counts.withheld))
    return null;
  const shown = shownTallies(trend.map(({ counts }) => counts)).filter((index) =>
    trend.some(({ counts }) => (listTallies(counts)[index]?.number ?? 0) > 0),
  );
  return {
    section: number.section('trend', say.heading(noun, isRated(register.council), nouns, trend.length), [
      paragraph(escapeHtml(say.introduction(noun, nouns, trend.length))),
      paragraph(escapeHtml(movement(register, first, shown))),
    ]),
    corner: isRated(register.council) ? say.corner.rated : say.corner.reported,
    meetings: trend.map((point) =>
      composeMeeting(point, shown, Math.max(...trend.map(({ counts }) => counts.total))),
    ),
    rows: composeRows(trend, shown),
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
    day: shortDate(meeting.date).replace(/ \d{4}$/, ''),
    year: meeting.date.slice(0, 4),
    total: String(counts.total),
    parts: upwards.flatMap((index) => {
      const counted = tallies[index];
      return counted && counted.number > 0 ? [composePart(counted, (counted.number / highest) * 100)] : [];
    }),
  };
}

/** A part of so much of the chart's height, in per cent, has room for its number beside it. */
const ROOM_FOR_NUMBER = 8;

function composePart({ mark, number }: ReturnType<typeof listTallies>[number], share: number) {
  return {
    mark,
    share: share.toFixed(2),
    number: share < ROOM_FOR_NUMBER ? null : String(number),
  };
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
    row(say.all, ({ counts }) => counts.total),
    row(say.overdue, ({ overdue }) => overdue),
  ];
}

/** What the first and the last column say, for those who do not read charts. */
function movement(register: TrackerRegister, first: TrendPoint, shown: readonly number[]): string {
  const last = register.trend.at(-1) ?? first;
  const noun = phrases.nouns.several[levelsOf(register)];
  const more = last.counts.total - first.counts.total;
  const numbers = [
    ...shown.map((index) => [listTallies(first.counts)[index], listTallies(last.counts)[index]] as const),
  ].flatMap(([from, to]) => (from && to ? [{ label: to.mark.word, from: from.number, to: to.number }] : []));
  const all = [...numbers, { label: say.overdue, from: first.overdue, to: last.overdue }];
  const risen = all.filter(({ from, to }) => to > from);
  const fallen = all.filter(({ from, to }) => to < from);
  return say.since(first.meeting.date, [
    ...(more > 0 ? [say.takenOn(nounsOf(register), more, noun)] : []),
    ...(more < 0 ? [say.fewer(nounsOf(register), -more, noun)] : []),
    ...(risen.length > 0 ? [say.moved('risen', risen)] : []),
    ...(fallen.length > 0 ? [say.moved('fallen', fallen)] : []),
  ]);
}
