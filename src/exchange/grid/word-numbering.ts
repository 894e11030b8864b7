import { type Element, elementAt, elementsOf } from './xml.js';

interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
}

/** The lists of a document: Word keeps "1." and "a)" outside the words, and a tracker's references are most often such. */
export class ListLabels {
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #abstractOf: ReadonlyMap<string, string>;
  readonly #restarts: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Element | undefined) {
    const abstracts = numbering ? elementsOf(numbering, 'abstractNum') : [];
    const lists = numbering ? elementsOf(numbering, 'num') : [];
    this.#levels = new Map(
      abstracts.map((abstract) => [
        abstract.attributes.get('abstractNumId') ?? '',
        new Map(
          elementsOf(abstract, 'lvl').map((level) => [
            Number(level.attributes.get('ilvl')),
            readLevel(level),
          ]),
        ),
      ]),
    );
    this.#abstractOf = new Map(
      lists.map((list) => [
        list.attributes.get('numId') ?? '',
        readVal(elementAt(list, 'abstractNumId')) ?? '',
      ]),
    );
    this.#restarts = new Map(
      lists.map((list) => [
        list.attributes.get('numId') ?? '',
        new Map(
          elementsOf(list, 'lvlOverride').flatMap((override) => {
            const start = readVal(elementAt(override, 'startOverride'));
            return start === undefined
              ? []
              : [[Number(override.attributes.get('ilvl')), Number(start)] as const];
          }),
        ),
      ]),
    );
  }

  /** The label of the next paragraph of a list: "1.", "1.2", "a)", "•"; empty where it has none. */
  next(list: string, at: number): string {
    const abstract = this.#abstractOf.get(list) ?? '';
    const levels = this.#levels.get(abstract);
    const level = levels?.get(at);
    if (!levels || !level || at < 0 || at > 8) return '';
    const counts = this.#counts.get(abstract) ?? [];
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [restarted, start] of this.#restarts.get(list) ?? []) counts[restarted] = start - 1;
    }
    for (let outer = 0; outer < at; outer += 1) counts[outer] ??= levels.get(outer)?.start ?? 1;
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    counts.length = at + 1;
    this.#counts.set(abstract, counts);
    if (level.format === 'bullet') return '•';
    return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const which = Number(digit) - 1;
      return written(counts[which] ?? 1, levels.get(which)?.format ?? 'decimal');
    });
  }
}

function readLevel(level: Element): Level {
  return {
    format: readVal(elementAt(level, 'numFmt')) ?? 'decimal',
    pattern: readVal(elementAt(level, 'lvlText')) ?? '',
    start: Number(readVal(elementAt(level, 'start')) ?? '1') || 1,
  };
}

function readVal(element: Element | undefined): string | undefined {
  return element?.attributes.get('val');
}

function written(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(number);
  }
}

/** After z come aa, bb: Word repeats the letter. */
function letters(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(
    Math.min(20, Math.floor((number - 1) / 26) + 1),
  );
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(number: number): string {
  let left = Math.min(number, 3_999);
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}
