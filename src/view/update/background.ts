import { type IsoDate, lastDayOf, type PartialDate } from '../../calendar/index.js';
import { escapeHtml, type ProseContext, proseInline } from '../../markdown/index.js';
import type { Exemption, Review } from '../../model/index.js';
import { compareText } from '../../order/index.js';
import { type Nouns, phrases } from '../../phrases/index.js';
import type { Decided, PaperRegister, ResponseClock, ReviewAsAt } from '../../register/index.js';
import type { Section } from '../paper-schema.js';
import { deedHtml, hasSentences, whoMet } from '../shared/decisions-made.js';
import {
  headings,
  lettered,
  type Numberer,
  paragraph,
  splitParagraphs,
  type Unnumbered,
} from '../shared/numbering.js';
import { handedOver, nounsOf } from '../shared/panels.js';
import { exemptRemark, framed, reviewHeading, withheldWords } from '../shared/wording.js';

const say = phrases.story;

/** The sections that tell the story of the reviews, each left out where there is nothing to say. */
export interface Narrative {
  readonly background: Section | null;
  readonly evidence: Section | null;
  readonly decisions: Section | null;
  readonly oversight: Section | null;
}

/** Made in the order in which they are printed, since their numbers run on. */
export function composeNarrative(
  register: PaperRegister,
  number: Numberer,
  context: ProseContext,
  own: (place: 'background' | 'evidence' | 'decisions') => readonly Section[],
): {
  readonly story: Narrative;
  readonly sections: Readonly<Record<'background' | 'evidence' | 'decisions', readonly Section[]>>;
} {
  const isSeveral = register.reviews.length > 1;
  const gather = (
    id: string,
    heading: string,
    write: (review: ReviewAsAt) => readonly Unnumbered[],
  ): Section | null => {
    const paragraphs = register.reviews.flatMap((review) => {
      const written = write(review);
      const [first, ...rest] = written;
      if (!first || !isSeveral) return written;
      const heading = reviewHeading(review);
      const subheading = first.subheading ? headings(heading, first.subheading) : heading;
      return [{ ...first, subheading }, ...rest];
    });
    return paragraphs.length === 0 ? null : number.section(id, heading, paragraphs);
  };
  const background = gather('background', say.background, (review) =>
    review.withheld ? withheldParagraph(review.withheld) : composeBackground(review.review, context),
  );
  const afterBackground = own('background');
  const evidence = gather('evidence', say.evidence, ({ review, withheld }) =>
    withheld
      ? []
      : review.evidence.flatMap((markdown) =>
          splitParagraphs(markdown, context, review.lang, escapeHtml(say.evidenceLead)),
        ),
  );
  const afterEvidence = own('evidence');
  const decisions = gather('decisions', say.decisions, (review) =>
    review.withheld ? [] : composeDecisions(register, review),
  );
  const afterDecisions = own('decisions');
  const oversight = gather('oversight', say.oversight, ({ review, withheld }) =>
    withheld || !review.oversight
      ? []
      : splitParagraphs(review.oversight, context, review.lang, escapeHtml(say.oversightLead)),
  );
  return {
    story: { background, evidence, decisions, oversight },
    sections: { background: afterBackground, evidence: afterEvidence, decisions: afterDecisions },
  };
}

function withheldParagraph(exempt: Exemption): readonly Unnumbered[] {
  return [paragraph(escapeHtml(`${withheldWords(exempt)}.`))];
}

function composeBackground(review: Review, context: ProseContext): readonly Unnumbered[] {
  const told = [
    ...(review.exempt ? [paragraph(escapeHtml(exemptRemark(review.exempt)))] : []),
    ...(review.background
      ? splitParagraphs(review.background, context, review.lang, escapeHtml(say.backgroundLead))
      : []),
  ];
  if (review.termsOfReference.length === 0) return told;
  const [only, ...more] = review.termsOfReference;
  if (only === undefined || more.length > 0) {
    const terms = review.termsOfReference.map((markdown) => proseInline(markdown, context, review.lang));
    return [...told, paragraph(escapeHtml(say.terms), { letters: lettered(terms) })];
  }
  return [...told, oneTerm(only, review.lang, context)];
}

