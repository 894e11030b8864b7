/**
 * The rules that advise: nothing that they find stops a paper, so that only `check` asks them. Each is in a file of its own; this
 * is the list.
 */
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Model } from '../types.js';
import { backgroundPapers } from './background-papers.js';
import { deferralMeeting } from './deferral-meeting.js';
import { dueEarly } from './due-early.js';
import { dueFinancialYear } from './due-financial-year.js';
import { dueMissing } from './due-missing.js';
import { dueSameDay } from './due-same-day.js';
import { dueUnread } from './due-unread.js';
import { emailForm } from './email-form.js';
import { evidenceMissing } from './evidence-missing.js';
import { grantPast } from './grant-past.js';
import { implicationsThere } from './implications-there.js';
import { meetingDay } from './meeting-day.js';
import { ownerMissing } from './owner-missing.js';
import { percentRating } from './percent-rating.js';
import { progressEarly } from './progress-early.js';
import { progressResponse } from './progress-response.js';
import { progressSignedOff } from './progress-signed-off.js';
import { requestEarlier } from './request-earlier.js';
import { responseEarly } from './response-early.js';
import { revisionReason } from './revision-reason.js';
import { revisionsMany } from './revisions-many.js';
import type { AdviceRule } from './rule.js';

const RULES: readonly AdviceRule[] = [
  ownerMissing,
  dueMissing,
  dueEarly,
  dueSameDay,
  dueUnread,
  dueFinancialYear,
  requestEarlier,
  grantPast,
  responseEarly,
  deferralMeeting,
  emailForm,
  progressEarly,
  progressResponse,
  revisionReason,
  revisionsMany,
  evidenceMissing,
  percentRating,
  progressSignedOff,
  implicationsThere,
  backgroundPapers,
  meetingDay,
];

/** Everything that the advising rules find. */
export function brokenAdvice(model: Model): readonly Diagnostic[] {
  return RULES.flatMap((rule) => [...rule({ model })]);
}
