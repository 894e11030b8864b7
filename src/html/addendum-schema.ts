import type { AddendumPaper } from '../view/index.js';
import { FRAME_NAMES, KEY_NAMES, link, mark, maybe, type NamesOf, section } from './template-schema.js';

const cell = {
  mark: maybe(mark),
  direction: maybe('text'),
  words: 'html',
  remarks: ['html'],
  evidence: [link],
} as const;

/** Every name of the addendum. */
export const ADDENDUM_NAMES: NamesOf<AddendumPaper> = {
  ...FRAME_NAMES,
  kind: 'text',
  summary: maybe(section),
  asks: maybe(section),
  arrivals: maybe({
    id: 'text',
    heading: 'text',
    introduction: 'text',
    columns: { dated: 'text', before: 'text', since: 'text' },
    groups: [
      {
        id: 'text',
        review: maybe('html'),
        reference: 'text',
        html: 'html',
        beneath: maybe('html'),
        owner: 'text',
        rows: [{ id: 'text', dated: 'text', before: cell, since: cell }],
      },
    ],
    key: KEY_NAMES,
  }),
};
