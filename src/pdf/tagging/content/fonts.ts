import { toUnicodeFrom } from '../../inspect/to-unicode.js';
import { inflated, type PdfDocument } from '../../syntax/document.js';
import { type Dict, isArray, makeDict, Name, Ref, Stream, Text, type Value } from '../../syntax/values.js';

/** The words behind the glyphs of a font, by glyph. */
export type Glyphs = readonly (string | undefined)[];

/** A font as the pages use it. */
export interface Font {
  readonly glyphs: Glyphs;
  /** How wide each glyph is, in thousandths of the size, by glyph. */
  readonly widths: readonly (number | undefined)[];
  /** Notes what glyphs stand for that together draw these words, where the file does not say what each is. */
  learn(glyphs: readonly number[], words: string): void;
  /** A code that draws this glyph and stands for these words: its own where that is free. */
  codeOf(glyph: number, words: string): number;
}

/** A page's fonts by the names which its content uses. */
export type Fonts = ReadonlyMap<string, Font>;

/** What the browser writes of a glyph that it knows no character for; a file may not say it (ISO 14289-1, 7.21.7). */
const NO_CHARACTER = '\0';

/** Where codes of our own begin: no font that we ship has so many glyphs. */
const FIRST_OWN_CODE = 0x2000;

/** Finds the glyphs of each font that pages name, once for each font. */
export class FontShelf {
  readonly #document: PdfDocument;
  readonly #known = new Map<number, KnownFont>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  fontsOf(resources: Value | undefined): Fonts {
    const fonts = new Map<string, Font>();
    for (const [name, value] of this.#document.dict(this.#document.dict(resources)?.get('Font')) ?? []) {
      if (value instanceof Ref) fonts.set(name, this.#fontOf(value));
    }
    return fonts;
  }

  /** Writes into the file what was learned of its glyphs. */
  writeLearned(): void {
    for (const font of this.#known.values()) font.writeLearned();
  }

  #fontOf(ref: Ref): KnownFont {
    const known = this.#known.get(ref.number);
    if (known) return known;
    const font = new KnownFont(this.#document, this.#document.dict(ref));
    this.#known.set(ref.number, font);
    return font;
  }
}

class KnownFont implements Font {
  readonly glyphs: (string | undefined)[] = [];
  readonly #document: PdfDocument;
  readonly #dict: Dict | undefined;
  readonly #map: string;
  readonly #learned = new Map<number, string>();
  /** Glyphs whose own code was taken for what they stand for. */
  readonly #taken = new Map<number, string>();
  /** Codes of our own, by glyph and words. */
  readonly #codes = new Map<string, number>();
  /** The glyphs behind them, in their order. */
  readonly #behind: number[] = [];
  #widths: (number | undefined)[] | undefined;

