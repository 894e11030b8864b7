import { type Html, plainText } from '../../markdown/index.js';
import { isSameDue, type Progress } from '../../model/index.js';
import { phrases, slot } from '../../phrases/index.js';
import { type Decided, grantsIn, type PaperRegister } from '../../register/index.js';
import { compareDues, dueInSentence, toDue } from './due-words.js';
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
  const { deed, request } = deedOf(register, decided, which);
  const given = decision.reason && asClause(plainText(decision.reason));
  const asked = request?.reason && asClause(plainText(request.reason));
  const isAskedSaid = !given && request?.lang === undefined && say.isClause(asked);
  return sentenceHtml([
    say.deed(
      deed,
      request ? askedWords(request, decision) : '',
      given ?? (isAskedSaid ? asked : undefined),
      decision.minute,
    ),
    ...(given && !say.isClause(given) ? [say.reasonGiven(given)] : []),
    ...(asked && !isAskedSaid && asked !== given
      ? say.requestReason(slot(inLanguage(request?.lang, asked)))
      : []),
  ]);
}

/** Whether sentences follow the deed, so that no semicolon can end it. */
export function hasSentences(deed: Html): boolean {
  return /\. /.test(deed);
}

function deedOf(
  { actions }: PaperRegister,
  decided: Decided,
  which: string,
): { readonly deed: string; readonly request: Progress | undefined } {
  const { decision } = decided;
  const due = actions
    .map(({ state }) => state.due)
    .find(({ revisions }) => revisions.some((revision) => revision.decided === decided));
  const at = due?.revisions.findIndex((revision) => revision.decided === decided) ?? -1;
  const request = due?.revisions[at]?.request;
  const to = decision.due && toDue(decision.due);
  switch (decision.decision) {
    case 'extension-granted': {
      const before =
        grantsIn(due?.revisions.slice(0, at) ?? []).at(-1)?.decided.decision.due ?? due?.original;
      const isEarlier = decision.due && compareDues(decision.due, before) === 'earlier';
      return {
        deed:
          isEarlier && decision.due
            ? say.broughtForward(which, dueInSentence(decision.due))
            : say.extended(which, to),
        request,
      };
    }
    case 'extension-refused':
      return { deed: say.refused(which, request?.revisedDue && toDue(request.revisedDue)), request };
    case 'transferred':
      return { deed: say.transferred(which, decision.to), request: undefined };
    default:
      return { deed: say.deeds[decision.decision](which), request: undefined };
  }
}

/** Who had asked for another date and when, and for which where another was given. */
function askedWords(request: Progress, { decision, due }: Decided['decision']): string {
  const who = request.reportedBy && nameInSentence(request.reportedBy);
  if (decision === 'extension-refused') return say.askedFor(who, request.asAt);
  return request.revisedDue && !isSameDue(request.revisedDue, due)
    ? say.notAsAsked(toDue(request.revisedDue), who, request.asAt)
    : say.asAsked(who, request.asAt);
}

/** What is decided on: an action, or a recommendation that has none. */
function nounIn({ actions }: PaperRegister, { decision }: Decided): string {
  const found = actions.find(
    ({ review, action }) => review.key === decision.review && action.ref === decision.ref,
  );
  return found ? chooseNoun([found]) : phrases.nouns.action(1);
}
