import type { SourceNode } from '../../source/index.js';
import type { Response } from '../types.js';
import { choice, type OtherWords, wordNamed } from './choice.js';
import { documentLinks, remarks } from './common.js';
import { day, due, partialDate } from './dates.js';
import { optional, required } from './fields.js';
import { object } from './object.js';
import { list, oneOrMany, type Reading, type Shape } from './shape.js';
import { key, person, prose, reference, text } from './words.js';

const IN_PART = ['partly accepted', 'partially accepted', 'partly agreed', 'partially agreed'] as const;
const NOT_ACCEPTED = ['not accepted', 'not agreed', 'refused', 'declined'] as const;

const RESPONSES = [
  'awaited',
  'accepted',
  'accepted-in-part',
  'accepted-in-principle',
  'noted',
  'rejected',
] as const;

const OTHER_RESPONSES: OtherWords<Response> = {
  synonyms: {
    accepted: ['agreed', 'approved'],
    'accepted-in-part': IN_PART,
    'accepted-in-principle': ['agreed in principle'],
    rejected: NOT_ACCEPTED,
    awaited: ['pending'],
  },
  likely: {
    accepted: ['yes', 'supported'],
    'accepted-in-part': ['agreed in part', 'partial', 'partly', 'partially'],
    rejected: ['no', 'not supported'],
    awaited: ['tbc', 'to be confirmed', 'none yet'],
  },
};

const response = choice(RESPONSES, OTHER_RESPONSES);

/** The response that words name, where they are one of those that the register takes. */
export function responseNamed(written: string): Response | undefined {
  return wordNamed(written, RESPONSES, OTHER_RESPONSES);
}

const executiveDecision = choice(['agreed', 'agreed-in-part', 'noted', 'deferred', 'rejected'], {
  synonyms: {
    agreed: ['accepted', 'approved'],
    'agreed-in-part': ['accepted in part', ...IN_PART],
    rejected: NOT_ACCEPTED,
  },
  likely: { agreed: ['agreed in principle', 'yes'], deferred: ['postponed', 'put off'], rejected: ['no'] },
});

const PLANNED_KEYS = {
  ref: ['reference', 'number', 'no', 'id'],
  owner: ['lead', 'officer', 'responsible', 'responsible officer', 'lead officer', 'assigned to', 'who'],
  due: ['due date', 'deadline', 'target', 'target date', 'timescale', 'by', 'by when', 'when'],
  successMeasure: ['measure', 'success measures', 'success criteria', 'outcome'],
};

const action = object(
  'an action',
  {
    ref: required(reference, 'The action’s reference, unique in the review'),
    text: required(prose, 'What is to be done', ''),
    owner: optional(
      oneOrMany(person),
      'Who does it: an officer’s key or plain words; of several, the first leads',
    ),
    due: optional(
      due,
      'By when: a date, month or year; a period such as Q3 2025/26; a length of time such as 6 months; or words, which are never overdue',
    ),
    successMeasure: optional(prose, 'How anyone will know that it is done'),
    agreed: optional(day, 'When it was agreed; it is in no earlier paper'),
    ...remarks,
  },
  { otherKeys: { ...PLANNED_KEYS, text: ['action', 'title', 'description', 'words', 'what'] } },
);

/** With the reference that the first action of this recommendation would have. */
function actionHint(_node: SourceNode, { group }: Reading): string {
  const ref = group?.fields.find(({ key: { text } }) => text === 'ref')?.value;
  const own = ref?.kind === 'text' ? ref.text.trim().replace(/\.?$/, '.1') : '1.1';
  return `Write each action on a line of its own beneath: - { ref: ${own}, text: … }, with its own owner and due.`;
}

