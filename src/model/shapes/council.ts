import { choice } from './choice.js';
import { remarks } from './common.js';
import { optional, required } from './fields.js';
import { keyed } from './keyed.js';
import { namesByKey } from './names.js';
import { object } from './object.js';
import { amount, colour, count, flag, key, prose, shortText, text } from './words.js';

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
    colour: optional(colour, 'A colour of your own'),
    shape: optional(choice(['tick', 'triangle', 'bar', 'diamond', 'cross']), 'The shape beside the word'),
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

/** `council.yaml`: who the council is, and how it wants its papers. */
export const councilShape = object(
  'council.yaml',
  {
    council: required(text, 'The council’s name', ''),
    language: optional(choice(['en-GB', 'cy-GB']), 'The language of the papers'),
    nation: optional(
      choice(['england', 'wales', 'scotland', 'northern-ireland']),
      'Sets bank holidays, clear days and exempt paragraphs',
    ),
    panels: required(namesByKey('the panels'), 'The scrutiny panels: a key and the full name', []),
    services: optional(namesByKey('the services'), 'The services that report: a key and the full name'),
    officers: optional(keyed('the officers', officer), 'The officers that the register names by key'),
    ratings: optional(keyed('the ratings', rating), 'The council’s own key, best first'),
    rules: optional(
      object('the rules', {
        responseDue: optional(amount('months'), 'How long the Executive has to answer'),
        papersDue: optional(amount('clear days'), 'How long before a meeting its papers are published'),
        maxRevisions: optional(count, 'How often a date may move before it is remarked on'),
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
    notice: optional(prose, 'A notice on every paper'),
    allow: remarks.allow,
  },
  {
    otherKeys: {
      council: ['name', 'authority'],
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
