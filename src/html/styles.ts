import type { Diagnostic } from '../diagnostics/index.js';
import { fontsFor } from '../lettering/index.js';
import type { CouncilHead, RunningLines } from '../view/index.js';
import type { Templates } from './templates.js';

const FACES = [
  { face: '400-normal', weight: 400, style: 'normal' },
  { face: '400-italic', weight: 400, style: 'italic' },
  { face: '600-normal', weight: 600, style: 'normal' },
  { face: '700-normal', weight: 700, style: 'normal' },
] as const;

/** What the styles say beside what the style sheets do. */
export interface StyleWords {
  readonly council: CouncilHead;
  readonly running: RunningLines;
  readonly confidential: string | null;
}

/** The whole style of a page but for the typeface: what stands in the margins, the council's colour, then the style sheets. */
export function stylesOf(templates: Templates, { council, running, confidential }: StyleWords): string {
  const sheets = [...templates.parts.values()].filter(({ name }) => name.endsWith('.css'));
  // paper.css first and council.css after it, whatever their names' order: additions win.
  const ordered = sheets.toSorted((a, b) => Number(b.name === 'paper.css') - Number(a.name === 'paper.css'));
  return [
    `:root{--council:${council.colour};--council-on-dark:${council.colourOnDark}}`,
    `@page{@top-left{content:${cssString(running.left)}}@top-right{content:${cssString(running.right)}}@bottom-left{content:${cssString(running.foot)}}}`,
    ...(confidential === null
      ? []
      : [
          `@page{@bottom-center{content:${cssString(confidential)};vertical-align:top;padding-top:6mm;font-weight:700}}`,
        ]),
    ...ordered.map(({ text }) => sheetText(text)),
  ].join('\n');
}

/** The font files that a page needs, as `@font-face` rules with the files inside. */
export function fontFaces(templates: Templates, text: string): string {
  const isItalic = /<em[\s>]/.test(text);
  return fontsFor(text)
    .flatMap(({ subset, unicodeRange }) =>
      FACES.filter(({ style }) => style === 'normal' || isItalic).flatMap(({ face, weight, style }) => {
        const bytes = templates.fonts.get(`source-sans-3-${subset}-${face}.woff2`);
        if (!bytes) return [];
        return [
          `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:${style};font-display:block;src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2");unicode-range:${unicodeRange}}`,
        ];
      }),
    )
    .join('\n');
}

/** Style sheets that reach for something outside the paper: it would be refused while printing, and is told here at its line. */
export function addressesInStyles(templates: Templates): readonly Diagnostic[] {
  return [...templates.parts.values()].flatMap(({ name, shown, text }) => {
    const pattern = name.endsWith('.css')
      ? /@import[^;]*;?|url\(\s*["']?(?!["']?(?:data:|#))[^)]*\)?/gi
      : /\b(?:src|srcset|poster|data|background)\s*=\s*["']?\s*(?:https?:|\/\/|file:)[^"'\s>]*|<(?:link|iframe|object|embed|base|meta\s+http-equiv)\b[^>]*>?/gi;
    return [...text.matchAll(pattern)].map(
      (match): Diagnostic => ({
        code: 'style-address',
        severity: 'error',
        span: { file: shown, start: match.index, end: match.index + match[0].length },
        message: 'this reaches for something outside the paper, which is never fetched',
        hint: 'Put the picture or font into the file itself as a data: address, or take it out.',
      }),
    );
  });
}

/** A text as a CSS string that ends where it should, within a style element that does too: CSS Syntax Level 3, section 4.3.7. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\u0020\u0021\u0023-\u003b\u003d\u003f-\u005b\u005d-\u007e\u00a0-\u{10ffff}]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

function sheetText(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*\n+/g, '\n')
    .replaceAll('</', '<\\/')
    .trim();
}
