import type { Span } from '../../diagnostics/index.js';
import type { SourceNode } from '../../source/index.js';
import type { Saying, Shape } from './shape.js';

/** A field of an object, and whether it may be left out. */
export interface Field<T, Needed extends boolean> {
  readonly shape: Shape<T>;
  readonly required: Needed;
  readonly description: string;
  /** Takes the place of a required value that is missing, so that one mistake does not bring others; the error stops any paper. */
  readonly fallback: T | undefined;
  /** Whether nothing after the colon is a mistake, though the key may be left out. */
  readonly isNeverEmpty: boolean;
}

/** A key that must be there. `fallback` takes its place after the error is reported; without it the whole object is dropped. */
export function required<T>(shape: Shape<T>, description: string, fallback?: T): Field<T, true> {
  return { shape, required: true, description, fallback, isNeverEmpty: true };
}

/** A key that may be left out. */
export function optional<T>(shape: Shape<T>, description: string): Field<T, false> {
  return { shape, required: false, description, fallback: undefined, isNeverEmpty: false };
}

/** A key that may be left out but not left empty, since whoever wrote it meant something and an empty one would pass for none. */
export function optionalNonEmpty<T>(shape: Shape<T>, description: string): Field<T, false> {
  return { shape, required: false, description, fallback: undefined, isNeverEmpty: true };
}

export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

/** The value of an object with these fields: the fields by their names, each optional one present as undefined when not written. */
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer Needed>
    ? Needed extends true
      ? T
      : T | undefined
    : never;
} & {
  readonly span: Span;
  readonly spans: { readonly [K in keyof F]?: Span };
  /** Fields, by name, of which something is written that could not be read. */
  readonly unread: ReadonlySet<string>;
};

/** What helps those who wrote something else than the keys. */
export interface Guide {
  /** What people write for a key, such as `comments` for `note`: by the field's name. */
  readonly otherKeys?: Readonly<Record<string, readonly string[]>>;
  /** A field that wants another beside it, such as a later date its reason. */
  readonly together?: Readonly<Record<string, string>>;
  /** How such a thing looks. */
  readonly example?: string;
  /** What is said of a value that has no keys at all. */
  readonly saying?: (node: SourceNode) => Saying | undefined;
}

/** `revisedDue` is written `revised-due`. */
export function toKey(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
