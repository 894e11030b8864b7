import { escapeHtml, type Html, plainText } from '../../markdown/index.js';
import { isSameDue } from '../../model/index.js';
import { date } from '../../phrases/index.js';
import type { Decided, PaperRegister } from '../../register/index.js';
import { untilDue } from './due-words.js';
import { nameInSentence } from './people.js';
import { nounOf } from './references.js';
import { asClause, framed, inLanguage } from './wording.js';
/** One decision as a sentence of its own. */
export function decisionSentence(register: PaperRegister, decided: Decided): Html {
  const deed = deedHtml(register, decided);
  return framed(`${whoMet(decided)} `, deed, /[.!?…]$/.test(deed) ? '' : '.');
}

/** "On 4 March 2019 the Homes Panel". */
export function whoMet({ meeting }: Decided): string {
  return `On ${date(meeting.date)} the ${meeting.panel.name}`;
}

/** What a meeting decided on an action, after the words that say who met. */
export function deedHtml(register: PaperRegister, decided: Decided): Html {
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

/** What is decided on: an action, or a recommendation that has none. */
function nounIn({ actions }: PaperRegister, { decision }: Decided): string {
  const found = actions.find(
    ({ review, action }) => review.key === decision.review && action.ref === decision.ref,
  );
  return found ? nounOf([found]) : 'action';
}
