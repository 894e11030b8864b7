/** A place in a sentence for what is no plain text, such as an author's words as HTML. */
export interface Slot<T> {
  readonly slot: T;
}

/** A sentence with such places: plain text and slots by turns. */
export type Slotted<T> = readonly (string | Slot<T>)[];

/** Wraps what is to be in a sentence as it is. */
export function slot<T>(value: T): Slot<T> {
  return { slot: value };
}

/** Writes a sentence round its slots: slotted`was ${due}; moved ${times}`. */
export function slotted<T>(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | Slot<T>)[]
): Slotted<T> {
  return texts.flatMap((text, index) => {
    const value = values[index];
    return value === undefined ? [text] : [text, typeof value === 'number' ? String(value) : value];
  });
}
