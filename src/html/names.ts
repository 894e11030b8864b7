import type { Html } from '../prose/index.js';
import type { UpdatePaper } from '../view/index.js';

/**
 * The names that a template may use, as a tree. `NamesOf` makes the compiler hold each tree in step with the view: a key
 * that is missing here, or one too many, does not compile.
 */
export type Names = 'text' | 'html' | 'flag' | readonly [Names] | { readonly [name: string]: Names };

type NamesOf<T> = [T] extends [Html]
  ? 'html'
  : [T] extends [string]
    ? 'text'
    : [T] extends [boolean]
      ? 'flag'
      : T extends readonly (infer U)[]
        ? readonly [NamesOf<U>]
        : { readonly [K in keyof T]: NamesOf<NonNullable<T[K]>> };

const mark = { word: 'text', shape: 'text', colour: 'text', colourOnDark: 'text' } as const;
const link = { title: 'text', address: 'text' } as const;
const section = {
  id: 'text',
  heading: 'text',
  paragraphs: [
    {
      id: 'text',
      number: 'text',
      subheading: 'html',
      html: 'html',
      letters: [{ letter: 'text', html: 'html' }],
      beneath: 'html',
    },
  ],
} as const;

/** Every name of the update paper. */
export const UPDATE_NAMES: NamesOf<UpdatePaper> = {
  kind: 'text',
  language: 'text',
  documentTitle: 'text',
  day: 'text',
  council: {
    name: 'text',
    logo: { address: 'text', alternative: 'text' },
    colour: 'text',
    colourOnDark: 'text',
  },
  head: {
    panel: 'text',
    date: 'text',
    place: 'text',
    item: 'text',
    title: 'text',
    subtitle: 'text',
    remarks: ['text'],
  },
  running: { left: 'text', right: 'text', foot: 'text' },
  confidential: 'text',
  notices: [{ label: 'text', html: 'html' }],
  shows: { cover: 'flag', appendixA: 'flag', appendixB: 'flag' },
  withheld: 'text',
  purpose: section,
  glance: {
    id: 'text',
    heading: 'text',
    total: 'text',
    totalWords: 'text',
    counts: [{ mark, number: 'text', denominator: 'text', share: 'text' }],
    sentence: 'text',
    remarks: ['text'],
  },
  asks: section,
  background: section,
  evidence: section,
  decisions: section,
  oversight: section,
  contact: { id: 'text', heading: 'text', lines: [{ text: 'text', address: 'text' }] },
  backgroundPapers: { id: 'text', heading: 'text', papers: [link], none: 'text' },
  appendixA: {
    id: 'text',
    heading: 'text',
    introduction: ['text'],
    groups: [
      {
        heading: 'text',
        recommendations: [
          {
            id: 'text',
            reference: 'text',
            language: 'text',
            html: 'html',
            beneath: 'html',
            response: 'text',
            reason: 'html',
            notice: 'html',
          },
        ],
      },
    ],
  },
  appendixB: {
    id: 'text',
    heading: 'text',
    introduction: ['text'],
    columns: { reference: 'text', action: 'text', due: 'text', progress: 'text', rating: 'text' },
    groups: [
      {
        id: 'text',
        review: 'text',
        reference: 'text',
        html: 'html',
        language: 'text',
        rows: [
          {
            id: 'text',
            reference: 'text',
            language: 'text',
            action: 'html',
            owner: 'text',
            measure: 'html',
            due: 'text',
            dueRemarks: ['text'],
            progress: 'html',
            isLong: 'flag',
            progressRemarks: ['text'],
            evidence: [link],
            notice: 'html',
            mark,
            direction: 'text',
            isWithheld: 'flag',
          },
        ],
      },
    ],
    empty: 'text',
    key: { heading: 'text', meanings: [{ mark, meaning: 'text' }] },
  },
};
