import { makeMap, type Value, type ValueMap } from '../values.js';

/** Fields by the names that the code has for them; those without a value are left out. */
export type Fields = Readonly<Record<string, Value>>;

/** `successMeasure` is written `success-measure`. */
export function makeFields(fields: Fields): ValueMap {
  return makeMap(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
        value,
      ]),
    ),
  );
}

/** Prose without space round it; several lines end as lines do, so that they can stand beneath a `|`. */
export function tidyProse(words: string | undefined): string | undefined {
  const trimmed = words?.trim().replace(/\r\n?/g, '\n');
  if (trimmed === undefined || trimmed === '') return undefined;
  return trimmed.includes('\n') ? `${trimmed}\n` : trimmed;
}

/** One name as it is, several as a list. */
export function oneOrList(names: readonly string[] | undefined): Value {
  if (names === undefined || names.length === 0) return undefined;
  return names.length === 1 ? names[0] : names;
}

/** A document that shows something: its title, and where it is. */
export interface NewDocument {
  readonly title: string;
  readonly link?: string | undefined;
}

export function documentList(documents: readonly NewDocument[] | undefined): Value {
  if (documents === undefined || documents.length === 0) return undefined;
  return documents.map(({ title, link }) => makeFields({ title, link }));
}
