import { escapeHtml, type Html, joinHtml, type LeadText, leadText, wordsIn } from '../../markdown/index.js';
import type { Due, Exemption, ExemptionLaw, Reference } from '../../model/index.js';
import { date, phrases, type Slotted } from '../../phrases/index.js';
import type { ReviewAsAt } from '../../register/index.js';
import type { LinkedTitle } from '../paper-schema.js';

/** An author's plain words, marked where they are in another language than the paper. */
export function inLanguage(language: string | undefined, words: string): Html {
  return wordsIn(language, escapeHtml(words));
}

/** The paper's own words round an author's. */
export function framed(before: string, words: Html, after = ''): Html {
  return joinHtml([escapeHtml(before), words, escapeHtml(after)]);
}

/** A sentence with an author's words in it, as HTML. */
export function sentenceHtml(words: Slotted<Html>): Html {
  return joinHtml(words.map((part) => (typeof part === 'string' ? escapeHtml(part) : part.slot)));
}

/** A due date, or words, as the table prints it. */
export function dueWords(due: Due | undefined): string {
  if (!due) return phrases.due.none;
  return due.kind === 'date' ? date(due.date) : due.words;
}

/** A document by its title, with its address where it has one. */
export function linkedTitle({ title, link }: Reference, language: string | undefined): LinkedTitle {
  return { title: inLanguage(language, title), address: link ?? null };
}

/** The same as HTML: the words of a date in the language of whoever gave it. */
export function dueHtml(due: Due | undefined, language: string | undefined): Html {
  return inLanguage(due?.kind === 'words' ? language : undefined, dueWords(due));
}

/** What is in the place of exempt matter. */
export function withheldWords(exemption: Exemption): string {
  return phrases.exempt.withheld(exemptWords(exemption));
}

/** In each cell of a withheld row but those that say why: screen readers skip a dash. */
export const WITHHELD = phrases.exempt.cell;
export const WITHHELD_OWNER = phrases.exempt.owner;

/** Why something is withheld, within a sentence. */
export function exemptWords(exemption: Exemption): string {
  return phrases.exempt.information(exemptParagraph(exemption));
}

/** Where an exemption names no other: in England. */
const LAW: ExemptionLaw = phrases.exempt.law;

/** "paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A", which is that to the Local Government Act 1972. */
export function exemptParagraph(exemption: Exemption): string {
  return exemptParagraphs([exemption]) ?? '';
}

/** The same of several, each paragraph once; nothing where nothing is exempt. */
export function exemptParagraphs(exemptions: readonly Exemption[]): string | undefined {
  const [first] = exemptions;
  if (!first) return undefined;
  const { categories, paragraphs, withCategory } = phrases.exempt;
  const numbers = [...new Set(exemptions.map(({ paragraph }) => paragraph))].toSorted((a, b) => a - b);
  return paragraphs(
    // What another nation's paragraphs are about is not said.
    numbers.map((number) => withCategory(number, first.law ? undefined : categories[number - 1])),
    (first.law ?? LAW).schedule,
  );
}

/** The same with the Act in full, where it is all that a paper says. */
export function withheldUnderAct(exemption: Exemption): string {
  return phrases.exempt.notForPublication(phrases.exempt.underAct(exemptWords(exemption), actOf(exemption)));
}

/** "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972". */
export function paragraphUnderAct(exemption: Exemption): string {
  return phrases.exempt.underAct(exemptParagraph(exemption), actOf(exemption));
}

export function actOf({ law }: Exemption): string {
  return (law ?? LAW).act;
}

/**
 * What the members' copy says beside what the public copy withholds: that it is not for publication, and why (section 100B(5) of the
 * Local Government Act 1972).
 */
export function exemptRemark(exemption: Exemption): string {
  const why = exemption.reason === undefined ? '' : ` ${asSentence(exemption.reason)}`;
  return `${phrases.exempt.notForPublication(exemptWords(exemption))}${why}`;
}

/** A review by its title; the title of an exempt one is withheld with the rest. */
export function reviewTitle({ review, withheld }: ReviewAsAt): string {
  return withheld ? phrases.exempt.review : review.title;
}

/** The same for a heading, marked where it is in another language. */
export function reviewHeading(review: ReviewAsAt): Html {
  return inLanguage(review.withheld ? undefined : review.review.lang, reviewTitle(review));
}

/** A reason that is put behind a colon: without its own full stop, which the sentence brings. */
export function asClause(words: string): string {
  return words.trim().replace(/(?<!\.)\.$/, '');
}

/** A sentence, with a full stop at its end. Its first letter stays as it was typed. */
export function asSentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** After words of which more is elsewhere. */
const ELLIPSIS = ' …';

/** So much of an action or a recommendation stands where its whole is elsewhere. */
const HEAD = 180;

/** An author's Markdown as a head over what belongs to it, in its first sentences where it is long. Its whole is elsewhere in the paper. */
export function asHead(markdown: string): string {
  return cutLead(leadText(markdown, true), HEAD);
}

/** An author's Markdown whole or, where it is long, in its first sentences, with an ellipsis. */
export function inShort(markdown: string, longest = HEAD): string {
  return cutLead(leadText(markdown), longest);
}

function cutLead({ words, isWhole }: LeadText, longest: number): string {
  const said = cut(words, longest);
  return isWhole || said.endsWith(ELLIPSIS) ? said : said + ELLIPSIS;
}

/** So much of an action's words is beside its reference within a sentence. */
const FEW_WORDS = 60;

/** An author's Markdown within a sentence: its first words, without its full stop. */
export function inFewWords(markdown: string): string {
  const lead = leadText(markdown);
  const words = lead.words.replace(/\s+/g, ' ').trim();
  const begun = (said: string) => said.replace(/[.,;:]$/, '') + ELLIPSIS;
  if (words.length <= FEW_WORDS) return lead.isWhole ? asClause(words) : begun(words);
  const space = words.lastIndexOf(' ', FEW_WORDS);
  // Of one word longer than that nothing is cut.
  return space < 0 ? words : begun(words.slice(0, space));
}

/** As many sentences as fit, the first cut at a word where even that is too long. */
function cut(text: string, longest: number): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const sentences = words.match(/.+?[.!?…](?=\s|$)|.+$/g) ?? [];
  let said = '';
  for (const sentence of sentences) {
    const more = said + sentence;
    if (more.length > longest) break;
    said = more;
  }
  if (said === words) return words;
  if (said !== '') return said + ELLIPSIS;
  const space = words.lastIndexOf(' ', longest);
  // Of one word longer than that nothing is cut.
  return space < 0 ? words : words.slice(0, space) + ELLIPSIS;
}

/** The titles of the reviews, as a subtitle. */
export function joinTitles(reviews: readonly ReviewAsAt[]): Html | null {
  const titles = reviews
    .filter(({ withheld }) => !withheld)
    .map(({ review }) => inLanguage(review.lang, review.title));
  const [last, ...others] = titles.toReversed();
  if (!last) return null;
  const first = joinHtml(others.toReversed(), escapeHtml(', '));
  return others.length === 0 ? last : joinHtml([first, last], escapeHtml(' and '));
}
