import { DEEPEST, depthOf, within } from './nesting.js';
import type { Inline } from './nodes.js';

/** A run of `*`, `_` or `~` which may open or close emphasis. */
export interface Run {
  readonly character: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Opener {
  readonly run: Run;
  /** How many of its marks are not used yet. */
  left: number;
  /** Where its marks stand among what has been placed. */
  readonly index: number;
}

/** What has been read of a line so far. */
interface Settling {
  readonly placed: Inline[];
  readonly openers: Opener[];
  /** How many openers were searched in vain for a closer of each kind. */
  readonly searched: Map<string, number>;
}

/**
 * Runs and what stands between them become emphasis, as CommonMark 0.31 says under "Phase 2: inline structure": each closer takes the
 * nearest opener of its kind. What was searched in vain is not searched again, so that the steps grow with the text.
 */
export function settleEmphasis(pieces: readonly (Inline | Run)[]): readonly Inline[] {
  const settling: Settling = { placed: [], openers: [], searched: new Map() };
  const { placed, openers } = settling;
  for (const piece of pieces) {
    if ('kind' in piece) {
      placed.push(piece);
      continue;
    }
    const left = piece.closes ? closeRun(piece, settling) : piece.length;
    if (left === 0) continue;
    if (piece.opens) openers.push({ run: piece, left, index: placed.length });
    placed.push(asText(piece, left));
  }
  return placed;
}

/** Wraps what stands before a closer, as often as it finds an opener. Returns how many of its marks are left over. */
function closeRun(run: Run, { placed, openers, searched }: Settling): number {
  const kind = `${run.character}${run.length % 3}${run.opens}`;
  let left = run.length;
  while (left > 0) {
    const bottom = searched.get(kind) ?? 0;
    let at = openers.length - 1;
    while (at >= bottom && !isPair(openers[at], run, left)) at -= 1;
    const opener = at < bottom ? undefined : openers[at];
    if (!opener) {
      searched.set(kind, openers.length);
      return left;
    }
    const children = placed.splice(opener.index + 1);
    if (depthOf(children) >= DEEPEST) {
      for (const child of children) placed.push(child);
      openers.length = 0;
      searched.clear();
      return left;
    }
    const isStruck = run.character === '~';
    const use = isStruck || (opener.left >= 2 && left >= 2) ? 2 : 1;
    opener.left -= use;
    left -= use;
    placed.length = opener.index;
    if (opener.left > 0) placed.push(asText(run, opener.left));
    placed.push(within({ kind: isStruck ? 'struck' : use === 2 ? 'strong' : 'emphasis', children }));
    openers.length = opener.left > 0 ? at + 1 : at;
    for (const [each, index] of searched) if (index > openers.length) searched.set(each, openers.length);
  }
  return 0;
}

function asText({ character }: Run, length: number): Inline {
  return { kind: 'text', text: character.repeat(length) };
}

/** Rules 9 and 10: where one of two runs could both open and close, their lengths must not add up to a multiple of three. */
function isPair(opener: Opener | undefined, closer: Run, left: number): boolean {
  if (opener?.run.character !== closer.character) return false;
  if (closer.character === '~') return opener.left === 2 && left === 2;
  if (!opener.run.closes && !closer.opens) return true;
  return (opener.run.length + closer.length) % 3 !== 0 || closer.length % 3 === 0;
}

const SPACE = /[\s\u0085\u001c-\u001f]/u;
const SIGN = /[\p{P}\p{S}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Whether a run may open or close emphasis. Between two letters or digits it is printed as typed: `A*A*A`, `3*4*2`, `snake_case`;
 * and so is one that stands against a bracket's inner side or before a full stop: `(*)`.
 */
export function runBetween(character: string, length: number, before: string, after: string): Run {
  const spaceBefore = before === '' || SPACE.test(before);
  const spaceAfter = after === '' || SPACE.test(after);
  const signBefore = !spaceBefore && SIGN.test(before);
  const signAfter = !spaceAfter && SIGN.test(after);
  const isWithinWord = LETTER.test(before) && LETTER.test(after);
  const left = !spaceAfter && (!signAfter || spaceBefore || signBefore);
  const right = !spaceBefore && (!signBefore || spaceAfter || signAfter);
  const fits = !isWithinWord && (character !== '~' || length === 2);
  const isUnderscore = character === '_';
  return {
    character,
    length,
    opens: fits && left && (!isUnderscore || !right || signBefore) && !/[)\]},.;:!?]/.test(after),
    closes: fits && right && (!isUnderscore || !left || signAfter) && !/[([{]/.test(before),
  };
}
