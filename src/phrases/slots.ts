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

/** Writes a sentence round its slots, and round clauses that have some: slotted`was ${due}; moved ${times}`. */
export function slotted<T>(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | Slot<T> | Slotted<T>)[]
): Slotted<T> {
  return texts.flatMap((text, index) => {
    const value = values[index];
    if (value === undefined) return [text];
    if (typeof value === 'number') return [text, String(value)];
    return isClause(value) ? [text, ...value] : [text, value];
  });
}

/** "a", "a and b", "a, b and c", of clauses that have slots. */
export function joinSlotted<T>(
  clauses: readonly Slotted<T>[],
  { between = ', ', last = ' and ' }: { readonly between?: string; readonly last?: string } = {},
): Slotted<T> {
  return clauses.flatMap((clause, index) =>
    index === 0 ? clause : [index === clauses.length - 1 ? last : between, ...clause],
  );
}

function isClause<T>(value: string | Slot<T> | Slotted<T>): value is Slotted<T> {
  return Array.isArray(value);
}
