import type { Council, Panel } from './types.js';

/** What the keys of a register name. One that names nothing stands for a thing with that key and no more: a rule reports it as an error. */
export interface Names {
  panel(key: string): Panel;
}

/** The things of a council by their keys. Two mentions of one key, known or not, give the same thing. */
export function namesIn({ panels, span }: Pick<Council, 'panels' | 'span'>): Names {
  return { panel: lookUp(panels, (key) => ({ key, name: key, span })) };
}

function lookUp<T extends { readonly key: string }>(
  things: readonly T[],
  unknown: (key: string) => T,
): (key: string) => T {
  // The last of two with one key, for which there is an error, must not hide the first.
  const known = new Map(things.toReversed().map((thing) => [thing.key, thing]));
  return (key) => {
    const found = known.get(key) ?? unknown(key);
    known.set(key, found);
    return found;
  };
}
