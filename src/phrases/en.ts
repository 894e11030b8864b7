import type { IsoDate, PartialDate } from '../calendar/index.js';
import { date, onDate } from './dates.js';
import { answers } from './en-answers.js';
import { exporting } from './en-export.js';
import { importing } from './en-import.js';
import { has, its, type Nouns } from './nouns.js';
import { joinSlotted, type Slot, type Slotted, slotted } from './slots.js';
import { capitalised, countWord, joinWords, plural, possessive, timesWord } from './words.js';

/** What a tracked thing is called: an action, or a recommendation that has no actions of its own. */
export type Noun = 'action' | 'recommendation';

/** "2 actions are better (1.1 and 2.3)". */
const countedClause =
  (one: string, more: string) =>
  (number: number, noun: string, references: string): string =>
    `${number} ${noun} ${number === 1 ? one : more} (${references})`;

const quoted = (title: string): string => `“${title}”`;

/**
 * What the papers say in British English, grouped by where it is said. Each phrase is a whole sentence, heading or label, or a clause of
 * a sentence that lists several; what varies in it comes in through its slots.
 */
export const en = {
  ...answers,
  importing,
  exporting,

  /** In every kind of paper, beside other words. */
  labels: {
    skip: 'Skip to the paper',
    notices: 'Notices',
    evidence: 'Evidence:',
  },

  /** What things are called within a sentence, and before their reference. */
  nouns: {
    action: (number: number) => (number === 1 ? 'action' : 'actions'),
    recommendation: (number: number) => (number === 1 ? 'recommendation' : 'recommendations'),
    both: 'recommendations and actions',
    several: {
      action: 'actions',
      recommendation: 'recommendations',
      both: 'recommendations and actions',
    },
    /** "each action", whichever of them there are. */
    each: { action: 'action', recommendation: 'recommendation', both: 'recommendation and action' },
    title: { action: 'Action', recommendation: 'Recommendation' },
    /** "1.1 and 1.2 of “Title”", where a paper has several reviews. */
    ofReview: (references: readonly string[], title: string) =>
      `${joinWords(references)} of ${quoted(title)}`,
  },

  /** Above a plan on a screen. */
  filter: {
    legend: 'Show',
    all: (number: number) => `all ${number}`,
    pressing: (number: number) => `the ${number} that need${number === 1 ? 's' : ''} attention`,
  },

  /** The head, the margins and the foot of every paper. */
  frame: {
    purpose: 'Purpose of the report',
    purposeLead: 'The purpose is:',
    backgroundPapers: 'Background papers',
    none: 'None.',
    contact: 'Contact officer',
    exemptItem: 'Exempt item',
    documentTitle: (title: string, panel: string, day: IsoDate, appendix?: string) =>
      `${appendix === undefined ? '' : `${appendix}: `}${title}, ${panel}, ${date(day)}`,
    runningLeft: (panel: string, day: IsoDate) => `${panel} · ${date(day)}`,
    runningRight: (item: string, title: string) => `Item ${item} · ${title}`,
    /** On every page of a members’ copy, and in full at its head. */
    membersCopy: 'NOT FOR PUBLICATION. Contains exempt information',
    membersCopyUnder: (paragraphs: string, act: string) =>
      `NOT FOR PUBLICATION. Contains exempt information within ${paragraphs} to the ${act}.`,
    agendaItem: (item: string) => `Agenda item ${item}`,
    jointBody: (councils: readonly string[]) => `A joint body of ${joinWords(councils)}`,
    reportOf: (who: string) => `Report of ${who}`,
    author: (who: string) => `Author: ${who}`,
    implications: 'Implications',
    implicationsLead: 'They are:',
    sectionLead: 'As follows:',
    knownOn: (day: IsoDate) => `This copy shows what was known on ${date(day)}.`,
    deferredFrom: (day: IsoDate, minute: string | undefined, reason: string | undefined) =>
      withReason(`Deferred from ${date(day)}`, minute, reason),
  },

  people: {
    the: (post: string) => `the ${post}`,
    atStart: (name: string) => name.replace(/^the /, 'The '),
    /** Words that are no part of a name are written small within a sentence: "The Portfolio Holder", "Current scrutiny chairs". */
    withinSentence: (words: string) =>
      words.replace(
        /^(?:The|All|Each|Every|Both|Our|Current|Local|Other|Various|Several|Relevant)(?= )/,
        (first) => first.toLowerCase(),
      ),
    telephone: (number: string) => `Telephone ${number}`,
    noOwner: 'No owner given',
  },

  contents: {
    heading: 'Contents',
    one: withWord,
    run: (noun: string, first: string, last: string) =>
      withWord(noun, first) === first ? `${first} to ${last}` : `${noun}s ${first} to ${last}`,
  },

  provenance: {
    heading: 'How this paper was made',
    sentence: (tool: string, day: IsoDate) =>
      `Made by scrutiny ${tool} from the register as at ${date(day)}; “scrutiny verify” checks a copy.`,
    labels: {
      facts: 'Facts shown (SHA-256):',
      templates: 'Templates (SHA-256):',
      fonts: 'Typeface (SHA-256):',
    },
  },

  /** The words of marks, and the key to them. */
  ratings: {
    notRated: 'Not rated',
    /** Where nobody rates. */
    reported: 'Reported',
    percent: (percent: number) => `${percent}% complete`,
    noUpdate: 'No update',
    paused: 'Paused',
    ended: 'Closed',
    /** The same, where a rating of the council is called Closed. */
    endedBesideClosed: 'Ended',
    withheld: 'Withheld',
    endings: {
      'signed-off': 'Agreed complete',
      superseded: 'Superseded',
      'not-feasible': 'Not feasible',
      withdrawn: 'Withdrawn',
      transferred: 'Transferred',
    },
    key: {
      heading: 'Key to the ratings',
      notRated: 'An update was received for this meeting, without a rating',
      noUpdate: 'No update was received for this meeting; the last one is shown with its date',
      withheld: 'Exempt from publication',
    },
  },

  /** At a glance: what a member sees first. */
  glance: {
    heading: 'At a glance',
    total: (noun: string) => `${noun} in the plan`,
    outOf: (total: number) => `of ${total}`,
    noUpdate: 'No update received',
    published: (noun: string) => `published ${noun}`,
    /** Where all are under one mark: "All 6 actions are rated Green." */
    all: {
      rated: (total: number, noun: string, rating: string) => `${all(total, noun)} rated ${rating}.`,
      notRated: (total: number, noun: string) =>
        total === 1
          ? `The update on the one ${noun} came without a rating.`
          : `Updates on ${total === 2 ? 'both' : `all ${total}`} ${noun} came without a rating.`,
      noUpdate: (total: number, noun: string, one: string) =>
        `No update was received on ${total === 1 ? `the one ${noun}` : total === 2 ? `either ${one}` : `any of the ${total} ${noun}`}.`,
      paused: (total: number, noun: string) => `${all(total, noun)} paused.`,
      ended: (total: number, noun: string) => `${all(total, noun)} closed.`,
      withheld: (total: number, noun: string) => `${all(total, noun)} withheld.`,
    },
    /** Where they differ: how much has the best rating, and what has the worst. A percentage of a few would say less than their number. */
    share: (
      best: { number: number; percent: number; rating: string },
      total: number,
      noun: string,
      worst: string | undefined,
    ) => {
      const of = `of the ${countWord(total)} ${noun}`;
      const part =
        best.number === 0
          ? `${total === 2 ? 'Neither' : 'None'} ${of} is`
          : total <= 10
            ? `${capitalised(countWord(best.number))} ${of} ${best.number === 1 ? 'is' : 'are'}`
            : `${best.percent}% ${of} are`;
      return `${part} rated ${best.rating}${worst === undefined ? '' : `; ${worst}`}.`;
    },
    worst: (rating: string, references: string | undefined) =>
      `the worst rating is ${rating}${references === undefined ? '' : ` (${references})`}`,
    reported: (number: number, total: number, noun: string) =>
      number === total
        ? total === 1
          ? `An update was received on the one ${noun}.`
          : `Updates were received on ${total === 2 ? `both ${noun}` : `all ${countWord(total)} ${noun}`}.`
        : `${number === 1 ? 'An update was' : 'Updates were'} received on ${countWord(number)} of the ${countWord(total)} ${noun}.`,
    noneRated: (total: number, noun: string) =>
      `${total === 2 ? 'Neither' : 'None'} of the ${countWord(total)} ${noun} has a rating.`,
    doubts: (clauses: readonly string[]) => `Members may wish to query: ${clauses.join('; ')}.`,
    several: (number: number, noun: string) => `${number} ${noun}`,
    /** By its owner, without a rating that closes. */
    calledComplete: 'called complete',
    overdue: (references: string, number: number, rating: string) =>
      `${references} ${number === 1 ? 'is' : 'are'} ${rating} but overdue`,
    noEvidence: (references: string, number: number, rating: string) =>
      `${references} ${number === 1 ? 'is' : 'are'} ${rating} without evidence`,
    leaving: (number: number, noun: string, references: string, by: string | undefined) =>
      `${capitalised(withWord(noun, references))} ${number === 1 ? 'has' : 'have'} been closed by ${by === undefined ? 'decision of a meeting' : `the ${by}`} and will not be listed in the next report.`,
  },

  /** What has changed since the last paper. */
  comparison: {
    thisReview: 'this review',
    theseReviews: 'these reviews',
    titles: (titles: readonly string[]) => joinWords(titles.map(quoted)),
    first: ({ panel }: Nouns, reviews: string) =>
      `This is the first report to the ${panel} on ${reviews}, so there is no earlier one to compare.`,
    since: (last: LastPaper, clauses: readonly string[]) => `${sinceLast(last)}: ${joinWords(clauses)}.`,
    unchanged: (last: LastPaper, isWithholding: boolean) =>
      `${sinceLast(last)}, no ${isWithholding ? 'published rating' : 'rating'} has changed.`,
    better: countedClause('is better', 'are better'),
    worse: countedClause('is worse', 'are worse'),
    new: countedClause('is new', 'are new'),
    firstRated: countedClause('is rated for the first time', 'are rated for the first time'),
    newlyOverdue: countedClause('has become overdue', 'have become overdue'),
    moved: countedClause('has a later due date', 'have a later due date'),
  },

  /** Due dates, and how they have moved. */
  due: {
    none: 'None given',
    endOf: (written: PartialDate) => `the end of ${date(written)}`,
    on: (due: string) => `on ${due}`,
    by: (due: string) => `by ${due}`,
    /** Words that began a line go on within a sentence: "When guidance changes", but not "GP surgeries to confirm". */
    withinSentence: (words: string) =>
      words.replace(
        /^(?:When|Until|Once|After|Before|By|Ongoing|On|As|At|In|To|The|End|Subject|Not)\b/,
        (first) => first.toLowerCase(),
      ),
    /** A number of days is true of one day only, which is left out where it is beside it. */
    overdue: (days: number, day?: IsoDate) =>
      `${plural(days, 'day')} overdue${day === undefined ? '' : ` at ${date(day)}`}`,
  },

  /** What is in the place of exempt matter, and beside it in the members' copy. */
  exempt: {
    cell: 'Withheld',
    owner: 'Owner withheld',
    due: 'due date withheld',
    review: 'Exempt review',
    /** Where an exemption names no other law: in England, whose categories follow in a few words of ours. */
    law: { schedule: 'Part 1 of Schedule 12A', act: 'Local Government Act 1972' },
    categories: [
      'an individual',
      'identity of an individual',
      'financial or business affairs',
      'labour relations',
      'legal professional privilege',
      'notices and orders',
      'crime',
    ],
    /** "3 (financial or business affairs)". */
    withCategory: (paragraph: number, category: string | undefined) =>
      `${paragraph}${category === undefined ? '' : ` (${category})`}`,
    paragraphs: (numbers: readonly string[], schedule: string) =>
      `${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${joinWords(numbers)} of ${schedule}`,
    information: (paragraph: string) => `exempt information within ${paragraph}`,
    withheld: (information: string) => `Withheld: ${information}`,
    underAct: (words: string, act: string) => `${words} to the ${act}`,
    notForPublication: (information: string) => `Not for publication: contains ${information}.`,
  },

  /** What was reported on an action. */
  reports: {
    noUpdate: 'No update received for this meeting.',
    nothing: 'No progress has been reported.',
    noWords: 'No comment was given.',
    ratedWithoutWords: 'Rated without a comment.',
    last: (day: IsoDate, rating: string | undefined) => `Last reported on ${date(day)}${rated(rating)}:`,
    on: (day: IsoDate, reporter: string | undefined) => `Reported on ${date(day)}${by(reporter)}`,
    earlier: (day: IsoDate, reporter: string | undefined, rating: string | undefined) =>
      `Reported on ${date(day)}${by(reporter)}${rated(rating)}:`,
    by: (reporter: string) => `Reported by ${reporter}`,
    /** Once above a table, in place of a date in nearly every row. */
    usual: (day: IsoDate) => `Updates are of ${date(day)} unless another date is given.`,
    /** How many were there before the latest. */
    oneEarlier: (day: IsoDate) => `1 earlier report, of ${date(day)}.`,
    severalEarlier: (number: number, from: IsoDate, to: IsoDate) =>
      `${number} earlier reports, from ${date(from)} to ${date(to)}.`,
  },

  /** Beneath a due date, or beneath a report. */
  remarks: {
    moved: <T>(original: Slot<T>, moves: number, isLater: boolean) =>
      slotted`first due ${original}; ${isLater ? 'extended' : 'moved'} ${timesWord(moves)}`,
    due: <T>(due: Slot<T>) => slotted`due ${due}`,
    dueWords: <T>(words: Slot<T>) => slotted`due: ${words}`,
    noDue: 'no due date',
    asksFor: {
      later: <T>(due: Slot<T>) => slotted`extension to ${due} requested`,
      earlier: <T>(due: Slot<T>) => slotted`earlier date requested: ${due}`,
      other: <T>(due: Slot<T>) => slotted`other date requested: ${due}`,
    },
    refusedOn: (day: IsoDate) => `extension refused on ${date(day)}`,
    ratedOn: (rating: string, day: IsoDate) => `Rated ${rating} on ${date(day)}`,
    proposed: 'The owner proposes completion.',
    partWithheld: (information: string) => `Part of what was reported is withheld: ${information}.`,
    /** Pointed out beside the rating, which stays as the owner gave it. */
    doubts: {
      overdue: (rating: string) => `Rated ${rating} but overdue.`,
      'no-evidence': () => 'No evidence was given.',
    },
    reason: <T>(reason: Slot<T>) => slotted`Reason for the request: ${reason}`,
    noReason: 'No reason was given for the request.',
    askedFor: <T>(due: Slot<T>) => slotted`Asked for ${due}.`,
    /** What a meeting decided, when and why: "Paused on 4 March 2019 (minute 14): the venue was lost". */
    decided: (what: string, day: IsoDate, minute: string | undefined, reason: string | undefined) =>
      withReason(`${what} on ${date(day)}`, minute, reason),
    extensionRefused: 'Extension refused',
    extended: 'Extended',
    earlierDateAgreed: 'Earlier date agreed',
    paused: 'Paused',
    reopened: 'Reopened',
    transferred: (to: string | undefined) => `Transferred to ${to ?? 'another body'}`,
  },

  /** How the Executive responded. */
  responses: {
    answers: {
      awaited: 'Awaited',
      accepted: 'Accepted',
      'accepted-in-part': 'Accepted in part',
      'accepted-in-principle': 'Accepted in principle',
      noted: 'Noted',
      rejected: 'Rejected',
    },
    deferred: ({ executive }: Nouns) =>
      `The ${executive} ${has(executive)} deferred ${its(executive)} response.`,
    answered: ({ executive }: Nouns, day: PartialDate) => `The ${executive} responded ${onDate(day)}.`,
    /** "All 6 recommendations were accepted.", where all were answered alike. */
    all: {
      awaited: ({ executive }: Nouns, number: number, title?: string) =>
        `The ${executive} ${has(executive)} not yet responded to ${number === 1 ? 'the one recommendation' : number === 2 ? 'either recommendation' : `any of the ${number} recommendations`}${ofReview(title)}.`,
      answered: (number: number, answer: string, title?: string) =>
        `${number === 1 ? 'The one recommendation' : number === 2 ? 'Both recommendations' : `All ${number} recommendations`}${ofReview(title)} ${number === 1 ? 'was' : 'were'} ${answer}.`,
    },
    /** "Of 4 recommendations, 3 were accepted; the response to 1 is exempt." */
    some: (number: number, answered: readonly string[], others: readonly string[], title?: string) =>
      `Of ${plural(number, 'recommendation')}${ofReview(title)}, ${[...(answered.length > 0 ? [joinWords(answered)] : []), ...others].join('; ')}.`,
    given: (number: number, answer: string) => `${number} ${number === 1 ? 'was' : 'were'} ${answer}`,
    open: {
      awaited: (number: number) => `${responseTo(number)} awaited`,
      notRecorded: (number: number) => `${responseTo(number)} not recorded`,
      withheld: (number: number) => `${responseTo(number)} exempt`,
    },
    on: (answer: string, day: PartialDate) => `${answer} on ${date(day)}`,
  },

  /** What the panel is asked to do: the heading begins a sentence that each motion ends. */
  motions: {
    heading: ({ panel }: Nouns) => `The ${panel} is asked to:`,
    headingNow: ({ panel }: Nouns) => `The ${panel} is now asked to:`,
    plans: { appendixA: 'Appendix A', appendixB: 'Appendix B', addendum: 'this addendum' },
    nothing: (plan: string, isWithholding: boolean) =>
      `note the progress in ${plan}. No decision${isWithholding ? ' on what is published' : ''} is needed.`,
    responseAwaited: (
      { executive }: Nouns,
      response: { title?: string; due: IsoDate; days: number; day: IsoDate },
    ) =>
      `request, by the next meeting, the ${possessive(executive)} response${toReview(response.title)}, which was due by ${date(response.due)} and is ${plural(response.days, 'day')} overdue at ${date(response.day)}.`,
    responseLate: (
      { executive }: Nouns,
      response: { title?: string; due: IsoDate; days: number; answered: PartialDate },
    ) =>
      `note that the ${possessive(executive)} response${toReview(response.title)} was due by ${date(response.due)} and came ${plural(response.days, 'day')} late, ${onDate(response.answered)}.`,
  },

  /** What meetings have decided. */
  decisions: {
    whoMet: (day: IsoDate, panel: string) => `On ${date(day)} the ${panel}`,
    deeds: {
      'signed-off': (which: string) => `agreed that ${which} was complete`,
      superseded: (which: string) => `agreed that ${which} had been superseded`,
      'not-feasible': (which: string) => `agreed that ${which} could not be done`,
      withdrawn: (which: string) => `withdrew ${which}`,
      paused: (which: string) => `paused ${which}`,
      reopened: (which: string) => `reopened ${which}`,
    },
    extended: (which: string, to: string | undefined) =>
      `extended ${which}${to === undefined ? '' : ` ${to}`}`,
    broughtForward: (which: string, to: string) => `brought ${which} forward to ${to}`,
    refused: (which: string, to: string | undefined) =>
      `refused to extend ${which}${to === undefined ? '' : ` ${to}`}`,
    /** "to 15 February 2020", "until guidance changes". */
    toDue: (due: string) =>
      /^(?:when|until|once|after)\b/.test(due) ? `until ${due.replace(/^(?:when|until) /, '')}` : `to ${due}`,
    transferred: (which: string, to: string | undefined) => `transferred ${which} to ${to ?? 'another body'}`,
    which: withWord,
    /** A deed with the request that it answers, its reason and its minute; a reason that is no clause follows as a sentence. */
    deed: (deed: string, asked: string, reason: string | undefined, minute: string | undefined): string =>
      `${deed}${asked}${because(reason)}${inMinute(minute)}`,
    asAsked: (who: string | undefined, day: IsoDate) => `, as asked${by(who)} on ${date(day)}`,
    askedFor: (who: string | undefined, day: IsoDate) => `, asked for${by(who)} on ${date(day)}`,
    notAsAsked: (to: string, who: string | undefined, day: IsoDate) =>
      `, not ${to} as asked${by(who)} on ${date(day)}`,
    isClause: (reason: string | undefined): boolean => because(reason) !== '',
    reasonGiven: (reason: string) => `. Reason given: ${reason}`,
    requestReason: <T>(reason: Slot<T>): Slotted<T> => slotted`. Reason for the request: ${reason}`,
    handedOver: (from: string, to: string, day: PartialDate) =>
      `The ${from} handed this review over to the ${to} on ${date(day)}.`,
  },

  /** The sections that tell the story of a review. */
  story: {
    background: 'Background',
    evidence: 'Evidence',
    decisions: 'Decisions',
    oversight: 'Oversight',
    backgroundLead: 'As follows:',
    evidenceLead: 'Evidence:',
    oversightLead: 'Oversight:',
    /** One term that is a clause goes on in the sentence. */
    oneTermTo: 'The term of reference was ',
    termClause: (clause: string) => `to ${clause}.`,
    oneTerm: 'The term of reference was:',
    terms: 'The terms of reference of the investigation were:',
    deferred: (day: IsoDate) => `This item was deferred from the meeting of ${date(day)}.`,
    thePanel: ({ panel }: Nouns) => `the ${panel}`,
    panel: (name: string) => `the ${name}`,
    sent: ({ executive }: Nouns, panel: string, day: PartialDate, dated: PartialDate | undefined) =>
      `${capitalised(possessive(panel))} final report${dated === undefined ? '' : `, dated ${date(dated)},`} was sent to the ${executive} ${onDate(day)}.`,
    dated: (panel: string, day: PartialDate) =>
      `${capitalised(possessive(panel))} final report is dated ${date(day)}.`,
    /** The report to which the Executive responded, once a sentence has named it. */
    theReport: 'the report',
    reportOf: (panel: string) => `${possessive(panel)} report`,
    deeds: {
      agreed: (report: string) => `agreed the response to ${report}`,
      'agreed-in-part': () => 'agreed the recommendations in part',
      noted: (report: string) => `noted ${report}`,
      deferred: (report: string, { executive }: Nouns) => `deferred ${its(executive)} response to ${report}`,
      rejected: () => 'rejected the recommendations',
    },
    /** When the Executive responded, and how long it took or how late it was. */
    responded: (
      { executive }: Nouns,
      response: {
        deed: string;
        day: PartialDate | undefined;
        daysTaken: number | undefined;
        late: { days: number; due: IsoDate } | undefined;
      },
    ) => {
      const { deed, day, daysTaken, late } = response;
      const when = day === undefined ? '' : ` ${onDate(day)}`;
      if (late)
        return `The ${executive} ${deed}${when}. The response was due by ${date(late.due)}, so it was ${plural(late.days, 'day')} late.`;
      const taken = daysTaken === undefined ? '' : `, ${plural(daysTaken, 'day')} after receiving the report`;
      return `The ${executive} ${deed}${when}${taken}.`;
    },
    awaited: (due: IsoDate) => `The response is awaited. It is due by ${date(due)}.`,
    awaitedLate: (due: IsoDate, days: number, day: IsoDate) =>
      `The response is awaited. It was due by ${date(due)} and was ${plural(days, 'day')} overdue at ${date(day)}.`,
  },

  /** What an update paper is for. */
  update: {
    purpose: (
      { panel: noun }: Nouns,
      purpose: {
        panel: string;
        service: string | undefined;
        titles: readonly string[];
        hasMotions: boolean;
      },
    ) => {
      const { panel, service, titles, hasMotions } = purpose;
      const about = titles.length === 0 ? '' : ` of ${joinWords(titles.map(quoted))}`;
      const recommendations = `the recommendations${about} (listed in Appendix A)${hasMotions ? `, and to ask for the ${possessive(noun)} decisions` : ''}`;
      return `To update the ${panel} on progress${service === undefined ? '' : ` by ${service}`} against ${recommendations}.`;
    },
    /** Where the plan is, and what of it: without ratings where nobody rates. */
    plan: (plan: string, each: string, isRated: boolean) =>
      `${plan} gives progress${isRated ? ' and a rating' : ''} for each ${each}.`,
    speaks: (speaker: string) => `${speaker} will give a verbal update at the meeting.`,
  },

  /** The motions on actions, and the sentences that follow them. */
  actionMotions: {
    /** `1.2 “Hire two roofers”`. */
    one: <T>(reference: Slot<T>, words: Slot<T> | undefined): Slotted<T> =>
      words === undefined ? [reference] : slotted`${reference} “${words}”`,
    /** "1.2 and 1.3 of “Title”". */
    several: <T>(each: readonly Slotted<T>[], title: string | undefined) =>
      slotted`${joinSlotted(each)}${ofReview(title)}`,
    /** "actions 1.2 and 1.3 of “Title”", without the noun where the first reference begins with it. */
    named: <T>(noun: string, first: string, several: Slotted<T>) =>
      slotted`${withWord(noun, first) === first ? '' : `${noun} `}${several}`,
    reviews: <T>(groups: readonly Slotted<T>[]) => joinSlotted(groups),
    signOff: <T>(which: Slotted<T>, number: number, evidence: string) =>
      slotted`agree that ${which} ${number === 1 ? 'is' : 'are'} complete${evidence}.`,
    /** What members should know before they sign off: of all, or of some by their references. */
    noEvidence: ' (no evidence was given)',
    noEvidenceFor: (references: readonly string[]) => ` (no evidence was given for ${joinWords(references)})`,
    evidenceOnlyFor: (references: readonly string[]) =>
      ` (evidence was given only for ${joinWords(references)})`,
    signOffOrElse: <T>(which: Slotted<T>, instead: string) =>
      slotted`decide whether ${which} is complete and, if not, whether to ${instead}.`,
    /** What is to be decided where it is not complete. */
    instead: {
      later: (asked: AskedDate) => `extend it${fromDue(asked)} ${asked.to}${past(asked)}`,
      earlier: (asked: AskedDate) => `agree an earlier date, ${asked.due}${past(asked)}${inPlace(asked)}`,
      other: (asked: AskedDate) => `agree ${asked.due}${past(asked)}${inPlace(asked)}`,
    },
    /** A request for another date; a reason that is no clause follows as a sentence. */
    request: {
      later: <T>(which: Slotted<T>, asked: AskedDate, reason: string | undefined) =>
        slotted`decide whether to extend ${which}${fromDue(asked)} ${asked.to}${past(asked)}${because(reason)}.`,
      earlier: <T>(which: Slotted<T>, asked: AskedDate, reason: string | undefined) =>
        slotted`decide whether to agree an earlier date for ${which}, ${asked.due}${past(asked)}${inPlace(asked)}${because(reason)}.`,
      other: <T>(which: Slotted<T>, asked: AskedDate, reason: string | undefined) =>
        slotted`decide whether to agree ${asked.due}${past(asked)}${inPlace(asked)} for ${which}${because(reason)}.`,
      first: <T>(which: Slotted<T>, asked: AskedDate, reason: string | undefined) =>
        slotted`decide whether to agree ${asked.due}${past(asked)} for ${which}, which has had no date${because(reason)}.`,
    },
    isClause: (reason: string | undefined): boolean => because(reason) !== '',
    moved: (moves: number, isLimit: boolean) =>
      ` Its date has already moved ${timesWord(moves)}${isLimit ? ', the most that the council’s rules allow' : ''}.`,
    reason: <T>(reason: Slot<T>) => slotted` The reason given: ${reason}`,
    noReason: ' No reason was given.',
    faults: (faults: readonly string[]) => ` It is ${joinWords(faults)}.`,
    noUpdateFrom: (owners: string) => ` No update on it was received from ${owners}.`,
    rated: (rating: string) => `rated ${rating}`,
    /** Requests of which there are so many that they are in a table. */
    requests: {
      label: 'Requests for another date',
      later: 'decide whether to grant these requests for more time:',
      other: 'decide whether to agree these requests for another date:',
      columns: {
        reference: 'Ref',
        action: 'Action',
        due: 'Due now',
        asked: 'Asked for',
        moves: 'Moved before',
        reason: 'Reason',
        evidence: 'Evidence',
      },
      passed: 'already past',
      moves: (moves: number, isLimit: boolean) =>
        moves === 0 ? 'No' : `${capitalised(timesWord(moves))}${isLimit ? ', the most allowed' : ''}`,
      noReason: 'None given',
      noEvidence: 'None',
      noUpdate: 'no update received',
      ofReview: (title: string) => `of ${quoted(title)}`,
    },
    consider: <T>(which: Slotted<T>, faults: readonly string[]) =>
      slotted`consider ${which} (${faults.join('; ')}).`,
    /** Those with the same faults together, each count of days as at one day. */
    considerGroups: <T>(
      noun: string,
      title: string | undefined,
      day: IsoDate | undefined,
      groups: readonly Slotted<T>[],
    ) =>
      slotted`consider these ${noun}${ofReview(title)}${day === undefined ? '' : `, as at ${date(day)}`}: ${joinSlotted(groups, { between: '; ', last: '; ' })}.`,
    group: <T>(which: Slotted<T>, faults: readonly string[]) => slotted`${which} (${faults.join('; ')})`,
    /** Updates that were not received, from few owners by their names. */
    missing: <T>(which: Slotted<T>, number: number, owners: string) =>
      slotted`request, by the next meeting, ${number === 1 ? 'an update' : 'updates'} on ${which}: none was received from ${owners}.`,
    missingFrom: <T>(groups: readonly Slotted<T>[]) =>
      slotted`request, by the next meeting, the updates that were not received: ${joinSlotted(groups, { between: '; ', last: '; ' })}.`,
    from: <T>(which: Slotted<T>, owners: string) => slotted`on ${which} from ${owners}`,
    missingOn: <T>(which: Slotted<T>) =>
      slotted`request, by the next meeting, updates on ${which}, on which none was received.`,
    late: <T>(day: IsoDate, groups: readonly Slotted<T>[]) =>
      slotted` Overdue at ${date(day)}: ${joinSlotted(groups, { between: '; ', last: '; ' })}.`,
    lateBy: <T>(which: Slotted<T>, days: number) => slotted`${which} by ${plural(days, 'day')}`,
    service: 'the service',
  },

  /** What members should look at first. */
  attention: {
    heading: 'Needs attention',
    some: (shown: number, all: number) =>
      `The ${countWord(shown)} most pressing of ${all}; the plan has them all.`,
    columns: { reference: 'Ref', action: 'Action', due: 'Due', why: 'Why' },
    noUpdate: 'no update',
    /** Of an action without words, such as a picture alone. */
    unnamed: 'See the plan',
    asks: <T>(due: Slot<T>) => slotted`${due} requested`,
  },

  /** What a row has no room for, such as a table of many columns: it is beneath the row. */
  below: {
    continued: 'Continued below.',
    report: 'The full update is below.',
    reason: 'The reason is below.',
    headings: {
      action: 'Action, continued:',
      recommendation: 'Recommendation, continued:',
      reason: 'Reason, continued:',
      wholeReason: 'Reason:',
      measure: 'Success measure, continued:',
      notice: 'Notice, continued:',
    },
  },

  /** The recommendations and the responses to them. */
  appendixA: {
    heading: ({ executive }: Nouns) =>
      `Appendix A. Recommendations and the ${possessive(executive)} response`,
    headingWithoutResponses: 'Appendix A. Recommendations',
    columns: { reference: 'Ref', recommendation: 'Recommendation' },
    responseColumn: 'Response',
    withheld: 'Withheld',
    notRecorded: 'Not recorded',
    addressedTo: (names: readonly string[]) => `Addressed to ${joinWords(names)}.`,
  },

  /** The action plan. */
  appendixB: {
    heading: 'Appendix B. Action plan and progress',
    headingOneLevel: 'Appendix A. Recommendations and progress',
    asAt: (day: IsoDate) => `As at ${date(day)}.`,
    /** Actions of which an earlier paper said that they had ended. */
    gone: (number: number, noun: string) =>
      number === 1
        ? `${number} ${noun} closed earlier is not listed.`
        : `${number} ${noun} closed earlier are not listed.`,
    columns: {
      reference: 'Ref',
      action: 'Action and owner',
      actionAndDue: 'Action, owner and due date',
      recommendation: 'Recommendation and owner',
      recommendationAndDue: 'Recommendation, owner and due date',
      due: 'Due',
      progress: 'Progress',
      rating: 'Rating',
    },
    labels: { successMeasure: 'Success measure:' },
    /** In the text, where there is nothing for an appendix. */
    allEnded: (noun: string) => `All ${noun} in the plan have been closed.`,
    noPlan: 'No action plan has been received yet.',
    recommendation: (reference: string) => withWord('Recommendation', reference),
    rejectedInstead: 'Rejected; instead:',
    /** Before a recommendation that is tracked by itself, among actions. */
    itself: 'Recommendation',
    response: (answer: string) => `Response: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}.`,
    /** A recommendation that is only listed. */
    listed: {
      awaited: { progress: 'The response is awaited.', rating: 'Response awaited' },
      other: { progress: 'No progress is reported on it.', rating: 'No rating' },
    },
  },

  /** The appendix of a tracker. */
  trackerAppendix: {
    heading: {
      oneLevel: 'Appendix A. Recommendations and progress',
      twoLevels: 'Appendix A. Recommendations and their actions',
    },
    asAt: (day: IsoDate) => `As at ${date(day)}.`,
    shortened: 'Progress is shortened here; the update reports give it in full.',
    /** How a recommendation comes by its rating; the order is from the worst to the best. */
    rule: (order: readonly string[], isWithholding: boolean) =>
      `A recommendation takes the rating of its worst open action. Worst first: ${joinWords(order)}. A recommendation whose actions are all paused or closed is shown as such; one without actions has no rating.${
        isWithholding
          ? ' One with an exempt action is shown as withheld, whatever the ratings of its others.'
          : ''
      }`,
    noActions: 'No actions',
    responseAwaited: 'Response awaited',
    noRating: 'No rating',
    ratedFrom: (references: readonly string[]) => `from ${joinWords(references)}`,
    noRecommendations: 'No recommendation has been made yet.',
    notAnswered: ({ executive }: Nouns) => `The ${executive} ${has(executive)} not yet responded.`,
    response: (answer: string) => `Response: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}.`,
    responseWithheld: 'Response: withheld.',
    awaited: 'Response awaited.',
    closed: 'It was closed earlier.',
    gone: (gone: number, all: number) =>
      `${all === 1 ? 'Its action was' : gone === all ? `All ${gone} of its actions were` : `${gone} of its ${all} actions ${gone === 1 ? 'was' : 'were'}`} closed earlier and ${gone === 1 ? 'is' : 'are'} not listed.`,
    nothing: 'No progress has been reported.',
    noUpdate: (day: IsoDate, rating: string | undefined) =>
      `No update for this meeting: reported on ${date(day)}${rating === undefined ? '' : `, then rated ${rating}`}`,
    columns: {
      reference: 'Ref',
      action: {
        action: 'Action and owner',
        recommendation: 'Recommendation and owner',
        both: 'Recommendation or action',
      },
      actionAndDue: {
        action: 'Action, owner and due date',
        recommendation: 'Recommendation, owner and due date',
        both: 'Recommendation or action',
      },
      due: 'Due',
      latest: 'Latest progress',
      rating: 'Rating',
    },
    labels: { recommendation: 'Recommendation:' },
  },

  /** Where each review stands. */
  totals: {
    heading: (reviews: number) =>
      reviews === 1 ? 'Where the recommendations stand' : 'Where each review stands',
    review: 'Review',
    total: 'Total',
    byRating: 'By rating',
    byUpdate: 'By update',
    overdue: 'Overdue',
    allReviews: 'All reviews',
    none: 'None',
    overdueOf: (overdue: number, total: number, noun: string, day: IsoDate) =>
      `${overdue} of the ${total} ${noun} ${overdue === 1 ? 'was' : 'were'} overdue on ${date(day)}.`,
    /** "2 Amber", after one that has said what they are. */
    rated: (number: number, word: string, isFirst: boolean) =>
      `${number}${isFirst ? ` ${number === 1 ? 'recommendation is' : 'recommendations are'}` : ''} ${word}`,
    standings: {
      noUpdate: (number: number) => `${number} ${number === 1 ? 'has' : 'have'} no update`,
      reported: (number: number) => `${number} ${number === 1 ? 'has' : 'have'} an update`,
      notRated: (number: number) => `${number} ${number === 1 ? 'has' : 'have'} an update without a rating`,
      awaited: (number: number) => `${number} ${number === 1 ? 'awaits' : 'await'} a response`,
      rejected: (number: number) => `${number} ${number === 1 ? 'was' : 'were'} rejected`,
      withheld: (number: number) => `${number} ${number === 1 ? 'is' : 'are'} withheld`,
      noActions: (number: number) => `${number} ${number === 1 ? 'has' : 'have'} no actions`,
      paused: (number: number) => `${number} ${number === 1 ? 'is' : 'are'} paused`,
      ended: (number: number) => `${number} ${number === 1 ? 'is' : 'are'} closed`,
    },
    byWorst: (rated: readonly string[], others: readonly string[]) =>
      `By their worst open action, ${[...(rated.length > 0 ? [joinWords(rated)] : []), ...others].join('; ')}.`,
    /** Where no action is open under a rating; of all alike as of all. */
    others: (total: number, others: readonly string[], isAll = others.length === 1) =>
      isAll
        ? `${total === 1 ? 'The one recommendation' : total === 2 ? 'Both recommendations' : `All ${total} recommendations`} ${joinWords(others).replace(/^\d+ /, '')}.`
        : `Of the ${total} recommendations, ${joinWords(others)}.`,
    rule: 'The rule is at the head of Appendix A.',
    tableOfActions: 'The table counts the actions.',
  },

  trend: {
    /** Says what the chart shows. */
    heading: (noun: string, hasRatings: boolean, { panel }: Nouns, meetings: number) =>
      `${capitalised(noun)} by ${hasRatings ? 'rating' : 'update'} at the ${possessive(panel)} last ${countWord(meetings)} meetings`,
    corner: { rated: 'Rating', reported: 'Update' },
    all: 'All',
    overdue: 'Overdue',
    introduction: (noun: string, { panel }: Nouns, meetings: number) =>
      `Chart and table show where ${noun} stood at the ${possessive(panel)} last ${countWord(meetings)} meetings, as known when each agenda was published.`,
    /** What has changed since the first of them. */
    since: (day: IsoDate, clauses: readonly string[]) =>
      `Since ${date(day)} ${clauses.length === 0 ? 'no number has changed' : clauses.join('; ')}.`,
    takenOn: ({ panel }: Nouns, number: number, noun: string) =>
      `the ${panel} has taken on ${number} ${number === 1 ? noun.replace(/s$/, '') : noun}`,
    fewer: ({ panel }: Nouns, number: number, noun: string) =>
      `the ${panel} monitors ${number} fewer ${number === 1 ? noun.replace(/s$/, '') : noun}`,
    moved: (verb: 'risen' | 'fallen', moved: readonly { label: string; from: number; to: number }[]) =>
      joinWords(
        moved.map(
          ({ label, from, to }, index) =>
            `${label}${index === 0 ? ` has ${verb}` : ''} from ${from} to ${to}`,
        ),
      ),
  },

  /** What a tracker is for. */
  tracker: {
    nothing: (panel: string, day: IsoDate) =>
      `To report that the ${panel} monitored no reviews on ${date(day)}.`,
    all: (recommendations: number, reviews: number, day: IsoDate) =>
      recommendations === 0
        ? `To report that ${countedReviews(reviews)} had no recommendations on ${date(day)}.`
        : `To report where the ${counted(recommendations)} from ${countedReviews(reviews)} stood on ${date(day)}.`,
    some: (recommendations: number, reviews: string, day: IsoDate) =>
      recommendations === 0
        ? `To report that ${reviews} had no recommendations on ${date(day)}.`
        : `To report where the ${counted(recommendations)} of ${reviews} stood on ${date(day)}.`,
    /** What the appendix has of each, and whether that is of the recommendation itself or of its actions. */
    appendixA: (isOneLevel: boolean, hasRatings: boolean) =>
      `Appendix A gives the response to each recommendation, and ${isOneLevel ? 'its' : 'each action’s'} owner, due date${hasRatings ? ', latest progress and rating' : ' and latest progress'}.`,
    presents: (speaker: string) => `${speaker} will present it.`,
    subtitle: (reviews: number) => `Recommendations from ${countedReviews(reviews)}`,
  },

  /** What came in after the agenda was published. */
  addendum: {
    purpose: (published: IsoDate, until: IsoDate) =>
      `To report updates received from ${date(published)}, when the agenda was published, to ${date(until)}. It should be read with the published report.`,
    summary: 'Summary',
    nothing: (published: IsoDate) =>
      `Nothing has come in since the agenda was published on ${date(published)}; the published report is unchanged.`,
    nothingPublic: (published: IsoDate) =>
      `Nothing that can be published has come in since the agenda was published on ${date(published)}.`,
    update: (number: number) =>
      `${countWord(number)} ${number === 1 ? 'update has' : 'updates have'} been received`,
    decision: (number: number) =>
      `${countWord(number)} ${number === 1 ? 'decision has' : 'decisions have'} been made`,
    newAction: (number: number) =>
      `${countWord(number)} ${number === 1 ? 'action has' : 'actions have'} been added`,
    arrived: (arrived: {
      clauses: readonly string[];
      published: IsoDate;
      noun: string;
      references: string;
    }) =>
      `${capitalised(joinWords(arrived.clauses))} since the agenda was published on ${date(arrived.published)}, on ${withWord(arrived.noun, arrived.references)}.`,
    answered: ({ executive }: Nouns, title: string, day: PartialDate | undefined) =>
      `The ${executive} responded to ${quoted(title)}${day === undefined ? '' : ` ${onDate(day)}`}, after publication.`,
    /** One change, from what was printed to what is so now. */
    changed: (which: string, before: string, now: string) => `${capitalised(which)} ${now}; ${before}.`,
    now: {
      rated: (rating: string) => `is now rated ${rating}`,
      notRated: 'now has an update without a rating',
      noUpdate: 'now has no update',
      paused: 'is now paused',
      ended: 'is now closed',
    },
    before: {
      rated: (rating: string) => `it was rated ${rating}`,
      notRated: 'its update had no rating before',
      noUpdate: 'there was no update before',
      paused: 'it was paused before',
      ended: 'it was closed before',
    },
    which: withWord,
    /** Above a table of them. */
    changes: (number: number, noun: string) => `The ratings of ${countWord(number)} ${noun} have changed:`,
    changesLabel: 'Ratings that have changed',
    noChange: (isOne: boolean) => `${isOne ? 'It changes' : 'They change'} no rating.`,
    withheld: (number: number, paragraphs: string) =>
      number === 1
        ? `One action is exempt under ${paragraphs}; this copy does not say whether anything has come in on it.`
        : `${capitalised(countWord(number))} actions are exempt under ${paragraphs}; this copy does not say whether anything has come in on them.`,
    arrivals: 'Updates received since publication',
    introduction: (published: IsoDate) => `Each update is beside the report published on ${date(published)}.`,
    columns: { reference: 'Ref', before: 'As published', since: 'Now' },
    agreedOn: (day: PartialDate) => `Agreed ${onDate(day)}`,
    reference: (noun: string, reference: string) => withWord(capitalised(noun), reference),
    sinceAgenda: 'Since the agenda',
    notInPaper: 'This action is not in the paper.',
    asAbove: 'As above.',
    due: <T>(due: Slot<T>) => slotted`Due: ${due}`,
    added: (noun: string) => `The ${noun} has been added to the plan.`,
    asksFor: <T>(due: Slot<T>, reason: Slot<T>) => slotted`Asks for ${due}. ${reason}`,
    asksForNoReason: <T>(due: Slot<T>) => slotted`Asks for ${due}; no reason was given`,
    directions: { better: 'better', worse: 'worse', same: 'no change' },
  },
};