/** "The term of reference was to ask …": what does not begin so is put behind a colon, in the author's own words. */
function oneTerm(markdown: string, language: string | undefined, context: ProseContext): Unnumbered {
  const clause = language === undefined ? /^To ([^\n]+?)[.;]?\s*$/.exec(markdown)?.[1] : undefined;
  if (clause === undefined)
    return paragraph(escapeHtml(say.oneTerm), {
      letters: lettered([proseInline(markdown, context, language)]),
    });
  return paragraph(framed(say.oneTermTo, proseInline(say.termClause(clause), context, language).first));
}

function composeDecisions(
  register: PaperRegister,
  { review, isAnswered, isDeferred, responseClock }: ReviewAsAt,
): readonly Unnumbered[] {
  const nouns = nounsOf(register);
  const panel = review.panel === register.meeting.panel ? say.thePanel(nouns) : say.panel(review.panel.name);
  const sent = reportSentence(nouns, review, register.day, panel);
  const report = sent.length > 0 ? say.theReport : say.reportOf(panel);
  const sentences = [
    ...handedOver(register, review),
    ...sent,
    ...responseSentence(nouns, review, isAnswered || isDeferred, report, responseClock),
    ...awaitedSentence(responseClock, register.day),
  ];
  const deferred =
    register.deferredFrom && register.reviews[0]?.review === review
      ? [say.deferred(register.deferredFrom.meeting.date)]
      : [];
  const made = meetingsThat(register.decisions.filter(({ decision }) => decision.review === review.key));
  return [
    ...[...(sentences.length > 0 ? [sentences.join(' ')] : []), ...deferred].map((sentence) =>
      paragraph(escapeHtml(sentence)),
    ),
    ...made.map((decisions) => meetingParagraph(register, decisions)),
  ];
}

/** Decisions by the meetings that made them, oldest first. */
function meetingsThat(decided: readonly Decided[]): readonly (readonly Decided[])[] {
  const meetings = [...new Set(decided.map(({ meeting }) => meeting))].toSorted((a, b) =>
    compareText(a.date, b.date),
  );
  return meetings.map((meeting) => decided.filter((one) => one.meeting === meeting));
}

/** What one meeting decided: a sentence, or a list with a letter for each decision. */
function meetingParagraph(register: PaperRegister, decisions: readonly Decided[]): Unnumbered {
  const [first, ...more] = decisions;
  if (!first || more.length === 0) {
    return paragraph(first ? framed(`${whoMet(first)} `, deedHtml(register, first), '.') : escapeHtml(''));
  }
  const letters = decisions.map((decided, index) => {
    const deed = deedHtml(register, decided);
    return {
      first: framed('', deed, index === decisions.length - 1 || hasSentences(deed) ? '.' : ';'),
      beneath: null,
    };
  });
  return paragraph(escapeHtml(`${whoMet(first)}:`), { letters: lettered(letters) });
}

function reportSentence(
  nouns: Nouns,
  { finalReport }: Review,
  day: IsoDate,
  panel: string,
): readonly string[] {
  const known = (written: PartialDate | undefined) =>
    written && lastDayOf(written) <= day ? written : undefined;
  const sent = known(finalReport?.sentToExecutive);
  const dated = known(finalReport?.date);
  if (sent) return [say.sent(nouns, panel, sent, dated === sent ? undefined : dated)];
  return dated ? [say.dated(panel, dated)] : [];
}

function responseSentence(
  nouns: Nouns,
  { executiveResponse }: Review,
  hasDecided: boolean,
  report: string,
  clock: ResponseClock | undefined,
): readonly string[] {
  if (!executiveResponse?.decision || !hasDecided) return [];
  return [
    say.responded(nouns, {
      day: executiveResponse.date,
      deed: say.deeds[executiveResponse.decision](report, nouns),
      daysTaken: clock?.daysTaken,
      late:
        clock?.isAnswered && clock.daysLate !== undefined
          ? { days: clock.daysLate, due: clock.due }
          : undefined,
    }),
  ];
}

/** An answer that is still to come: Local Government Act 2000, section 9FE. */
function awaitedSentence(clock: ResponseClock | undefined, day: IsoDate): readonly string[] {
  if (!clock || clock.isAnswered) return [];
  return [
    clock.daysLate === undefined ? say.awaited(clock.due) : say.awaitedLate(clock.due, clock.daysLate, day),
  ];
}
