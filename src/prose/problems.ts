import type { Token } from 'marked';
import type { Code } from '../diagnostics/index.js';
import { picturePath, safeAddress } from './addresses.js';
import { decodeEntities } from './entities.js';
import { everyToken, isDefinition, isReference, LONGEST_PROSE, tokensOf } from './tokens.js';

/** Something wrong with an author's Markdown; offsets are into the text. */
export interface ProseProblem {
  readonly code: Extract<Code, 'link-scheme' | 'image-outside' | 'footnote-missing' | 'prose-too-long'>;
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a text: links that lead nowhere safe, pictures outside the register, footnotes that are missing or never spoken of. */
export function proseProblems(markdown: string): readonly ProseProblem[] {
  // Most notes hold nothing that could be wrong; a large register has tens of thousands of them.
  if (markdown.length <= LONGEST_PROSE && !/\[|<[a-z][a-z0-9+.-]*:/i.test(markdown)) return [];
  const tokens = tokensOf(markdown);
  if (!tokens) {
    return [
      {
        code: 'prose-too-long',
        message: `this text is longer than ${LONGEST_PROSE / 1_000},000 characters, or nested too deeply, and would be printed as it was typed`,
        hint: 'Shorten it, or put the long part into a background paper.',
        start: 0,
        end: Math.min(markdown.length, 80),
      },
    ];
  }
  const find = finder(markdown);
  const definitions = new Set(tokens.filter(isDefinition).map(({ name }) => name));
  const spokenOf = new Set<string>();
  const problems: ProseProblem[] = [];
  for (const token of everyToken(tokens)) {
    if (isReference(token)) spokenOf.add(token.name);
    const said = problemOf(token, definitions);
    if (said) problems.push({ ...said, ...find(token.raw) });
  }
  for (const token of tokens.filter(isDefinition)) {
    if (spokenOf.has(token.name)) continue;
    problems.push({
      code: 'footnote-missing',
      message: `the footnote [^${token.name}] is never spoken of`,
      hint: `Put [^${token.name}] behind the words that it belongs to, or take it out.`,
      ...find(`[^${token.name}]:`),
    });
  }
  return problems;
}

/** The paths of the pictures that a text shows. */
export function imagePaths(markdown: string): readonly string[] {
  if (!markdown.includes('![')) return [];
  return [...everyToken(tokensOf(markdown) ?? [])].flatMap((token) => {
    const path = token.type === 'image' && 'href' in token ? picturePath(String(token['href'])) : undefined;
    return path === undefined ? [] : [path];
  });
}

function problemOf(
  token: Token,
  definitions: ReadonlySet<string>,
): Omit<ProseProblem, 'start' | 'end'> | undefined {
  if (isReference(token) && !definitions.has(token.name)) {
    return {
      code: 'footnote-missing',
      message: `there is no footnote [^${token.name}] in this text`,
      hint: `Add a line '[^${token.name}]: …' at the end of the same text.`,
    };
  }
  if (
    token.type === 'link' &&
    'href' in token &&
    safeAddress(decodeEntities(String(token['href']))) === undefined
  ) {
    return {
      code: 'link-scheme',
      message: `'${String(token['href'])}' is not an address that a reader can follow`,
      hint: 'Links begin with https://, http:// or mailto:.',
    };
  }
  if (token.type === 'image' && 'href' in token && picturePath(String(token['href'])) === undefined) {
    return {
      code: 'image-outside',
      message: `the picture '${String(token['href'])}' is not a file of this register`,
      hint: 'Put it into the register’s folder and write its path from there, such as pictures/map.png.',
    };
  }
  return undefined;
}

/** Places of raw pieces in the order in which they stand; a piece that occurs twice is found where it comes next. */
function finder(text: string): (raw: string) => { readonly start: number; readonly end: number } {
  const from = new Map<string, number>();
  return (raw) => {
    const words = raw.trim();
    const at = text.indexOf(words, from.get(words) ?? 0);
    if (at === -1) return { start: 0, end: Math.min(text.length, 80) };
    from.set(words, at + words.length);
    return { start: at, end: at + words.length };
  };
}