/** The paper to which one is compared. */
export interface LastPaper {
  readonly day: IsoDate;
  /** The panel that met: by its noun where it is this paper’s, by its name where it is another. */
  readonly panel: string;
  readonly isOurs: boolean;
  /** The reviews of which it spoke, where they are not all. */
  readonly reviews: string | undefined;
  readonly isDeferred: boolean;
}

function sinceLast({ day, panel, isOurs, reviews, isDeferred }: LastPaper): string {
  const on = reviews === undefined ? '' : ` on ${reviews}`;
  const paper = isOurs
    ? `Since the last report to the ${panel}${on}, for the meeting`
    : `Since the last report${on}, for the ${possessive(panel)} meeting`;
  return `${paper} of ${date(day)}${isDeferred ? ' (deferred)' : ''}`;
}

/** A reference after the word for what it is, unless it begins with that word: "action 1.2", "Recommendation SR 01". */
function withWord(noun: string, reference: string): string {
  const word = noun.toLowerCase().replace(/s$/, '');
  return reference.toLowerCase().startsWith(`${word} `) ? reference : `${noun} ${reference}`;
}

/** "The one action is", "Both actions are", "All 6 actions are". */
function all(total: number, noun: string): string {
  if (total === 1) return `The one ${noun} is`;
  return `${total === 2 ? 'Both' : `All ${total}`} ${noun} are`;
}

