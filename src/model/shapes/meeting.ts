import { PAPER_KINDS } from '../paper-kinds.js';
import { choice } from './choice.js';
import { remarks, waiver } from './common.js';
import { day, due } from './dates.js';
import { optional, required } from './fields.js';
import { keyed } from './keyed.js';
import { object } from './object.js';
import { list, oneOrMany, reportError, type Shape } from './shape.js';
import { key, number, person, prose, reference, text } from './words.js';

const reviewKeys: Shape<readonly string[]> = oneOrMany(key);

/** A review that is named twice would have each of its actions listed and counted twice. */
const reviewChoice: Shape<readonly string[]> = {
  ...reviewKeys,
  read: (node, reading) => {
    const keys = reviewKeys.read(node, reading);
    const places = node.kind === 'list' ? node.items : [];
    for (const [index, review] of (keys ?? []).entries()) {
      if (keys?.indexOf(review) === index) continue;
      reading.report({
        code: 'item-review-twice',
        severity: 'error',
        span: places[index]?.span ?? node.span,
        message: `this item names the review '${review}' twice`,
        hint: 'Take it out here.',
      });
    }
    return keys;
  },
};

const section = object(
  'a section',
  {
    title: required(text, 'The heading', ''),
    text: required(prose, 'What is in it', ''),
    after: optional(
      choice(['purpose', 'background', 'evidence', 'decisions']),
      'After which part of the paper; after the background where it is left out',
    ),
  },
  { otherKeys: { title: ['heading', 'name'], text: ['words', 'body', 'content'] } },
);

const item = object(
  'an item',
  {
    number: required(number, 'The item’s number on the agenda'),
    title: required(text, 'The item’s title', ''),
    report: optional(choice(PAPER_KINDS), 'The kind of paper; without it the item has none'),
    review: optional(reviewChoice, 'The key of a review, a list of them, or all that the panel monitors'),
    service: optional(key, 'The service that reports'),
    contact: optional(person, 'Whom to ask'),
    presentedBy: optional(person, 'Who presents it'),
    reportOf: optional(person, 'In whose name the report is, such as a director'),
    author: optional(person, 'Who wrote it'),
    purpose: optional(prose, 'What the paper is for; a sensible sentence is written where this is left out'),
    implications: optional(
      keyed('the implications', prose),
      'A heading such as Financial, Legal or Wards affected, and what it comes to',
    ),
    sections: optional(list(section), 'Sections of the council’s own'),
    ...remarks,
  },
  {
    otherKeys: {
      number: ['no', 'item', 'ref'],
      title: ['name', 'heading'],
      report: ['paper', 'kind', 'type'],
      review: ['reviews'],
      contact: ['contact officer'],
      presentedBy: ['presenter', 'presented'],
      reportOf: ['report by', 'reporter'],
      author: ['report author', 'written by'],
      sections: ['section'],
    },
  },
);

const DECISIONS = [
  'signed-off',
  'extension-granted',
  'extension-refused',
  'superseded',
  'not-feasible',
  'withdrawn',
  'transferred',
  'paused',
  'reopened',
  'deferred',
] as const;

/** What minutes say: each could be meant otherwise, so it is asked about and not taken. */
const LIKELY_DECISIONS = {
  'signed-off': ['closed', 'complete', 'completed', 'done', 'achieved', 'agreed', 'approved'],
  'extension-granted': ['extended', 'more time', 'granted'],
  'extension-refused': ['refused', 'no more time'],
  superseded: ['replaced'],
  'not-feasible': ['impossible', 'unachievable'],
  withdrawn: ['dropped', 'removed', 'deleted', 'cancelled', 'rejected'],
  transferred: ['moved', 'handed over', 'passed on'],
  paused: ['on hold', 'suspended'],
  deferred: ['postponed', 'put off', 'adjourned'],
} as const;

/** A list of references is told how several are written: the review once, then commas. */
const decided: Shape<string> = {
  ...reference,
  read: (node, reading) => {
    if (node.kind !== 'list') return reference.read(node, reading);
    reading.leaveOut(node);
    return reportError(
      reading,
      'value-type',
      node.span,
      'this must be a reference, not a list',
      severalHint(node.items.flatMap((item) => (item?.kind === 'text' ? [item.text] : []))),
    );
  },
};

function severalHint(written: readonly string[]): string {
  const reviews = new Set(written.map((one) => one.slice(0, one.indexOf('/') + 1)));
  const [review] = reviews;
  return reviews.size === 1 && review !== undefined && review !== ''
    ? `Write the review once, and commas between: action: "${review}${written.map((one) => one.slice(review.length)).join(', ')}"`
    : 'Write a decision for each, on a line of its own.';
}

const decision = object(
  'a decision',
  {
    action: optional(
      decided,
      'REVIEW/REF of the action decided on; of several in one review, with commas: REVIEW/REF, REF',
    ),
    item: optional(number, 'The item’s number, for a deferral'),
    decision: required(choice(DECISIONS, { likely: LIKELY_DECISIONS }), 'What the panel decided'),
    due: optional(due, 'With extension-granted: the new date'),
    to: optional(text, 'With transferred: to whom; with deferred: to which date'),
    reason: optional(prose, 'Why'),
    minute: optional(text, 'The minute that records it'),
  },
  {
    otherKeys: {
      action: ['actions', 'ref', 'reference', 'recommendation'],
      decision: ['outcome', 'resolution', 'resolved', 'decided'],
      due: ['until', 'due date', 'new due', 'revised due', 'new date'],
      reason: ['why'],
      minute: ['minutes'],
    },
  },
);

/** `meetings/DATE-PANEL.yaml`: one panel's meeting, its items and what it decided. */
export const meetingShape = object(
  'a meeting',
  {
    date: required(day, 'The day of the meeting'),
    published: optional(day, 'The day on which the agenda was published; the papers are as at this day'),
    panel: required(key, 'The panel', ''),
    venue: optional(text, 'Where'),
    time: optional(text, 'When on that day'),
    notice: remarks.notice,
    allow: optional(oneOrMany(waiver), 'Rules that are knowingly not kept here'),
    items: optional(list(item), 'The items that this register makes papers for'),
    decisions: optional(list(decision), 'What the panel decided, added after the meeting'),
  },
  {
    otherKeys: {
      date: ['day', 'meeting'],
      published: ['publication', 'agenda published'],
      panel: ['committee'],
      venue: ['place', 'location', 'where'],
      items: ['agenda', 'item'],
      decisions: ['decision', 'minutes'],
    },
    example: `A meeting looks like this:
date: 2026-03-02
panel: homes
items:
  - number: 5
    title: Repairs
    report: update
    review: repairs`,
  },
);
