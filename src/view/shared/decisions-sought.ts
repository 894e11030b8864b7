import { escapeHtml } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister, ReviewAsAt } from '../../register/index.js';
import type { Section } from '../paper-schema.js';
import { lateResponse } from './late-response.js';
import { type Group, motionsOn } from './motions.js';
import { type Numberer, paragraph } from './numbering.js';
import { nounsOf } from './panels.js';

/** What a paper asks about. */
export interface AskedOf {
  /** Where the paper has its actions. */
  readonly plan: string;
  /** The reviews on whose response the panel has yet to be told. */
  readonly reviews: readonly ReviewAsAt[];
}

/**
 * "What the panel is asked to do": motions that a chair can read out, made from where the actions are. Nothing is said of withheld
 * actions, and each action is in one motion.
 */
export function composeDecisionsSought(
  register: PaperRegister,
  number: Numberer,
  asked: AskedOf,
): Section | null {
  const motions = listMotions(register, asked.reviews);
  if (motions.length === 0 && register.actions.length === 0) return null;
  const words = motions.length > 0 ? motions : [phrases.motions.nothing(asked.plan, register.isWithholding)];
  return number.section(
    'asks',
    phrases.motions.heading(nounsOf(register)),
    words.map((motion): ReturnType<typeof paragraph> => paragraph(escapeHtml(motion))),
  );
}

/** The motions of a paper; none where nothing in it calls for a decision. */
export function listMotions(register: PaperRegister, reviews = register.reviews): readonly string[] {
  const open = register.actions.filter(({ state, withheld }) => state.standing === 'open' && !withheld);
  return [
    ...groupedByReview(open, register.reviews.length > 1).flatMap((group) => motionsOn(register, group)),
    ...reviews.flatMap((review) => lateResponse(register, review)),
  ];
}

function groupedByReview(actions: readonly ActionAsAt[], isSeveral: boolean): readonly Group[] {
  if (!isSeveral) return [{ actions, title: undefined }];
  const reviews = [...new Set(actions.map(({ review }) => review))];
  return reviews.map((review) => ({
    actions: actions.filter((action) => action.review === review),
    title: review.title,
  }));
}
