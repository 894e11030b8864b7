/** What a person wants to record, as edits of the register's files. */

export { type NewDocument, oneOrList } from './common.js';
export { addOfficer, addPanel, type NewOfficer, type NewPanel } from './council.js';
export {
  addDecisions,
  addItem,
  addMeeting,
  type NewDecision,
  type NewItem,
  type NewMeeting,
} from './meeting.js';
export {
  addAction,
  addRecommendation,
  addReview,
  type NewAction,
  type NewRecommendation,
  type NewReview,
  reviewPath,
} from './review.js';
export { type NewUpdate, type ProgressFile, recordUpdate } from './update.js';
