import { toUnicodeFrom } from '../../read/to-unicode.js';
import { inflated, type PdfDocument } from '../syntax/document.js';
import { type Dict, Name, Ref, type Value } from '../syntax/values.js';

/** The words behind the glyphs of a font, by glyph. */
export type Glyphs = readonly (string | undefined)[];

/** Finds the glyphs of each font that pages name, once for each font. */
export class FontShelf {
  readonly #document: PdfDocument;
  readonly #known = new Map<number, Glyphs>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** A page's fonts by the names which its content uses. */
  fontsOf(resources: Value | undefined): ReadonlyMap<string, Glyphs> {
    const fonts = new Map<string, Glyphs>();
    for (const [name, value] of this.#document.dict(this.#document.dict(resources)?.get('Font')) ?? []) {
      if (value instanceof Ref) fonts.set(name, this.#glyphsOf(value));
    }
    return fonts;
  }

  #glyphsOf(ref: Ref): Glyphs {
    const known = this.#known.get(ref.number);
    if (known) return known;
    const map = this.#document.stream(this.#document.dict(ref)?.get('ToUnicode'));
    const glyphs: string[] = [];
    const source = map ? Buffer.from(inflated(map)).toString('latin1') : '';
    for (const [glyph, words] of toUnicodeFrom(source)) glyphs[glyph] = words;
    this.#known.set(ref.number, glyphs);
    return glyphs;
  }
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
    tags.set(number, tagOf(tags.size));
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
function tagOf(index: number): string {
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
