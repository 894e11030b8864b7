import type { Html } from '../markdown/index.js';

/**
 * What a paper holds, as a value: its type, the check of the templates and the list of names in docs/templates.md are all made from it.
 */
export type Schema = TextSchema | HtmlSchema | FlagSchema | ListSchema | OptionalSchema | ObjectSchema;

/** Plain words; `words` where only certain ones are possible. */
export interface TextSchema<W extends string = string> {
  readonly kind: 'text';
  readonly words?: readonly W[];
}

/** HTML that has been made safe. */
export interface HtmlSchema {
  readonly kind: 'html';
}

/** Yes or no. */
export interface FlagSchema {
  readonly kind: 'flag';
}

export interface ListSchema<S = Schema> {
  readonly kind: 'list';
  readonly item: S;
}

/** What not every paper has: `null` where it is missing. */
export interface OptionalSchema<S = Schema> {
  readonly kind: 'optional';
  readonly present: S;
}

export interface ObjectSchema<F = Fields> {
  readonly kind: 'object';
  readonly fields: F;
}

export interface Fields {
  readonly [name: string]: Schema;
}

/** The type of the values that a schema describes. */
export type FromSchema<S> =
  S extends TextSchema<infer W>
    ? W
    : S extends HtmlSchema
      ? Html
      : S extends FlagSchema
        ? boolean
        : S extends ListSchema<infer I>
          ? readonly FromSchema<I>[]
          : S extends OptionalSchema<infer P>
            ? FromSchema<P> | null
            : S extends ObjectSchema<infer F>
              ? { readonly [K in keyof F]: FromSchema<F[K]> }
              : never;

export const text: TextSchema = { kind: 'text' };
export const html: HtmlSchema = { kind: 'html' };
export const flag: FlagSchema = { kind: 'flag' };

export function oneOf<const W extends string>(...words: readonly W[]): TextSchema<W> {
  return { kind: 'text', words };
}

export function list<S extends Schema>(item: S): ListSchema<S> {
  return { kind: 'list', item };
}

export function optional<S extends Schema>(present: S): OptionalSchema<S> {
  return { kind: 'optional', present };
}

export function object<F extends Fields>(fields: F): ObjectSchema<F> {
  return { kind: 'object', fields };
}

/** The schema of what may be missing, for where it is there. */
export function required(schema: Schema): Exclude<Schema, OptionalSchema> {
  return schema.kind === 'optional' ? required(schema.present) : schema;
}
