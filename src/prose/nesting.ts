import type { Inline } from './nodes.js';

/** A paper nests lists, quotations and emphasis a few deep; what goes deeper is printed as typed. */
export const DEEPEST = 20;

const depths = new WeakMap<Inline, number>();

/** The deepest of these pieces. */
export function depthOf(inlines: readonly Inline[]): number {
  let deepest = 0;
  for (const inline of inlines) deepest = Math.max(deepest, depths.get(inline) ?? 0);
  return deepest;
}

/** A piece that holds others, with its depth remembered. */
export function within<T extends Inline & { readonly children: readonly Inline[] }>(inline: T): T {
  depths.set(inline, 1 + depthOf(inline.children));
  return inline;
}
