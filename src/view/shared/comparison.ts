import { date, joinWords, possessive } from '../../phrases/index.js';
import type {
  ActionAsAt,
  Direction,
  PaperRegister,
  PreviousPaper,
  ReviewAsAt,
} from '../../register/index.js';
import { nounOf, referencesIn } from './references.js';

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
  const which = isWhole(register, group)
    ? register.reviews.length === 1
      ? 'this review'
      : 'these reviews'
    : titles(group);
  return `This is the first paper to the panel on ${which}, so nothing is compared.`;
}

function since(register: PaperRegister, group: SameLast, last: PreviousPaper): string {
  const on = isWhole(register, group) ? '' : ` on ${titles(group)}`;
  const when = `${lastPaper(register, on, last)} of ${date(last.meeting.date)}${last.isDeferred ? ' (deferred)' : ''}`;
  const keys = new Set(group.reviews.map(({ review }) => review.key));
  const actions = register.actions.filter(({ review }) => keys.has(review.key));
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
  return clauses.length === 0
    ? `${when}, no ${register.isWithholding ? 'published rating' : 'rating'} has changed.`
    : `${when}: ${joinWords(clauses)}.`;
}

/** Whether a sentence on these reviews is one on the whole paper, and so names none. */
function isWhole({ reviews }: PaperRegister, group: SameLast): boolean {
  return group.reviews.length === reviews.length;
}

function titles({ reviews }: SameLast): string {
  return joinWords(reviews.map(({ review }) => `“${review.title}”`));
}

/** Another panel's paper is never called this panel's. */
function lastPaper({ meeting }: PaperRegister, on: string, { meeting: last }: PreviousPaper): string {
  if (last.panel === meeting.panel) return `Since the panel’s last paper${on}, for the meeting`;
  return `Since the last paper${on}, for the ${possessive(last.panel.name)} meeting`;
}

function clause(
  register: PaperRegister,
  actions: readonly ActionAsAt[],
  [one, more]: readonly [one: string, more: string],
): readonly string[] {
  if (actions.length === 0) return [];
  return [
    `${actions.length} ${nounOf(actions)} ${actions.length === 1 ? one : more} (${referencesIn(register, actions)})`,
  ];
}