  constructor(document: PdfDocument, dict: Dict | undefined) {
    this.#document = document;
    this.#dict = dict;
    const map = document.stream(dict?.get('ToUnicode'));
    this.#map = map ? Buffer.from(inflated(map)).toString('latin1') : '';
    for (const [glyph, words] of toUnicodeFrom(this.#map))
      if (words !== NO_CHARACTER) this.glyphs[glyph] = words;
  }

  /** ISO 32000-1, 9.7.4.3: a first glyph and the widths from there, or the first, the last and one width. */
  get widths(): (number | undefined)[] {
    if (this.#widths) return this.#widths;
    const found: (number | undefined)[] = [];
    const below = this.#document.dict(this.#document.array(this.#dict?.get('DescendantFonts'))[0]);
    const given = this.#document.array(below?.get('W'));
    for (let at = 0; at + 1 < given.length; ) {
      const [first, next] = [Number(given[at]), given[at + 1]];
      if (isArray(next)) {
        for (const [index, width] of next.entries()) found[first + index] = Number(width);
        at += 2;
      } else {
        for (let glyph = first; glyph <= Number(next); glyph += 1) found[glyph] = Number(given[at + 2]);
        at += 3;
      }
    }
    this.#widths = found;
    return found;
  }

  /** A letter and its accents, in the order in which Unicode takes the letter apart; what is left over belongs to the last glyph. */
  learn(glyphs: readonly number[], words: string): void {
    const parts = [...words.normalize('NFD')];
    for (const [index, glyph] of glyphs.entries()) {
      if (glyph === 0 || this.glyphs[glyph] !== undefined) continue;
      const own = index === glyphs.length - 1 ? parts.slice(index).join('') : parts[index];
      const learned = own || words;
      this.glyphs[glyph] = learned;
      this.#learned.set(glyph, learned);
    }
  }

  codeOf(glyph: number, words: string): number {
    const known = this.#taken.get(glyph) ?? this.glyphs[glyph];
    if (known === words) return glyph;
    // A form that letters have where they join stands for the letter.
    if (!this.#taken.has(glyph) && (known === undefined || known.normalize('NFKC') === words)) {
      this.#taken.set(glyph, words);
      this.#learned.set(glyph, words);
      this.glyphs[glyph] = words;
      return glyph;
    }
    const key = `${glyph} ${words}`;
    const code = this.#codes.get(key) ?? FIRST_OWN_CODE + this.#behind.push(glyph) - 1;
    this.#codes.set(key, code);
    this.glyphs[code] = words;
    return code;
  }

  writeLearned(): void {
    const target = this.#dict?.get('ToUnicode');
    if (this.#learned.size + this.#behind.length === 0 || !(target instanceof Ref)) return;
    const map =
      this.#behind.length === 0 && this.#taken.size === 0 ? this.#mapWithLearned() : this.#wholeMap();
    this.#document.replace(target, new Stream(makeDict({}), Buffer.from(map, 'latin1')));
    if (this.#behind.length > 0) this.#writeCodes();
  }

  #mapWithLearned(): string {
    return this.#map.replace(/^<([0-9A-F]{4})> <0000>$/gm, (line, glyph: string) => {
      const words = this.#learned.get(Number.parseInt(glyph, 16));
      return words === undefined ? line : `<${glyph}> ${toHex(words)}`;
    });
  }

  /** Lists of at most a hundred, as ISO 32000-1, 9.10.3 refers to. */
  #wholeMap(): string {
    const lines = this.glyphs.flatMap((words, code) =>
      words === undefined ? [] : `<${code.toString(16).toUpperCase().padStart(4, '0')}> ${toHex(words)}`,
    );
    const lists: string[] = [];
    for (let at = 0; at < lines.length; at += 100) {
      const list = lines.slice(at, at + 100);
      lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar\n`);
    }
    const begin = this.#map.search(/^\d+ beginbf/m);
    return this.#map.slice(0, begin) + lists.join('') + this.#map.slice(this.#map.indexOf('endcmap'));
  }

  /** ISO 32000-1, table 117: two bytes for each code say which glyph it draws. */
  #writeCodes(): void {
    const below = this.#document.dict(this.#document.array(this.#dict?.get('DescendantFonts'))[0]);
    if (!below) return;
    const { widths } = this;
    const map = Buffer.alloc(2 * (FIRST_OWN_CODE + this.#behind.length));
    for (let glyph = 0; glyph < FIRST_OWN_CODE; glyph += 1) map.writeUInt16BE(glyph, 2 * glyph);
    for (const [index, glyph] of this.#behind.entries())
      map.writeUInt16BE(glyph, 2 * (FIRST_OWN_CODE + index));
    below.set('CIDToGIDMap', this.#document.add(new Stream(makeDict({}), map)));
    const own = this.#behind.map((glyph) => widths[glyph] ?? 0);
    below.set('W', [...this.#document.array(below.get('W')), FIRST_OWN_CODE, own]);
  }
}

function toHex(words: string): string {
  return `<${Text.of(words).source.slice(5)}`;
}

/**
 * Gives each font of the file a tag of its own: Skia begins its tags again with each typeface, and different subsets must have different
 * ones (ISO 32000-1, 9.6.4).
 */
export function tagFonts(document: PdfDocument): void {
  const tags = new Map<number, string>();
  const rename = (dict: Dict | undefined, key: string, tag: string | undefined) => {
    const name = document.name(dict?.get(key));
    if (dict && name !== undefined && tag !== undefined)
      dict.set(key, Name.of(`${tag}+${name.replace(/^[A-Z]{6}\+/, '')}`));
  };
  for (const number of document.objects.ofType('FontDescriptor')) {
    tags.set(number, makeTag(tags.size));
    rename(document.dict(document.objects.get(number)), 'FontName', tags.get(number));
  }
  for (const number of document.objects.ofType('Font')) {
    const font = document.dict(document.objects.get(number));
    const below = document.dict(document.array(font?.get('DescendantFonts'))[0]);
    const descriptor = (below ?? font)?.get('FontDescriptor');
    rename(font, 'BaseFont', descriptor instanceof Ref ? tags.get(descriptor.number) : undefined);
  }
}

/** AAAAAA, AAAAAB and so on. */
function makeTag(index: number): string {
  let tag = '';
  for (let rest = index, place = 0; place < 6; place += 1) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}

/** The names of all fonts, without their tags. */
export function fontNames(document: PdfDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const number of document.objects.ofType('Font')) {
    const dict = document.dict(document.objects.get(number));
    names.add((document.name(dict?.get('BaseFont')) ?? '').replace(/^[A-Z]{6}\+/, ''));
  }
  return names;
}
