import { Name, type Value } from './values.js';

/** The place of a number that no object has. */
export const FREE = -1;

/** Reads the object at a place of the file. */
interface ObjectReader {
  objectAt(offset: number, number: number): Value;
}

/**
 * The objects of a file by number, each read when it is first asked for: nearly all of a long paper's are elements of its structure or lists of
 * them, which are matched or left aside and never read whole.
 */
export class Objects {
  readonly #offsets: readonly number[];
  readonly #reader: ObjectReader;
  readonly #source: string;
  readonly #known: (Value | undefined)[];

  constructor(file: Buffer, offsets: readonly number[], reader: ObjectReader) {
    this.#offsets = offsets;
    this.#reader = reader;
    this.#source = file.toString('latin1');
    this.#known = Array.from(offsets, () => undefined);
  }

  /** The number that the next object would have. */
  get next(): number {
    return this.#known.length;
  }

  get(number: number): Value | undefined {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const offset = this.#offsets[number] ?? FREE;
    if (offset === FREE) return undefined;
    const value = this.#reader.objectAt(offset, number);
    this.#known[number] = value;
    return value;
  }

  set(number: number, value: Value): void {
    this.#known[number] = value;
  }

  /**
   * Matches an object as it is in the file.
   *
   * @param pattern sticky, and beginning with the object's number
   * @returns undefined as well where the object has been read or replaced
   */
  matched(number: number, pattern: RegExp): RegExpExecArray | undefined {
    const offset = this.#offsets[number] ?? FREE;
    if (offset === FREE || this.#known[number] !== undefined) return undefined;
    pattern.lastIndex = offset;
    const found = pattern.exec(this.#source);
    return found && Number(found[1]) === number ? found : undefined;
  }

  /** The numbers of all dictionaries of a type, as Skia begins them. */
  ofType(type: string): readonly number[] {
    const pattern = new RegExp(`(\\d+) 0 obj\\s*<<\\s*/Type\\s*/${type}(?=[\\s/>])`, 'y');
    const typed = (value: Value | undefined) => value instanceof Map && value.get('Type') === Name.of(type);
    return this.#known.flatMap((known, number) =>
      (known === undefined ? this.matched(number, pattern) : typed(known)) ? [number] : [],
    );
  }
}
