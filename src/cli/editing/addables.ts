import type { Field } from './fields.js';

/** What can be added, and by which name it is asked for. */
export type AddableName =
  | 'review'
  | 'recommendation'
  | 'action'
  | 'meeting'
  | 'item'
  | 'decision'
  | 'officer'
  | 'panel';

/** A thing that can be added to the register. */
export interface Addable {
  readonly name: AddableName;
  readonly says: string;
  /** What stands after the name. */
  readonly argument?: Field;
  readonly fields: readonly Field[];
}

const OWNER: Field = {
  flag: 'owner',
  takes: 'who',
  says: "who does it: officers' keys, or plain words; the first leads",
  asks: 'Who does it (an officer’s key, or plain words; several with commas)',
  isMany: true,
  choices: 'officers',
};
const DUE: Field = {
  flag: 'due',
  takes: 'when',
  says: 'by when: 2026-03-31, 2026-03, or words such as "ongoing"',
  asks: 'By when (2026-03-31, 2026-03, or words)',
};
const SUCCESS: Field = {
  flag: 'success-measure',
  takes: 'words',
  says: 'how anyone will know that it is done',
  asks: 'How anyone will know that it is done',
  isProse: true,
};
const REFERENCE: Field = {
  flag: 'ref',
  takes: 'ref',
  says: "its reference (default: the next in the review's own pattern)",
};
const AGREED: Field = {
  flag: 'agreed',
  takes: 'date',
  says: 'when it was agreed: it is in no earlier paper',
};
const MEETING: Field = {
  flag: 'meeting',
  takes: 'date',
  says: 'the day of the meeting',
  asks: 'Which meeting (its date, such as 2026-03-02)',
  isRequired: true,
};
const MEETING_PANEL: Field = {
  flag: 'panel',
  takes: 'key',
  says: 'the panel, where two meet that day',
  choices: 'panels',
};

const OFFICER: Addable = {
  name: 'officer',
  says: 'somebody whom owners, contacts and reports can name',
  argument: {
    isArgument: true,
    flag: 'key',
    takes: 'key',
    says: 'by which other files call the officer (default: from the role)',
  },
  fields: [
    {
      flag: 'role',
      takes: 'words',
      says: 'the post',
      asks: 'The post, such as Head of Homes',
      isRequired: true,
    },
    {
      flag: 'name',
      takes: 'words',
      says: 'the name: papers are public, and people come and go',
      asks: 'The name, if papers should say it',
    },
    { flag: 'team', takes: 'words', says: 'the team', asks: 'The team' },
    {
      flag: 'service',
      takes: 'key',
      says: 'the key of the service',
      asks: 'The service',
      choices: 'services',
    },
    { flag: 'phone', takes: 'number', says: 'the telephone number', asks: 'The telephone number' },
    { flag: 'email', takes: 'address', says: 'the e-mail address', asks: 'The e-mail address' },
  ],
};

const PANEL: Addable = {
  name: 'panel',
  says: 'a panel or committee',
  argument: {
    isArgument: true,
    flag: 'key',
    takes: 'key',
    says: 'by which other files call it (default: from the name)',
  },
  fields: [
    {
      flag: 'name',
      takes: 'words',
      says: 'its full name, as it is printed',
      asks: 'Its full name, as it is printed',
      isRequired: true,
    },
    { flag: 'called', takes: 'noun', says: 'the noun for it in a sentence (default: found in its name)' },
    {
      flag: 'short',
      takes: 'words',
      says: 'a name for narrow places',
      asks: 'A short name, for narrow places',
    },
  ],
};

const REVIEW: Addable = {
  name: 'review',
  says: 'a review, to which recommendations are then added',
  argument: {
    isArgument: true,
    flag: 'key',
    takes: 'key',
    says: 'the name of its folder (default: from the title)',
  },
  fields: [
    { flag: 'title', takes: 'words', says: 'its title', asks: 'Its title', isRequired: true },
    {
      flag: 'panel',
      takes: 'key',
      says: 'the panel that made the recommendations',
      asks: 'The panel that made the recommendations',
      isRequired: true,
      choices: 'panels',
    },
    {
      flag: 'monitored-by',
      takes: 'key',
      says: 'the panel that hears the updates, where it is another',
      asks: 'The panel that hears the updates, if it is another',
      choices: 'panels',
    },
    {
      flag: 'commissioned',
      takes: 'date',
      says: 'when the panel was asked',
      asks: 'When the panel was asked (2026-03-31 or 2026-03)',
    },
    {
      flag: 'sent-to-executive',
      takes: 'date',
      says: 'when the Executive received the final report: its clock runs from that day',
      asks: 'When the Executive received the final report',
    },
    {
      flag: 'responded',
      takes: 'date',
      says: 'when the Executive answered',
      asks: 'When the Executive answered',
    },
    {
      flag: 'decision',
      takes: 'word',
      says: 'what it decided: agreed, agreed-in-part, noted, deferred or rejected',
      asks: 'What it decided',
      choices: ['agreed', 'agreed-in-part', 'noted', 'deferred', 'rejected'],
    },
    {
      flag: 'background',
      takes: 'words',
      says: 'the story so far; each paragraph becomes a numbered paragraph',
      isProse: true,
    },
  ],
};

