import { date, longDate } from '../language/index.js';
import { escapeHtml, type ProseContext, proseHtml, proseInline, startFootnotes } from '../prose/index.js';
import type { PaperRegister } from '../register/index.js';
import { appendixAOf } from './appendix-a.js';
import { appendixBOf } from './appendix-b.js';
import { asksOf } from './asks.js';
import { storyOf, titlesOf } from './background.js';
import { readableText } from './colours.js';
import { glanceOf } from './glance.js';
import { type Numberer, paragraph, startNumbering } from './numbering.js';
import { contactLines, nameInSentence } from './people.js';
import type {
  BackgroundPapers,
  Contact,
  CouncilHead,
  Notice,
  PaperHead,
  Section,
  UpdatePaper,
} from './types.js';
import { withheldWords } from './words.js';

/** A quiet blue-green, for a council that names no colour of its own. */
const DEFAULT_COLOUR = '#0b4f6c';

/** The files that a paper can come in. */
export type PaperPart = 'whole' | 'cover' | 'appendix-a' | 'appendix-b';

/** The words of an update paper: every number, date and order settled. */
export function updatePaper(
  register: PaperRegister,
  pictures: ReadonlyMap<string, string>,
  part: PaperPart = 'whole',
): UpdatePaper {
  const context: ProseContext = { notes: startFootnotes(), images: pictures, headingLevel: 3 };
  const panel =
    register.council.panels.find(({ key }) => key === register.meeting.panel)?.name ?? register.meeting.panel;
  const isWithheld = register.withheld !== undefined;
  const title = isWithheld ? 'Exempt item' : register.item.title;

  const words = isWithheld ? nothingSaid() : wordsOf(register, panel, context);
  const { appendixA, appendixB } = words;
  const partTitle =
    part === 'appendix-a'
      ? (appendixA?.heading ?? '')
      : part === 'appendix-b'
        ? (appendixB?.heading ?? '')
        : '';
  return {
    kind: 'update',
    language: 'en-GB',
    documentTitle: `${partTitle ? `${partTitle}: ` : ''}${title}, ${panel}, ${date(register.meeting.date)}`,
    day: register.day,
    council: councilHead(register, pictures),
    head: headOf(register, panel, title),
    running: {
      left: `${panel} · ${date(register.meeting.date)}`,
      right: `Item ${register.item.number} · ${title}`,
      foot: register.council.name,
    },
    confidential: register.isConfidential
      ? 'Members’ copy: holds exempt information, not for publication'
      : null,
    shows: {
      cover: part === 'whole' || part === 'cover',
      appendixA: part === 'whole' || part === 'appendix-a',
      appendixB: part === 'whole' || part === 'appendix-b',
    },
    withheld: register.withheld
      ? `${withheldWords(register.withheld)} to the Local Government Act 1972.`
      : null,
    ...words,
  };
}

/** What stands between the head of a paper and its foot. */
type PaperWords = Pick<
  UpdatePaper,
  | 'notices'
  | 'purpose'
  | 'glance'
  | 'asks'
  | 'background'
  | 'evidence'
  | 'decisions'
  | 'oversight'
  | 'contact'
  | 'backgroundPapers'
  | 'appendixA'
  | 'appendixB'
>;

/** Made in the order of the page, because paragraph numbers and footnotes run through it. */
function wordsOf(register: PaperRegister, panel: string, context: ProseContext): PaperWords {
  const number = startNumbering(register.council.numbering);
  const notices = noticesOf(register, context);
  const purpose = purposeOf(register, panel, number, context);
  const glance = glanceOf(register);
  const asks = asksOf(register, number);
  const story = storyOf(register, number, context);
  return {
    notices,
    purpose,
    glance,
    asks,
    ...story,
    contact: contactOf(register),
    backgroundPapers: backgroundPapersOf(register),
    appendixA: appendixAOf(register, context),
    appendixB: appendixBOf(register, context),
  };
}

/** A wholly exempt item has its head alone, whatever a council's own templates would print. */
function nothingSaid(): PaperWords {
  return {
    notices: [],
    purpose: { ...PURPOSE, paragraphs: [] },
    glance: null,
    asks: null,
    background: null,
    evidence: null,
    decisions: null,
    oversight: null,
    contact: null,
    backgroundPapers: { ...BACKGROUND_PAPERS, papers: [], none: 'None.' },
    appendixA: null,
    appendixB: null,
  };
}

