import type { Explanation } from './explanation.js';

/** The plan. */
export const PLAN = {
  'response-reason': {
    title: `An answer that is not simply "accepted", without a reason`,
    why: `Members find the reason the most useful part of an answer, and a rejection without one invites the question at the meeting.`,
    bad: `  - ref: 2
    text: Tell tenants when a roofer will come.
    response: rejected`,
    good: `  - ref: 2
    text: Tell tenants when a roofer will come.
    response: rejected
    reason: Roofers cannot say so in advance.`,
  },
  'exempt-paragraph': {
    title: `A paragraph under which nothing is exempt`,
    why: `What is kept from the public names the paragraph that allows it: 1 to 7 in England (Local Government Act 1972, Schedule 12A, Part 1), 12 to 18 in Wales (Part 4), 1 to 15 in Scotland (Local Government (Scotland) Act 1973, Schedule 7A), 1 to 7 in Northern Ireland (Local Government Act (Northern Ireland) 2014, Schedule 6).`,
    bad: `    exempt: { paragraph: 33, reason: A contract }`,
    good: `    exempt: { paragraph: 3, reason: A contract }`,
  },
  'owner-missing': {
    title: `An action without an owner`,
    why: `If nobody owns an action, nobody will be asked about it.`,
    bad: `      - ref: 1.2
        text: Buy ladders.
        due: 2020-06`,
    good: `      - ref: 1.2
        text: Buy ladders.
        owner: Ladder Trust
        due: 2020-06`,
  },
  'due-missing': {
    title: `An action without a date`,
    why: `An action without a date is never late and seldom done. Where there truly is none, words say so: ongoing, or when guidance changes.`,
    bad: `      - ref: 1.2
        text: Buy ladders.
        owner: Ladder Trust`,
    good: `      - ref: 1.2
        text: Buy ladders.
        owner: Ladder Trust
        due: 2020-06`,
  },
  'due-early': {
    title: `A date before the action was agreed`,
    why: `That is nearly always a slip in the year, and the action would be overdue from its first paper.`,
    bad: `        due: 2019-01-31`,
    good: `        due: 2020-01-31`,
  },
  'due-same-day': {
    title: `Half a plan due on one day`,
    why: `The end of a financial year is when everything is due that nobody thought about. A date of its own can be kept, and asked for.`,
    bad: `    due: 2020-03-31`,
    good: `    due: 2020-05`,
  },
  'due-unread': {
    title: `Words that name a time and are never late`,
    why: `Only a time that is the whole of what is written can be read: a date, a period such as Q3 2025/26, or a length of time such as 6 months. Other words are printed as they are, and nobody is told when their time has passed.`,
    bad: `        due: 31 May 2020 (was 31 January)`,
    good: `        due: by the end of May 2020`,
  },
  'due-financial-year': {
    title: `A month that could be a financial year`,
    why: `2011-12 is December 2011; the financial year is written 2011/12, and is late after 31 March 2012.`,
    bad: `        due: 2011-12`,
    good: `        due: 2011/12`,
  },
  'request-earlier': {
    title: `A request for an earlier date`,
    why: `More time is later time. A date that is earlier than the one that stands has nearly always a slip in the year; where it is meant, the paper calls it an earlier date.`,
    bad: `    revised-due: 2020-04-30
    reason: No second roofer is free before May.`,
    good: `    revised-due: 2021-04-30
    reason: No second roofer is free before May.`,
  },
  'grant-past': {
    title: `Time that was over when it was given`,
    why: `A date before the meeting that gives it has nearly always a slip in the year, and the action would be overdue from its next paper.`,
    bad: `decisions:
  - { action: repairs/1.1, decision: extension-granted, due: 2020-02-29, reason: No roofer is free }`,
    good: `decisions:
  - { action: repairs/1.1, decision: extension-granted, due: 2020-03-02, reason: No roofer is free }`,
  },
  'response-early': {
    title: `A response from before the report`,
    why: `The Executive cannot have answered a report that was not there yet: one of the two dates has a slip in it.`,
    bad: `final-report: { date: 2019-07-01 }
executive-response: { date: 2019-06-30, decision: agreed }`,
    good: `final-report: { date: 2019-07-01 }
executive-response: { date: 2019-07-01, decision: agreed }`,
  },
  'progress-early': {
    title: `Progress from before the action was agreed`,
    why: `No paper shows an action before it was agreed, so what was reported on it earlier is never seen.`,
    bad: `as-at: 2019-09-10`,
    good: `as-at: 2020-02-10`,
  },
  'progress-response': {
    title: `Progress on a recommendation that was not accepted`,
    why: `The progress is printed and counted, beside a response that it seems to contradict. Where nobody has recorded the response, leave it out: nothing is then claimed.`,
    bad: `  - ref: 2
    text: Tell tenants when a roofer will come.
    response: awaited`,
    good: `  - ref: 2
    text: Tell tenants when a roofer will come.
    response: accepted`,
  },
  'revision-reason': {
    title: `A date that moves without a reason`,
    why: `Dates that move without a word are what auditors and members object to most.`,
    bad: `    rating: amber
    note: One roofer was hired.
    revised-due: 2020-06-30`,
    good: `    rating: amber
    note: One roofer was hired.
    revised-due: 2020-06-30
    reason: No second roofer is free before May.`,
  },
  'revisions-many': {
    title: `A date that has moved too often`,
    why: `A date that keeps moving is no date. Two moves are what councils usually bear with; \`max-revisions:\` under \`rules:\` in council.yaml says how many yours does.`,
    bad: `date: 2020-05-04        # the third meeting to move it
published: 2020-04-24
panel: homes
decisions:
  - { action: repairs/1.1, decision: extension-granted, due: 2020-06-30, reason: No roofer is free }`,
    good: `date: 2020-04-06        # the second meeting to move it
published: 2020-03-27
panel: homes
decisions:
  - { action: repairs/1.1, decision: extension-granted, due: 2020-05-30, reason: No roofer is free }`,
  },
  'evidence-missing': {
    title: `Done, but nothing shows it`,
    why: `A claim that work is done is believed when something shows it: a document, a list, minutes.`,
    bad: `  1.2:
    rating: green
    note: The ladders are here.`,
    good: `  1.2:
    rating: green
    note: The ladders are here.
    evidence:
      - title: Delivery note`,
  },
  'percent-rating': {
    title: `Called complete, and rated otherwise`,
    why: `Where a report has a rating, the rating decides. \`complete: true\` or \`percent: 100\` beside a rating that does not close says the opposite and counts for nothing.`,
    bad: `  1.1:
    rating: amber
    percent: 100`,
    good: `  1.1:
    rating: amber
    percent: 75`,
  },
  'progress-signed-off': {
    title: `An owner’s report that says the panel signed off`,
    why: `Only a meeting signs off an action. A report with the rating for what is signed off means what any rating that closes means: completion is proposed, and the paper asks the panel to agree.`,
    bad: `  1.2:
    rating: blue`,
    good: `  1.2:
    rating: green`,
  },
  'implication-missing': {
    title: `An item without the implications that the council wants`,
    why: `\`rules.implications\` in council.yaml lists the headings that each report must have. Only its author knows what it means for money, law or equality, so nothing is filled in.`,
    bad: `  - number: 4
    title: Homes Update
    report: update
    review: repairs
    contact: clerk`,
    good: `  - number: 4
    title: Homes Update
    report: update
    review: repairs
    contact: clerk
    implications:
      Financial: The roofers are within the budget.`,
  },
  'background-papers': {
    title: `A review that is silent about its background papers`,
    why: `A report lists the documents that it relies on to a material extent, and the council keeps them for anybody to read (Local Government Act 1972, section 100D). Where there are none, the list is empty and the paper says "None".`,
    bad: `title: Repairs
panel: homes`,
    good: `title: Repairs
panel: homes
background-papers: []`,
  },
  'text-changed': {
    title: `Words that are no longer those agreed`,
    why: `The Executive is held to what it agreed. Where the register is in git, the words of each recommendation and action are compared with those of the first version in which the answer stood; without git this rule says nothing.`,
    bad: `    text: Mend roofs within a month.      # "within a week", when the Executive agreed`,
    good: `    text: Mend roofs within a week.`,
  },
  'meeting-day': {
    title: `A meeting on a weekend or bank holiday`,
    why: `No panel meets when the offices are closed: the day, the month or the year has a slip in it.`,
    bad: `date: 2020-04-13`,
    good: `date: 2020-04-14`,
  },
} satisfies Readonly<Record<string, Explanation>>;
