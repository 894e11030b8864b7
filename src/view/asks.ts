import { joinWords, plural, timesWord } from '../language/index.js';
import type { Council, Person } from '../model/index.js';
import { escapeHtml, type Html, plainText } from '../prose/index.js';
import type { ActionAsAt, PaperRegister } from '../register/index.js';
import { type Numberer, paragraph } from './numbering.js';
import { nameInSentence } from './people.js';
import type { Section } from './types.js';
import { asClause, dueWords } from './words.js';

/**
 * "What the panel is asked to do": motions that a chair can read out, made from where the actions stand. Withheld actions
 * are not spoken of.
 *
 * @param plan where the paper has its actions
 */
export function asksOf(register: PaperRegister, number: Numberer, plan = 'Appendix B'): Section | null {
  if (register.actions.length === 0) return null;
  const open = register.actions.filter(
    ({ state, withheld, withheldEntry }) => state.standing === 'open' && !withheld && !withheldEntry,
  );
  const severally = groupedByReview(open, register.reviews.length > 1);
  const motions = severally.flatMap(({ actions, ofReview }) => [
    ...signOff(actions, ofReview),
    ...extensions(register.council, actions, ofReview),
    ...concerns(register.council, actions, ofReview),
    ...missingUpdates(register.council, actions, ofReview),
  ]);
  const what = register.isWithholding ? 'nothing that it publishes' : 'nothing in it';
  const words =
    motions.length > 0 ? motions : [`To note the progress in ${plan}; ${what} calls for a decision.`];
  return number.section(
    'asks',
    'What the panel is asked to do',
    words.map((motion): ReturnType<typeof paragraph> => paragraph(html(motion))),
  );
}

function html(words: string): Html {
  return escapeHtml(words);
}

interface Group {
  readonly actions: readonly ActionAsAt[];
  /** "", or " of “Title”" where a paper has several reviews. */
  readonly ofReview: string;
}

function groupedByReview(actions: readonly ActionAsAt[], isSeveral: boolean): readonly Group[] {
  if (!isSeveral) return [{ actions, ofReview: '' }];
  const reviews = [...new Set(actions.map(({ review }) => review))];
  return reviews.map((review) => ({
    actions: actions.filter((action) => action.review === review),
    ofReview: ` of “${review.title}”`,
  }));
}

function named(actions: readonly ActionAsAt[], ofReview: string): string {
  return `${actions.length === 1 ? 'action' : 'actions'} ${joinWords(actions.map(({ action }) => action.ref))}${ofReview}`;
}

function signOff(actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  const closing = actions.filter(({ counted }) => counted.in === 'rating' && counted.rating.closes);
  if (closing.length === 0) return [];
  return [
    closing.length === 1
      ? `To agree that ${named(closing, ofReview)} is complete, and to sign it off.`
      : `To agree that ${named(closing, ofReview)} are complete, and to sign them off.`,
  ];
}

function extensions(council: Council, actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  return actions.flatMap(({ action, overdueDays, state: { due } }) => {
    if (!due.asked) return [];
    const from =
      due.stands?.kind === 'date'
        ? `; it ${overdueDays === undefined ? 'is' : 'was'} due ${due.stands.date.length === 10 ? 'on' : 'by'} ${dueWords(due.stands)}`
        : '';
    const reason = due.asked.entry.reason
      ? ` The reason given: ${asClause(plainText(due.asked.entry.reason))}.`
      : ' No reason was given.';
    return [
      `To grant or refuse action ${action.ref}${ofReview} more time, until ${dueWords(due.asked.due)}${from}${movedBefore(due.moves, council)}.${reason}`,
    ];
  });
}

/** Durham's members asked for a cap on revised dates; a council's own is in `rules: { max-revisions }`. */
function movedBefore(moves: number, { rules }: Council): string {
  if (moves === 0) return '';
  const limit = moves >= rules.maxRevisions ? ', as often as this council’s rules foresee' : '';
  return `, and its date has moved ${timesWord(moves)} already${limit}`;
}

/** What members should ask about: overdue, or under the worst rating, each action once with all that is wrong with it. */
function concerns(council: Council, actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  const worst = council.ratings.length < 2 ? undefined : council.ratings.at(-1);
  const isWorst = ({ counted }: ActionAsAt) => counted.in === 'rating' && counted.rating === worst;
  const late = ({ overdueDays }: ActionAsAt) => overdueDays !== undefined;
  const concerning = actions.filter((action) => late(action) || isWorst(action));
  const [only] = concerning;
  if (!only) return [];
  if (concerning.length === 1) {
    const faults = [
      ...(isWorst(only) && worst ? [`is rated ${worst.label}`] : []),
      ...(only.overdueDays === undefined ? [] : [`is overdue by ${plural(only.overdueDays, 'day')}`]),
    ];
    return [`To consider action ${only.action.ref}${ofReview}, which ${joinWords(faults)}.`];
  }
  const what =
    concerning.every(late) && !concerning.some(isWorst)
      ? 'are overdue'
      : concerning.some(late)
        ? `are overdue or rated ${worst?.label ?? ''}`
        : `are rated ${worst?.label ?? ''}`;
  const each = concerning.map((action) => {
    const faults = [
      ...(isWorst(action) && worst && concerning.some(late) ? [worst.label] : []),
      ...(action.overdueDays === undefined ? [] : [`${plural(action.overdueDays, 'day')} overdue`]),
    ];
    return faults.length === 0 ? action.action.ref : `${action.action.ref} (${faults.join(', ')})`;
  });
  return [`To consider the actions${ofReview} that ${what}: ${joinWords(each)}.`];
}

function missingUpdates(
  council: Council,
  actions: readonly ActionAsAt[],
  ofReview: string,
): readonly string[] {
  const missing = actions.filter(({ counted, isReported }) => counted.in === 'no-update' && !isReported);
  const owners = new Map<string, ActionAsAt[]>();
  for (const action of missing) {
    const lead: Person | undefined = action.action.owners[0];
    const name = lead ? nameInSentence(council, lead) : 'the service';
    const list = owners.get(name);
    if (list) list.push(action);
    else owners.set(name, [action]);
  }
  return [...owners].map(
    ([name, owed]) =>
      `To ask ${name} for ${owed.length === 1 ? 'the update' : 'the updates'} on ${named(owed, ofReview)}, which ${owed.length === 1 ? 'was' : 'were'} not received.`,
  );
}
