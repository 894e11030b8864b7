import { LEAST_OF_ITS_HUE, leastContrast, legible } from '../../colours/index.js';
import { escapeHtml, type Pictures, type ProseContext, plainText, proseHtml } from '../../markdown/index.js';
import type { Panel, SectionPlace } from '../../model/index.js';
import { longDate, phrases } from '../../phrases/index.js';
import type { Deferral, PaperRegister } from '../../register/index.js';
import type {
  BackgroundPapers,
  Contact,
  CouncilHead,
  Notice,
  PaperFrame,
  PaperHead,
  Section,
} from '../paper-schema.js';
import { composeLogo } from './logo.js';
import { headings, type Numberer, splitParagraphs, type Unnumbered } from './numbering.js';
import { contactLines, nameInSentence, nameOf } from './people.js';
import {
  actOf,
  asSentence,
  exemptParagraphs,
  exemptRemark,
  inLanguage,
  joinTitles,
  linkedTitle,
  withheldUnderAct,
} from './wording.js';

/** More letters than these are more than two lines in the usual size of a title. */
const LONG_TITLE = 80;

/** Words in no colour. */
const INK = '#14181b';

/** A quiet blue-green, for a council that names no colour of its own. */
const DEFAULT_COLOUR = '#0b4f6c';

const say = phrases.frame;

const PURPOSE = { id: 'purpose', heading: say.purpose } as const;
const BACKGROUND_PAPERS = { id: 'background-papers', heading: say.backgroundPapers } as const;

/** What is round the words of every kind of paper: head, margins, and what the document is called. */
export type PageHeader = Omit<
  PaperFrame,
  'notices' | 'contents' | 'purpose' | 'ownSections' | 'implications' | 'contact' | 'backgroundPapers'
>;

/**
 * The surround of a paper.
 *
 * @param appendix the appendix that the file holds alone
 */
export function composeHeader(
  register: PaperRegister,
  pictures: Pictures,
  appendix: PaperHead['appendix'] = null,
): PageHeader {
  const panel = register.meeting.panel.name;
  const title = register.withheld === undefined ? register.item.title : say.exemptItem;
  return {
    language: 'en-GB',
    documentTitle: say.documentTitle(title, panel, register.meeting.date, appendix?.heading),
    day: register.day,
    council: councilHead(register, pictures),
    head: composeHead(register, panel, title, appendix),
    running: {
      ...runningHead(register, shortName(register.meeting.panel), title),
      foot: register.council.name,
      confidential: register.isConfidential ? say.membersCopy : null,
    },
    labels: phrases.labels,
    confidential: register.isConfidential ? membersCopy(register) : null,
    withheld: register.withheld ? withheldUnderAct(register.withheld) : null,
  };
}

/** That a copy is for members alone, and under which paragraphs. */
function membersCopy({ item, reviews, actions }: PaperRegister): string {
  const exempt = [
    item,
    ...reviews.flatMap(({ review, recommendations }) => [
      review,
      ...recommendations.map(({ recommendation }) => recommendation),
    ]),
    ...actions.flatMap(({ action, state: { latest, rated, due } }) =>
      [action, latest, rated, due.asked?.entry].filter((one) => one !== undefined),
    ),
  ].flatMap((one) => one.exempt ?? []);
  const [first] = exempt;
  const paragraphs = exemptParagraphs(exempt);
  return first && paragraphs !== undefined ? say.membersCopyUnder(paragraphs, actOf(first)) : say.membersCopy;
}

/** A name that is longer than this leaves no room for the item in the head of a page. */
const LONG_NAME = 45;

function shortName({ name, short }: Panel): string {
  return name.length > LONG_NAME ? short : name;
}

/** So many letters fit in the head of a page, and so many of them at the left where the right needs the rest. */
const RUNNING = { both: 96, left: 52 } as const;

/** One line on every page: a long name or title is cut, and the date and the item's number are kept. */
function runningHead(
  { meeting, item }: PaperRegister,
  panel: string,
  title: string,
): { readonly left: string; readonly right: string } {
  const whole = { left: say.runningLeft(panel, meeting.date), right: say.runningRight(item.number, title) };
  const leftRoom = Math.max(RUNNING.left, RUNNING.both - whole.right.length);
  const left = say.runningLeft(shorten(panel, whole.left.length - leftRoom), meeting.date);
  const right = say.runningRight(
    item.number,
    shorten(title, whole.right.length - (RUNNING.both - left.length)),
  );
  return { left, right };
}

