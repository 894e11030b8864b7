/** What is written from right to left in a script that ships: Hebrew and Arabic, with their marks, digits and joined forms. */
const LETTERS = '\\u0590-\\u06ff\\u0750-\\u077f\\u0870-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc';

/** Within words they say how letters join, which in Persian tells one word from another. */
const JOINER = '[\\u200c\\u200d]';

/** A joiner between two letters. */
export const KEPT_JOINER = `(?<=[${LETTERS}])${JOINER}(?=[${LETTERS}])`;

const LETTER = new RegExp(`[${LETTERS}]`);

/** From the first letter to the last, with what is between them: spaces, digits, signs (as HTML has them too), and no other letter. */
const PASSAGE = new RegExp(
  `[${LETTERS}](?:(?:(?![${LETTERS}])[^\\p{L}&]|&(?:[a-z]+|#\\w+);|&)*[${LETTERS}])*`,
  'gu',
);

/** A stretch of a text, in UTF-16 units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Whether any of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return LETTER.test(text);
}

/** What is written from right to left in a text: each is to be set apart, so that the order of the words round it stays. */
export function rightToLeftIn(text: string): readonly Passage[] {
  if (!hasRightToLeft(text)) return [];
  return [...text.matchAll(PASSAGE)].map(({ 0: words, index }) =>
    withBrackets(text, { start: index, end: index + words.length }),
  );
}

const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['"', '"'],
]);

/** Both of a pair, where one of them is within and the other at the edge. */
function withBrackets(text: string, { start, end }: Passage): Passage {
  const words = text.slice(start, end);
  const [before = '', behind = ''] = [text[start - 1], text[end]];
  const count = (mark: string) => words.split(mark).length - 1;
  for (const [open, close] of CLOSED_BY) {
    const more = open === close ? count(open) % 2 : count(open) - count(close);
    if (more === 1 && behind === close) return { start, end: end + 1 };
    if ((open === close ? more === 1 : more === -1) && before === open) return { start: start - 1, end };
  }
  return { start, end };
}
