import {
  escapeHtml,
  type Html,
  type Pictures,
  type ProseContext,
  startFootnotes,
} from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { TrackerRegister } from '../../register/index.js';
import type { PaperPart, Section } from '../paper-schema.js';
import { inRuns, lineTo, listContents, toLines } from '../shared/contents.js';
import { composeDecisionsSought } from '../shared/decisions-sought.js';
import { composeGlance } from '../shared/glance.js';
import { levelsOf } from '../shared/levels.js';
import { type Numberer, paragraph, splitParagraphs, startNumbering } from '../shared/numbering.js';
import {
  composeContact,
  composeHeader,
  implicationsOf,
  listBackgroundPapers,
  listNotices,
  nothingFramed,
  type PageHeader,
  purposeSection,
  sectionsAfter,
} from '../shared/page-header.js';
import { nameAtStart } from '../shared/people.js';
import { isRated } from '../shared/rating-marks.js';
import { rowsOf } from '../shared/references.js';
import { joinTitles } from '../shared/wording.js';
import { composeTotals } from './totals.js';
import { composeTracked } from './tracked.js';
import type { TrackerPaper } from './tracker-schema.js';
import { composeTrend } from './trend.js';

const say = phrases.tracker;

/** More titles than these are not named in a subtitle or a sentence. */
const FEW = 3;

/** The words of a tracker. */
export function trackerPaper(
  register: TrackerRegister,
  pictures: Pictures,
  part: PaperPart = 'whole',
): TrackerPaper {
  const context: ProseContext = { notes: startFootnotes(), images: pictures, headingLevel: 3 };
  const words = register.withheld === undefined ? composeWords(register, context, part) : nothingSaid();
  const { appendixA } = words;
  const alone = part === 'appendix-a' && appendixA ? { id: appendixA.id, heading: appendixA.heading } : null;
  const surround = composeHeader(register, pictures, alone);
  const shows = {
    cover: part === 'whole' || part === 'cover',
    appendixA: part === 'whole' || part === 'appendix-a',
  };
  return {
    kind: 'tracker',
    ...surround,
    head: { ...surround.head, subtitle: register.withheld ? null : composeSubtitle(register) },
    shows,
    ...words,
    contents: register.withheld === undefined ? listContents(linesOfPaper(words, shows)) : null,
  };
}

/** Beneath the appendix its reviews; where there is one alone, its recommendations. */
function linesOfPaper(words: TrackerWords, shows: TrackerPaper['shows']): Parameters<typeof listContents>[0] {
  const { appendixA } = words;
  const reviews = appendixA?.reviews ?? [];
  const parts =
    reviews.length > 1
      ? reviews.map(({ id, title }) => ({ id, html: title }))
      : inRuns(
          reviews.flatMap(({ recommendations }) => recommendations),
          'recommendation',
        );
  if (!shows.cover) return toLines(parts);
  return [
    words.purpose,
    ...words.ownSections.purpose,
    words.asks,
    words.glance,
    words.totals?.section ?? null,
    words.trend?.section ?? null,
    ...words.ownSections.decisions,
    words.implications,
    shows.appendixA && appendixA ? lineTo(appendixA, parts) : null,
  ];
}

type TrackerWords = Omit<TrackerPaper, keyof PageHeader | 'kind' | 'shows' | 'contents'>;

/** Made in the order of the page, because paragraph numbers and footnotes run through it. */
function composeWords(register: TrackerRegister, context: ProseContext, part: PaperPart): TrackerWords {
  const number = startNumbering(register.council.numbering);
  const notices = listNotices(register, context);
  const purpose = composePurpose(register, number, context);
  const afterPurpose = sectionsAfter(register, ['purpose'], number, context);
  const glance = composeGlance(register);
  const asks = composeDecisionsSought(register, number, {
    plan: phrases.motions.plans.appendixA,
    reviews: register.reviews,
    rowOf: part === 'whole' ? rowsOf(register, 'recommendation') : () => undefined,
  });
  const totals = composeTotals(register, number);
  const trend = composeTrend(register, number);
  const decisions = sectionsAfter(register, ['background', 'evidence', 'decisions'], number, context);
  const implications = implicationsOf(register, number, context);
  return {
    notices,
    purpose,
    glance,
    asks,
    totals,
    trend,
    ownSections: { purpose: afterPurpose, background: [], evidence: [], decisions },
    implications,
    contact: composeContact(register),
    backgroundPapers: listBackgroundPapers(register),
    appendixA: composeTracked(register, context),
  };
}

function nothingSaid(): TrackerWords {
  return { ...nothingFramed(), glance: null, asks: null, totals: null, trend: null, appendixA: null };
}

function composePurpose(register: TrackerRegister, number: Numberer, context: ProseContext): Section {
  const { item, reviews } = register;
  const told = item.purpose
    ? splitParagraphs(item.purpose, context, item.lang, escapeHtml(phrases.frame.purposeLead))
    : [paragraph(escapeHtml(defaultPurpose(register)))];
  const speaks = item.presentedBy ? [say.presents(nameAtStart(item.presentedBy))] : [];
  const holds =
    reviews.length === 0
      ? []
      : [
          [say.appendixA(levelsOf(register) === 'recommendation', isRated(register.council)), ...speaks].join(
            ' ',
          ),
        ];
  return purposeSection(number, [...told, ...holds.map((sentence) => paragraph(escapeHtml(sentence)))]);
}

function defaultPurpose(register: TrackerRegister): string {
  if (register.reviews.length === 0) return say.nothing(register.meeting.panel.name, register.day);
  const recommendations = register.reviews.reduce((sum, review) => sum + review.recommendations.length, 0);
  return register.item.review === 'all'
    ? say.all(recommendations, register.reviews.length, register.day)
    : say.some(recommendations, titlesAsked(register), register.day);
}

function titlesAsked({ reviews }: TrackerRegister): string {
  const titles = reviews.filter(({ withheld }) => !withheld).map(({ review }) => review.title);
  if (titles.length === reviews.length && titles.length <= FEW) return phrases.comparison.titles(titles);
  return reviews.length === 1 ? phrases.comparison.thisReview : phrases.comparison.theseReviews;
}

function composeSubtitle({ reviews }: TrackerRegister): Html | null {
  return reviews.length > FEW ? escapeHtml(say.subtitle(reviews.length)) : joinTitles(reviews);
}
