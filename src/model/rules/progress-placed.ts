import type { Diagnostic, Span } from '../../diagnostics/index.js';
import { nearest } from '../../diagnostics/index.js';
import type { LeftOut } from '../left-out.js';
import { likelyReferences } from '../likely-references.js';
import type { Progress, Review } from '../types.js';
import { MOST_GUESSES, shortList } from './known.js';
import type { Rule } from './rule.js';

/** Progress is reported on an action that exists, and once for a day. */
export const progressPlaced: Rule = function* ({ model, leftOut }) {
  for (const review of model.reviews) {
    const seen = new Map<string, Span>();
    const guesses = startGuessing();
    for (const report of review.progress) {
      for (const entry of report.progress) {
        const wrong = misplacedIn(review, entry, leftOut, guesses);
        yield* wrong.values();
        for (const ref of entry.refs) {
          if (wrong.has(ref)) continue;
          const key = `${entry.asAt} ${ref}`;
          const first = seen.get(key);
          if (!first) seen.set(key, entry.span);
          else {
            yield {
              code: 'progress-duplicate',
              severity: 'error',
              span: entry.span,
              message: `'${ref}' is reported on twice for ${entry.asAt}`,
              hint: 'Keep one of them, or give the later report the day on which it was made.',
              related: [{ message: 'first reported here', span: first }],
            };
          }
        }
      }
    }
  }
};

/** What is wrong with the references of an entry: one message where the whole of them was meant otherwise. */
function misplacedIn(
  review: Review,
  { refs, written, span }: Progress,
  leftOut: LeftOut,
  guesses: Guesses,
): ReadonlyMap<string, Diagnostic> {
  const wrong = new Map(
    refs.flatMap((ref) => {
      const diagnostic = misplaced(review, ref, span, leftOut, guesses);
      return diagnostic ? [[ref, diagnostic] as const] : [];
    }),
  );
  const [first] = refs;
  if (wrong.size === 0 || refs.length < 2 || first === undefined) return wrong;
  const whole = guesses.areLeft() ? meantOtherwise(review, written, span) : undefined;
  return whole ? new Map([[first, whole]]) : wrong;
}

const answerable = new WeakMap<Review, ReadonlySet<string>>();

/** The references on which something can be said, worked out once for a review: each entry of each report asks. */
function answerableIn(review: Review): ReadonlySet<string> {
  const known = answerable.get(review);
  if (known) return known;
  const found = new Set(
    review.recommendations.flatMap(({ actions, ownAction }) =>
      ownAction ? [ownAction.ref] : actions.map(({ ref }) => ref),
    ),
  );
  answerable.set(review, found);
  return found;
}

/** Whether more references may be guessed at. */
export interface Guesses {
  areLeft(): boolean;
  take(): void;
}

export function startGuessing(): Guesses {
  let taken = 0;
  return {
    areLeft: () => taken < MOST_GUESSES,
    take: () => {
      taken += 1;
    },
  };
}

/**
 * What is wrong with a mention of an action, or nothing.
 *
 * @param prefix what is before a reference where it is mentioned
 */
export function misplaced(
  review: Review,
  ref: string,
  span: Span,
  leftOut: LeftOut,
  guesses: Guesses,
  prefix = '',
): Diagnostic | undefined {
  if (answerableIn(review).has(ref) || leftOut.holds(review.span.file, ref)) return undefined;
  const recommendation = review.recommendations.find((found) => found.ref === ref);
  if (recommendation && recommendation.actions.length > 0) {
    const actions = recommendation.actions.map((action) => action.ref);
    return {
      code: 'ref-has-actions',
      severity: 'error',
      span,
      message: `'${ref}' is a recommendation with actions of its own, so nothing can be said of it as a whole`,
      hint: `Name the action: ${shortList(actions)}.`,
    };
  }
  if (recommendation?.unread?.has('actions')) return undefined;
  if (recommendation && !recommendation.ownAction) {
    return {
      code: 'ref-has-actions',
      severity: 'error',
      span,
      message:
        recommendation.response === 'rejected'
          ? `recommendation '${ref}' was rejected, and nobody is to do anything about it, so there is nothing to decide`
          : `the response to recommendation '${ref}' is awaited, and nobody is to do anything about it, so there is nothing to decide`,
      hint: "If it has been accepted, correct its 'response' in review.yaml. If you do not know, leave 'response' out.",
    };
  }
  const { all, twice } = referencesIn(review);
  if (recommendation || all.has(ref)) return undefined;
  const unknown = (hint: string): Diagnostic => ({
    code: 'ref-unknown',
    severity: 'error',
    span,
    message: `there is no action '${ref}' in the review '${review.key}'`,
    hint,
  });
  const actionsAre = () => unknown(`Its actions are ${shortList([...answerableIn(review)])}.`);
  if (!guesses.areLeft()) return actionsAre();
  guesses.take();
  // The second of two that share a reference was probably meant to be this one.
  if (nearest(ref, twice) !== undefined) return undefined;
  const meant = meantOtherwise(review, ref, span, prefix);
  if (meant) return meant;
  const near = nearest(ref, all);
  return near ? unknown(`Did you mean '${prefix}${near}'?`) : actionsAre();
}

/** A message for words that are a reference, or several, in another form than the register's. */
function meantOtherwise(review: Review, written: string, span: Span, prefix = ''): Diagnostic | undefined {
  const meant = likelyReferences(written, [...answerableIn(review)]);
  if (!meant) return undefined;
  return {
    code: 'ref-unknown',
    severity: 'error',
    span,
    message: `there is no action '${written}' in the review '${review.key}'`,
    hint:
      meant.length === 1 ? `Did you mean '${prefix}${meant[0]}'?` : `Write '${prefix}${meant.join(', ')}'.`,
  };
}

interface References {
  readonly all: ReadonlySet<string>;
  /** Those that stand more than once. */
  readonly twice: ReadonlySet<string>;
}

const references = new WeakMap<Review, References>();

/** The references of a review, actions and recommendations together, worked out once. */
function referencesIn(review: Review): References {
  const known = references.get(review);
  if (known) return known;
  const all = new Set<string>();
  const twice = new Set<string>();
  const actions = review.recommendations.flatMap((found) => found.actions.map(({ ref }) => ref));
  for (const ref of [...actions, ...review.recommendations.map((found) => found.ref)]) {
    if (all.has(ref)) twice.add(ref);
    all.add(ref);
  }
  references.set(review, { all, twice });
  return { all, twice };
}
