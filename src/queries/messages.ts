import type { IsoDate } from '../calendar/index.js';
import { type Council, type Exemption, type Model, makeSlug, type Person } from '../model/index.js';
import { phrases } from '../phrases/index.js';
import type { ActionAsAt, OutstandingActions, OwnersActions } from '../register/index.js';
import { chooseNoun, dueWords, exemptParagraph, nameOf } from '../view/index.js';
import { oneLine } from './words.js';
import { type YamlToFill, yamlToFill } from './yaml-to-fill.js';

const say = phrases.messages;

/** Somebody whom a message goes to. */
export interface Mailbox {
  /** The post, or the name in plain words. */
  readonly name: string;
  /** Undefined where the register has none. */
  readonly email: string | undefined;
}

/** A message to one owner, ready to send. */
export interface Message {
  readonly day: IsoDate;
  /** Whom to answer: the item's contact officer. */
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly copies: readonly Mailbox[];
  readonly subject: string;
  readonly body: string;
  /** What the message asks about, as `show` takes it. */
  readonly addresses: readonly string[];
  readonly files: readonly YamlToFill[];
  /** The owner's name as part of a file's name. */
  readonly slug: string;
}

/** What the messages need beside what is owed. */
export interface MessagesWanted {
  readonly model: Model;
  readonly owed: OutstandingActions;
  /** The last day on which the papers may be published. */
  readonly deadline: IsoDate | undefined;
  /** How a folder of the register is called where the reader is: `data/`. */
  readonly shown: (path: string) => string;
}

/** A message for each owner who owes an update. */
export function writeMessages(wanted: MessagesWanted): readonly Message[] {
  return wanted.owed.debts.map((debt) => writeMessage(debt, wanted));
}

function writeMessage(debt: OwnersActions, wanted: MessagesWanted): Message {
  const { model, owed } = wanted;
  const { council } = model;
  const { meeting, day } = owed;
  const slug = debt.owner.kind === 'officer' ? makeSlug(debt.owner.officer.key) : makeSlug(debt.owner.words);
  const taken = new Set(
    model.reviews.flatMap((review) => review.progress.map(({ file }) => file.slice(file.indexOf('/') + 1))),
  );
  const files = [...groupByReview(debt.actions)].map(([review, actions]) =>
    yamlToFill({
      council,
      review,
      refs: actions.map(({ action }) => action.ref),
      owner: debt.owner,
      day,
      slug,
      taken,
    }),
  );
  const panel = meeting.panel.name;
  return {
    day,
    from: findSender(owed, panel),
    to: toMailbox(debt.owner),
    copies: debt.copied.map(toMailbox),
    subject: say.subject(owed.isConfidential, debt.actions.length, panel, meeting.date),
    body: writeBody(debt, files, panel, wanted),
    addresses: debt.actions.map(({ review, action }) => `${review.key}/${action.ref}`),
    files,
    slug,
  };
}

function groupByReview(actions: readonly ActionAsAt[]): ReadonlyMap<string, readonly ActionAsAt[]> {
  const groups = new Map<string, ActionAsAt[]>();
  for (const action of actions) {
    const group = groups.get(action.review.key);
    if (group) group.push(action);
    else groups.set(action.review.key, [action]);
  }
  return groups;
}

function toMailbox(person: Person): Mailbox {
  const officer = person.kind === 'officer' ? person.officer : undefined;
  return { name: oneLine(officer?.name ?? nameOf(person)), email: officer?.email };
}

/** The contact officer of the first paper of the meeting, for the public the first that is not exempt. */
function findContact({ meeting: { items }, isConfidential }: OutstandingActions): Person | undefined {
  return items.find(
    ({ report, exempt, contact: person }) =>
      report !== undefined && person && (isConfidential || exempt === undefined),
  )?.contact;
}

/** Where there is no contact officer, the panel. */
function findSender(owed: OutstandingActions, panel: string): Mailbox {
  const contact = findContact(owed);
  return contact ? toMailbox(contact) : { name: panel, email: undefined };
}

/** Who asks, by name and post. */
function writeSignature(owed: OutstandingActions, panel: string): readonly string[] {
  const contact = findContact(owed);
  const { name } = findSender(owed, panel);
  const post = contact && oneLine(nameOf(contact));
  return post === undefined || post === name ? [name] : [name, post];
}

function writeBody(
  debt: OwnersActions,
  files: readonly YamlToFill[],
  panel: string,
  { model, owed, deadline, shown }: MessagesWanted,
): string {
  const { council } = model;
  const { meeting, day } = owed;
  const many = debt.actions.length;
  const reviews = [...new Set(debt.actions.map(({ review }) => review))];
  return `${[
    say.greeting(toMailbox(debt.owner).name),
    say.request(
      panel,
      meeting.date,
      { number: many, noun: chooseNoun(debt.actions) },
      byWhen(deadline, day, many),
    ),
    ...reviews.flatMap((review) => [
      ...(reviews.length > 1 ? [say.reviews(oneLine(review.title))] : [say.review(oneLine(review.title))]),
      ...debt.actions.filter((action) => action.review === review).map((action) => asked(debt.owner, action)),
    ]),
    say.toAnswer(
      files.map(({ path }) => shown(path)),
      many,
      council.ratings.length > 0,
    ),
    ...files.flatMap(({ path, text }) => [
      ...(files.length > 1 ? [say.forFile(shown(path))] : []),
      text.trimEnd(),
    ]),
    ...(council.ratings.length > 0 ? [listRatings(council)] : []),
    say.thanks(writeSignature(owed, panel)),
  ].join('\n\n')}\n`;
}

function byWhen(deadline: IsoDate | undefined, day: IsoDate, updates: number): string {
  if (deadline === undefined) return say.inTime(updates);
  return deadline < day ? say.atOnce(updates, deadline) : say.before(updates, deadline);
}

function asked(owner: Person, { action, state, overdueDays }: ActionAsAt): string {
  const others = action.owners.slice(1).map(nameOf);
  const exempt: Exemption | undefined = action.exempt ?? state.latest?.exempt;
  return [
    `${action.ref}  ${oneLine(action.text)}`,
    `    ${state.due.stands ? say.due(dueWords(state.due.stands), overdueDays) : say.noDue}`,
    ...(others.length > 0 ? [`    ${say.others(others, owner === action.owners[0])}`] : []),
    `    ${lastSaid(state)}`,
    ...(exempt ? [`    ${say.exempt(exemptParagraph(exempt))}`] : []),
  ].join('\n');
}

function lastSaid({ latest, rating, rated }: ActionAsAt['state']): string {
  if (!latest) return say.lastNothing;
  const ratedThen = rated === latest ? rating?.label : undefined;
  return say.last(latest.asAt, ratedThen, latest.note ? oneLine(latest.note) : undefined);
}

function listRatings({ ratings }: Council): string {
  return [
    say.ratings,
    ...ratings.map(({ key, label, meaning }) => `    ${say.rating(key, meaning ? oneLine(meaning) : label)}`),
  ].join('\n');
}
