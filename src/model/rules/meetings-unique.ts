import type { Diagnostic, Span } from '../../diagnostics/index.js';
import { itemName, makeSlug, shareName } from '../item-name.js';
import type { Meeting, Panel } from '../types.js';
import type { Rule } from './rule.js';

/** One panel meets once on a day, and an agenda has one item of each number. */
export const meetingsUnique: Rule = function* ({ model }) {
  yield* sameFolders(model.council.panels);
  const seen = new Map<string, Span>();
  for (const meeting of model.meetings) {
    const key = `${meeting.date} ${meeting.panel.key}`;
    const span = meeting.spans['date'] ?? meeting.span;
    const first = seen.get(key);
    if (!first) seen.set(key, span);
    else {
      yield {
        code: 'meeting-duplicate',
        severity: 'error',
        span,
        message: `the panel '${meeting.panel.key}' already has a meeting on ${meeting.date}`,
        hint: 'Put both into one file, or correct the date.',
        related: [{ message: 'the other meeting', span: first }],
      };
    }
    yield* sameNames(meeting);
    const numbers = new Map<string, Span>();
    for (const item of meeting.items) {
      const itemSpan = item.spans['number'] ?? item.span;
      const other = numbers.get(item.number);
      if (!other) numbers.set(item.number, itemSpan);
      else
        yield {
          code: 'item-duplicate',
          severity: 'error',
          span: itemSpan,
          message: `this meeting already has an item ${item.number}`,
          hint: 'Give it the number that it has on the agenda.',
          related: [{ message: 'first used here', span: other }],
        };
    }
  }
};

/** Two papers of one name would be one file: the second would take the place of the first. */
function* sameNames({ items }: Meeting): Iterable<Diagnostic> {
  const names: { readonly name: string; readonly number: string; readonly span: Span }[] = [];
  for (const item of items) {
    if (!item.report) continue;
    const name = itemName(item);
    const span = item.spans['number'] ?? item.span;
    const other = names.find((earlier) => shareName(earlier.name, name));
    // Of one number twice there is a message already.
    if (other && other.number !== item.number)
      yield {
        code: 'item-duplicate',
        severity: 'error',
        span,
        message: `the paper of item ${item.number} would have the same file name as that of item ${other.number}`,
        hint: 'Write the number as on the agenda, or give the item another title.',
        related: [{ message: 'the other item', span: other.span }],
      };
    names.push({ name, number: item.number, span });
  }
}

/** The papers of two panels must not lie in one folder. */
function* sameFolders(panels: readonly Panel[]): Iterable<Diagnostic> {
  const folders = new Map<string, Panel>();
  for (const panel of panels) {
    const folder = makeSlug(panel.key);
    const other = folders.get(folder);
    if (!other) folders.set(folder, panel);
    else
      yield {
        code: 'value-choice',
        severity: 'error',
        span: panel.span,
        message: `the papers of '${panel.key}' would lie in the same folder as those of '${other.key}'`,
        hint: 'Give one of the two panels another key, with other letters or digits.',
        related: [{ message: 'the other panel', span: other.span }],
      };
  }
}