const PURPOSE = { id: 'purpose', heading: 'Purpose of the report' } as const;
const BACKGROUND_PAPERS = { id: 'background-papers', heading: 'Background papers' } as const;

function councilHead({ council }: PaperRegister, pictures: ReadonlyMap<string, string>): CouncilHead {
  const { onWhite, onDark } = readableText(council.branding.colour ?? DEFAULT_COLOUR);
  const logo = council.branding.logo === undefined ? undefined : pictures.get(council.branding.logo);
  return {
    name: council.name,
    logo: logo ? { address: logo, alternative: council.name } : null,
    colour: onWhite,
    colourOnDark: onDark,
  };
}

function headOf(register: PaperRegister, panel: string, title: string): PaperHead {
  const { meeting, item, isOtherDay, day, deferredFrom } = register;
  const place = [meeting.venue, meeting.time].filter((part) => part !== undefined).join(', ');
  return {
    panel,
    date: longDate(meeting.date),
    place: place === '' ? null : place,
    item: `Agenda item ${item.number}`,
    title,
    subtitle: register.withheld ? null : titlesOf(register.reviews),
    remarks: [
      ...(isOtherDay ? [`This copy shows what was known on ${date(day)}.`] : []),
      ...(deferredFrom ? [`Deferred from ${date(deferredFrom.date)}.`] : []),
    ],
  };
}

function noticesOf(register: PaperRegister, context: ProseContext): readonly Notice[] {
  const isSeveral = register.reviews.length > 1;
  const general = [register.council.notice, register.meeting.notice, register.item.notice].map((notice) => ({
    label: null,
    notice,
  }));
  const ofReviews = register.reviews.map(({ review, withheld }) => ({
    label: isSeveral ? review.title : null,
    notice: withheld ? undefined : review.notice,
  }));
  return [...general, ...ofReviews].flatMap(({ label, notice }) =>
    notice === undefined ? [] : [{ label, html: proseHtml(notice, context) }],
  );
}

function purposeOf(register: PaperRegister, panel: string, number: Numberer, context: ProseContext): Section {
  const { item, council } = register;
  const speaks = item.presentedBy
    ? `, and ${nameInSentence(council, item.presentedBy)} will add to it at the meeting`
    : '';
  const rated =
    register.actions.length === 0
      ? []
      : [`A short account of progress and a rating stand against each action in Appendix B${speaks}.`];
  const first = item.purpose
    ? proseInline(item.purpose, context).first
    : escapeHtml(defaultPurpose(register, panel));
  return number.section(PURPOSE.id, PURPOSE.heading, [
    paragraph(first),
    ...rated.map((sentence) => paragraph(escapeHtml(sentence))),
  ]);
}

function defaultPurpose({ item, council, reviews }: PaperRegister, panel: string): string {
  const service = council.services.find(({ key }) => key === item.service)?.name;
  const who = service ? `${service} has` : 'has been';
  const titles = titlesOf(reviews);
  const about = titles
    ? reviews.filter(({ withheld }) => !withheld).length === 1
      ? ` of the review “${titles}”`
      : ` of the reviews ${titles}`
    : '';
  return service
    ? `To tell the ${panel} how far ${who} got with the recommendations${about} (listed in Appendix A), and to ask for the panel’s decisions.`
    : `To tell the ${panel} what ${who} done about the recommendations${about} (listed in Appendix A), and to ask for the panel’s decisions.`;
}

function contactOf({ item, council }: PaperRegister): Contact | null {
  if (!item.contact) return null;
  const lines = contactLines(council, item.contact);
  return lines.length === 0 ? null : { id: 'contact', heading: 'Contact officer', lines };
}

function backgroundPapersOf({ reviews }: PaperRegister): BackgroundPapers {
  const papers = reviews
    .filter(({ withheld }) => !withheld)
    .flatMap(({ review }) =>
      review.backgroundPapers.map(({ title, link }) => ({ title, address: link ?? null })),
    );
  return {
    ...BACKGROUND_PAPERS,
    papers,
    none: papers.length === 0 ? 'None.' : null,
  };
}
