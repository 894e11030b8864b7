import { type IsoDate, lastDayOf, type PartialDate } from '../calendar/index.js';
import { capitalised, date, plural, possessive } from '../language/index.js';
import {
  byCodePoint,
  type ExecutiveDecision,
  type Exemption,
  isSameDue,
  type Review,
} from '../model/index.js';
import {
  escapeHtml,
  type Html,
  joinHtml,
  type ProseContext,
  plainText,
  proseInline,
} from '../prose/index.js';
import {
  type Decided,
  monitorsBy,
  type PaperRegister,
  type ResponseClock,
  type ReviewAsAt,
} from '../register/index.js';
import { untilDue } from './due-words.js';
import { headings, lettered, type Numberer, paragraph, paragraphsOf, type Unnumbered } from './numbering.js';
import { nameInSentence } from './people.js';
import { nounOf } from './references.js';
import type { Section } from './types.js';
import { asClause, exemptRemark, framed, inLanguage, reviewHeading, withheldWords } from './words.js';

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
      const heading = reviewHeading(review);
      const subheading = first.subheading ? headings(heading, first.subheading) : heading;
      return [{ ...first, subheading }, ...rest];
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
        : review.evidence.flatMap((markdown) =>
            paragraphsOf(markdown, context, review.lang, escapeHtml('Evidence:')),
          ),
    ),
    decisions: gather('decisions', 'Decisions', (review) =>
      review.withheld ? [] : decisionsOf(register, review),
    ),
    oversight: gather('oversight', 'Oversight', ({ review, withheld }) =>
      withheld || !review.oversight
        ? []
        : paragraphsOf(review.oversight, context, review.lang, escapeHtml('Oversight:')),
    ),
  };
}

function withheldParagraph(exempt: Exemption): readonly Unnumbered[] {
  return [paragraph(escapeHtml(`${withheldWords(exempt)}.`))];
}

function backgroundOf(review: Review, context: ProseContext): readonly Unnumbered[] {
  const told = [
    ...(review.exempt ? [paragraph(escapeHtml(exemptRemark(review.exempt)))] : []),
    ...(review.background
      ? paragraphsOf(review.background, context, review.lang, escapeHtml('As follows:'))
      : []),
  ];
  if (review.termsOfReference.length === 0) return told;
  const terms = lettered(
    review.termsOfReference.map((markdown) => proseInline(markdown, context, review.lang)),
  );
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

function decisionsOf(
  register: PaperRegister,
  { review, isAnswered, isDeferred, responseClock }: ReviewAsAt,
): readonly Unnumbered[] {
  const sentences = [
    ...handedOver(register, review),
    ...reportSentence(review, register.day, panelIn(register, review)),
    ...responseSentence(review, isAnswered || isDeferred, panelIn(register, review), responseClock),
    ...awaitedSentence(responseClock, register.day),
  ];
  const deferred =
    register.deferredFrom && register.reviews[0]?.review === review
      ? [`This item was deferred from the meeting of ${date(register.deferredFrom.meeting.date)}.`]
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
    byCodePoint(a.date, b.date),
  );
  return meetings.map((meeting) => decided.filter((one) => one.meeting === meeting));
}

/** What one meeting decided: a sentence, or a list with a letter for each decision. */
function meetingParagraph(register: PaperRegister, decisions: readonly Decided[]): Unnumbered {
  const [first, ...more] = decisions;
  if (!first || more.length === 0) {
    return paragraph(
      first ? framed(`${whoMet(register, first)} `, deedHtml(register, first), '.') : escapeHtml(''),
    );
  }
  const letters = decisions.map((decided, index) => ({
    first: framed('', deedHtml(register, decided), index === decisions.length - 1 ? '.' : ';'),
    beneath: null,
  }));
  return paragraph(escapeHtml(`${whoMet(register, first)}:`), { letters: lettered(letters) });
}

/** From whom a review came, where another panel than this paper's made it or heard its updates before. */
export function handedOver(register: PaperRegister, review: Review): readonly string[] {
  const { meeting, day, council } = register;
  const begun = monitorsBy(review, day);
  const last = begun.at(-1);
  if (last?.panel !== meeting.panel || !last.from) return [];
  const before = begun.at(-2)?.panel ?? review.panel;
  return before === meeting.panel
    ? []
    : [
        `The ${panelNamed(council, before)} handed this review over to the ${panelNamed(council, meeting.panel)} on ${date(last.from)}.`,
      ];
}

/** "The panel", or by its name another panel that made the review. */
function panelIn({ council, meeting }: PaperRegister, { panel }: Review): string {
  return panel === meeting.panel ? 'The panel' : `The ${panelNamed(council, panel)}`;
}

function panelNamed({ panels }: PaperRegister['council'], panel: string): string {
  return panels.find(({ key }) => key === panel)?.name ?? panel;
}

function reportSentence({ finalReport }: Review, day: IsoDate, panel: string): readonly string[] {
  const known = (written: PartialDate | undefined) =>
    written && lastDayOf(written) <= day ? written : undefined;
  const sent = known(finalReport?.sentToExecutive);
  const dated = known(finalReport?.date);
  if (sent) {
    const ofDay = dated && dated !== sent ? `, dated ${date(dated)},` : '';
    return [`${possessive(panel)} final report${ofDay} was sent to the Executive ${dayOrMonth(sent)}.`];
  }
  return dated ? [`${possessive(panel)} final report is dated ${date(dated)}.`] : [];
}

