import { type FontCoverage, fontsFor } from '../glyphs/index.js';
import type { Templates } from './templates.js';

const FACES = [
  { face: '400-normal', weight: 400, style: 'normal' },
  { face: '400-italic', weight: 400, style: 'italic' },
  { face: '600-normal', weight: 600, style: 'normal' },
  { face: '700-normal', weight: 700, style: 'normal' },
] as const;

/**
 * The height of a line's letters is told smaller than the files have it (1.42 em), and smaller than any line-height of the style sheets:
 * a line that overhangs the edge of its page is printed on the neighbouring page too, unseen but read out twice.
 */
const METRICS = 'ascent-override:92%;descent-override:30%;line-gap-override:0%';

/** A font file that is in a page. */
export interface FontFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The rule by which the page has it. */
  readonly face: string;
}

/** What tells the direction of words and draws nothing: it is taken from the file that draws those words. */
const DIRECTIONS = 'U+2066-2069';

/**
 * The font files that a page needs, each with the `@font-face` rule that holds it. Slanted ones only where something is slanted. All of them
 * are one family to the style sheets, so that templates need not know which scripts a paper has.
 */
export function fontFiles({ fonts }: Pick<Templates, 'fonts'>, page: string): readonly FontFile[] {
  const hasItalic = /<(?:em|i|cite|dfn|var)[\s>]|font-style:\s*(?:italic|oblique)/.test(page);
  // Where two files have a character the rule that comes last wins: it is to be the smaller file.
  return fontsFor(page)
    .toReversed()
    .flatMap((needed) =>
      FACES.filter(({ style }) => style === 'normal' || hasItalic).flatMap(({ face, ...wanted }) => {
        const styles: (typeof wanted.style)[] = [wanted.style];
        if (needed.typeface === 'noto-sans') {
          // Its scripts are not slanted: the upright file serves what is.
          if (wanted.style === 'italic') return [];
          if (hasItalic && wanted.weight === 400) styles.push('italic');
        }
        const name = `${needed.typeface}-${needed.subset}-${face}.woff2`;
        const bytes = fonts.get(name);
        if (!bytes) return [];
        const rules = styles.map((style) => writeFontFace(bytes, { ...wanted, style }, needed));
        return [{ name, bytes, face: rules.join('\n') }];
      }),
    );
}

function writeFontFace(
  bytes: Uint8Array,
  { weight, style }: Pick<(typeof FACES)[number], 'weight' | 'style'>,
  { typeface, unicodeRange }: FontCoverage,
): string {
  const range = typeface === 'noto-sans' ? `${unicodeRange},${DIRECTIONS}` : unicodeRange;
  return `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:${style};font-display:block;${METRICS};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2");unicode-range:${range}}`;
}
