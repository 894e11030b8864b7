import { choice } from './choice.js';
import { day } from './dates.js';
import { list, needed, object, oneOrMany, optional, optionalButFilled } from './shape.js';
import { count, key, link, prose, text } from './words.js';

/** Matter that the public copy withholds: Schedule 12A to the Local Government Act 1972. */
export const exemption = object('an exemption', {
  paragraph: needed(count, 'The paragraph of Part 1 of Schedule 12A under which it is exempt', 0),
  reason: optional(text, 'Why, for the members’ copy'),
});

/** A rule that is knowingly not kept here. */
export const waiver = object('a waiver', {
  rule: needed(key, 'The code of the rule', ''),
  reason: optional(text, 'Why it may be broken here'),
  until: optional(day, 'The last day on which the waiver holds'),
});

/** A document with a title and, perhaps, an address. */
export const documentLink = object('a document', {
  title: needed(text, 'What the document is called', ''),
  link: optional(link, 'Its address: https, http or mailto'),
});

export const documentLinks = list(documentLink);

/** The keys that may stand beside most things. */
export const remarks = {
  notice: optional(prose, 'A notice printed where a reader cannot miss it: draft, sample data, correction'),
  exempt: optionalButFilled(exemption, 'Keeps this out of every public paper'),
  allow: optional(oneOrMany(waiver), 'Rules that are knowingly not kept here'),
  lang: optional(
    choice(['cy'], { likely: { cy: ['cy-GB', 'Welsh', 'Cymraeg'] } }),
    'cy where the words are Welsh',
  ),
};
