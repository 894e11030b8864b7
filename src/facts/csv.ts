import type { DueJson } from '../queries/index.js';
import type { ActionFacts } from './types.js';

/** A column of the table: its name, and what is in it. Where a key of the JSON says the same, the name is that key. */
const COLUMNS: readonly (readonly [name: string, of: (action: ActionFacts) => string | number | null])[] = [
  ['review', ({ review }) => review],
  ['recommendation', ({ recommendation }) => recommendation],
  ['ref', ({ ref }) => ref],
  ['text', ({ text }) => text],
  ['owners', ({ owners }) => owners.map(({ name }) => name).join('; ')],
  ['standing', ({ standing }) => standing],
  ['counted', ({ counted }) => counted],
  ['rating', ({ rating }) => rating?.label ?? null],
  ['ratedOn', ({ ratedOn }) => ratedOn],
  ['direction', ({ direction }) => direction],
  ['due', ({ due }) => dueCell(due)],
  ['dueLastDay', ({ due }) => due?.lastDay ?? null],
  ['originalDue', ({ originalDue }) => dueCell(originalDue)],
  ['originalDueLastDay', ({ originalDue }) => originalDue?.lastDay ?? null],
  [
    'timesMoved',
    ({ timesMoved, withheld, text }) => (withheld !== null && text === null ? null : timesMoved),
  ],
  ['askedDue', ({ asked }) => dueCell(asked?.due ?? null)],
  ['askedDueLastDay', ({ asked }) => asked?.due.lastDay ?? null],
  ['overdueDays', ({ overdueDays }) => overdueDays],
  ['lastReportDate', ({ lastReport }) => lastReport?.date ?? null],
  ['lastReportNote', ({ lastReport }) => lastReport?.note ?? null],
  ['measure', ({ measure }) => measure],
  [
    'evidence',
    ({ evidence }) => evidence.map(({ title, link }) => (link ? `${title} <${link}>` : title)).join('; '),
  ],
  ['withheld', ({ withheld }) => withheld],
];

/** The byte order mark by which Excel knows UTF-8; other readers pass over it. */
const MARK = '\ufeff';

/** The table of actions as CSV (RFC 4180). */
export function actionsCsv(actions: readonly ActionFacts[]): string {
  return csvText([
    COLUMNS.map(([name]) => name),
    ...actions.map((action) => COLUMNS.map(([, of]) => of(action))),
  ]);
}

/** Rows as CSV that a spreadsheet opens with every letter right, and calculates nothing of. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${MARK}${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function dueCell(due: DueJson | null): string | null {
  return due?.date ?? due?.words ?? null;
}

/**
 * A cell that a spreadsheet shows and never calculates: what would be read as a formula gets an apostrophe before it, as
 * https://owasp.org/www-community/attacks/CSV_Injection advises. A reader that splits at semicolons or tabs would begin a cell there, so
 * everything is quoted that has any of them.
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^['"\s]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
