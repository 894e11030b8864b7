import { KEYS, LISTS, PROSE } from './register-keys.js';
import { type Faulty, type Guess, type KeyLine, type Line, readKeyLine } from './syntax-error-context.js';

/** The nearest line above another that begins with a key. */
function keyAbove(
  { lines }: Faulty,
  below: number,
): { readonly index: number; readonly keyLine: KeyLine } | undefined {
  for (let index = below - 1; index >= 0; index -= 1) {
    const line = lines[index];
    const keyLine = line && readKeyLine(line);
    if (keyLine) return { index, keyLine };
  }
  return undefined;
}

const isBlock = ({ value }: KeyLine) => /^[|>][-+\d]*$/.test(value);

/** A second paragraph, or a list, of words that stand with a key above and are not indented beneath it. */
export function wordsNotIndented(faulty: Faulty): Guess | undefined {
  const { lines, at } = faulty;
  const line = lines[at];
  const above = keyAbove(faulty, at);
  if (!line || !above || above.keyLine.value === '' || line.indent > above.keyLine.column) return undefined;
  const words = line.words.trim();
  const isItem = /^[-•*] /.test(words);
  const item = { ...line, words: words.replace(/^[-•*] +/, '') };
  const isSentence = isItem
    ? readKeyLine(item) === undefined
    : beginsSentence(words) && !isKeyWithoutColon(lines, at);
  if (!isSentence || readKeyLine(line)) return undefined;
  const { key, column } = above.keyLine;
  const first = lines[above.index + 1];
  const room = isBlock(above.keyLine) && first && first.indent > column ? first.indent : column + 2;
  return {
    start: line.start + line.indent,
    end: line.start + line.words.length,
    message: `these words are not indented, so YAML cannot tell that they belong to '${key}' above`,
    hint: isBlock(above.keyLine)
      ? `Put ${room} spaces before each of their lines.`
      : `Text of several paragraphs begins with | and each of its lines is indented: write '${key}: |' and, beneath it, all of the words with ${room} spaces before each line.`,
  };
}

