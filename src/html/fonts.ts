import { fontsFor } from '../lettering/index.js';
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

/** A font file that stands in a page. */
export interface FontFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The rule by which the page has it. */
  readonly face: string;
}

/** The font files that a page needs, each with the `@font-face` rule that holds it. Slanted ones only where something is slanted. */
export function fontFiles({ fonts }: Pick<Templates, 'fonts'>, page: string): readonly FontFile[] {
  const hasItalic = /<(?:em|i|cite|dfn|var)[\s>]|font-style:\s*(?:italic|oblique)/.test(page);
  // Where two files have a character the rule that comes last wins: it is to be the smaller file.
  return fontsFor(page)
    .toReversed()
    .flatMap(({ subset, unicodeRange }) =>
      FACES.filter(({ style }) => style === 'normal' || hasItalic).flatMap(({ face, weight, style }) => {
        const name = `source-sans-3-${subset}-${face}.woff2`;
        const bytes = fonts.get(name);
        if (!bytes) return [];
        return [
          {
            name,
            bytes,
            face: `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:${style};font-display:block;${METRICS};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2");unicode-range:${unicodeRange}}`,
          },
        ];
      }),
    );
}