const recommendation = object(
  'a recommendation',
  {
    ref: required(reference, 'The recommendation’s reference, unique in the review'),
    text: required(prose, 'What the panel recommended', ''),
    response: optional(response, 'What the Executive answered; leave it out where you do not know'),
    responded: optional(day, 'When it answered, where that is not the day of its response to the review'),
    reason: optional(prose, 'Why, where the answer was not simply accepted'),
    addressedTo: optional(
      oneOrMany(person),
      'Who is asked to respond, where that is not the Executive as a whole: a portfolio holder, a trust, a school',
    ),
    agreed: optional(day, 'When it was agreed; it is in no earlier paper'),
    actions: optional(list(action, actionHint), 'What will be done about it'),
    owner: optional(oneOrMany(person), 'Who does it, where the recommendation has no actions of its own'),
    due: optional(due, 'By when, where the recommendation has no actions of its own'),
    successMeasure: optional(
      prose,
      'How anyone will know, where the recommendation has no actions of its own',
    ),
    ...remarks,
  },
  {
    otherKeys: {
      ...PLANNED_KEYS,
      text: ['recommendation', 'title', 'description', 'words'],
      response: ['answer', 'decision', 'executive response'],
      responded: ['answered', 'response date'],
      addressedTo: ['to', 'for', 'addressee', 'directed to'],
      reason: ['why'],
      actions: ['action', 'action plan', 'plan'],
    },
  },
);

const handover = object('a hand-over', {
  panel: required(key, 'The panel that hears the updates', ''),
  from: optional(day, 'From which day'),
});

interface Monitoring {
  readonly panel: string;
  readonly from: ReturnType<typeof day.read>;
  readonly span: { readonly file: string; readonly start: number; readonly end: number };
}

const handovers = list(handover);

/** A panel's key, or a dated list where the review was handed over. */
const monitoredBy: Shape<readonly Monitoring[]> = {
  noun: 'a panel, or a dated list of panels',
  schema: { anyOf: [key.schema, handovers.schema] },
  read: (node, reading) => {
    if (node.kind === 'list')
      return handovers
        .read(node, reading)
        ?.map(({ panel, from, span, spans }) => ({ panel, from, span: spans['panel'] ?? span }));
    const panel = key.read(node, reading);
    return panel === undefined ? undefined : [{ panel, from: undefined, span: node.span }];
  },
};

/** `reviews/KEY/review.yaml`: what was investigated, what was recommended, what will be done. */
export const reviewShape = object(
  'a review',
  {
    title: required(text, 'The review’s title', ''),
    panel: required(key, 'The panel that made the recommendations', ''),
    monitoredBy: optional(monitoredBy, 'The panel that hears the updates'),
    commissioned: optional(partialDate, 'When the panel was asked'),
    finalReport: optional(
      object('the final report', {
        date: optional(partialDate, 'Its date'),
        sentToExecutive: optional(
          partialDate,
          'When the Executive received it; its clock runs from that day',
        ),
      }),
      'The panel’s final report',
    ),
    executiveResponse: optional(
      object('the Executive’s response', {
        date: optional(partialDate, 'When the Executive answered'),
        decision: optional(executiveDecision, 'What it decided'),
      }),
      'How the Executive answered',
    ),
    background: optional(prose, 'The story so far; each paragraph becomes a numbered paragraph'),
    termsOfReference: optional(list(prose), 'What the panel set out to do'),
    evidence: optional(list(prose), 'Whom the panel heard and what it read'),
    oversight: optional(prose, 'Who watches the action plan between meetings'),
    backgroundPapers: optional(
      documentLinks,
      'Documents relied on to a material extent: section 100D, Local Government Act 1972',
    ),
    recommendations: required(list(recommendation), 'What the panel recommended', []),
    ...remarks,
  },
  {
    otherKeys: {
      title: ['name', 'subject'],
      panel: ['committee'],
      monitoredBy: ['monitor', 'monitoring'],
      executiveResponse: ['response', 'cabinet response', 'executive', 'answer'],
      background: ['introduction', 'context'],
      termsOfReference: ['terms', 'aims', 'scope'],
      backgroundPapers: ['papers', 'documents'],
      recommendations: ['recommendation', 'actions', 'plan'],
    },
    example: `A review looks like this:
title: Repairs
panel: homes
recommendations:
  - ref: 1
    text: Mend roofs within a week.`,
  },
);
