import { RATING_SHAPES } from '../ratings.js';
import { responseTime } from './amounts.js';
import { choice, foldedWord } from './choice.js';
import { remarks } from './common.js';
import { optional, required } from './fields.js';
import { type KeyedEntry, keyed } from './keyed.js';
import { namesByKey } from './names.js';
import { object, orAlone } from './object.js';
import { list, type Shape } from './shape.js';
import { amount, colour, count, flag, key, prose, shortText, text } from './words.js';

const panelWithKeys = object(
  'a panel',
  {
    name: required(text, 'The full name', ''),
    called: optional(text, 'The noun for it in a sentence; by default found in its name'),
    short: optional(text, 'A short name for narrow places'),
    councils: optional(list(text), 'The councils whose joint body it is'),
  },
  { otherKeys: { name: ['title'], called: ['noun', 'type', 'kind'], short: ['short name', 'abbreviation'] } },
);

/** A panel by its name alone, or with what else is known of it. */
const panel = { ...orAlone(panelWithKeys, 'name', text), noun: 'the name of a panel' };

const officer = object(
  'an officer',
  {
    name: optional(text, 'The person’s name; printed where it is given'),
    role: optional(text, 'The post, printed as the owner of an action'),
    team: optional(text, 'The team'),
    service: optional(key, 'The key of the service'),
    phone: optional(shortText, 'A telephone number'),
    email: optional(shortText, 'An e-mail address'),
  },
  {
    otherKeys: {
      role: ['post', 'title', 'job', 'job title', 'position'],
      service: ['department', 'directorate'],
      phone: ['telephone', 'tel', 'mobile'],
      email: ['e-mail', 'mail'],
    },
  },
);

const rating = object(
  'a rating',
  {
    label: required(text, 'The word that is printed', ''),
    meaning: optional(text, 'What it means, for the key beneath the table'),
    closes: optional(flag, 'true where the owner says that the action is complete'),
    signedOff: optional(flag, 'true on the one rating that is printed for what the panel has signed off'),
    colour: optional(colour, 'A colour of your own'),
    shape: optional(choice(RATING_SHAPES), 'The shape beside the word'),
  },
  {
    otherKeys: {
      label: ['name', 'word'],
      meaning: ['description', 'means'],
      closes: ['complete', 'closed'],
      colour: ['color'],
    },
  },
);

const someRatings = keyed('the ratings', rating);

/** The council's own key, or `none` where owners report in words alone. */
const ratings: Shape<readonly KeyedEntry<NonNullable<ReturnType<typeof rating.read>>>[]> = {
  ...someRatings,
  schema: { anyOf: [{ enum: ['none'] }, someRatings.schema] },
  read: (node, reading) =>
    node.kind === 'text' && foldedWord(node.text) === 'none' ? [] : someRatings.read(node, reading),
};

/** `council.yaml`: who the council is, and how it wants its papers. */
export const councilShape = object(
  'council.yaml',
  {
    council: required(text, 'The council’s name', ''),
    executive: optional(
      text,
      'What the council calls its Executive: Cabinet, Mayor and Cabinet, Policy Committee',
    ),
    language: optional(choice(['en-GB', 'cy-GB']), 'The language of the papers'),
    nation: optional(
      choice(['england', 'wales', 'scotland', 'northern-ireland']),
      'Sets bank holidays, clear days and exempt paragraphs',
    ),
    panels: required(
      namesByKey('the panels', panel),
      'The scrutiny panels, committees or boards: a key and the full name',
      [],
    ),
    services: optional(namesByKey('the services', text), 'The services that report: a key and the full name'),
    officers: optional(keyed('the officers', officer), 'The officers that the register names by key'),
    ratings: optional(ratings, 'The council’s own key, best first; none where owners report in words'),
    rules: optional(
      object('the rules', {
        responseDue: optional(
          responseTime,
          'How long the Executive has to respond: months, weeks, days or working days',
        ),
        papersDue: optional(amount('clear days'), 'How long before a meeting its papers are published'),
        maxRevisions: optional(count, 'How often a date may move before it is remarked on'),
        implications: optional(list(text), 'The implications that each item with a paper must have'),
      }),
      'Clocks and numbers',
    ),
    checks: optional(
      keyed('the checks', choice(['off', 'info', 'warning', 'error'], { likely: { info: ['remark'] } })),
      'How much each rule weighs, by its code',
    ),
    branding: optional(
      object('the branding', {
        logo: optional(shortText, 'A picture inside the register'),
        colour: optional(colour, 'The council’s colour'),
      }),
      'The council’s mark and colour',
    ),
    numbering: optional(choice(['continuous', 'by-section']), 'Whether paragraphs are numbered in one run'),
    actionPlan: optional(choice(['portrait', 'landscape']), 'How the page of the action plan lies'),
    notice: optional(prose, 'A notice on every paper'),
    allow: remarks.allow,
  },
  {
    otherKeys: {
      council: ['name', 'authority'],
      executive: ['cabinet'],
      panels: ['panel', 'committees', 'committee'],
      services: ['departments', 'directorates'],
      officers: ['people', 'owners', 'staff'],
      ratings: ['rag', 'statuses'],
    },
    example: `council.yaml looks like this:
council: Norbury Council
panels:
  homes: Homes Scrutiny Panel`,
  },
);