/** "four recommendations", in running text. */
function counted(recommendations: number): string {
  return `${countWord(recommendations)} ${recommendations === 1 ? 'recommendation' : 'recommendations'}`;
}

function countedReviews(reviews: number): string {
  return `${countWord(reviews)} ${reviews === 1 ? 'review' : 'reviews'}`;
}

function responseTo(number: number): string {
  return number === 1 ? 'the response to 1 is' : `the responses to ${number} are`;
}

/** ", because it has moved twice": only where the reason is surely one clause, whose first word is written small. */
function because(reason: string | undefined): string {
  const clause = reason?.trim().replace(/\.$/, '') ?? '';
  const isOne = !/[.;:!?\n]/.test(clause);
  const hasSubject =
    /^(?:It|They|There)\b/.test(clause) ||
    /^(?:The|A|An|No|Its|Their|Some|Two|Three|Four) (?:[\w’-]+ ){1,4}(?:is|are|was|were|has|have|had|will|cannot|could|does|did|do)\b/.test(
      clause,
    );
  return isOne && hasSubject ? `, because ${clause.charAt(0).toLowerCase()}${clause.slice(1)}` : '';
}

function withReason(what: string, minute: string | undefined, reason: string | undefined): string {
  const clause = because(reason);
  const said = `${what}${clause}${inMinute(minute)}`;
  return reason && clause === '' ? `${said}. Reason given: ${reason}` : said;
}

