import type { IsoDate } from '../calendar/index.js';
import { type Meeting, type Model, type Person, reportsPlan } from '../model/index.js';
import { paperRegister } from './paper-register.js';
import type { ActionAsAt } from './types.js';

/** What one owner still owes for a meeting. */
export interface OwnersActions {
  /** Who is asked: the first of an action's owners. */
  readonly owner: Person;
  /** The other owners, who are copied in. */
  readonly copied: readonly Person[];
  readonly actions: readonly ActionAsAt[];
}

/** Everything that is still owed for a meeting. */
export interface OutstandingActions {
  readonly meeting: Meeting;
  /** As at which day. */
  readonly day: IsoDate;
  readonly isConfidential: boolean;
  /** By owner, in the order in which they come in the papers. */
  readonly debts: readonly OwnersActions[];
  /** Owed, but by nobody that the register names. */
  readonly ownerless: readonly ActionAsAt[];
  /** How many actions are left out because they, or what was last said of them, are exempt. */
  readonly withheld: number;
}

/**
 * What owners still owe for a meeting: the actions of its papers that are open, on which nothing was reported for it and whose last rating
 * does not close. An action in two papers is owed once.
 */
export function findOutstanding(
  model: Model,
  { meeting, day, isConfidential }: Pick<OutstandingActions, 'meeting' | 'day' | 'isConfidential'>,
): OutstandingActions {
  const actions = new Map<string, ActionAsAt>();
  for (const item of meeting.items) {
    if (!reportsPlan(item.report)) continue;
    // How many actions an exempt item has would tell which review it is about.
    if (item.exempt && !isConfidential) continue;
    const register = paperRegister(model, { meeting, item, asAt: day, isConfidential });
    for (const action of register.actions) {
      const key = `${action.review.key}/${action.action.ref}`;
      if (!actions.has(key)) actions.set(key, action);
    }
  }
  const all = [...actions.values()];
  const owing = all.filter(({ state, counted }) => state.standing === 'open' && counted.in === 'no-update');
  return {
    meeting,
    day,
    isConfidential,
    debts: groupByOwner(owing),
    ownerless: owing.filter(({ action }) => action.owners.length === 0),
    withheld: all.filter(({ counted }) => counted.in === 'withheld').length,
  };
}

function groupByOwner(owing: readonly ActionAsAt[]): readonly OwnersActions[] {
  const debts = new Map<string, { readonly owner: Person; readonly actions: ActionAsAt[] }>();
  for (const action of owing) {
    const [owner] = action.action.owners;
    if (!owner) continue;
    const debt = debts.get(nameOf(owner));
    if (debt) debt.actions.push(action);
    else debts.set(nameOf(owner), { owner, actions: [action] });
  }
  return [...debts.values()].map(({ owner, actions }) => ({
    owner,
    copied: listOtherOwners(owner, actions),
    actions,
  }));
}

function listOtherOwners(owner: Person, actions: readonly ActionAsAt[]): readonly Person[] {
  const others = new Map(
    actions.flatMap(({ action }) => action.owners.slice(1).map((person) => [nameOf(person), person])),
  );
  others.delete(nameOf(owner));
  return [...others.values()];
}

function nameOf(person: Person): string {
  return person.kind === 'officer' ? `key ${person.officer.key}` : `words ${person.words}`;
}
