import type { Token } from 'marked';
import { decodeEntities } from './entities.js';
import { harmless, isDefinition, isList, isPlainWords, isReference, isTable, tokensOf } from './tokens.js';

/** Markdown as words only, for terminals, motions and searches: one line for each block, without marks, links' addresses or footnotes. */
export function plainText(markdown: string): string {
  if (isPlainWords(markdown)) return markdown.trimEnd();
  const tokens = tokensOf(markdown);
  if (!tokens) return harmless(markdown).trim();
  return tokens
    .map((token) => wordsOf(token).trim())
    .filter((words) => words !== '')
    .join('\n');
}

function wordsOf(token: Token): string {
  if (isDefinition(token) || isReference(token)) return '';
  if (isTable(token)) {
    return [token.header, ...token.rows]
      .map((row) => row.map((cell) => inline(cell.tokens)).join(', '))
      .join('\n');
  }
  if (isList(token)) return token.items.map((item) => item.tokens.map(wordsOf).join(' ').trim()).join('\n');
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
    case 'checkbox':
      return '';
    case 'br':
      return ' ';
    case 'image':
      return 'text' in token ? String(token['text']) : '';
    case 'code':
    case 'codespan':
      return 'text' in token ? String(token['text']) : token.raw;
    default:
      return 'tokens' in token && token.tokens
        ? inline(token.tokens)
        : decodeEntities('text' in token ? String(token['text']) : token.raw).replace(/\n/g, ' ');
  }
}

function inline(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join('');
}
