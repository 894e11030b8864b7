import { escapeHtml, type Pictures, type ProseContext, startFootnotes } from '../../markdown/index.js';
import type { SectionPlace } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { PaperRegister } from '../../register/index.js';
import type { ContentsPart, PaperPart, Section } from '../paper-schema.js';
import { inRuns, lineTo, listContents, listParts, toLines } from '../shared/contents.js';
import { composeDecisionsSought, hasMotions } from '../shared/decisions-sought.js';
import { composeGlance } from '../shared/glance.js';
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
import { nounsOf } from '../shared/panels.js';
import { nameAtStart } from '../shared/people.js';
import { isRated } from '../shared/rating-marks.js';
import { chooseNoun, eachOf, rowsOf } from '../shared/references.js';
import { composeAppendixA } from './appendix-a.js';
import { composeAppendixB, isOneLevel } from './appendix-b.js';
import { composeAttention } from './attention.js';
import { composeNarrative } from './background.js';
import type { UpdatePaper } from './update-schema.js';

/** The words of an update paper: every number, date and order settled. */
export function updatePaper(
  register: PaperRegister,
  pictures: Pictures,
  part: PaperPart = 'whole',
): UpdatePaper {
  const context: ProseContext = { notes: startFootnotes(), images: pictures, headingLevel: 3 };
  const words = register.withheld === undefined ? composeWords(register, context, part) : nothingSaid();
  const { appendixA, appendixB } = words;
  // A plan of recommendations alone is Appendix A.
  const plan = appendixA ? 'appendix-b' : 'appendix-a';
  const alone = part === plan ? appendixB : part === 'appendix-a' ? appendixA : null;
  const shows = {
    cover: part === 'whole' || part === 'cover',
    appendixA: part === 'whole' || part === 'appendix-a',
    appendixB: part === 'whole' || part === plan,
  };
  return {
    kind: 'update',
    ...composeHeader(register, pictures, alone && { id: alone.id, heading: alone.heading }),
    shows,
    ...words,
    contents: register.withheld === undefined ? listContents(linesOfPaper(words, shows)) : null,
  };
}

function linesOfPaper(words: PaperWords, shows: UpdatePaper['shows']): Parameters<typeof listContents>[0] {
  const { appendixA, appendixB } = words;
  const partsOfA = appendixA ? reviewParts(appendixA.groups, !shows.cover) : [];
  const partsOfB = appendixB ? listParts(appendixB.groups, 'recommendation') : [];
  if (!shows.cover) return toLines(shows.appendixA && appendixA ? partsOfA : partsOfB);
  return [
    words.purpose,
    ...words.ownSections.purpose,
    words.asks,
    words.glance,
    words.attention,
    words.background,
    ...words.ownSections.background,
    words.evidence,
    ...words.ownSections.evidence,
    words.decisions,
    ...words.ownSections.decisions,
    words.oversight,
    words.implications,
    shows.appendixA && appendixA ? lineTo(appendixA, partsOfA) : null,
    shows.appendixB && appendixB ? lineTo(appendixB, partsOfB) : null,
  ];
}

/** The groups of Appendix A by review; of one review nothing, unless its recommendations are wanted. */
function reviewParts(
  groups: NonNullable<UpdatePaper['appendixA']>['groups'],
  isAlone: boolean,
): readonly ContentsPart[] {
  const [first, ...others] = groups;
  if (first && others.length === 0) return isAlone ? inRuns(first.recommendations, 'recommendation') : [];
  return groups.map(({ id, heading }) => ({ id, html: heading ?? escapeHtml('') }));
}

/** What is between the head of a paper and its foot. */
type PaperWords = Omit<UpdatePaper, keyof PageHeader | 'kind' | 'shows' | 'contents'>;

/** Made in the order of the page, because paragraph numbers and footnotes run through it. */
function composeWords(register: PaperRegister, context: ProseContext, part: PaperPart): PaperWords {
  const number = startNumbering(register.council.numbering);
  const notices = listNotices(register, context);
  const purpose = composePurpose(register, number, context);
  const own = (...places: readonly SectionPlace[]) => sectionsAfter(register, places, number, context);
  const afterPurpose = own('purpose');
  const rowOf = part === 'whole' ? rowsOf(register, 'action') : () => undefined;
  const asks = composeDecisionsSought(register, number, {
    plan: phrases.motions.plans[isOneLevel(register) ? 'appendixA' : 'appendixB'],
    reviews: register.reviews,
    rowOf,
  });
  const { story, sections } = composeNarrative(register, number, context, own);
  const implications = implicationsOf(register, number, context);
  return {
    notices,
    purpose,
    asks,
    glance: composeGlance(register),
    attention: composeAttention(register, rowOf),
    ...story,
    ownSections: { purpose: afterPurpose, ...sections },
    implications,
    contact: composeContact(register),
    backgroundPapers: listBackgroundPapers(register),
    appendixA: isOneLevel(register) ? null : composeAppendixA(register, context),
    appendixB: composeAppendixB(register, context),
  };
}

/** A wholly exempt item has its head alone, whatever a council's own templates would print. */
function nothingSaid(): PaperWords {
  return {
    ...nothingFramed(),
    glance: null,
    asks: null,
    attention: null,
    background: null,
    evidence: null,
    decisions: null,
    oversight: null,
    appendixA: null,
    appendixB: null,
  };
}

function composePurpose(register: PaperRegister, number: Numberer, context: ProseContext): Section {
  const { item } = register;
  const told = item.purpose
    ? splitParagraphs(item.purpose, context, item.lang, escapeHtml(phrases.frame.purposeLead))
    : [paragraph(escapeHtml(defaultPurpose(register)))];
  return purposeSection(number, [...told, paragraph(escapeHtml(planSentences(register).join(' ')))]);
}

/** Where the plan is, or why there is none, and who speaks to it. */
function planSentences(register: PaperRegister): readonly string[] {
  const { actions, item, council } = register;
  const plan = phrases.motions.plans[isOneLevel(register) ? 'appendixA' : 'appendixB'];
  const said =
    actions.length === 0
      ? phrases.appendixB.noPlan
      : actions.some(({ isShown }) => isShown)
        ? phrases.update.plan(plan, eachOf(actions), isRated(council))
        : phrases.appendixB.allEnded(chooseNoun(actions));
  return [said, ...(item.presentedBy ? [phrases.update.speaks(nameAtStart(item.presentedBy))] : [])];
}

function defaultPurpose(register: PaperRegister): string {
  const { item, reviews, meeting } = register;
  return phrases.update.purpose(nounsOf(register), {
    panel: meeting.panel.name,
    service: item.service?.name,
    titles: reviews.filter(({ withheld }) => !withheld).map(({ review }) => review.title),
    hasMotions: hasMotions(register),
  });
}
