import { type Html, plainText } from '../../markdown/index.js';
import { isSameDue } from '../../model/index.js';
import { phrases, type Slotted, slot } from '../../phrases/index.js';
import type { Decided, PaperRegister } from '../../register/index.js';
import { untilDue } from './due-words.js';
import { nameInSentence } from './people.js';
import { chooseNoun } from './references.js';
import { asClause, framed, inLanguage, sentenceHtml } from './wording.js';

const say = phrases.decisions;

/** One decision as a sentence of its own. */
export function decisionSentence(register: PaperRegister, decided: Decided): Html {
  const deed = deedHtml(register, decided);
  return framed(`${whoMet(decided)} `, deed, /[.!?…]$/.test(deed) ? '' : '.');
}

/** "On 4 March 2019 the Homes Panel". */
export function whoMet({ meeting }: Decided): string {
  return say.whoMet(meeting.date, meeting.panel.name);
}

/** What a meeting decided on an action, after the words that say who met. */
export function deedHtml(register: PaperRegister, decided: Decided): Html {
  const { decision } = decided;
  const which = say.which(nounIn(register, decided), decision.ref);
  return sentenceHtml(
    say.deed(
      deedWords(decision, which),
      isOnTime(decision) ? requestWords(register, decided) : [],
      decision.minute,
      decision.reason && asClause(plainText(decision.reason)),
    ),
  );
}

function deedWords(decision: Decided['decision'], which: string): string {
  switch (decision.decision) {
    case 'extension-granted':
      return say.granted(which, decision.due && untilDue(decision.due));
    case 'transferred':
      return say.transferred(which, decision.to);
    default:
      return say.deeds[decision.decision](which);
  }
}

/** Who had asked for more time, when and why, where the register has it: " (asked for by the Head of Homes on …: …)". */
function requestWords({ actions }: PaperRegister, decided: Decided): Slotted<Html> {
  const request = actions
    .flatMap(({ state }) => state.due.revisions)
    .find((revision) => revision.decided === decided)?.request;
  if (!request) return [];
  const isOther = !isSameDue(request.revisedDue, decided.decision.due);
  const isSaid = decided.decision.decision === 'extension-refused' || isOther;
  return say.request<Html>({
    by: request.reportedBy && nameInSentence(request.reportedBy),
    day: request.asAt,
    until: request.revisedDue && isSaid ? untilDue(request.revisedDue) : undefined,
    reason: request.reason ? slot(inLanguage(request.lang, asClause(plainText(request.reason)))) : undefined,
  });
}

function isOnTime({ decision }: Decided['decision']): boolean {
  return decision === 'extension-granted' || decision === 'extension-refused';
}

/** What is decided on: an action, or a recommendation that has none. */
function nounIn({ actions }: PaperRegister, { decision }: Decided): string {
  const found = actions.find(
    ({ review, action }) => review.key === decision.review && action.ref === decision.ref,
  );
  return found ? chooseNoun([found]) : phrases.nouns.action(1);
}
