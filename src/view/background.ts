import { capitalised, date, joinWords } from '../language/index.js';
import type { ExecutiveDecision, Exemption, Review } from '../model/index.js';
import { escapeHtml, type ProseContext, plainText, proseInline } from '../prose/index.js';
import type { Decided, PaperRegister, ReviewAsAt } from '../register/index.js';
import { lettered, type Numberer, paragraph, paragraphsOf, type Unnumbered } from './numbering.js';
import type { Section } from './types.js';
import { asClause, asSentence, dueWords, reviewTitle, withheldWords } from './words.js';

/** The sections that tell the story of the reviews, each left out where there is nothing to say. */
export interface Story {
  readonly background: Section | null;
  readonly evidence: Section | null;
  readonly decisions: Section | null;
  readonly oversight: Section | null;
}

/** Made in the order in which they are printed, since their numbers run on. */
export function storyOf(register: PaperRegister, number: Numberer, context: ProseContext): Story {
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
      return [{ ...first, subheading: first.subheading ?? escapeHtml(reviewTitle(review)) }, ...rest];
    });
    return paragraphs.length === 0 ? null : number.section(id, heading, paragraphs);
  };
  return {
    background: gather('background', 'Background', (review) =>
      review.withheld ? withheldParagraph(review.withheld) : backgroundOf(review.review, context),
    ),
    evidence: gather('evidence', 'Evidence', ({ review, withheld }) =>
      withheld
        ? []
        : review.evidence.flatMap((markdown) => paragraphsOf(markdown, context, escapeHtml('Evidence:'))),
    ),
    decisions: gather('decisions', 'Decisions', (review) =>
      review.withheld ? [] : decisionsOf(register, review),
    ),
    oversight: gather('oversight', 'Oversight', ({ review, withheld }) =>
      withheld || !review.oversight ? [] : paragraphsOf(review.oversight, context, escapeHtml('Oversight:')),
    ),
  };
}

function withheldParagraph(exempt: Exemption): readonly Unnumbered[] {
  return [paragraph(escapeHtml(`${withheldWords(exempt)}.`))];
}

function backgroundOf(review: Review, context: ProseContext): readonly Unnumbered[] {
  const told = review.background ? paragraphsOf(review.background, context, escapeHtml('As follows:')) : [];
  if (review.termsOfReference.length === 0) return told;
  const terms = lettered(review.termsOfReference.map((markdown) => proseInline(markdown, context).first));
  return [
    ...told,
    paragraph(
      escapeHtml(
        review.termsOfReference.length === 1
          ? 'The investigation had one term of reference:'
          : 'The terms of reference of the investigation were:',
      ),
      { letters: terms },
    ),
  ];
}

function decisionsOf(register: PaperRegister, { review, isAnswered }: ReviewAsAt): readonly Unnumbered[] {
  const sentences = [...reportSentence(review, register.day), ...responseSentence(review, isAnswered)];
  const deferred =
    register.deferredFrom && register.reviews[0]?.review === review
      ? [`This item was deferred from the meeting of ${date(register.deferredFrom.date)}.`]
      : [];
  const made = register.decisions
    .filter(({ decision }) => decision.review === review.key)
    .map((decided) => decisionSentence(register, decided));
  return [...(sentences.length > 0 ? [sentences.join(' ')] : []), ...deferred, ...made].map((sentence) =>
    paragraph(escapeHtml(sentence)),
  );
}

function reportSentence({ finalReport }: Review, day: string): readonly string[] {
  const sent = finalReport?.sentToExecutive;
  if (sent && sent <= day) return [`The panel’s final report was sent to the Executive ${dayOrMonth(sent)}.`];
  if (finalReport?.date && finalReport.date <= day)
    return [`The panel’s final report is dated ${date(finalReport.date)}.`];
  return [];
}

const EXECUTIVE: Readonly<Record<ExecutiveDecision, string>> = {
  agreed: 'agreed the response to the panel’s report',
  'agreed-in-part': 'agreed part of what the panel recommended',
  noted: 'noted the panel’s report',
  deferred: 'put off its answer to the panel’s report',
  rejected: 'rejected what the panel recommended',
};

function responseSentence({ executiveResponse }: Review, isAnswered: boolean): readonly string[] {
  if (!executiveResponse?.decision || !isAnswered) return [];
  const when = executiveResponse.date
    ? `${capitalised(dayOrMonth(executiveResponse.date))} the Executive`
    : 'The Executive';
  return [`${when} ${EXECUTIVE[executiveResponse.decision]}.`];
}

/** "on 5 September 2017", "in September 2017". */
function dayOrMonth(day: Parameters<typeof date>[0]): string {
  return `${day.length === 10 ? 'on' : 'in'} ${date(day)}`;
}

/** What a meeting decided on an action, in a sentence. */
export function decisionSentence(register: PaperRegister, { meeting, decision }: Decided): string {
  const panel = register.council.panels.find(({ key }) => key === meeting.panel)?.name ?? meeting.panel;
  const because = decision.reason ? `: ${asClause(plainText(decision.reason))}` : '';
  const minute = decision.minute ? ` (minute ${decision.minute})` : '';
  const done: Readonly<Record<typeof decision.decision, string>> = {
    'signed-off': `agreed that action ${decision.ref} was complete`,
    'extension-granted': `gave action ${decision.ref} until ${dueWords(decision.due)}`,
    'extension-refused': `refused more time for action ${decision.ref}`,
    superseded: `agreed that action ${decision.ref} had been superseded`,
    'not-feasible': `agreed that action ${decision.ref} could not be done`,
    withdrawn: `withdrew action ${decision.ref}`,
    transferred: `transferred action ${decision.ref} to ${decision.to ?? 'another body'}`,
    paused: `paused action ${decision.ref}`,
    reopened: `reopened action ${decision.ref}`,
  };
  return asSentence(`On ${date(meeting.date)} the ${panel} ${done[decision.decision]}${minute}${because}`);
}

/** The titles of the reviews, as a subtitle. */
export function titlesOf(reviews: readonly ReviewAsAt[]): string | null {
  const titles = reviews.filter(({ withheld }) => !withheld).map(({ review }) => review.title);
  return titles.length === 0 ? null : joinWords(titles);
}