/** Without so many of its last letters, cut at a word where there is one. */
function shorten(words: string, excess: number): string {
  if (excess <= 0) return words;
  const kept = words.slice(0, Math.max(1, words.length - excess - 2));
  const space = kept.lastIndexOf(' ');
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:.-]+$/, '')} …`;
}

/** A section of its own for what the paper is for. */
export function purposeSection(number: Numberer, paragraphs: readonly Unnumbered[]): Section {
  return number.section(PURPOSE.id, PURPOSE.heading, paragraphs);
}

/** A wholly exempt item has its head alone, whatever a council's own templates would print. */
export function nothingFramed(): Omit<PaperFrame, keyof PageHeader> {
  return {
    notices: [],
    contents: null,
    purpose: { ...PURPOSE, paragraphs: [] },
    ownSections: { purpose: [], background: [], evidence: [], decisions: [] },
    implications: null,
    contact: null,
    backgroundPapers: { ...BACKGROUND_PAPERS, papers: [], none: say.none },
  };
}

/** A yellow dark enough for words is brown, and no council's colour: its words are black, and the band has the true colour. */
function isBright(colour: string): boolean {
  return leastContrast(colour, 'words', 'light') < LEAST_OF_ITS_HUE;
}

function councilHead({ council }: PaperRegister, pictures: Pictures): CouncilHead {
  const colour = council.branding.colour ?? DEFAULT_COLOUR;
  const logo = council.branding.logo === undefined ? undefined : pictures.get(council.branding.logo);
  return {
    name: council.name,
    logo: logo ? composeLogo(logo, council.name) : null,
    colour: isBright(colour) ? INK : legible(colour, 'words', 'light'),
    band: colour,
    colourOnDark: legible(colour, 'words', 'dark'),
  };
}

function composeHead(
  register: PaperRegister,
  panel: string,
  title: string,
  appendix: PaperHead['appendix'],
): PaperHead {
  const { meeting, item, isOtherDay, day, deferredFrom } = register;
  const place = [meeting.venue, meeting.time].filter((part) => part !== undefined).join(', ');
  return {
    panel,
    councils: meeting.panel.councils.length === 0 ? null : say.jointBody(meeting.panel.councils),
    date: longDate(meeting.date),
    place: place === '' ? null : place,
    item: say.agendaItem(item.number),
    title: inLanguage(register.withheld ? undefined : item.lang, title),
    isLongTitle: title.length > LONG_TITLE,
    appendix,
    subtitle: register.withheld || isTitleOfReview(register) ? null : joinTitles(register.reviews),
    by: [
      ...(item.reportOf ? [say.reportOf(nameInSentence(item.reportOf))] : []),
      ...(item.author ? [say.author(nameOf(item.author))] : []),
    ],
    remarks: [
      ...(item.exempt && !register.withheld ? [exemptRemark(item.exempt)] : []),
      ...(isOtherDay ? [say.knownOn(day)] : []),
      ...(deferredFrom ? [deferredWords(deferredFrom)] : []),
    ],
  };
}

/** A subtitle that repeats the title says nothing. */
function isTitleOfReview({ item, reviews }: PaperRegister): boolean {
  return reviews.length === 1 && reviews[0]?.review.title === item.title;
}

/** "Deferred from 10 March 2025 (minute 14): the officer was ill." */
function deferredWords({ meeting, decision: { minute, reason } }: Deferral): string {
  return asSentence(say.deferredFrom(meeting.date, minute, reason && plainText(reason)));
}

/** Notices of the council, the meeting, the item and its reviews. */
export function listNotices(register: PaperRegister, context: ProseContext): readonly Notice[] {
  const isSeveral = register.reviews.length > 1;
  const { council, meeting, item } = register;
  const general = [
    { label: null, notice: council.notice, lang: undefined },
    { label: null, notice: meeting.notice, lang: undefined },
    { label: null, notice: item.notice, lang: item.lang },
  ];
  const ofReviews = register.reviews.map(({ review, withheld }) => ({
    label: isSeveral ? inLanguage(review.lang, review.title) : null,
    notice: withheld ? undefined : review.notice,
    lang: review.lang,
  }));
  return [...general, ...ofReviews].flatMap(({ label, notice, lang }) =>
    notice === undefined ? [] : [{ label, html: proseHtml(notice, context, lang) }],
  );
}

/** The council's own sections that follow a part of the paper. */
export function sectionsAfter(
  { item }: PaperRegister,
  places: readonly SectionPlace[],
  number: Numberer,
  context: ProseContext,
): readonly Section[] {
  return item.sections.flatMap((own, index) =>
    places.includes(own.after)
      ? [
          number.section(
            `section-${index + 1}`,
            own.title,
            splitParagraphs(own.text, context, item.lang, escapeHtml(say.sectionLead)),
          ),
        ]
      : [],
  );
}

/** What the item means for money, law and the like, in the order of the register. */
export function implicationsOf(
  { item }: PaperRegister,
  number: Numberer,
  context: ProseContext,
): Section | null {
  const paragraphs = item.implications.flatMap(({ heading, text }) => {
    const [first, ...rest] = splitParagraphs(text, context, item.lang, escapeHtml(say.implicationsLead));
    if (!first) return [];
    const title = inLanguage(item.lang, heading);
    return [{ ...first, subheading: first.subheading ? headings(title, first.subheading) : title }, ...rest];
  });
  return paragraphs.length === 0 ? null : number.section('implications', say.implications, paragraphs);
}

/** Whom to ask. */
export function composeContact({ item }: PaperRegister): Contact | null {
  if (!item.contact) return null;
  const lines = contactLines(item.contact);
  return lines.length === 0 ? null : { id: 'contact', heading: say.contact, lines };
}

/** What the law wants listed: section 100D of the Local Government Act 1972. */
export function listBackgroundPapers({ reviews }: PaperRegister): BackgroundPapers {
  const papers = reviews
    .filter(({ withheld }) => !withheld)
    .flatMap(({ review }) => review.backgroundPapers.map((document) => linkedTitle(document, review.lang)));
  return {
    ...BACKGROUND_PAPERS,
    papers,
    none: papers.length === 0 ? say.none : null,
  };
}
