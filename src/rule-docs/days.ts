import type { Explanation } from './explanation.js';

/** A day. */
export const DAYS = {
  'progress-future': {
    title: `Progress from the future`,
    why: `What will be known on a day to come cannot be reported yet; it is nearly always a slip in the year.`,
    bad: `as-at: 2021-02-10`,
    good: `as-at: 2020-02-10`,
  },
  'request-past': {
    title: `A request for time that is over`,
    why: `The meeting of 2 March would be asked to give time until a day that has passed; the paper says so.`,
    bad: `    revised-due: 2020-02-25
    reason: No second roofer is free before May.`,
    good: `    revised-due: 2020-05-29
    reason: No second roofer is free before May.`,
  },
  'rating-overdue': {
    title: `Rated well, but overdue`,
    why: `An action past its date is not on track, whatever its owner says. Rated well means the best rating of your key that does not close an action, or one called green.`,
    bad: `    rating: green              # on track, says the key; but it was due on 31 January`,
    good: `    rating: red`,
  },
  'response-missing': {
    title: `The Executive has not answered`,
    why: `The Executive must answer a report within two months of receiving it (Local Government Act 2000, section 9FE). \`response-due:\` under \`rules:\` in council.yaml can say another time.`,
    bad: `final-report: { date: 2019-07-01, sent-to-executive: 2019-08-05 }`,
    good: `final-report: { date: 2019-07-01, sent-to-executive: 2019-08-05 }
executive-response: { date: 2019-10-01, decision: agreed }`,
  },
  'response-late': {
    title: `The Executive answered late`,
    why: `Its answer was due two months after the report reached it, that day counted. A lateness that is a fact can be allowed beside the review.`,
    bad: `final-report: { date: 2019-07-01, sent-to-executive: 2019-07-29 }
executive-response: { date: 2019-10-01, decision: agreed }`,
    good: `final-report: { date: 2019-07-01, sent-to-executive: 2019-08-05 }
executive-response: { date: 2019-10-01, decision: agreed }`,
  },
  'decision-panel': {
    title: `A decision of a panel that does not monitor the review`,
    why: `Only the panel that hears a review’s updates decides on its actions; where the review was handed over, \`monitored-by:\` says from when.`,
    bad: `date: 2020-03-03
published: 2020-02-24
panel: streets
decisions:
  - { action: repairs/1.2, decision: signed-off }`,
    good: `date: 2020-03-02
published: 2020-02-21
panel: homes
decisions:
  - { action: repairs/1.2, decision: signed-off }`,
  },
  'item-panel': {
    title: `An item on a review that another panel monitors`,
    why: `The paper would be made in the name of a panel that does not hear the review’s updates; where the review was handed over, \`monitored-by:\` says from when.`,
    bad: `date: 2020-04-06
panel: streets
items:
  - { number: 5, title: Repairs, report: update, review: repairs }`,
    good: `date: 2020-03-02
published: 2020-02-21
panel: homes`,
  },
  'published-late': {
    title: `Papers published too late`,
    why: `Papers lie open for five clear days before the meeting: neither the day of publication nor the day of the meeting counts, nor do weekends and bank holidays (Local Government Act 1972, section 100B). \`papers-due:\` under \`rules:\` in council.yaml can ask for more.`,
    bad: `date: 2020-03-02
published: 2020-02-24`,
    good: `date: 2020-03-02
published: 2020-02-21`,
  },
  'calendar-unknown': {
    title: `Bank holidays not known`,
    why: `The last day for publication is counted back over working days, and bank holidays are known for 2010 to 2030: those published, and from 2028 those that the Banking and Financial Dealings Act 1971 gives. For a meeting outside those years the count is left out, and the papers are made all the same.`,
    bad: `date: 2031-03-03
published: 2031-02-21`,
    good: `date: 2030-03-04
published: 2030-02-22`,
  },
} satisfies Readonly<Record<string, Explanation>>;
