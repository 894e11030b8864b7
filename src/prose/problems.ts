import type { Token } from 'marked';
import type { Code } from '../diagnostics/index.js';
import { picturePath, safeAddress } from './addresses.js';
import { decodeEntities } from './entities.js';
import { everyToken, isDefinition, isReference, LONGEST_PROSE, tokensOf } from './tokens.js';

/** Something wrong with an author's Markdown; offsets are into the text. */
export interface ProseProblem {
  readonly code: Extract<
    Code,
    | 'link-scheme'
    | 'link-text'
    | 'image-outside'
    | 'image-alt'
    | 'heading-jump'
    | 'footnote-missing'
    | 'prose-too-long'
  >;
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What is wrong with a text: links that lead nowhere safe or do not say where, pictures outside the register or without words for
 * those who cannot see them, headings that leave a level out, footnotes that are missing or never spoken of.
 */
export function proseProblems(markdown: string): readonly ProseProblem[] {
  // Most notes hold nothing that could be wrong; a large register has tens of thousands of them.
  if (markdown.length <= LONGEST_PROSE && !/\[|<[a-z][a-z0-9+.-]*:|^ {0,3}#/im.test(markdown)) return [];
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
  let level = 0;
  for (const token of everyToken(tokens)) {
    if (isReference(token)) spokenOf.add(token.name);
    const said = problemOf(token, definitions) ?? headingProblem(token, level);
    if (said) problems.push({ ...said, ...find(token.raw) });
    if (isHeading(token)) level = token.depth;
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
  if (token.type === 'image' && 'text' in token && String(token['text']).trim() === '') {
    return {
      code: 'image-alt',
      message: 'this picture has no words for those who cannot see it',
      hint: 'Write between the square brackets what it shows: ![A map of the estate](pictures/map.png).',
    };
  }
  if (token.type === 'link' && 'text' in token && SAYS_NOTHING.test(String(token['text']).trim())) {
    return {
      code: 'link-text',
      message: `the words of this link, '${String(token['text'])}', do not say where it leads`,
      hint: 'A screen reader can read the links alone: write what is found there, such as [the final report](https://…).',
    };
  }
  return undefined;
}

/** Words of a link that are the same wherever it leads: WCAG 2.2, 2.4.4 and 2.4.9. */
const SAYS_NOTHING =
  /^(?:(?:please )?(?:click|see|read|find it|available|look) here|here|this|link|(?:this|the) (?:link|page|website|document)|(?:read |find out |learn )?more|click|download|details|page|website|document|pdf)[.:!…]*$/i;

function isHeading(token: Token): token is Token & { readonly depth: number } {
  return token.type === 'heading' && 'depth' in token && typeof token['depth'] === 'number';
}

/** An author's first heading has one #, and each next at most one more than the one before: WCAG 2.2, 1.3.1. */
function headingProblem(token: Token, before: number): Omit<ProseProblem, 'start' | 'end'> | undefined {
  if (!isHeading(token) || token.depth <= before + 1) return undefined;
  return {
    code: 'heading-jump',
    message:
      before === 0
        ? `the first heading of a text has one #, and this has ${token.depth}`
        : `this heading has ${token.depth} # after one with ${before}, and leaves a level out`,
    hint: `Begin it with ${'#'.repeat(before + 1)} instead.`,
  };
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
