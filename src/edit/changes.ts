import type { Step, Value } from './values.js';

/** An item of a list that is known by the value of one of its keys: the recommendation whose `ref` is 1.2. */
export interface Where {
  readonly key: string;
  readonly is: string;
}

/** The way from the beginning of a file to a value. */
export type Path = readonly (Step | Where)[];

/** One thing that is to be different in a file. */
export type Change =
  | {
      /** The value of a key or an item, which is added where it is missing, with the keys that lead to it. */
      readonly kind: 'set';
      readonly path: Path;
      readonly value: Value;
      /** The usual order of the keys in that place. A new key goes after the last of those before it, or to the end. */
      readonly order?: readonly string[];
    }
  | {
      /** Items at the end of a list, which is made where it is missing. */
      readonly kind: 'append';
      readonly path: Path;
      readonly items: readonly Value[];
      readonly order?: readonly string[];
    };
