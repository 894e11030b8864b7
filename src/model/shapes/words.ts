import { factsOf } from '../../diagnostics/index.js';
import { missingCharacters } from '../../lettering/index.js';
import { findGarbled, joinLines, proseProblems } from '../../prose/index.js';
import { placeWithin, type SourceText } from '../../source/index.js';
import type { Markdown, Person } from '../types.js';
import { fault, type JsonSchema, type Reading, type Shape, textShape } from './shape.js';

/** What an editor takes for a number or a truth value is words all the same. */
export const WORDS: JsonSchema = { type: ['string', 'number', 'boolean'], pattern: '\\S' };

/** Words as written, on one line of the paper. */
export const text: Shape<string> = textShape('text', WORDS, (node, reading) => {
  if (isBlank(node, reading)) return undefined;
  warnOfGlyphs(node, reading);
  return joinLines(node.text);
});

/** Markdown. */
export const prose: Shape<Markdown> = textShape('words (Markdown)', WORDS, (node, reading) => {
  if (isBlank(node, reading)) return undefined;
  warnOfGlyphs(node, reading);
  for (const { code, message, hint, start, end } of proseProblems(node.text)) {
    reading.report({
      code,
      severity: factsOf(code).level,
      span: placeWithin(node, reading.document.text, start, end),
      message,
      hint,
    });
  }
  return node.text.trim();
});

/** A reference as councils write them, read as written: `1.10` never becomes 1.1. */
export const reference: Shape<string> = textShape('a reference', WORDS, (node, reading) =>
  isBlank(node, reading) ? undefined : joinLines(node.text),
);

/** A number or text kept as text, such as an item's number. */
export const number: Shape<string> = textShape('a number', WORDS, (node, reading) =>
  isBlank(node, reading) ? undefined : joinLines(node.text),
);

/** A key that this register defines elsewhere. */
export const key: Shape<string> = textShape('a key', WORDS, (node, reading) =>
  isBlank(node, reading) ? undefined : node.text.trim(),
);

const YES_OR_NO: JsonSchema = {
  type: ['boolean', 'string'],
  pattern: '^(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$',
};

/** Yes or no. */
export const flag: Shape<boolean> = textShape('true or false', YES_OR_NO, (node, reading) => {
  const written = node.text.toLowerCase();
  if (written === 'true' || written === 'yes') return true;
  if (written === 'false' || written === 'no') return false;
  return fault(
    reading,
    'value-type',
    node.span,
    `'${node.text}' is neither true nor false`,
    'Write true or false.',
  );
});

/** A whole number of at least 1. */
export const count: Shape<number> = textShape(
  'a whole number',
  { type: ['integer', 'string'], minimum: 0, maximum: 999_999, pattern: '^\\d{1,6}$' },
  (node, reading) => {
    if (/^\d{1,6}$/.test(node.text)) return Number(node.text);
    return fault(
      reading,
      'value-type',
      node.span,
      `'${node.text}' is not a whole number`,
      'Write digits only, such as 3.',
    );
  },
);

/** An officer's key, or plain words. */
export const person: Shape<Person> = textShape("an officer's key, or plain words", WORDS, (node, reading) => {
  if (isBlank(node, reading)) return undefined;
  const written = joinLines(node.text);
  if (isKeyLike(written)) return { kind: 'officer', key: written, span: node.span };
  warnOfGlyphs(node, reading);
  return { kind: 'words', words: written, span: node.span };
});

/** Lower case and hyphens without a space: a key, which must be known. */
export function isKeyLike(written: string): boolean {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(written);
}

