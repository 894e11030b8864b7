import { escapeHtml, type Html, plainText } from '../../markdown/index.js';
import { lastDayOfDue } from '../../model/index.js';
import { type AskedDate, joinWords, phrases, type Slotted, slot } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import { isLimit, isMissing, isPast, isWorst, type Plan, worstRating } from './action-facts.js';
import { compareDues, dueInSentence, quotedDue, toDue } from './due-words.js';
import { daysOverdue } from './lateness.js';
import { paragraph, type Unnumbered } from './numbering.js';
import { nameInSentence } from './people.js';
import { chooseNoun, referenceHtml } from './references.js';
import { requestTable } from './requests.js';
import { asClause, asSentence, inFewWords, inLanguage, sentenceHtml } from './wording.js';

/** A request on which no meeting has decided. */
type Asked = NonNullable<ActionAsAt['state']['due']['asked']>;

type Words = Slotted<Html>;

const say = phrases.actionMotions;

/** So many actions are named by their words too; of more the rows have them. */
const FEW = 3;

/** From so many requests on they are in a table. */
const TABLE_FROM = 3;

/** Updates from more owners than these are asked for without naming them. */
const FEW_OWNERS = 3;

/** The motions on open actions, to decide first, then to consider, then to request: each action is in one of them. */
export function motionsOn(plan: Plan, actions: readonly ActionAsAt[]): readonly Unnumbered[] {
  const closing = actions.filter(isClosing);
  const others = actions.filter((action) => !isClosing(action));
  const settled = others.filter(({ state }) => !state.due.asked);
  const groupsOf = (some: readonly ActionAsAt[]) => byReview(plan, some);
  return [
    ...groupsOf(closing.filter(({ state }) => !state.due.asked)).map((group) => signOff(plan, group)),
    ...closing.flatMap((action) => signOffOrExtend(plan, action)),
    ...requests(
      plan,
      others.filter(({ state }) => state.due.asked),
    ),
    ...groupsOf(settled.filter((action) => !isMissing(action))).flatMap((group) => concerns(plan, group)),
    ...missingUpdates(plan, settled.filter(isMissing)),
  ];
}

function isClosing({ state, counted }: ActionAsAt): boolean {
  return state.isProposed && (counted.in === 'rating' || counted.in === 'not-rated');
}

function motion(...words: readonly Words[]): Unnumbered {
  return paragraph(sentenceHtml(words.flat()));
}

/** In the order of the paper; one group where it has one review. */
function byReview({ register }: Plan, actions: readonly ActionAsAt[]): readonly (readonly ActionAsAt[])[] {
  if (actions.length === 0) return [];
  if (register.reviews.length === 1) return [actions];
  return [...new Set(actions.map(({ review }) => review))].map((review) =>
    actions.filter((action) => action.review === review),
  );
}

/** The review of some actions, where the paper has several. */
function titleOf({ register }: Plan, [first]: readonly ActionAsAt[]): string | undefined {
  return register.reviews.length > 1 ? first?.review.title : undefined;
}

/** Each by its reference, which leads to its row, and where they are few by its words. */
function eachOf({ rowOf }: Plan, actions: readonly ActionAsAt[], areFew: boolean): readonly Words[] {
  return actions.map((action) => {
    const words = areFew ? inFewWords(action.action.text) : '';
    return say.one(
      slot(referenceHtml(action, rowOf)),
      words === '' ? undefined : slot(inLanguage(action.action.lang, words)),
    );
  });
}

/** "action 1.2 “Hire two roofers”", "actions 1.1, 1.2, 2.1 and 2.2 of “Repairs”"; of several reviews each with its title. */
function named(plan: Plan, actions: readonly ActionAsAt[], areFew = actions.length <= FEW): Words {
  return say.reviews(
    byReview(plan, actions).map((group) =>
      say.named(
        chooseNoun(group),
        group[0]?.action.ref ?? '',
        say.several(eachOf(plan, group, areFew), titleOf(plan, group)),
      ),
    ),
  );
}

