import { date, joinWords, plural, possessive } from '../language/index.js';
import type { Meeting } from '../model/index.js';
import type { ActionAsAt, Direction, PaperRegister } from '../register/index.js';
import {
  ENDED_MARK,
  NO_UPDATE_MARK,
  NOT_RATED_MARK,
  PAUSED_MARK,
  ratingMark,
  WITHHELD_MARK,
} from './marks.js';
import { referencesIn } from './references.js';
import type { Count, Glance, Mark } from './types.js';

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
    totalWords: counts.total === 1 ? 'action in the plan' : 'actions in the plan',
    counts: shown.map(({ mark, number: many }) => countOf(mark, many, counts.total)),
    sentence: `Of ${plural(counts.total, 'action')}, ${joinWords(shown.filter(({ number: many }) => many > 0).map(({ clause }) => clause))}.`,
    remarks: [...comparison(register), ...doubts(register), ...leaving(register)],
  };
}

function number(many: number, one: string, more: string): string {
  return `${many} ${many === 1 ? one : more}`;
}

function countOf(mark: Mark, many: number, total: number): Count {
  return { mark, number: String(many), denominator: `of ${total}`, share: ((many / total) * 100).toFixed(2) };
}

function comparison(register: PaperRegister): readonly string[] {
  const { previous, reviews, actions, isWithholding } = register;
  // Nothing is compared where nothing is public.
  if (reviews.every(({ withheld }) => withheld)) return [];
  if (!previous) {
    return [
      `This is the first paper to the panel on ${reviews.length === 1 ? 'this review' : 'these reviews'}, so nothing is compared.`,
    ];
  }
  const since = `${lastPaper(register, previous.meeting)} of ${date(previous.meeting.date)}${previous.isDeferred ? ' (deferred)' : ''}`;
  const moved = (direction: Direction) => actions.filter((action) => action.direction === direction);
  const clauses = [
    ...clause(register, moved('better'), ['is better', 'are better']),
    ...clause(register, moved('worse'), ['is worse', 'are worse']),
    ...clause(register, moved('new'), ['is new', 'are new']),
    ...clause(
      register,
      actions.filter(({ news }) => news.isFirstRated),
      ['is rated for the first time', 'are rated for the first time'],
    ),
    ...clause(
      register,
      actions.filter(({ news }) => news.isNewlyOverdue),
      ['has become overdue', 'have become overdue'],
    ),
    ...clause(
      register,
      actions.filter(({ news }) => news.hasMoved),
      ['has a later due date', 'have a later due date'],
    ),
  ];
  return [
    clauses.length === 0
      ? `${since}, no ${isWithholding ? 'published rating' : 'rating'} has changed.`
      : `${since}: ${joinWords(clauses)}.`,
  ];
}

/** Another panel's paper is never called this panel's. */
function lastPaper({ council, meeting }: PaperRegister, last: Meeting): string {
  if (last.panel === meeting.panel) return 'Since the panel’s last paper, for the meeting';
  const name = council.panels.find(({ key }) => key === last.panel)?.name ?? last.panel;
  return `Since the last paper, for the ${possessive(name)} meeting`;
}

function clause(
  register: PaperRegister,
  actions: readonly ActionAsAt[],
  [one, more]: readonly [one: string, more: string],
): readonly string[] {
  if (actions.length === 0) return [];
  return [
    `${plural(actions.length, 'action')} ${actions.length === 1 ? one : more} (${referencesIn(register, actions)})`,
  ];
}

/** Ratings that do not fit what else is known: for members to ask about, and never changed. */
function doubts(register: PaperRegister): readonly string[] {
  const { actions } = register;
  const overdue = actions.filter(({ doubt }) => doubt === 'overdue');
  const bare = actions.filter(({ doubt }) => doubt === 'no-evidence');
  const clauses = [
    ...(overdue.length > 0
      ? [
          `${overdue.length === 1 ? 'action' : 'actions'} ${referencesIn(register, overdue)} ${overdue.length === 1 ? 'is' : 'are'} overdue`,
        ]
      : []),
    ...(bare.length > 0
      ? [
          `no evidence was given for ${bare.length === 1 ? 'action' : 'actions'} ${referencesIn(register, bare)}`,
        ]
      : []),
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
    `${ended.length === 1 ? 'Action' : 'Actions'} ${referencesIn(register, ended)} ${ended.length === 1 ? 'has' : 'have'} been ended by decision of a meeting and will leave the table next time.`,
  ];
}
