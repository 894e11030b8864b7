import type { CouncilHead, RunningLines } from '../view/index.js';
import { isolateInStyles } from './right-to-left.js';
import { styleSheets, type Templates } from './templates.js';

/** What the styles say beside what the style sheets do. */
export interface StyleWords {
  readonly council: CouncilHead;
  readonly running: RunningLines;
}

/** The whole style of a page but for the typeface: what is in the margins, the council's colour, then the style sheets. */
export function writeStyles(templates: Templates, { council, running }: StyleWords): string {
  return [
    `:root{--council:${council.colour};--band:${council.band};--council-on-dark:${council.colourOnDark}}`,
    `@page{@top-left{content:${cssString(running.left)}}@top-right{content:${cssString(running.right)}}@bottom-left{content:${cssString(running.foot)}}}`,
    ...(running.confidential === null
      ? []
      : [`@page{@bottom-center{content:${cssString(running.confidential)};font-weight:700}}`]),
    ...styleSheets(templates).map(({ text }) => sheetText(text)),
  ].join('\n');
}

/**
 * A text as a CSS string that ends where it should, within a style element that does too: every character that means something to
 * either is written by its number (CSS Syntax Level 3, section 4.3.7).
 */
export function cssString(text: string): string {
  return `"${isolateInStyles(text).replace(/[^ !#-;=?-[\]-~\u00a0-\u2065\u206a-\u{10ffff}]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

/** A sheet as it is in the page: without comments and blank lines, and unable to end the style element. */
function sheetText(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*\n+/g, '\n')
    .replaceAll('</', '<\\/')
    .trim();
}
