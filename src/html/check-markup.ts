import { missingCharacters } from '../lettering/index.js';
import { decodeEntities } from '../prose/index.js';
import { type Findings, stretchOf } from './findings.js';
import type { Part } from './templates.js';

/** What a part may not hold, whatever names it uses: scripts, addresses that would be fetched, characters without a glyph. */
export function checkMarkup(part: Part, findings: Findings): void {
  const isStyle = part.name.endsWith('.css');
  const text = withoutComments(part.text, isStyle);
  for (const { pattern, code, message, hint } of isStyle ? IN_STYLES : [...IN_MARKUP, ...IN_STYLES]) {
    for (const match of text.matchAll(pattern)) {
      const span = stretchOf(part, match.index, match[0].trimEnd().length);
      findings.add({ code, span, message, hint });
    }
  }
  const written = isStyle ? text.replace(/\\([0-9a-f]{1,6})\s?/gi, undefined_escape) : text;
  checkGlyphs(part, written, findings);
}

const SCRIPT = {
  code: 'template-raw',
  message: 'a paper holds no scripts',
  hint: 'Take it out: a paper is read without them.',
} as const;

const OUTSIDE = {
  code: 'style-address',
  message: 'this reaches for something outside the paper, which is never fetched',
  hint: 'Put the picture or font into the file itself as a data: address, or take it out.',
} as const;

const IN_MARKUP = [
  { ...SCRIPT, pattern: /<script\b/gi },
  { ...SCRIPT, pattern: /(?<=<[a-z][^<>]*\s)on[a-z]+\s*=/gi },
  { ...SCRIPT, pattern: /\b(?:href|src|action)\s*=\s*["']?\s*javascript:/gi },
  {
    ...OUTSIDE,
    pattern:
      /\b(?:src|srcset|poster|background|data)\s*=\s*(?:"\s*(?!data:|\{\{)[^"]*"|'\s*(?!data:|\{\{)[^']*'|(?!["'\s]|data:|\{\{)[^\s>]+)/gi,
  },
  { ...OUTSIDE, pattern: /<(?:link|iframe|frame|object|embed|base|audio|video)\b[^>]*>?/gi },
  { ...OUTSIDE, pattern: /<meta[^>]*http-equiv\s*=\s*["']?refresh[^>]*>?/gi },
  { ...OUTSIDE, pattern: /<use\b[^>]*href\s*=\s*["']?(?!["']?[#{])[^>]*>?/gi },
] as const;

const IN_STYLES = [
  { ...OUTSIDE, pattern: /@import\b[^;]*;?/gi },
  { ...OUTSIDE, pattern: /\b(?:url|src)\(\s*(?!\s*["']?(?:data:|#))[^)]*\)?/gi },
  { ...OUTSIDE, pattern: /\b(?:-webkit-)?(?:image-set|image)\(\s*["'](?!data:)[^)]*\)?/gi },
] as const;
