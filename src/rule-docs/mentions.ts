import type { Explanation } from './explanation.js';

/** What names what. */
export const MENTIONS = {
  'panel-unknown': {
    title: `A panel that council.yaml does not have`,
    why: `A panel is named by its key in council.yaml, so that its name is the same on every paper.`,
    bad: `panel: homse
items:`,
    good: `panel: homes
items:`,
  },
  'service-unknown': {
    title: `A service that council.yaml does not have`,
    why: `A service is named by its key in council.yaml.`,
    bad: `    service: hosuing`,
    good: `    service: housing`,
  },
  'officer-unknown': {
    title: `An officer who is not listed, or no longer`,
    why: `What looks like a key must be one, or a slip of the finger would become an owner of its own. Officers who have left stay in council.yaml, because what they reported is still theirs.`,
    bad: `reported-by: head-of-hoems`,
    good: `reported-by: head-of-homes`,
  },
  'rating-unknown': {
    title: `A rating that is not in the key`,
    why: `A rating is one of the council’s own key, which is printed beneath the table.`,
    bad: `    rating: ambre`,
    good: `    rating: amber`,
  },
  'review-unknown': {
    title: `A review that is not there`,
    why: `A review is named by its folder in reviews/.`,
    bad: `    review: repair`,
    good: `    review: repairs`,
  },
  'ref-unknown': {
    title: `Progress or a decision on an action that does not exist`,
    why: `Otherwise what was reported or decided would be in no paper.`,
    bad: `progress:
  1.11:`,
    good: `progress:
  1.1:`,
  },
  'ref-duplicate': {
    title: `A reference that is used twice`,
    why: `Minutes quote an action by its reference, so within a review it must lead to one thing only.`,
    bad: `      - ref: 1.1
        text: Buy ladders.`,
    good: `      - ref: 1.2
        text: Buy ladders.`,
  },
  'ref-has-actions': {
    title: `Progress or a decision on something that is no action`,
    why: `Work is reported and decided on action by action; a recommendation that has actions is none itself. Nor is one that was rejected or waits for its response, as long as it has no owner, no due date and no progress.`,
    bad: `progress:
  1:
    rating: amber`,
    good: `progress:
  1.1:
    rating: amber`,
  },
  'progress-duplicate': {
    title: `An action reported on twice for one day`,
    why: `Nobody could tell which of the two holds.`,
    bad: `  1.1:
    rating: amber
    note: One roofer was hired.
  1.1, 1.2:
    rating: red`,
    good: `  1.1:
    rating: amber
    note: One roofer was hired.
  1.2:
    rating: red`,
  },
  'meeting-duplicate': {
    title: `A panel that meets twice on one day`,
    why: `Papers are named by panel and day, so a panel has one meeting on a day.`,
    bad: `data/meetings/2020-03-02-homes-again.yaml
data/meetings/2020-03-02-homes.yaml`,
    good: `data/meetings/2020-03-02-homes.yaml
data/meetings/2020-04-06-homes.yaml`,
  },
  'item-duplicate': {
    title: `An item number that is used twice`,
    why: `A member turns to "item 4", and there must be one.`,
    bad: `items:
  - number: 4
    title: Minutes
  - number: 4
    title: Homes Update`,
    good: `items:
  - number: 3
    title: Minutes
  - number: 4
    title: Homes Update`,
  },
  'item-unknown': {
    title: `A decision on an item that the meeting does not have`,
    why: `An item is put off by its number on this agenda.`,
    bad: `decisions:
  - { item: 5, decision: deferred, to: 2020-04-06 }`,
    good: `decisions:
  - { item: 4, decision: deferred, to: 2020-04-06 }`,
  },
  'deferral-not-listed': {
    title: `A deferred item that the later meeting does not list`,
    why: `The later meeting lists the item itself, under its own number there; otherwise it would be lost on the way.`,
    bad: `# data/meetings/2020-04-06-homes.yaml, to which item 4 was deferred
date: 2020-04-06
published: 2020-03-27
panel: homes`,
    good: `# data/meetings/2020-04-06-homes.yaml, to which item 4 was deferred
date: 2020-04-06
published: 2020-03-27
panel: homes
items:
  - { number: 7, title: Homes Update, report: update, review: repairs }`,
  },
  'item-review-twice': {
    title: `An item that names a review twice`,
    why: `Each of its actions would be listed and counted twice.`,
    bad: `    review: [repairs, repairs]`,
    good: `    review: repairs`,
  },
  'deferral-date': {
    title: `An item put off to a day that is not later`,
    why: `An item can only be put off to a meeting after this one.`,
    bad: `decisions:
  - { item: 4, decision: deferred, to: 2020-02-03 }`,
    good: `decisions:
  - { item: 4, decision: deferred, to: 2020-04-06 }`,
  },
  'deferral-meeting': {
    title: `An item put off to a day without a meeting`,
    why: `The item would be heard at no meeting: that of April is on the 6th. The date has a slip in it, or the later meeting is not in the register yet.`,
    bad: `decisions:
  - { item: 4, decision: deferred, to: 2020-04-05 }`,
    good: `decisions:
  - { item: 4, decision: deferred, to: 2020-04-06 }`,
  },
  'addendum-unpublished': {
    title: `An addendum to an agenda whose publication is not known`,
    why: `An addendum holds what is dated after the agenda was published, up to the meeting. Without that day nothing could be told from what the papers say already.`,
    bad: `date: 2020-03-02
panel: homes
items:
  - { number: 5, title: Homes Update (Addendum), report: addendum, review: repairs }`,
    good: `date: 2020-03-02
published: 2020-02-21
panel: homes
items:
  - { number: 5, title: Homes Update (Addendum), report: addendum, review: repairs }`,
  },
  'file-date': {
    title: `A file named for another day`,
    why: `The date inside counts; a name that says another misleads the next person.`,
    bad: `# data/reviews/repairs/progress/2020-02-24.yaml
as-at: 2020-02-17`,
    good: `# data/reviews/repairs/progress/2020-02-17.yaml
as-at: 2020-02-17`,
  },
} satisfies Readonly<Record<string, Explanation>>;
