import type { TrackerPaper } from '../view/index.js';
import {
  FRAME_NAMES,
  GLANCE_NAMES,
  KEY_NAMES,
  mark,
  maybe,
  type NamesOf,
  section,
} from './template-schema.js';

const tally = { column: 'text', number: 'text', isNone: 'flag' } as const;

/** Every name of the tracker. */
export const TRACKER_NAMES: NamesOf<TrackerPaper> = {
  ...FRAME_NAMES,
  kind: 'text',
  shows: { cover: 'flag', appendixA: 'flag' },
  glance: maybe(GLANCE_NAMES),
  asks: maybe(section),
  totals: maybe({
    section,
    columns: { review: 'text', actions: 'text', counts: [mark], overdue: 'text' },
    rows: [
      {
        title: 'html',
        isSum: 'flag',
        numbers: [tally],
      },
    ],
  }),
  trend: maybe({
    section,
    corner: 'text',
    meetings: [
      { day: 'text', shortDay: 'text', year: 'text', total: 'text', parts: [{ mark, share: 'text' }] },
    ],
    rows: [{ mark: maybe(mark), label: 'text', numbers: [tally] }],
  }),
  appendixA: maybe({
    id: 'text',
    heading: 'text',
    introduction: ['text'],
    rule: 'text',
    columns: { reference: 'text', action: 'text', due: 'text', latest: 'text', rating: 'text' },
    labels: { recommendation: 'text' },
    reviews: [
      {
        id: 'text',
        title: 'html',
        remarks: ['text'],
        recommendations: [
          {
            id: 'text',
            reference: 'text',
            html: 'html',
            beneath: maybe('html'),
            answer: maybe('html'),
            remark: maybe('text'),
            notice: maybe('html'),
            rating: { mark: maybe(mark), words: 'text', from: maybe('text') },
            rows: [
              {
                id: 'text',
                reference: 'text',
                action: 'html',
                owner: 'text',
                due: 'html',
                dueRemarks: ['html'],
                latest: 'html',
                remarks: ['html'],
                notice: maybe('html'),
                mark,
                direction: maybe('text'),
                isWithheld: 'flag',
              },
            ],
          },
        ],
      },
    ],
    key: KEY_NAMES,
  }),
};
