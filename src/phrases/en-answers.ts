import type { IsoDate, PartialDate } from '../calendar/index.js';
import { date, longDate, shortDate } from './dates.js';
import { its, type Nouns } from './nouns.js';
import { countWord, joinWords, plural, possessive, timesWord } from './words.js';

const reason = (why: string): string => `Reason: ${why}`;

/** What the commands answer at the terminal and in JSON, and what a paper says of the data that it carries. */
export const answers = {
  /** In every answer. */
  answer: {
    confidential: 'Confidential: holds exempt information, not for publication',
    confidentialTitle: (title: string) =>
      `Confidential: holds exempt information, not for publication. ${title}`,
    noDate: 'no date',
    noOwner: 'no owner',
    noUpdate: (lastRating: string | undefined) =>
      lastRating === undefined ? 'No update' : `No update (last ${lastRating})`,
    late: (due: string, days: number) => `${due}, ${plural(days, 'day')} late`,
    section: (heading: string, number: number) => `${heading} (${number})`,
    withheld: 'Withheld',
  },

  /** A progress file to fill in. */
  progressFile: {
    ratings: (keys: readonly string[]) => `# one of: ${keys.join(', ')}`,
    note: 'Write here what has been done.',
    /** Where nobody rates: how to say that it is done. */
    complete: 'true where it is done',
  },

  /** What has changed between two days. */
  changes: {
    title: (council: string, since: IsoDate, until: IsoDate) =>
      `${council}: changes from ${date(since)} to ${date(until)}`,
    better: 'Better',
    worse: 'Worse',
    firstRated: 'Rated for the first time',
    newlyOverdue: 'Newly overdue',
    decided: 'Decided by a meeting',
    moved: 'Dates moved by a meeting',
    asked: 'Other dates requested',
    deferred: 'Deferred to a later meeting',
    answered: ({ executive }: Pick<Nouns, 'executive'>) => `Response received from the ${executive}`,
    newRecommendations: 'New recommendations',
    newActions: (noun: string) => `New ${noun}`,
    reported: 'Reported',
    noUpdate: 'No update',
    dueLate: (due: string, days: number) => `due ${due}, ${plural(days, 'day')} late`,
    due: (due: string) => `due ${due}`,
    until: (due: string) => `until ${due}`,
    to: (day: IsoDate) => `to ${shortDate(day)}`,
    item: (item: string, title: string | undefined) =>
      `Item ${item}${title === undefined ? '' : `, ${title}`}`,
    reason,
    noReason: 'No reason was given.',
    lastReported: (day: IsoDate) => `last reported ${shortDate(day)}`,
    neverReported: 'never reported',
    nothing: 'Nothing has changed.',
    withheld: (number: number) =>
      number === 1
        ? '1 action is withheld, wholly or in part, as exempt; --confidential shows it.'
        : `${number} actions are withheld, wholly or in part, as exempt; --confidential shows them.`,
  },

  /** Where everything stands on a day. */
  status: {
    title: (council: string, day: IsoDate) => `${council}, as at ${date(day)}`,
    late: 'Late',
    awaitingUpdate: 'Awaiting an update',
    dueSoon: 'Due before the next meeting',
    asking: 'Asking for another date',
    proposed: 'Proposed complete, for a meeting to decide',
    alsoOpen: 'Also open',
    paused: 'Paused',
    counts: {
      open: 'open',
      late: 'late',
      notRated: 'reported without a rating',
      /** Where nobody rates. */
      reported: 'reported',
      awaitingUpdate: 'awaiting an update',
      dueSoon: 'due before the next meeting',
      asking: 'asking for another date',
      proposed: 'proposed complete',
      paused: 'paused',
      withheld: 'withheld',
      ended: 'closed by decision of a meeting',
    },
    noMeeting: (day: IsoDate) => `No meeting on or after ${date(day)} is in the register.`,
    meetings: (number: number) => (number === 1 ? 'Next meeting' : 'Next meetings'),
    published: (day: IsoDate) => `Agenda published on ${longDate(day)}`,
    toBePublished: (day: IsoDate, daysLeft: number) =>
      `Agenda to be published on ${longDate(day)}${inDays(daysLeft)}`,
    lastDay: (day: IsoDate, daysLeft: number) =>
      `Last day for publication: ${longDate(day)}${inDays(daysLeft)}`,
    awaitingResponse: ({ executive }: Pick<Nouns, 'executive'>) =>
      `Awaiting the ${possessive(executive)} response`,
    responseDue: (day: IsoDate, daysLeft: number) => `Due ${longDate(day)}${inDays(daysLeft)}`,
    asksFor: (due: string, why: string | undefined) =>
      `Asks for ${due}${why === undefined ? ', without a reason' : `: ${why}`}`,
  },

  /** The life of a recommendation or an action. */
  life: {
    title: (address: string, day: IsoDate) => `${address}, as at ${date(day)}`,
    belongsTo: (reference: string, words: string) => `Belongs to recommendation ${reference}: ${words}`,
    review: (title: string) => `Review: ${title}`,
    now: 'Now',
    actionsNow: 'Its actions now',
    timeline: 'Timeline',
    partlyWithheld: 'Something here is withheld because it is exempt; --confidential shows it.',
    due: (due: string, daysLate: number | undefined, first: string | undefined, moves: number) =>
      `Due ${due}${daysLate === undefined ? '' : `, ${plural(daysLate, 'day')} late`}${first === undefined ? '' : `; first due ${first}, moved ${timesWord(moves)}`}`,
    noDue: 'No due date',
    earlierAsked: (due: string) => `Earlier date requested: ${due}`,
    moreTimeAsked: (due: string) => `Extension to ${due} requested`,
    lastRated: (rating: string, day: IsoDate) => `${rating}, ${shortDate(day)}`,
    undated: 'undated',
    recommended: (panel: string) => `Recommended by the ${panel}`,
    sent: ({ executive }: Pick<Nouns, 'executive'>) => `Sent to the ${executive}`,
    answered: (
      { executive }: Pick<Nouns, 'executive'>,
      decision: string | undefined,
      response: string | undefined,
    ) =>
      `Response from the ${executive}${decision === undefined ? '' : ` (${decision})`}${response === undefined ? '' : `: ${response}`}`,
    responses: {
      awaited: 'no response to this recommendation',
      accepted: 'this recommendation accepted',
      'accepted-in-part': 'this recommendation accepted in part',
      'accepted-in-principle': 'this recommendation accepted in principle',
      noted: 'this recommendation noted',
      rejected: 'this recommendation rejected',
    },
    responseDeferred: ({ executive }: Pick<Nouns, 'executive'>) =>
      `The ${executive} deferred ${its(executive)} response`,
    agreed: (due: string | undefined) => `Action agreed, due ${due ?? 'on no given date'}`,
    reported: (rating: string, direction: string, by: string | undefined) =>
      `Reported ${rating} (${direction})${by === undefined ? '' : ` by ${by}`}`,
    reportedUnrated: (by: string | undefined, hasRatings: boolean) =>
      `Reported${hasRatings ? ' without a rating' : ''}${by === undefined ? '' : ` by ${by}`}`,
    evidence: (title: string, link: string | undefined) =>
      `Evidence: ${title}${link === undefined ? '' : ` <${link}>`}`,
    asked: (due: string) => `Other date requested: ${due}`,
    putOff: (item: string, to: IsoDate) => `Deferred by the meeting (item ${item}) to ${date(to)}`,
    decidedBy: (what: string, panel: string, minute: string | undefined) =>
      `${what} by the ${panel}${minute ? ` (minute ${minute})` : ''}`,
    granted: (before: string, now: string) => `Extended from ${before} to ${now}`,
    refused: 'Extension refused',
    paused: 'Paused',
    reopened: 'Reopened',
    transferred: (to: string | undefined) => `Transferred to ${to ?? 'another body'}`,
  },

  /** A message to somebody who owes an update. */
  messages: {
    subject: (isConfidential: boolean, updates: number, panel: string, day: IsoDate) =>
      `${isConfidential ? 'Confidential: ' : ''}${plural(updates, 'update')} for the ${panel}, ${date(day)}`,
    greeting: (name: string) => `Dear ${name.replace(/^the /i, '')},`,
    request: (panel: string, day: IsoDate, owed: { number: number; noun: string }, byWhen: string) =>
      `The ${panel} meets on ${longDate(day)}. We have not yet had ${owed.number === 1 ? `your update on this ${owed.noun}` : `your updates on these ${countWord(owed.number)} ${owed.noun}`}. ${byWhen}`,
    inTime: (number: number) => `Please send ${it(number)} in time for publication.`,
    atOnce: (number: number, deadline: IsoDate) =>
      `The report was due for publication by ${longDate(deadline)}: please send ${it(number)} at once, so that members can have ${it(number)} at the meeting.`,
    before: (number: number, deadline: IsoDate) =>
      `Please send ${it(number)} before ${longDate(deadline)}, the last day for publishing the report.`,
    review: (title: string) => `Review: ${title}`,
    reviews: (title: string) => `${title}:`,
    toAnswer: (paths: readonly string[], actions: number, hasRatings: boolean) =>
      `Please reply with ${hasRatings ? 'a rating and ' : ''}a few lines for ${actions === 1 ? 'it' : 'each'}. Or save what follows as ${joinWords(paths)} and fill ${it(paths.length)} in${actions === 1 ? '' : ', leaving out any on which you have nothing to report'}.`,
    forFile: (path: string) => `For ${path}:`,
    /** With the name and the post of whoever asks. */
    thanks: (from: readonly string[]) => ['Thank you,', ...from].join('\n'),
    due: (due: string, daysAgo: number | undefined) =>
      `Due: ${due}${daysAgo === undefined ? '' : `, ${plural(daysAgo, 'day')} ago`}`,
    noDue: 'Due: no date was given',
    others: (names: readonly string[], areCopied: boolean) =>
      `Together with: ${joinWords(names)}${areCopied ? ', who are copied in' : ''}`,
    exempt: (paragraph: string) => `Exempt from publication: ${paragraph}.`,
    lastNothing: 'Last update: none',
    last: (day: PartialDate, rating: string | undefined, note: string | undefined) =>
      `Last update, of ${date(day)}${rating === undefined ? '' : `, rated ${rating}`}${note === undefined ? ', without a comment' : `: “${note}”`}`,
    ratings: 'The ratings:',
    rating: (key: string, meaning: string) =>
      meaning.toLowerCase() === key.toLowerCase() ? key : `${key}: ${meaning}`,
  },

  /** How two sets of facts differ. */
  differences: {
    words: 'a link, a footnote, or what is emphasised',
    thing: (noun: string, reference: string) => `${noun} ${reference}`,
    report: (day: string) => `report of ${day}`,
    paragraph: (number: string) => `paragraph ${number}`,
    lastDay: (words: string, day: string) => `${words} (last day ${day})`,
  },

  /** The files that a PDF carries. */
  attachments: {
    facts: 'What this paper shows, as data, and what it was made with',
    actions: 'The actions of this paper as a table for spreadsheets',
  },
};

function it(number: number): string {
  return number === 1 ? 'it' : 'them';
}

function inDays(left: number): string {
  if (left === 0) return ', today';
  return left > 0 ? ` (in ${plural(left, 'day')})` : ` (${plural(-left, 'day')} ago)`;
}
