import { phrases } from '../../phrases/index.js';
import type { PaperRegister } from '../../register/index.js';
import type { Count, Glance, Mark } from '../paper-schema.js';
import { comparison } from './comparison.js';
import {
  ENDED_MARK,
  NO_UPDATE_MARK,
  NOT_RATED_MARK,
  PAUSED_MARK,
  ratingMark,
  WITHHELD_MARK,
} from './rating-marks.js';
import { nounOf, referencesIn } from './references.js';

/** What a member sees first: how many actions stand where, and what has moved. Nothing where there is no plan. */
export function glanceOf(register: PaperRegister): Glance | null {
  const { counts } = register;
  if (counts.total === 0) return null;
  const numbered: readonly { readonly mark: Mark; readonly number: number; readonly clause: string }[] = [
    ...counts.ratings.map(({ rating, number }) => ({
      mark: ratingMark(rating),
      number,
      clause: phrases.glance.rated(number, rating.label),
    })),
    {
      mark: NOT_RATED_MARK,
      number: counts.notRated,
      clause: phrases.glance.counted.notRated(counts.notRated),
    },
    {
      mark: { ...NO_UPDATE_MARK, word: phrases.glance.noUpdate },
      number: counts.noUpdate,
      clause: phrases.glance.counted.noUpdate(counts.noUpdate),
    },
    { mark: PAUSED_MARK, number: counts.paused, clause: phrases.glance.counted.paused(counts.paused) },
    {
      mark: ENDED_MARK,
      number: counts.ended,
      clause: phrases.glance.counted.ended(counts.ended),
    },
    {
      mark: WITHHELD_MARK,
      number: counts.withheld,
      clause: phrases.glance.counted.withheld(counts.withheld),
    },
  ];
  const shown = numbered.filter(({ number: many }, index) => many > 0 || index < counts.ratings.length);
  return {
    id: 'at-a-glance',
    heading: phrases.glance.heading,
    total: String(counts.total),
    totalWords: phrases.glance.total(nounOf(register.actions)),
    counts: shown.map(({ mark, number: many }) => countOf(mark, many, counts.total)),
    sentence: phrases.glance.sentence(
      counts.total,
      nounOf(register.actions),
      shown.filter(({ number: many }) => many > 0).map(({ clause }) => clause),
    ),
    remarks: [...comparison(register), ...doubts(register), ...leaving(register)],
  };
}

function countOf(mark: Mark, many: number, total: number): Count {
  return {
    mark,
    number: String(many),
    denominator: phrases.glance.outOf(total),
    share: ((many / total) * 100).toFixed(2),
  };
}

/** Ratings that do not fit what else is known: for members to ask about, and never changed. */
function doubts(register: PaperRegister): readonly string[] {
  const { actions } = register;
  const overdue = actions.filter(({ doubt }) => doubt === 'overdue');
  const bare = actions.filter(({ doubt }) => doubt === 'no-evidence');
  const clauses = [
    ...(overdue.length > 0
      ? [phrases.glance.overdue(overdue.length, nounOf(overdue), referencesIn(register, overdue))]
      : []),
    ...(bare.length > 0 ? [phrases.glance.noEvidence(nounOf(bare), referencesIn(register, bare))] : []),
  ];
  return clauses.length === 0 ? [] : [phrases.glance.doubts(clauses)];
}

function leaving(register: PaperRegister): readonly string[] {
  const ended = register.actions.filter(
    ({ state, isShown, withheld }) => state.standing === 'ended' && isShown && !withheld,
  );
  if (ended.length === 0) return [];
  return [phrases.glance.leaving(ended.length, nounOf(ended), referencesIn(register, ended))];
}