function signOff(plan: Plan, actions: readonly ActionAsAt[]): Unnumbered {
  return motion(say.signOff(named(plan, actions), actions.length, evidenceClause(actions)));
}

/** What members should know before they sign off: of all, of those without evidence, or where they are fewer of those with. */
function evidenceClause(actions: readonly ActionAsAt[]): string {
  const isBare = ({ doubt }: ActionAsAt) => doubt === 'no-evidence';
  const refs = (some: readonly ActionAsAt[]) => some.map(({ action }) => action.ref);
  const bare = refs(actions.filter(isBare));
  const backed = refs(actions.filter((action) => !isBare(action)));
  if (bare.length === 0) return '';
  if (backed.length === 0) return say.noEvidence;
  return bare.length <= backed.length ? say.noEvidenceFor(bare) : say.evidenceOnlyFor(backed);
}

/** One motion for what is called complete and yet asks for another date. */
function signOffOrExtend(plan: Plan, action: ActionAsAt): readonly Unnumbered[] {
  const { asked, stands } = action.state.due;
  if (!asked) return [];
  const shift = compareDues(asked.due, stands);
  const instead = say.instead[shift === 'later' || shift === 'earlier' ? shift : 'other'];
  return [
    motion(
      say.signOffOrElse(named(plan, [action]), instead(askedDate(plan.register, action, asked))),
      reasonSentence(asked),
    ),
  ];
}

function requests(plan: Plan, asking: readonly ActionAsAt[]): readonly Unnumbered[] {
  if (asking.length < TABLE_FROM) return asking.flatMap((action) => request(plan, action));
  const areLater = asking.every((action) => shiftOf(action) === 'later');
  return [
    paragraph(escapeHtml(areLater ? say.requests.later : say.requests.other), {
      requests: requestTable(plan, asking),
    }),
  ];
}

/** What is asked for: more time is a later day, and nothing else is called so. */
function shiftOf({ state: { due } }: ActionAsAt): 'later' | 'earlier' | 'other' | 'first' {
  if (!due.asked) return 'other';
  const shift = compareDues(due.asked.due, due.stands);
  if (shift === 'later' || shift === 'earlier') return shift;
  if (shift === 'same-day') return 'other';
  const { due: asked } = due.asked;
  if (asked.kind === 'words' && /^(?:when|until)\b/i.test(asked.words)) return 'later';
  return due.stands ? 'other' : 'first';
}

function request(plan: Plan, action: ActionAsAt): readonly Unnumbered[] {
  const { register } = plan;
  const { asked, moves } = action.state.due;
  if (!asked) return [];
  const { reason, lang } = asked.entry;
  const clause = reason && lang === undefined ? asClause(plainText(reason)) : undefined;
  const isClause = say.isClause(clause);
  const asks = say.request[shiftOf(action)];
  return [
    motion(
      asks(named(plan, [action]), askedDate(register, action, asked), isClause ? clause : undefined),
      isClause ? [] : reasonSentence(asked),
      moves === 0 ? [] : [say.moved(moves, isLimit(register, moves))],
      ...faultSentences(register, action).map((sentence) => [sentence]),
    ),
  ];
}

function askedDate(register: PaperRegister, { state }: ActionAsAt, { due }: Asked): AskedDate {
  const { stands } = state.due;
  return {
    due: quotedDue(due),
    to: toDue(due),
    isPast: isPast(register, due),
    from: stands && (lastDayOfDue(stands) === undefined ? quotedDue(stands) : dueInSentence(stands)),
    inPlaceOf: stands && quotedDue(stands),
  };
}

function reasonSentence({ entry: { reason, lang } }: Asked): Words {
  return reason ? say.reason(slot(inLanguage(lang, asSentence(plainText(reason))))) : [say.noReason];
}

