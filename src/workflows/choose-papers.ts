import type { IsoDate } from '../calendar/index.js';
import { nearest, UsageError } from '../diagnostics/index.js';
import type { Item, Meeting, Model } from '../model/index.js';
import { date, joinWords } from '../phrases/index.js';

/** What was typed to say which papers are wanted. */
export interface PaperSelection {
  readonly date: IsoDate;
  readonly panel: string | undefined;
  readonly item: string | undefined;
}

/**
 * The papers that were asked for.
 *
 * @throws UsageError where there is no such meeting, panel or item, or where it must be said which of several; it names those that exist
 */
export function choosePapers(
  model: Model,
  asked: PaperSelection,
): readonly { readonly meeting: Meeting; readonly item: Item }[] {
  const meeting = chooseMeeting(model, asked);
  return chooseItems(meeting, asked.item).map((item) => ({ meeting, item }));
}

/** One meeting by its date and, where two panels meet that day, its panel. */
export function chooseMeeting(model: Model, { date: day, panel }: PaperSelection): Meeting {
  const names = new Map(model.council.panels.map(({ key, name }) => [key, name]));
  if (panel !== undefined && !names.has(panel)) {
    const near = nearest(panel, names.keys());
    throw new UsageError(
      `There is no panel '${panel}'. ${near ? `Did you mean '${near}'?` : `The panels are ${[...names.keys()].join(', ')}.`}`,
    );
  }
  const onDay = model.meetings.filter((meeting) => meeting.date === day);
  const fitting = onDay.filter((meeting) => panel === undefined || meeting.panel.key === panel);
  const [only, second] = fitting;
  if (only && !second) return only;
  if (only) {
    const choices = fitting
      .map((meeting) => `\n  --panel ${meeting.panel.key}   (${meeting.panel.name})`)
      .join('');
    throw new UsageError(
      `${fitting.length === 2 ? 'Two' : String(fitting.length)} panels meet on ${date(day)}. Say which one:${choices}`,
    );
  }
  if (onDay.length > 0 && panel !== undefined) {
    throw new UsageError(
      `The ${names.get(panel) ?? panel} does not meet on ${date(day)}; ${joinWords(onDay.map((meeting) => `the ${meeting.panel.name}`))} ${onDay.length === 1 ? 'does' : 'do'}.`,
    );
  }
  throw new UsageError(`There is no meeting on ${date(day)} in this register.${meetingsThere(model, day)}`);
}

/**
 * Where nothing says which meeting.
 *
 * @param today the meetings nearest to it are named
 */
export function meetingMissing(model: Model, today: IsoDate): UsageError {
  const latest = model.meetings.findLast(({ date }) => date <= today) ?? model.meetings[0];
  return new UsageError(
    `Say which meeting, with --meeting ${latest?.date ?? 'DATE'}.${meetingsThere(model, today)}`,
  );
}

/** The meetings nearest to a day, so that the right one can be picked. */
function meetingsThere({ meetings }: Model, day: IsoDate): string {
  if (meetings.length === 0) return ' The register has no meetings yet: add one to the folder meetings/.';
  const after = meetings.findIndex((meeting) => meeting.date > day);
  const middle = after === -1 ? meetings.length : after;
  const shown = meetings.slice(Math.max(0, middle - 4), middle + 4);
  const lines = shown.map(({ date: at, panel }) => `\n  ${at}   ${panel.key}   (${panel.name})`);
  const heading =
    shown.length < meetings.length
      ? 'The nearest meetings are'
      : meetings.length === 1
        ? 'The only meeting is'
        : 'The meetings are';
  return ` ${heading}:${lines.join('')}`;
}

function chooseItems(meeting: Meeting, asked: string | undefined): readonly Item[] {
  const withPaper = meeting.items.filter(({ report }) => report !== undefined);
  const numbers = withPaper
    .map(({ number, title, exempt }) => `\n  --item ${number}   (${exempt ? 'an exempt item' : title})`)
    .join('');
  const offer =
    withPaper.length === 0
      ? ` None of its items has a paper: give one a line 'report: update' in ${meeting.file}.`
      : ` The items with a paper are:${numbers}`;
  if (asked === undefined) {
    if (withPaper.length === 0)
      throw new UsageError(`There is no paper to make for the meeting of ${date(meeting.date)}.${offer}`);
    return withPaper;
  }
  const item = meeting.items.find(({ number }) => number.toLowerCase() === asked.toLowerCase());
  if (!item) throw new UsageError(`The meeting of ${date(meeting.date)} has no item ${asked}.${offer}`);
  if (item.report === undefined)
    throw new UsageError(`Item ${item.number} of the meeting of ${date(meeting.date)} has no paper.${offer}`);
  return [item];
}
