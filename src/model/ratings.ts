import type { Diagnostic } from '../diagnostics/index.js';
import type { Rating, RatingShape } from './types.js';

/** A rating as the council wrote it. */
export type WrittenRating = Omit<Rating, 'rank' | 'colour' | 'shape' | 'closes' | 'signedOff'> & {
  readonly closes: boolean | undefined;
  readonly signedOff: boolean | undefined;
  readonly colour: string | undefined;
  readonly shape: RatingShape | undefined;
};

/** In the order in which ratings without a shape of their own take them. */
export const RATING_SHAPES = [
  'tick',
  'triangle',
  'bar',
  'diamond',
  'cross',
  'ring',
  'square',
  'star',
  'half',
  'dot',
] as const satisfies readonly RatingShape[];

/** Each at least 3:1 on white (WCAG 2.2, 1.4.11) and told apart by lightness on a copier. */
const LOOKS: Readonly<Record<string, { readonly shape: RatingShape; readonly colour: string }>> = {
  green: { shape: 'tick', colour: '#1a7340' },
  amber: { shape: 'triangle', colour: '#c26a00' },
  yellow: { shape: 'triangle', colour: '#a67a00' },
  red: { shape: 'bar', colour: '#b3261e' },
  blue: { shape: 'diamond', colour: '#1d5fa6' },
  grey: { shape: 'cross', colour: '#5f686e' },
  gray: { shape: 'cross', colour: '#5f686e' },
};

const BY_POSITION = [
  '#1a7340',
  '#c26a00',
  '#b3261e',
  '#1d5fa6',
  '#5f686e',
  '#6b3fa0',
  '#0b7a75',
  '#8a5a00',
  '#9c2c77',
  '#3d4a52',
] as const;

/** The key that most councils use, for a register that names none. */
export const DEFAULT_RATINGS: readonly Pick<Rating, 'key' | 'label' | 'meaning' | 'closes'>[] = [
  { key: 'green', label: 'Green', meaning: 'Achieved', closes: true },
  { key: 'amber', label: 'Amber', meaning: 'Under way and expected to be achieved', closes: false },
  { key: 'red', label: 'Red', meaning: 'Not on track', closes: false },
];

/** Gives each rating its rank, colour and shape. A shape is never used twice, since a copier knows no colours. */
export function completeRatings(
  written: readonly WrittenRating[],
  report: (diagnostic: Diagnostic) => void,
): readonly Rating[] {
  const taken = new Map<RatingShape, WrittenRating>();
  for (const rating of written) {
    if (!rating.shape) continue;
    const first = taken.get(rating.shape);
    if (!first) taken.set(rating.shape, rating);
    else {
      report({
        code: 'rating-shape',
        severity: 'error',
        span: rating.spans['shape'] ?? rating.span,
        message: `two ratings have the shape '${rating.shape}'`,
        hint: 'Give each rating a shape of its own, so that the paper can be read without colour.',
        related: [{ message: 'first used here', span: first.spans['shape'] ?? first.span }],
      });
    }
  }
  const surplus = written[RATING_SHAPES.length];
  if (surplus) {
    report({
      code: 'rating-shape',
      severity: 'error',
      span: surplus.span,
      message: `there are ${written.length} ratings, and only ${RATING_SHAPES.length} shapes to tell them apart`,
      hint: `Use at most ${RATING_SHAPES.length} ratings.`,
    });
  }
  const [first, ...others] = written.filter(({ signedOff }) => signedOff);
  for (const other of others) {
    report({
      code: 'rating-signed-off',
      severity: 'error',
      span: other.spans['signedOff'] ?? other.span,
      message: 'a second rating is printed for what a meeting has signed off',
      hint: "Leave 'signed-off: true' on one of them.",
      related: first ? [{ message: 'the first is here', span: first.spans['signedOff'] ?? first.span }] : [],
    });
  }
  const free = new Set<RatingShape>(RATING_SHAPES.filter((shape) => !taken.has(shape)));
  const takeShape = (preferred: RatingShape | undefined): RatingShape => {
    const shape = preferred && free.has(preferred) ? preferred : ([...free][0] ?? 'cross');
    free.delete(shape);
    return shape;
  };
  const known = written.map((rating) => lookOf(rating));
  const preferredFirst = written.map(
    (rating, index) => rating.shape ?? (known[index] ? takeShape(known[index].shape) : undefined),
  );
  return written.map((rating, rank) => ({
    ...rating,
    rank,
    closes: rating.closes === true || rating.signedOff === true,
    signedOff: rating.signedOff === true,
    colour: rating.colour ?? known[rank]?.colour ?? BY_POSITION[rank % BY_POSITION.length] ?? BY_POSITION[0],
    shape: preferredFirst[rank] ?? takeShape(undefined),
  }));
}

function lookOf({ key, label }: WrittenRating) {
  return LOOKS[key.toLowerCase()] ?? LOOKS[label.toLowerCase()];
}