/** What else members should know of an action that asks for another date. */
function faultSentences(register: PaperRegister, action: ActionAsAt): readonly string[] {
  const faults = listFaults(register, action, true);
  return [
    ...(faults.length === 0 ? [] : [say.faults(faults)]),
    ...(isMissing(action) ? [say.noUpdateFrom(ownersInSentence(action, 'or'))] : []),
  ];
}

/** "rated Red", "9 days overdue at 9 February 2018". */
function listFaults(register: PaperRegister, action: ActionAsAt, isDaySaid: boolean): readonly string[] {
  const { council, day } = register;
  return [
    ...(isWorst(council, action) ? [say.rated(worstRating(council)?.label ?? '')] : []),
    ...(action.overdueDays === undefined
      ? []
      : [daysOverdue(action.overdueDays, isDaySaid ? day : undefined)]),
  ];
}

/** What members should ask about: overdue, or under the worst rating; those with the same faults together. */
function concerns(plan: Plan, actions: readonly ActionAsAt[]): readonly Unnumbered[] {
  const { register } = plan;
  const isLate = ({ overdueDays }: ActionAsAt) => overdueDays !== undefined;
  const concerning = actions.filter((action) => isLate(action) || isWorst(register.council, action));
  if (concerning.length === 0) return [];
  const groups = groupBy(concerning, (action) => listFaults(register, action, false).join('; '));
  const [first, ...more] = groups;
  const faultsOf = (group: readonly ActionAsAt[], isDaySaid: boolean) =>
    group[0] ? listFaults(register, group[0], isDaySaid) : [];
  if (first && more.length === 0) return [motion(say.consider(named(plan, first), faultsOf(first, true)))];
  return [
    motion(
      say.considerGroups(
        chooseNoun(concerning),
        titleOf(plan, concerning),
        concerning.some(isLate) ? register.day : undefined,
        groups.map((group) =>
          say.group(
            say.several(eachOf(plan, group, concerning.length <= FEW), undefined),
            faultsOf(group, false),
          ),
        ),
      ),
    ),
  ];
}

/** One motion for all that owners have not sent; whether it is late is beside it. */
function missingUpdates(plan: Plan, missing: readonly ActionAsAt[]): readonly Unnumbered[] {
  if (missing.length === 0) return [];
  const groups = groupBy(missing, (action) => ownersInSentence(action, 'and'));
  const [first, ...more] = groups;
  const areFew = missing.length <= FEW;
  const asked =
    first?.[0] && more.length === 0
      ? say.missing(named(plan, missing), missing.length, ownersInSentence(first[0], 'or'))
      : groups.length <= FEW_OWNERS
        ? say.missingFrom(
            groups.flatMap((group) =>
              group[0] ? [say.from(named(plan, group, areFew), ownersInSentence(group[0], 'and'))] : [],
            ),
          )
        : say.missingOn(named(plan, missing));
  return [motion(asked, lateSentence(plan, missing))];
}

function lateSentence(plan: Plan, missing: readonly ActionAsAt[]): Words {
  const { register } = plan;
  const late = missing.filter(({ overdueDays }) => overdueDays !== undefined);
  const [first] = late;
  if (!first) return [];
  if (missing.length === 1) return [say.faults(listFaults(register, first, true))];
  return say.late(
    register.day,
    groupBy(late, ({ overdueDays }) => String(overdueDays)).map((group) =>
      say.lateBy(
        say.reviews(
          byReview(plan, group).map((some) => say.several(eachOf(plan, some, false), titleOf(plan, some))),
        ),
        group[0]?.overdueDays ?? 0,
      ),
    ),
  );
}

function groupBy(
  actions: readonly ActionAsAt[],
  keyOf: (action: ActionAsAt) => string,
): readonly (readonly ActionAsAt[])[] {
  return [...new Set(actions.map(keyOf))].map((key) => actions.filter((action) => keyOf(action) === key));
}

function ownersInSentence({ action: { owners } }: ActionAsAt, last: 'and' | 'or'): string {
  return owners.length === 0
    ? say.service
    : joinWords(
        owners.map((owner) => nameInSentence(owner)),
        last,
      );
}