/** Words that hardly ever are a key: with a capital, a number or a mark first, or one of the words that only sentences have. */
function beginsSentence(words: string): boolean {
  return (
    (/^(?:["“‘'(£*]|\p{Lu}|\d+\s)/u.test(words) && /\s/.test(words)) ||
    /^(?:a|also|all|an|and|as|at|because|but|by|for|from|he|if|in|it|no|not|of|on|or|she|since|so|some|that|the|then|there|these|they|this|those|to|we|when|where|which|while|who|with)\s/i.test(
      words,
    )
  );
}

/** "Action 6.2" without its colon, and what belongs to it beneath. */
function isKeyWithoutColon(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  return (
    line !== undefined &&
    next !== undefined &&
    next.indent > line.indent &&
    /^\S+(?:\s+\S*\d\S*)?$/.test(line.words.trim())
  );
}

/** Words that run on over lines, one of which has a colon: YAML takes it for a key further right than the one before. */
export function colonInWords(faulty: Faulty): Guess | undefined {
  const found = runOn(faulty);
  if (!found) return undefined;
  const { owner, line } = found;
  const known = readKeyLine(line);
  if (known && (known.isSure || !PROSE.has(owner.key))) return undefined;
  const colon = /:(?=\s|$)/.exec(line.words)?.index ?? 0;
  const isEnd = line.words.slice(colon + 1).trim() === '';
  return {
    start: line.start + colon,
    end: line.start + colon + 1,
    message: `because of the colon ${isEnd ? 'at the end of' : 'in'} this line YAML takes it for a key, not for words of '${owner.key}'`,
    hint: `Write '${owner.key}: |' and, beneath it, all of the words with ${owner.column + 2} spaces before each line.`,
  };
}

/** A key that begins further right than the one that it is beside, or further left. */
export function keyOutOfColumn(faulty: Faulty): Guess | undefined {
  const { lines, at, fault } = faulty;
  const found = runOn(faulty);
  const line = lines[at];
  if (found) {
    const key = readKeyLine(found.line);
    const isBack = lines.slice(0, at).some((before) => readKeyLine(before)?.column === key?.column);
    if (!key?.isSure || /^\s*- /.test(found.line.words)) return undefined;
    const over = keyAbove(faulty, at)?.keyLine;
    // Beneath a key without a value all begin further right than that, so the line that does not is the one out of its column.
    if (line && over?.value === '' && found.owner.column <= over.column && key.column > over.column)
      return sideways(line, found.owner, key);
    if (!key.isReference && !isBack) return sideways(found.line, key, found.owner);
    // What follows is where it was before, so it is the line above that stands out.
    const above = isBack ? keyAbove(faulty, at) : undefined;
    return above && line && above.keyLine.column > found.owner.column
      ? sideways(line, found.owner, above.keyLine)
      : undefined;
  }
  if (fault.code !== 'BAD_INDENT' && fault.code !== 'MISSING_CHAR') return undefined;
  const key = line && readKeyLine(line);
  const above = keyAbove(faulty, at);
  if (!line || !key?.isSure || key.isReference || !above || /^\s*- /.test(line.words)) return undefined;
  return key.column === above.keyLine.column ? undefined : sideways(line, key, above.keyLine);
}

function sideways(line: Line, key: KeyLine, beside: KeyLine): Guess {
  const by = Math.abs(key.column - beside.column);
  const isRight = key.column > beside.column;
  return {
    start: line.start + key.column,
    end: line.start + line.words.length,
    message: `'${key.key}' begins further ${isRight ? 'right' : 'left'} than '${beside.key}'`,
    hint: `Begin them in one column: ${isRight ? `take ${by} ${by === 1 ? 'space' : 'spaces'} out` : `put ${by} more ${by === 1 ? 'space' : 'spaces'}`} before '${key.key}'.`,
  };
}

/** Where a value runs on over lines up to one with a colon: that line, and the key whose value it is. */
function runOn({ fault, lines, at }: Faulty): { readonly owner: KeyLine; readonly line: Line } | undefined {
  if (fault.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const first = lines[at];
  const owner = first && readKeyLine(first);
  if (!owner || owner.value === '' || /:(?:\s|$)/.test(owner.value)) return undefined;
  for (const line of lines.slice(at + 1)) {
    if (line.indent <= owner.column && line.indent <= (first?.indent ?? 0)) return undefined;
    if (/:(?:\s|$)/.test(line.words)) return { owner, line };
  }
  return undefined;
}

/** The first key of an item whose dash was forgotten. */
export function itemWithoutDash(faulty: Faulty): Guess | undefined {
  const { lines, at } = faulty;
  const line = lines[at];
  if (!line || /^\s*-/.test(line.words)) return undefined;
  let top = at;
  while (top > 0 && (lines[top - 1]?.indent ?? 0) >= line.indent) top -= 1;
  const parent = lines[top - 1];
  const list = parent && readKeyLine(parent);
  if (!list || !LISTS.has(list.key) || list.value !== '') return undefined;
  const siblings = lines.slice(top, at + 1).filter(({ indent }) => indent === line.indent);
  const firstItem = siblings.find(({ words }) => /^\s*- /.test(words));
  const bare = siblings.find(({ words }) => !/^\s*- /.test(words)) ?? line;
  const key = readKeyLine(bare);
  // Beside items that begin with another key, it is one of the keys of the item above.
  if (firstItem && key && readKeyLine(firstItem)?.key !== key.key) return undefined;
  return {
    start: bare.start + bare.indent,
    end: bare.start + bare.words.length,
    message: `a dash is missing before ${key ? `'${key.key}'` : 'these words'}: each item of '${list.key}' begins with '- '`,
    hint: `Write '- ' before it, and begin the other lines of the item under the first letter after the dash.`,
  };
}

/** `-number: 5`. */
export function dashWithoutSpace({ lines, at }: Faulty): Guess | undefined {
  for (const line of lines.slice(Math.max(0, at - 1), at + 1)) {
    const [, indent = '', key = ''] = /^( *)-([a-z][a-z-]*):(?:\s|$)/.exec(line.words) ?? [];
    if (!KEYS.has(key)) continue;
    const start = line.start + indent.length;
    return {
      start,
      end: start + 1,
      message: 'a space is missing after this dash',
      hint: `Write '- ${key}: '.`,
    };
  }
  return undefined;
}

/** A comment that cuts off the bracket at which a line was to end. */
export function commentInBrackets({ lines, at }: Faulty): Guess | undefined {
  for (const line of lines.slice(Math.max(0, at - 1), at + 1)) {
    const bracket = line.words.search(/[[{]/);
    const comment = bracket === -1 ? -1 : line.words.slice(bracket).search(/(?<=\s)#/);
    if (comment === -1) continue;
    const [before, words] = [line.words.slice(0, bracket + comment), line.words.slice(bracket + comment)];
    if (/[\]}]/.test(words) && !isWithinQuotes(before))
      return takenForComment(line.start + before.length, words, 'and the bracket before it is never closed');
  }
  return undefined;
}

/** A comment that cuts off words which go on in the next line. */
export function commentInWords(faulty: Faulty): Guess | undefined {
  const { text, lines, at } = faulty;
  const line = lines[at];
  const above = keyAbove(faulty, at);
  const first = above && lines[above.index];
  if (!line || !first || readKeyLine(line)?.isSure || line.indent <= above.keyLine.column) return undefined;
  for (const match of text.slice(first.start, line.start).matchAll(/^([^\n]*\s|)(#[^\n]*)/gm)) {
    const [, before = '', words = ''] = match;
    if (isWithinQuotes(before) || (before.trim() === '' && !/^#\S/.test(words))) continue;
    return takenForComment(
      first.start + match.index + before.length,
      words,
      'and the words after it belong to nothing',
    );
  }
  return undefined;
}

function isWithinQuotes(before: string): boolean {
  return (before.split('"').length - 1) % 2 === 1;
}

function takenForComment(start: number, written: string, consequence: string): Guess {
  const words = written.trimEnd();
  return {
    start,
    end: start + words.length,
    message: `YAML takes "${words.length > 80 ? `${words.slice(0, 79)}…` : words}" for a comment, ${consequence}`,
    hint: 'Put the words in quotes, or on the next line after a |.',
  };
}
