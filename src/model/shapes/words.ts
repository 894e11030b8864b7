import { factsOf, type Span } from '../../diagnostics/index.js';
import { joinLines, proseProblems } from '../../markdown/index.js';
import { placeWithin, type SourceText } from '../../source/index.js';
import type { Markdown } from '../types.js';
import { type JsonSchema, type Reading, reportError, type Shape, textShape } from './shape.js';
import { warnOfDoubts } from './warn-of-doubts.js';
import { warnOfGlyphs } from './warn-of-glyphs.js';

/** What an editor takes for a number or a truth value is words all the same. */
export const WORDS: JsonSchema = { type: ['string', 'number', 'boolean'], pattern: '\\S' };

/** Words as written, on one line of the paper. */
export const text: Shape<string> = oneLine('line');

/** A path, a telephone number or an address of letters. */
export const shortText: Shape<string> = oneLine('value');

function oneLine(kind: 'line' | 'value'): Shape<string> {
  return textShape('text', WORDS, (node, reading) => {
    if (isBlank(node, reading)) return undefined;
    warnOfDoubts(node, reading, kind);
    warnOfGlyphs(node, reading);
    return joinLines(node.text);
  });
}

/** Markdown. */
export const prose: Shape<Markdown> = textShape('words (Markdown)', WORDS, (node, reading) => {
  if (isBlank(node, reading)) return undefined;
  warnOfDoubts(node, reading, 'prose');
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
  wordsOrNone(node, reading),
);

/** A number or text kept as text, such as an item's number. */
export const number: Shape<string> = textShape('a number', WORDS, (node, reading) =>
  wordsOrNone(node, reading),
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
  return reportError(
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
    return reportError(
      reading,
      'value-type',
      node.span,
      `'${node.text}' is not a whole number`,
      'Write digits only, such as 3.',
    );
  },
);

/** `75`, `75%`, `75 %`. */
export const percent: Shape<number> = textShape(
  'a whole number from 0 to 100',
  { type: ['integer', 'string'], minimum: 0, maximum: 100, pattern: '^\\s*(?:\\d{1,2}|100)\\s*%?\\s*$' },
  (node, reading) => {
    const match = /^\s*(\d{1,2}|100)\s*%?\s*$/.exec(node.text);
    if (match) return Number(match[1]);
    return reportError(
      reading,
      'value-type',
      node.span,
      `'${node.text}' is not a percentage`,
      'Write a whole number from 0 to 100, such as 75.',
    );
  },
);

/** Somebody as they are written: by an officer's key, or in plain words. */
export type WrittenPerson =
  | { readonly kind: 'officer'; readonly key: string; readonly span: Span }
  | { readonly kind: 'words'; readonly words: string; readonly span: Span };

export const person: Shape<WrittenPerson> = textShape(
  "an officer's key, or plain words",
  WORDS,
  (node, reading) => {
    if (isBlank(node, reading)) return undefined;
    const written = joinLines(node.text);
    if (isKeyLike(written)) return { kind: 'officer', key: written, span: node.span };
    warnOfDoubts(node, reading, 'value');
    warnOfGlyphs(node, reading);
    return { kind: 'words', words: written, span: node.span };
  },
);

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
    return reportError(
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
      return reportError(
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
    return reportError(
      reading,
      'link-scheme',
      node.span,
      `'${written}' is not an address that a reader can follow`,
      'Write one that begins with https://, http:// or mailto:, without spaces.',
    );
  },
);

function wordsOrNone(node: SourceText, reading: Reading): string | undefined {
  if (isBlank(node, reading)) return undefined;
  warnOfDoubts(node, reading, 'value');
  return joinLines(node.text);
}

/** Quotation marks with nothing between them. */
export function isBlank(node: SourceText, reading: Reading): boolean {
  if (node.text.trim() !== '') return false;
  reportError(
    reading,
    'value-empty',
    node.span,
    'there are no words between these quotation marks',
    'Write the words, or take the line out.',
  );
  return true;
}