const RECOMMENDATION: Addable = {
  name: 'recommendation',
  says: 'a recommendation of a review',
  argument: {
    isArgument: true,
    flag: 'review',
    takes: 'review',
    says: 'the key of the review',
    asks: 'Which review',
    isRequired: true,
    choices: 'reviews',
  },
  fields: [
    {
      flag: 'text',
      takes: 'words',
      says: 'what the panel recommended',
      asks: 'What the panel recommended',
      isRequired: true,
      isProse: true,
    },
    REFERENCE,
    {
      flag: 'response',
      takes: 'word',
      says: 'the answer: awaited, accepted, accepted-in-part, accepted-in-principle, noted or rejected',
      asks: 'The Executive’s answer, if it is known',
      choices: ['awaited', 'accepted', 'accepted-in-part', 'accepted-in-principle', 'noted', 'rejected'],
    },
    { flag: 'responded', takes: 'date', says: 'the day of the answer, where it is not that of the review' },
    {
      flag: 'reason',
      takes: 'words',
      says: 'why, where the answer was not simply accepted',
      asks: 'Why it was not simply accepted',
      asksWith: ['response'],
      isProse: true,
    },
    {
      flag: 'addressed-to',
      takes: 'who',
      says: 'who is asked to respond, where it is not the Executive as a whole',
      isMany: true,
      choices: 'officers',
    },
    AGREED,
    OWNER,
    DUE,
    SUCCESS,
  ],
};

const ACTION: Addable = {
  name: 'action',
  says: 'an action beneath a recommendation',
  argument: {
    isArgument: true,
    flag: 'recommendation',
    takes: 'review/ref',
    says: 'the recommendation, such as repairs/1',
    asks: 'Beneath which recommendation (such as repairs/1)',
    isRequired: true,
  },
  fields: [
    {
      flag: 'text',
      takes: 'words',
      says: 'what will be done',
      asks: 'What will be done',
      isRequired: true,
      isProse: true,
    },
    REFERENCE,
    OWNER,
    DUE,
    SUCCESS,
    AGREED,
  ],
};

const A_MEETING: Addable = {
  name: 'meeting',
  says: 'a meeting of a panel',
  fields: [
    {
      flag: 'date',
      takes: 'date',
      says: 'the day',
      asks: 'The day of the meeting (2026-03-02)',
      isRequired: true,
    },
    {
      flag: 'panel',
      takes: 'key',
      says: 'the panel',
      asks: 'The panel',
      isRequired: true,
      choices: 'panels',
    },
    {
      flag: 'published',
      takes: 'date',
      says: 'the day on which its agenda is published: papers are as at this day',
      asks: 'The day on which its agenda is published',
    },
    { flag: 'venue', takes: 'words', says: 'where', asks: 'Where' },
    { flag: 'time', takes: 'words', says: 'when on that day', asks: 'When on that day' },
  ],
};

const ITEM: Addable = {
  name: 'item',
  says: "an item of a meeting's agenda",
  fields: [
    MEETING,
    MEETING_PANEL,
    { flag: 'title', takes: 'words', says: 'its title', asks: 'Its title', isRequired: true },
    {
      flag: 'number',
      takes: 'number',
      says: 'its number on the agenda (default: after the highest)',
      asks: 'Its number on the agenda',
    },
    {
      flag: 'report',
      takes: 'kind',
      says: 'the kind of paper: update, tracker or addendum; without it there is none',
      asks: 'The kind of paper',
      choices: ['update', 'tracker', 'addendum'],
    },
    {
      flag: 'review',
      takes: 'key',
      says: 'the keys of the reviews, or all',
      asks: 'Which reviews (keys, or all)',
      isMany: true,
      choices: 'reviews',
    },
    { flag: 'service', takes: 'key', says: 'the service that reports', choices: 'services' },
    { flag: 'contact', takes: 'who', says: 'whom to ask', asks: 'Whom to ask about it', choices: 'officers' },
    {
      flag: 'presented-by',
      takes: 'who',
      says: 'who presents it',
      asks: 'Who presents it',
      choices: 'officers',
    },
    {
      flag: 'purpose',
      takes: 'words',
      says: 'what the paper is for (default: a sentence made from the register)',
      isProse: true,
    },
  ],
};

