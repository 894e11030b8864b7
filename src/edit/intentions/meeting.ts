import type { FileEdit } from '../file-edit.js';
import type { ValueMap } from '../values.js';
import { writeText } from '../write-text.js';
import { makeFields, oneOrList, tidyProse } from './common.js';

/** A meeting of one panel. */
export interface NewMeeting {
  readonly date: string;
  readonly panel: string;
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  readonly time?: string | undefined;
  readonly items?: readonly NewItem[] | undefined;
}

/** An item of a meeting. */
export interface NewItem {
  readonly number: string;
  readonly title: string;
  readonly report?: string | undefined;
  readonly review?: readonly string[] | undefined;
  readonly service?: string | undefined;
  readonly contact?: string | undefined;
  readonly presentedBy?: string | undefined;
  readonly purpose?: string | undefined;
}

/** What a panel decided of an action, or of several in one review; or that an item waits. */
export interface NewDecision {
  readonly action?: string | undefined;
  readonly item?: string | undefined;
  readonly decision: string;
  readonly due?: string | undefined;
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
  readonly minute?: string | undefined;
}

const ORDER = ['date', 'published', 'panel', 'venue', 'time', 'notice', 'allow', 'items', 'decisions'];

/** Begins a meeting: a file of its own, called by its day and panel. */
export function addMeeting({ date, panel, published, venue, time, items }: NewMeeting): FileEdit {
  return {
    kind: 'create',
    path: `meetings/${date}-${panel}.yaml`,
    text: writeText(makeFields({ date, published, panel, venue, time, items: items?.map(itemFields) }), true),
  };
}

/**
 * Adds an item after those that the meeting has.
 *
 * @param path the meeting's file
 */
export function addItem(path: string, item: NewItem): FileEdit {
  const changes = [{ kind: 'append', path: ['items'], items: [itemFields(item)], order: ORDER } as const];
  return { kind: 'change', path, changes };
}

/** Adds what a meeting decided. */
export function addDecisions(path: string, decisions: readonly NewDecision[]): FileEdit {
  const items = decisions.map(({ action, item, decision, due, to, reason, minute }) =>
    makeFields({ action, item, decision, due, to, reason: tidyProse(reason), minute }),
  );
  return { kind: 'change', path, changes: [{ kind: 'append', path: ['decisions'], items, order: ORDER }] };
}

function itemFields({ number, title, report, review, ...rest }: NewItem): ValueMap {
  const { service, contact, presentedBy, purpose } = rest;
  return makeFields({
    number,
    title,
    report,
    review: oneOrList(review),
    service,
    contact,
    presentedBy,
    purpose: tidyProse(purpose),
  });
}
