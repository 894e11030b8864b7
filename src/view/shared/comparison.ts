import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister, PreviousPaper, ReviewAsAt } from '../../register/index.js';
import { nounsOf } from './panels.js';
import { chooseNoun, referencesIn } from './references.js';

const say = phrases.comparison;

/** Reviews of a paper which had the same last paper, or which have none. */
interface SameLast {
  readonly last: PreviousPaper | undefined;
  readonly reviews: readonly ReviewAsAt[];
}

/** What has moved since the last paper on each review. Reviews whose last papers differ have a sentence each. */
export function comparison(register: PaperRegister): readonly string[] {
  // Nothing is compared where nothing is public.
  return byLastPaper(register.reviews.filter(({ withheld }) => !withheld)).map((group) =>
    group.last ? since(register, group, group.last) : first(register, group),
  );
}

/** In the order of the paper. */
function byLastPaper(reviews: readonly ReviewAsAt[]): readonly SameLast[] {
  const groups = new Map<string, SameLast>();
  for (const review of reviews) {
    const last = review.previous;
    const key = last ? `${last.meeting.date} ${last.meeting.panel.key} ${last.isDeferred}` : '';
    groups.set(key, { last, reviews: [...(groups.get(key)?.reviews ?? []), review] });
  }
  return [...groups.values()];
}

function first(register: PaperRegister, group: SameLast): string {
  const all = register.reviews.length === 1 ? say.thisReview : say.theseReviews;
  return say.first(nounsOf(register), isWhole(register, group) ? all : titles(group));
}

function since(register: PaperRegister, group: SameLast, last: PreviousPaper): string {
  const isOurs = last.meeting.panel === register.meeting.panel;
  const paper = {
    day: last.meeting.date,
    // Another panel's paper is never called this panel's.
    panel: isOurs ? nounsOf(register).panel : last.meeting.panel.name,
    isOurs,
    reviews: isWhole(register, group) ? undefined : titles(group),
    isDeferred: last.isDeferred,
  };
  const keys = new Set(group.reviews.map(({ review }) => review.key));
  const actions = register.actions.filter(({ review }) => keys.has(review.key));
  const clause = (words: typeof say.better, isMeant: (action: ActionAsAt) => boolean): readonly string[] => {
    const meant = actions.filter(isMeant);
    return meant.length === 0 ? [] : [words(meant.length, chooseNoun(meant), referencesIn(register, meant))];
  };
  const clauses = [
    ...clause(say.better, ({ direction }) => direction === 'better'),
    ...clause(say.worse, ({ direction }) => direction === 'worse'),
    ...clause(say.new, ({ direction }) => direction === 'new'),
    ...clause(say.firstRated, ({ news }) => news.isFirstRated),
    ...clause(say.newlyOverdue, ({ news }) => news.isNewlyOverdue),
    ...clause(say.moved, ({ news }) => news.hasMoved),
  ];
  return clauses.length === 0 ? say.unchanged(paper, register.isWithholding) : say.since(paper, clauses);
}

/** Whether a sentence on these reviews is one on the whole paper, and so names none. */
function isWhole({ reviews }: PaperRegister, group: SameLast): boolean {
  return group.reviews.length === reviews.length;
}

function titles({ reviews }: SameLast): string {
  return say.titles(reviews.map(({ review }) => review.title));
}