const DECISION: Addable = {
  name: 'decision',
  says: 'what a meeting decided: of one action, or of all of them in one line',
  fields: [
    MEETING,
    MEETING_PANEL,
    {
      flag: 'signed-off',
      takes: 'ref',
      says: 'done: REF, or REVIEW/REF',
      asks: 'Which actions were signed off (1.1 or repairs/1.1; several with commas)',
      isMany: true,
    },
    {
      flag: 'extended',
      takes: 'ref=date',
      says: 'given more time, and until when: 1.3=2026-06-30',
      asks: 'Which were given more time (1.3=2026-06-30)',
      isMany: true,
    },
    {
      flag: 'refused',
      takes: 'ref',
      says: 'refused more time',
      asks: 'Which were refused more time',
      isMany: true,
    },
    { flag: 'superseded', takes: 'ref', says: 'replaced by something else', isMany: true },
    { flag: 'not-feasible', takes: 'ref', says: 'cannot be done', isMany: true },
    { flag: 'withdrawn', takes: 'ref', says: 'given up', isMany: true },
    { flag: 'paused', takes: 'ref', says: 'to wait', isMany: true },
    { flag: 'reopened', takes: 'ref', says: 'to go on after all', isMany: true },
    {
      flag: 'transferred',
      takes: 'ref=whom',
      says: "handed over, and to whom: '1.3=Harbour Trust'",
      isMany: true,
    },
    {
      flag: 'deferred',
      takes: 'item=date',
      says: 'an item put off, and to which meeting: 6=2026-03-26',
      asks: 'Which items were put off (6=2026-03-26)',
      isMany: true,
    },
    {
      flag: 'reason',
      takes: 'words',
      says: 'why; needed by all but signed-off, extended and deferred',
      asks: 'Why more time was refused',
      asksWith: ['refused'],
      isProse: true,
    },
    {
      flag: 'minute',
      takes: 'number',
      says: 'the minute that records it',
      asks: 'The minute that records it',
    },
  ],
};

/** Everything that can be added, in the order in which a register grows. */
export const ADDABLES: readonly Addable[] = [
  PANEL,
  OFFICER,
  REVIEW,
  RECOMMENDATION,
  ACTION,
  A_MEETING,
  ITEM,
  DECISION,
];

/** What an update is on. */
export const UPDATED: Field & { readonly isArgument: true } = {
  isArgument: true,
  flag: 'actions',
  takes: 'review/ref',
  says: 'the actions, such as repairs/1.1; several are told in the same words',
  asks: 'On which action (such as repairs/1.1, or 1.1)',
  isRequired: true,
  isMany: true,
};

/** What can be said in an update. */
export const UPDATE_FIELDS: readonly Field[] = [
  {
    flag: 'rating',
    takes: 'key',
    says: "the council's rating, by its key or label",
    asks: 'The rating',
    choices: 'ratings',
  },
  {
    flag: 'percent',
    takes: 'number',
    says: 'how much is done, from 0 to 100',
    asks: 'How much is done, in per cent',
  },
  { flag: 'complete', says: 'without a rating: the owner says that it is done' },
  {
    flag: 'note',
    takes: 'words',
    says: 'what has been done; - takes it from standard input',
    asks: 'What has been done',
    isProse: true,
  },
  {
    flag: 'revised-due',
    takes: 'when',
    says: 'a later date that the owner asks for; it counts once a panel grants it',
    asks: 'A later date, if one is asked for',
  },
  {
    flag: 'reason',
    takes: 'words',
    says: 'why more time is needed',
    asks: 'Why more time is needed',
    asksWith: ['revisedDue'],
    isProse: true,
  },
  {
    flag: 'evidence',
    takes: 'words',
    says: "what shows it: a title, or 'TITLE https://…'",
    asks: 'What shows it (a title, with its address if it has one)',
    isMany: true,
  },
  {
    flag: 'as-at',
    takes: 'date',
    says: 'the day of the report (default: today)',
    asks: 'The day of the report',
  },
  {
    flag: 'by',
    takes: 'who',
    says: "who reported: an officer's key, or plain words",
    asks: 'Who reported',
    choices: 'officers',
  },
];

/** Options whose words may have paragraphs. */
export const PROSE_FLAGS: ReadonlySet<string> = new Set(
  [...ADDABLES.flatMap(({ fields }) => fields), ...UPDATE_FIELDS].flatMap(({ flag, isProse }) =>
    isProse ? [`--${flag}`] : [],
  ),
);
