import { escapeHtml } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { PaperRegister, ReviewAsAt } from '../../register/index.js';
import type { Section } from '../paper-schema.js';
import { lateResponses } from './late-response.js';
import { motionsOn } from './motions.js';
import { type Numberer, paragraph, type Unnumbered } from './numbering.js';
import { nounsOf } from './panels.js';
import type { RowOf } from './references.js';

/** What a paper asks about. */
export interface AskedOf {
  /** Where the paper has its actions. */
  readonly plan: string;
  /** The reviews on whose response the panel has yet to be told. */
  readonly reviews: readonly ReviewAsAt[];
  /** Where the actions have their rows, if that is in the same file. */
  readonly rowOf: RowOf;
}

/**
 * "The panel is asked to:" motions that a chair can read out, made from where the actions are: to decide, to consider, to request, to note.
 * Nothing is said of withheld actions, and each action is in one motion.
 */
export function composeDecisionsSought(
  register: PaperRegister,
  number: Numberer,
  asked: AskedOf,
): Section | null {
  const motions = listMotions(register, asked);
  if (motions.length === 0 && register.actions.length === 0) return null;
  const words =
    motions.length > 0
      ? motions
      : [paragraph(escapeHtml(phrases.motions.nothing(asked.plan, register.isWithholding)))];
  return number.section('asks', phrases.motions.heading(nounsOf(register)), words);
}

/** Whether a paper asks for anything. */
export function hasMotions(register: PaperRegister): boolean {
  return listMotions(register, { reviews: register.reviews, rowOf: () => undefined }).length > 0;
}

function listMotions(
  register: PaperRegister,
  { reviews, rowOf }: Pick<AskedOf, 'reviews' | 'rowOf'>,
): readonly Unnumbered[] {
  const open = register.actions.filter(({ state, withheld }) => state.standing === 'open' && !withheld);
  const responses = reviews.flatMap((review) => lateResponses(register, review));
  const saidOf = (isAwaited: boolean) =>
    responses
      .filter((response) => response.isAwaited === isAwaited)
      .map(({ words }) => paragraph(escapeHtml(words)));
  return [...motionsOn({ register, rowOf }, open), ...saidOf(true), ...saidOf(false)];
}
