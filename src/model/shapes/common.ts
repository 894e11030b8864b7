import { choice } from './choice.js';
import { day } from './dates.js';
import { optional, optionalNonEmpty, required } from './fields.js';
import { object, orAlone } from './object.js';
import { type JsonSchema, oneOrMany, reportError, textShape } from './shape.js';
import { key, link, prose, text } from './words.js';

const PARAGRAPH: JsonSchema = {
  type: ['integer', 'string'],
  minimum: 1,
  maximum: 999,
  pattern: '^[1-9]\\d{0,2}$',
};

/** The number of a paragraph in the law's list. Which numbers there are depends on the nation. */
const paragraph = textShape('the number of a paragraph', PARAGRAPH, (node, reading) => {
  if (/^[1-9]\d{0,2}$/.test(node.text)) return Number(node.text);
  const number = paragraphIn(node.text);
  return reportError(
    reading,
    'value-type',
    node.span,
    `'${node.text}' is not the number of a paragraph`,
    number === undefined
      ? 'Write only the number that it has in the list of the law, such as 3.'
      : `Did you mean '${number}'? Write only the number.`,
  );
});

/** "Paragraph 3 of Schedule 12A": the one number that is not the schedule's. */
function paragraphIn(written: string): string | undefined {
  const numbers = written.match(/(?<![\w.])[1-9]\d?(?![\w])/g) ?? [];
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** What stands in for a paragraph that could not be read; no law has one of this number. */
export const NO_PARAGRAPH = 0;

/** Matter that the public copy withholds: Schedule 12A to the Local Government Act 1972. */
export const exemption = object(
  'an exemption',
  {
    paragraph: required(
      paragraph,
      'The paragraph of Part 1 of Schedule 12A under which it is exempt',
      NO_PARAGRAPH,
    ),
    reason: optional(text, 'Why, for the members’ copy'),
  },
  {
    otherKeys: { paragraph: ['para', 'exempt paragraph', 'number'], reason: ['why'] },
    saying: (node) => {
      const written = node.kind === 'text' ? node.text : undefined;
      return {
        message:
          written === undefined
            ? 'a list does not say under which paragraph this is exempt'
            : `'${written}' does not say under which paragraph this is exempt`,
        hint: /^(?:no|false)$/i.test(written ?? '')
          ? "Take the line out: what has no 'exempt' is public."
          : `Write exempt: { paragraph: ${paragraphIn(written ?? '') ?? 3} }, with the number that the paragraph has in the list of the law.`,
      };
    },
  },
);

/** A rule that is knowingly not kept here. */
export const waiver = object(
  'a waiver',
  {
    rule: required(key, 'The code of the rule', ''),
    reason: optional(text, 'Why it may be broken here'),
    until: optional(day, 'The last day on which the waiver holds'),
  },
  { otherKeys: { rule: ['code'], reason: ['why'], until: ['to', 'ends'] } },
);

/** A document with a title and, perhaps, an address; plain words are its title. */
const documentLink = orAlone(
  object(
    'a document',
    {
      title: required(text, 'What the document is called', ''),
      link: optional(link, 'Its address: https, http or mailto'),
    },
    { otherKeys: { title: ['name', 'document'], link: ['url', 'href', 'address'] } },
  ),
  'title',
  text,
);

export const documentLinks = oneOrMany(documentLink);

/** The keys that may be beside most things. */
export const remarks = {
  notice: optional(prose, 'A notice printed where a reader cannot miss it: draft, sample data, correction'),
  exempt: optionalNonEmpty(exemption, 'Keeps this out of every public paper'),
  allow: optional(oneOrMany(waiver), 'Rules that are knowingly not kept here'),
  lang: optional(
    choice(['cy'], { likely: { cy: ['cy-GB', 'Welsh', 'Cymraeg'] } }),
    'cy where the words are Welsh',
  ),
};