const EXECUTIVE: Readonly<Record<ExecutiveDecision, string>> = {
  agreed: 'agreed the response to the panel’s report',
  'agreed-in-part': 'agreed part of what the panel recommended',
  noted: 'noted the panel’s report',
  deferred: 'deferred its response to the panel’s report',
  rejected: 'rejected what the panel recommended',
};

function responseSentence(
  { executiveResponse }: Review,
  hasDecided: boolean,
  panel: string,
  clock: ResponseClock | undefined,
): readonly string[] {
  if (!executiveResponse?.decision || !hasDecided) return [];
  const when = executiveResponse.date
    ? `${capitalised(dayOrMonth(executiveResponse.date))} the Executive`
    : 'The Executive';
  const taken =
    clock?.daysTaken === undefined ? '' : `, ${plural(clock.daysTaken, 'day')} after it received the report`;
  const late =
    clock?.isAnswered && clock.daysLate !== undefined
      ? ` and ${plural(clock.daysLate, 'day')} after the last day for an answer, ${date(clock.due)}`
      : '';
  return [
    `${when} ${EXECUTIVE[executiveResponse.decision].replace('the panel', panel.replace(/^The /, 'the '))}${taken}${late}.`,
  ];
}

/** An answer that is still to come: Local Government Act 2000, section 9FE. */
function awaitedSentence(clock: ResponseClock | undefined, day: IsoDate): readonly string[] {
  if (!clock || clock.isAnswered) return [];
  return [
    clock.daysLate === undefined
      ? `The Executive’s answer is awaited; it is due by ${date(clock.due)}.`
      : `The Executive’s answer is awaited; it was due by ${date(clock.due)} and is ${plural(clock.daysLate, 'day')} late at ${date(day)}.`,
  ];
}

/** "on 5 September 2017", "in September 2017". */
function dayOrMonth(day: Parameters<typeof date>[0]): string {
  return `${day.length === 10 ? 'on' : 'in'} ${date(day)}`;
}

/** One decision as a sentence of its own. */
export function decisionSentence(register: PaperRegister, decided: Decided): Html {
  const deed = deedHtml(register, decided);
  return framed(`${whoMet(register, decided)} `, deed, /[.!?…]$/.test(deed) ? '' : '.');
}

/** "On 4 March 2019 the Homes Panel". */
function whoMet({ council }: PaperRegister, { meeting }: Decided): string {
  const panel = council.panels.find(({ key }) => key === meeting.panel)?.name ?? meeting.panel;
  return `On ${date(meeting.date)} the ${panel}`;
}

/** What a meeting decided on an action, after the words that say who met. */
function deedHtml(register: PaperRegister, decided: Decided): Html {
  const { decision } = decided;
  const because = decision.reason ? `: ${asClause(plainText(decision.reason))}` : '';
  const minute = decision.minute ? ` (minute ${decision.minute})` : '';
  const which = `${nounIn(register, decided)} ${decision.ref}`;
  const done: Readonly<Record<typeof decision.decision, string>> = {
    'signed-off': `agreed that ${which} was complete`,
    'extension-granted': `gave ${which} ${decision.due ? untilDue(decision.due) : 'more time'}`,
    'extension-refused': `refused more time for ${which}`,
    superseded: `agreed that ${which} had been superseded`,
    'not-feasible': `agreed that ${which} could not be done`,
    withdrawn: `withdrew ${which}`,
    transferred: `transferred ${which} to ${decision.to ?? 'another body'}`,
    paused: `paused ${which}`,
    reopened: `reopened ${which}`,
  };
  return framed(
    done[decision.decision],
    isOnTime(decision) ? requestHtml(register, decided) : escapeHtml(''),
    `${minute}${because}`,
  );
}

/** Who had asked for more time, when and why, where the register has it: " (asked for by the Head of Homes on …: …)". */
function requestHtml({ actions, council }: PaperRegister, decided: Decided): Html {
  const request = actions
    .flatMap(({ state }) => state.due.revisions)
    .find((revision) => revision.decided === decided)?.request;
  if (!request) return escapeHtml('');
  const isOther = !isSameDue(request.revisedDue, decided.decision.due);
  const who = request.reportedBy ? ` by ${nameInSentence(council, request.reportedBy)}` : '';
  const until =
    request.revisedDue && (decided.decision.decision === 'extension-refused' || isOther)
      ? `, ${untilDue(request.revisedDue)}`
      : '';
  const why = request.reason
    ? framed(': ', inLanguage(request.lang, asClause(plainText(request.reason))))
    : escapeHtml('');
  return framed(` (asked for${who} on ${date(request.asAt)}${until}`, why, ')');
}

function isOnTime({ decision }: Decided['decision']): boolean {
  return decision === 'extension-granted' || decision === 'extension-refused';
}

/** The titles of the reviews, as a subtitle. */
export function titlesOf(reviews: readonly ReviewAsAt[]): Html | null {
  const titles = reviews
    .filter(({ withheld }) => !withheld)
    .map(({ review }) => inLanguage(review.lang, review.title));
  const [last, ...others] = titles.toReversed();
  if (!last) return null;
  const first = joinHtml(others.toReversed(), escapeHtml(', '));
  return others.length === 0 ? last : joinHtml([first, last], escapeHtml(' and '));
}

/** What is decided on: an action, or a recommendation that has none. */
function nounIn({ actions }: PaperRegister, { decision }: Decided): string {
  const found = actions.find(
    ({ review, action }) => review.key === decision.review && action.ref === decision.ref,
  );
  return found ? nounOf([found]) : 'action';
}
