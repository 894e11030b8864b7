import type { Html } from '../markdown/index.js';
import type { Glance, PaperFrame, Provenance, RatingKey, UpdatePaper } from '../view/index.js';

/**
 * The names that a template may use, as a tree: words, safe HTML, a yes or no; a list of what is alike; a group of names; and what not
 * every paper has.
 */
export type Names = 'text' | 'html' | 'flag' | ListNames | MaybeNames | GroupNames;
export type ListNames = readonly [Names];
export type MaybeNames = readonly ['maybe', Names];
export interface GroupNames {
  readonly [name: string]: Names;
}

/** Makes the compiler hold each tree in step with the view: a key that is missing here, or one too many, does not compile. */
export type NamesOf<T> = null extends T ? readonly ['maybe', SureNamesOf<NonNullable<T>>] : SureNamesOf<T>;

type SureNamesOf<T> = [T] extends [Html]
  ? 'html'
  : [T] extends [string]
    ? 'text'
    : [T] extends [boolean]
      ? 'flag'
      : T extends readonly (infer U)[]
        ? readonly [NamesOf<U>]
        : { readonly [K in keyof T]: NamesOf<T[K]> };

export function maybe<const T extends Names>(names: T): readonly ['maybe', T] {
  return ['maybe', names];
}

export function isList(names: Names): names is ListNames {
  return Array.isArray(names) && names.length === 1;
}

export function isMaybe(names: Names): names is MaybeNames {
  return Array.isArray(names) && names.length === 2;
}

export function isGroup(names: Names): names is GroupNames {
  return typeof names === 'object' && !Array.isArray(names);
}

/** The names of what may be missing, for where it is there. */
export function sure(names: Names): Exclude<Names, MaybeNames> {
  return isMaybe(names) ? sure(names[1]) : names;
}

export const mark = { word: 'text', shape: 'text', colour: 'text', colourOnDark: 'text' } as const;
export const link = { title: 'html', address: maybe('text') } as const;
const contentsPart = { id: 'text', html: 'html' } as const;
export const section = {
  id: 'text',
  heading: 'text',
  paragraphs: [
    {
      id: 'text',
      number: 'text',
      subheading: maybe('html'),
      html: 'html',
      letters: [{ letter: 'text', html: 'html', beneath: maybe('html') }],
      beneath: maybe('html'),
    },
  ],
} as const;

/** The names that every kind of paper has. */
export const FRAME_NAMES: NamesOf<PaperFrame> = {
  language: 'text',
  documentTitle: 'text',
  day: 'text',
  council: {
    name: 'text',
    logo: maybe({ address: 'text', alternative: 'text' }),
    colour: 'text',
    colourOnDark: 'text',
  },
  head: {
    panel: 'text',
    date: 'text',
    place: maybe('text'),
    item: 'text',
    title: 'html',
    appendix: maybe({ id: 'text', heading: 'text' }),
    subtitle: maybe('html'),
    remarks: ['text'],
  },
  running: { left: 'text', right: 'text', foot: 'text' },
  labels: { skip: 'text', notices: 'text', evidence: 'text' },
  confidential: maybe('text'),
  notices: [{ label: maybe('html'), html: 'html' }],
  contents: maybe({
    id: 'text',
    heading: 'text',
    lines: [{ ...contentsPart, parts: [contentsPart] }],
  }),
  withheld: maybe('text'),
  purpose: section,
  contact: maybe({ id: 'text', heading: 'text', lines: [{ text: 'text', address: maybe('text') }] }),
  backgroundPapers: { id: 'text', heading: 'text', papers: [link], none: maybe('text') },
};

/** The names of the numbers at a glance. */
export const GLANCE_NAMES: NamesOf<Glance> = {
  id: 'text',
  heading: 'text',
  total: 'text',
  totalWords: 'text',
  counts: [{ mark, number: 'text', denominator: 'text', share: 'text' }],
  sentence: 'text',
  remarks: ['text'],
};

/** The names of the key to the ratings. */
export const KEY_NAMES: NamesOf<RatingKey> = { heading: 'text', meanings: [{ mark, meaning: 'text' }] };

/** The names of how a paper was made. */
export const PROVENANCE_NAMES: NamesOf<Provenance> & GroupNames = {
  id: 'text',
  heading: 'text',
  sentence: 'text',
  labels: { facts: 'text', templates: 'text', fonts: 'text' },
  facts: 'text',
  // Put in when the page is whole.
  templates: 'html',
  fonts: 'html',
};

/** Every name of the update paper. */
export const UPDATE_NAMES: NamesOf<UpdatePaper> = {
  ...FRAME_NAMES,
  kind: 'text',
  shows: { cover: 'flag', appendixA: 'flag', appendixB: 'flag' },
  glance: maybe(GLANCE_NAMES),
  asks: maybe(section),
  background: maybe(section),
  evidence: maybe(section),
  decisions: maybe(section),
  oversight: maybe(section),
  appendixA: maybe({
    id: 'text',
    heading: 'text',
    columns: { reference: 'text', recommendation: 'text' },
    responseColumn: maybe('text'),
    introduction: ['text'],
    groups: [
      {
        id: 'text',
        heading: maybe('html'),
        recommendations: [
          {
            id: 'text',
            reference: 'text',
            html: 'html',
            beneath: maybe('html'),
            response: 'text',
            reason: maybe('html'),
            notice: maybe('html'),
          },
        ],
      },
    ],
  }),
  appendixB: maybe({
    id: 'text',
    heading: 'text',
    introduction: ['text'],
    columns: { reference: 'text', action: 'text', due: 'text', progress: 'text', rating: 'text' },
    labels: { successMeasure: 'text', reportBelow: 'text' },
    groups: [
      {
        id: 'text',
        review: maybe('html'),
        reference: 'text',
        html: 'html',
        rows: [
          {
            id: 'text',
            reference: 'text',
            action: 'html',
            owner: 'text',
            measure: maybe('html'),
            measureBeneath: maybe('html'),
            due: 'html',
            dueRemarks: ['html'],
            progress: 'html',
            isLong: 'flag',
            progressRemarks: ['html'],
            evidence: [link],
            earlierRemark: maybe('text'),
            earlier: [{ heading: 'text', words: 'html', remarks: ['html'], evidence: [link] }],
            notice: maybe('html'),
            mark,
            direction: maybe('text'),
            isWithheld: 'flag',
          },
        ],
      },
    ],
    empty: maybe('text'),
    key: KEY_NAMES,
  }),
};
