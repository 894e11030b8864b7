import { missingCharacters } from '../glyphs/index.js';
import { characterNumbered, decodeEntities } from '../markdown/index.js';
import { type Findings, spanWithin } from './findings.js';
import { isStyleSheet, type Part } from './templates.js';

/** What a part may not hold, whatever names it uses: scripts, addresses that would be fetched, characters without a glyph. */
export function checkMarkup(part: Part, findings: Findings): void {
  const isSheet = isStyleSheet(part);
  const text = withoutComments(part.text, isSheet ? CSS_COMMENTS : TEMPLATE_COMMENTS);
  for (const { pattern, ...finding } of isSheet ? IN_SHEETS : IN_MARKUP) {
    for (const match of text.matchAll(pattern))
      findings.add({ ...finding, span: spanWithin(part, match.index, match[0].trimEnd().length) });
  }
  for (const { index, length, character } of isSheet ? escapesIn(text) : entitiesIn(text)) {
    if (character === undefined || missingCharacters(character).length > 0)
      findings.add({
        code: 'glyph-missing',
        severity: 'warning',
        span: spanWithin(part, index, length),
        message: `the paper's typeface may have no character '${text.slice(index, index + length).trim()}'`,
        hint: 'Write the character itself where the typeface has it; otherwise draw it, or say it in words.',
      });
  }
  for (const { character, index } of missingCharacters(text))
    findings.add({
      code: 'glyph-missing',
      severity: 'warning',
      span: spanWithin(part, index, character.length),
      message: `the paper's typeface has no character '${character}'`,
      hint: 'Draw it, or say it in words.',
    });
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

const FETCHED_BY_STYLES = [
  { ...OUTSIDE, pattern: /@import\b[^;{}]*;?/gi },
  { ...OUTSIDE, pattern: /\burl\(\s*(?!["']?\s*(?:data:|#))[^)]*\)?/gi },
];

const IN_SHEETS = [
  ...FETCHED_BY_STYLES,
  { ...OUTSIDE, pattern: /\b(?:image-set|image|src)\(\s*["'](?!\s*data:)[^)]*\)?/gi },
  {
    code: 'style-address',
    message: 'this asks for a font of the machine, which differs from one to the next',
    hint: 'Use the typeface that ships, or put the font file into the style as a data: address.',
    pattern: /\blocal\([^)]*\)?/gi,
  },
] as const;

const IN_MARKUP = [
  ...FETCHED_BY_STYLES,
  { ...SCRIPT, pattern: /<script\b/gi },
  { ...SCRIPT, pattern: /(?<=<[a-z][^<>]*[\s"'])on[a-z]+\s*=/gi },
  { ...SCRIPT, pattern: /\b(?:href|src|action)\s*=\s*["']?\s*javascript:/gi },
  {
    ...OUTSIDE,
    pattern:
      /(?<=<[a-z][^<>]*\s)(?:src|srcset|poster|background|data)\s*=\s*(?:"(?!\s*(?:data:|\{\{))[^"]*"?|'(?!\s*(?:data:|\{\{))[^']*'?|(?!["'\s]|data:|\{\{)[^\s>]+)/gi,
  },
  { ...OUTSIDE, pattern: /<(?:link|iframe|frame|object|embed|base|audio|video)\b[^>]*>?/gi },
  { ...OUTSIDE, pattern: /<meta\b[^>]*http-equiv\s*=\s*["']?\s*refresh[^>]*>?/gi },
  { ...OUTSIDE, pattern: /<use\b[^>]*href\s*=\s*["']?(?!["']?\s*[#{])[^>]*>?/gi },
] as const;

const CSS_COMMENTS = /\/\*[\s\S]*?(?:\*\/|$)/g;
const TEMPLATE_COMMENTS = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}|<!--[\s\S]*?-->/g;

/** Comments as blanks, so that all else keeps its place. */
function withoutComments(text: string, comments: RegExp): string {
  return text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));
}

interface Written {
  readonly index: number;
  readonly length: number;
  /** The character meant; undefined where the name is none that is known here. */
  readonly character: string | undefined;
}

function entitiesIn(text: string): readonly Written[] {
  return [...text.matchAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi)].map((match) => {
    const [whole, decimal, hexadecimal, name] = match;
    const character =
      name === undefined
        ? characterNumbered(Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10))
        : characterNamed(whole);
    return { index: match.index, length: whole.length, character };
  });
}

function escapesIn(text: string): readonly Written[] {
  return [...text.matchAll(/\\([0-9a-f]{1,6})\s?/gi)].map((match) => ({
    index: match.index,
    length: match[0].length,
    character: characterNumbered(Number.parseInt(match[1] ?? '', 16)),
  }));
}

function characterNamed(entity: string): string | undefined {
  const decoded = decodeEntities(entity);
  return decoded === entity ? undefined : decoded;
}