/** `#005a70`. */
export const colour: Shape<string> = textShape(
  'a colour such as "#005a70"',
  { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
  (node, reading) => {
    if (/^#[0-9a-f]{6}$/i.test(node.text)) return node.text.toLowerCase();
    return fault(
      reading,
      'value-type',
      node.span,
      `'${node.text}' is not a colour`,
      'Write a # and six digits in quotes, such as "#005a70".',
    );
  },
);

/** "2 months", "5 clear days": a number and a fixed unit. */
export function amount(unit: string): Shape<number> {
  const singular = unit.replace(/s$/, '');
  return textShape(
    `a number of ${unit}`,
    { type: 'string', pattern: `^\\d{1,4}\\s+${singular}s?$` },
    (node, reading) => {
      const match = /^(\d{1,4})\s+(.+)$/.exec(node.text);
      if (match && (match[2] === unit || match[2] === singular)) return Number(match[1]);
      return fault(
        reading,
        'value-type',
        node.span,
        `'${node.text}' is not a number of ${unit}`,
        `Write a number and '${unit}', such as '2 ${unit}'.`,
      );
    },
  );
}

/** An address that a reader can follow. */
export const link: Shape<string> = textShape(
  'an address that begins with https://',
  {
    type: 'string',
    pattern: '^\\s*(?:[Hh][Tt][Tt][Pp][Ss]?://[^\\s/]|[Mm][Aa][Ii][Ll][Tt][Oo]:\\S+@)\\S*\\s*$',
  },
  (node, reading) => {
    const written = node.text.trim();
    if (/^(?:https?:\/\/[^\s/]|mailto:[^\s]+@)[^\s]*$/i.test(written)) return written;
    return fault(
      reading,
      'link-scheme',
      node.span,
      `'${written}' is not an address that a reader can follow`,
      'Write one that begins with https://, http:// or mailto:, without spaces.',
    );
  },
);

/** Quotation marks with nothing between them. */
export function isBlank(node: SourceText, reading: Reading): boolean {
  if (node.text.trim() !== '') return false;
  fault(
    reading,
    'value-empty',
    node.span,
    'there are no words between these quotation marks',
    'Write the words, or take the line out.',
  );
  return true;
}

/** More than this many different characters in one text are counted, not listed. */
const LISTED = 5;

/** A character without a glyph would be set in whatever font the machine has, differently on each; it is printed as its number instead. */
export function warnOfGlyphs(node: SourceText, reading: Reading): void {
  const missing = gathered(missingCharacters(node.text), ({ character }) => character);
  for (const { found, times, others } of missing) {
    const { character, index } = found;
    const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    reading.report({
      code: 'glyph-missing',
      severity: 'warning',
      span: placeWithin(node, reading.document.text, index, index + character.length),
      message: `the paper's typeface has no character '${character}' (${number})${countWords(times, others)}`,
      hint: `It will be printed as [${number}]; write it in words instead.`,
    });
  }
  for (const { found, times, others } of gathered(findGarbled(node.text), ({ text }) => text)) {
    const { text, meant, index } = found;
    reading.report({
      code: 'text-garbled',
      severity: factsOf('text-garbled').level,
      span: placeWithin(node, reading.document.text, index, index + text.length),
      message:
        meant === undefined
          ? `'${text}' was probably a quotation mark or a dash${countWords(times, others)}`
          : `'${text}' was probably '${meant}'${countWords(times, others)}`,
      hint: `Another program garbled it when the text was copied. Write ${meant === undefined ? 'what was meant' : `'${meant}'`} instead.`,
    });
  }
}

/** The first of each kind with its number, and of many kinds only the first with the number of the others. */
function gathered<T>(
  all: readonly T[],
  kindOf: (found: T) => string,
): readonly { readonly found: T; readonly times: number; readonly others: number }[] {
  const kinds = new Map<string, { readonly found: T; times: number; readonly others: number }>();
  for (const found of all) {
    const known = kinds.get(kindOf(found));
    if (known) known.times += 1;
    else kinds.set(kindOf(found), { found, times: 1, others: 0 });
  }
  const different = [...kinds.values()];
  return different.length <= LISTED
    ? different
    : different.slice(0, 1).map((kind) => ({ ...kind, others: different.length - 1 }));
}

function countWords(times: number, others: number): string {
  const more = others === 0 ? '' : `; this text has ${others} more of this kind`;
  return `${times === 1 ? '' : ` (${times} times)`}${more}`;
}
