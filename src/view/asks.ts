import { joinWords } from '../language/index.js';
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
 */
export function asksOf(register: PaperRegister, number: Numberer): Section | null {
  if (register.actions.length === 0) return null;
  const open = register.actions.filter(
    ({ state, withheld, withheldEntry }) => state.standing === 'open' && !withheld && !withheldEntry,
  );
  const severally = groupedByReview(open, register.reviews.length > 1);
  const motions = severally.flatMap(({ actions, ofReview }) => [
    ...signOff(actions, ofReview),
    ...extensions(actions, ofReview),
    ...overdue(actions, ofReview),
    ...worstRated(register.council, actions, ofReview),
    ...missingUpdates(register.council, actions, ofReview),
  ]);
  const what = register.isWithholding ? 'nothing that it publishes' : 'nothing in it';
  const words =
    motions.length > 0 ? motions : [`To note the progress in Appendix B; ${what} calls for a decision.`];
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
    `To agree that ${named(closing, ofReview)} ${closing.length === 1 ? 'is complete and is' : 'are complete and are'} signed off.`,
  ];
}

function extensions(actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  return actions.flatMap(({ action, overdueDays, state: { due } }) => {
    if (!due.asked) return [];
    const from =
      due.stands?.kind === 'date'
        ? `; it ${overdueDays === undefined ? 'is' : 'was'} due ${due.stands.date.length === 10 ? 'on' : 'by'} ${dueWords(due.stands)}`
        : '';
    const moved =
      due.grants.length === 0
        ? ''
        : due.grants.length === 1
          ? ', and its date has moved once already'
          : `, and its date has moved ${due.grants.length} times already`;
    const reason = due.asked.entry.reason
      ? ` The reason given: ${asClause(plainText(due.asked.entry.reason))}.`
      : ' No reason was given.';
    return [
      `To decide whether action ${action.ref}${ofReview} is given until ${dueWords(due.asked.due)}${from}${moved}.${reason}`,
    ];
  });
}

function overdue(actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  const late = actions.filter(({ overdueDays }) => overdueDays !== undefined);
  if (late.length === 0) return [];
  const each = late.map(
    ({ action, overdueDays }) => `${action.ref} (${overdueDays === 1 ? '1 day' : `${overdueDays} days`})`,
  );
  return [
    late.length === 1
      ? `To consider action ${late[0]?.action.ref ?? ''}${ofReview}, which is overdue by ${late[0]?.overdueDays === 1 ? '1 day' : `${late[0]?.overdueDays ?? 0} days`}.`
      : `To consider the actions${ofReview} that are overdue: ${joinWords(each)}.`,
  ];
}

function worstRated(council: Council, actions: readonly ActionAsAt[], ofReview: string): readonly string[] {
  const worst = council.ratings.at(-1);
  if (!worst || council.ratings.length < 2) return [];
  const rated = actions.filter(
    ({ counted, overdueDays }) =>
      counted.in === 'rating' && counted.rating === worst && overdueDays === undefined,
  );
  if (rated.length === 0) return [];
  return [
    `To consider ${named(rated, ofReview)}, which ${rated.length === 1 ? 'is' : 'are'} rated ${worst.label}.`,
  ];
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
