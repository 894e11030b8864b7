import { escapeHtml, joinHtml } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import type { PlanRow } from '../paper-schema.js';
import { needsAttention } from './action-facts.js';
import type { RowNotice } from './below.js';
import { actionMark, percentWords, WITHHELD_MARK } from './rating-marks.js';
import { dueBesideOwner, dueRemarks, standsHtml } from './row-notes.js';
import { WITHHELD } from './wording.js';

/** When an action is due and where it stands, as the row of any plan says it. */
export function composePlanRow(
  register: PaperRegister,
  action: ActionAsAt,
  { notice, below }: RowNotice,
): PlanRow {
  const remarks = dueRemarks(register, action);
  return {
    due: standsHtml(action),
    dueBesideOwner: dueBesideOwner(action),
    dueRemarks: remarks,
    dueLine: remarks.length === 0 ? null : joinHtml(remarks, escapeHtml('; ')),
    notice,
    below,
    mark: actionMark(action, register.council),
    percent: percentWords(action),
    direction: action.direction ?? null,
    needsAttention: needsAttention(register, action),
    isWithheld: false,
  };
}

/** The same of an action of which nothing may be said. */
export const WITHHELD_ROW: PlanRow = {
  due: escapeHtml(WITHHELD),
  dueBesideOwner: escapeHtml(phrases.exempt.due),
  dueRemarks: [],
  dueLine: null,
  notice: null,
  below: [],
  mark: WITHHELD_MARK,
  percent: null,
  direction: null,
  needsAttention: false,
  isWithheld: true,
};