function inMinute(minute: string | undefined): string {
  return minute ? ` (minute ${minute})` : '';
}

function rated(rating: string | undefined): string {
  return rating === undefined ? '' : `, rated ${rating}`;
}

function by(reporter: string | undefined): string {
  return reporter === undefined ? '' : ` by ${reporter}`;
}

/** The date that an action asks for, as it is written in the sentence, and the one that it is to replace. */
export interface AskedDate {
  /** "30 June 2020", "“by the end of June 2020”". */
  readonly due: string;
  /** "to 30 June 2020", "until guidance changes". */
  readonly to: string;
  /** Whether it has passed when members decide. */
  readonly isPast: boolean;
  /** "31 March 2020", "the end of 2021". */
  readonly from: string | undefined;
  /** The same as it is written in the plan: "“by the end of 2021”". */
  readonly inPlaceOf: string | undefined;
}

function past({ isPast }: AskedDate): string {
  return isPast ? ' (already past)' : '';
}

function inPlace({ inPlaceOf }: AskedDate): string {
  return inPlaceOf === undefined ? '' : ` in place of ${inPlaceOf}`;
}

function fromDue({ from }: AskedDate): string {
  return from === undefined ? '' : ` from ${from}`;
}

function ofReview(title: string | undefined): string {
  return title === undefined ? '' : ` of ${quoted(title)}`;
}

/** The review to which a response is due, where a paper has several. */
function toReview(title: string | undefined): string {
  return title === undefined ? '' : ` to ${quoted(title)}`;
}

/** Every phrase of a language. Another language is a table of this type, and does not compile while a phrase is missing. */
export type Phrases = typeof en;
