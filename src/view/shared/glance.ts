import { capitalised, joinWords } from '../../phrases/index.js';
import type { PaperRegister } from '../../register/index.js';
import type { Count, Glance, Mark } from '../types.js';
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
      clause: `${number} ${number === 1 ? 'is' : 'are'} rated ${rating.label}`,
    })),
    {
      mark: NOT_RATED_MARK,
      number: counts.notRated,
      clause: `${number(counts.notRated, 'was', 'were')} reported without a rating`,
    },
    {
      mark: { ...NO_UPDATE_MARK, word: 'No update received' },
      number: counts.noUpdate,
      clause: `${number(counts.noUpdate, 'has', 'have')} no update`,
    },
    { mark: PAUSED_MARK, number: counts.paused, clause: `${number(counts.paused, 'is', 'are')} paused` },
    {
      mark: ENDED_MARK,
      number: counts.ended,
      clause: `${number(counts.ended, 'has', 'have')} been ended by decision of a meeting`,
    },
    {
      mark: WITHHELD_MARK,
      number: counts.withheld,
      clause: `${number(counts.withheld, 'is', 'are')} withheld`,
    },
  ];
  const shown = numbered.filter(({ number: many }, index) => many > 0 || index < counts.ratings.length);
  return {
    id: 'at-a-glance',
    heading: 'At a glance',
    total: String(counts.total),
    totalWords: `${nounOf(register.actions)} in the plan`,
    counts: shown.map(({ mark, number: many }) => countOf(mark, many, counts.total)),
    sentence: `Of ${counts.total} ${nounOf(register.actions)}, ${joinWords(shown.filter(({ number: many }) => many > 0).map(({ clause }) => clause))}.`,
    remarks: [...comparison(register), ...doubts(register), ...leaving(register)],
  };
}

function number(many: number, one: string, more: string): string {
  return `${many} ${many === 1 ? one : more}`;
}

function countOf(mark: Mark, many: number, total: number): Count {
  return { mark, number: String(many), denominator: `of ${total}`, share: ((many / total) * 100).toFixed(2) };
}

/** Ratings that do not fit what else is known: for members to ask about, and never changed. */
function doubts(register: PaperRegister): readonly string[] {
  const { actions } = register;
  const overdue = actions.filter(({ doubt }) => doubt === 'overdue');
  const bare = actions.filter(({ doubt }) => doubt === 'no-evidence');
  const clauses = [
    ...(overdue.length > 0
      ? [
          `${nounOf(overdue)} ${referencesIn(register, overdue)} ${overdue.length === 1 ? 'is' : 'are'} overdue`,
        ]
      : []),
    ...(bare.length > 0 ? [`no evidence was given for ${nounOf(bare)} ${referencesIn(register, bare)}`] : []),
  ];
  return clauses.length === 0
    ? []
    : [`Some ratings sit oddly with what else is known: ${joinWords(clauses)}.`];
}

function leaving(register: PaperRegister): readonly string[] {
  const ended = register.actions.filter(
    ({ state, isShown, withheld }) => state.standing === 'ended' && isShown && !withheld,
  );
  if (ended.length === 0) return [];
  return [
    `${capitalised(nounOf(ended))} ${referencesIn(register, ended)} ${ended.length === 1 ? 'has' : 'have'} been ended by decision of a meeting and will leave the table next time.`,
  ];
}
