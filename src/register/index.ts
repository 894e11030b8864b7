/**
 * The register: what was known on a given day.
 *
 * In: a model, a meeting's item and a day. Out: ratings, dates, counts and comparisons as known then. Pure: no clock. `workflows/` and the commands call it.
 */
export { actionsOf } from '../model/index.js';
export { grantsIn, isEnding } from './action-state.js';
export {
  type AddendumRegister,
  type Arrival,
  type Arrivals,
  addendumRegister,
} from './addendum-register.js';
export { monitorsBy } from './as-at.js';
export { type Changed, type Changes, changesBetween } from './changes.js';
export {
  type ActionOnDay,
  type DayRegister,
  type DayWanted,
  dayRegister,
  type Filter,
} from './day-register.js';
export {
  publicationClock,
  type ResponseClock,
  responseClock,
} from './deadlines.js';
export { findOutstanding, type OutstandingActions, type OwnersActions } from './outstanding.js';
export { countActions, type PaperWanted, paperRegister } from './paper-register.js';
export { paperDay } from './previous-paper.js';
export { buildTimeline, listReferences, type Timeline, type TimelineEvent } from './timeline.js';
export { type TrackerRegister, type TrendPoint, trackerRegister } from './tracker-register.js';
export type * from './types.js';

/** The rules that need a day: loaded by those who ask them, since a paper does not. */
export const dayRules = () => import('./rules/index.js');
