import { join, relative, resolve } from 'node:path';
import { earlierOf, type IsoDate } from '../../calendar/index.js';
import { type OutputFile, writeAtomically } from '../../files/index.js';
import { date, plural } from '../../phrases/index.js';
import { chaseWords, type Mailbox, type Message } from '../../queries/index.js';
import { findOutstanding, type OutstandingActions, publicationClock } from '../../register/index.js';
import { chooseMeeting } from '../../workflows/choose-papers.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { askForMeeting, loadRegister } from '../load-register.js';
import { sanitise, sanitiseLine } from '../sanitise.js';
import { printJson } from '../terminal/sheet.js';

export interface ChaseOptions extends CommonOptions {
  readonly meeting?: IsoDate;
  readonly panel?: string;
  readonly asAt?: IsoDate;
  readonly out?: string;
  readonly confidential?: boolean;
  readonly json?: boolean;
}

/** Writes the messages, to the terminal or as files of which all appear or none. */
export async function chase(options: ChaseOptions, host: Host): Promise<ExitCode> {
  const { meeting: held } = options;
  if (held === undefined) return askForMeeting(options, host);
  const day = earlierOf(options.asAt ?? host.today, held);
  const asked = loadRegister(options, host, { day });
  if (!asked) return EXIT.problems;
  const { model, shown } = asked;
  const meeting = chooseMeeting(model, { date: held, panel: options.panel, item: undefined });
  const owed = findOutstanding(model, { meeting, day, isConfidential: options.confidential ?? false });
  const deadline = publicationClock(meeting, model.council)?.last.day ?? meeting.published;
  const { CONFIDENTIAL, chaseJson, writeEml, writeMessages } = await chaseWords();
  const messages = writeMessages({ model, owed, deadline, shown });
  const written =
    options.out === undefined ? [] : makeFiles(messages, resolve(host.cwd, options.out), writeEml);
  writeAtomically(written, host.signal);
  if (options.json) printJson(chaseJson(owed, messages, deadline), host);
  else if (options.out === undefined) {
    if (owed.isConfidential) host.stdout.write(`${CONFIDENTIAL}\n\n`);
    host.stdout.write(messagesText(messages));
  } else {
    if (owed.isConfidential) host.stdout.write(`${CONFIDENTIAL}\n`);
    for (const { path } of written) host.stdout.write(`${sanitiseLine(nearPath(path, host.cwd))}\n`);
  }
  remark(owed, messages, host);
  return EXIT.done;
}

/** What the messages themselves do not say. */
function remark(owed: OutstandingActions, messages: readonly Message[], host: Host): void {
  const say = (text: string) => host.stderr.write(`note: ${sanitise(text)}\n`);
  if (messages.length === 0) say(`no update is owed for the meeting of ${date(owed.meeting.date)}`);
  if (owed.ownerless.length > 0)
    say(
      `nobody is asked about ${owed.ownerless.map(({ review, action }) => `${review.key}/${action.ref}`).join(', ')}: no owner is given`,
    );
  if (owed.withheld > 0)
    say(
      `${plural(owed.withheld, 'action')} with exempt matter ${owed.withheld === 1 ? 'is' : 'are'} left out; --confidential includes ${owed.withheld === 1 ? 'it' : 'them'}`,
    );
  const without = messages.filter(({ to }) => to.email === undefined).map(({ to }) => to.name);
  if (without.length > 0) say(`the register has no e-mail address for ${without.join(', ')}`);
}

function messagesText(messages: readonly Message[]): string {
  return messages.map(messageText).join(`\n${'='.repeat(72)}\n\n`);
}

function messageText({ to, copies, subject, body }: Message): string {
  const head = [
    `To: ${mailboxText(to)}`,
    ...(copies.length > 0 ? [`Copy to: ${copies.map(mailboxText).join('; ')}`] : []),
    `Subject: ${subject}`,
  ];
  return sanitise(`${head.join('\n')}\n\n${body}`);
}

function mailboxText({ name, email }: Mailbox): string {
  return email === undefined ? name : `${name} <${email}>`;
}

/** Numbered in the order of the papers, so that no two have the same name. */
function makeFiles(
  messages: readonly Message[],
  folder: string,
  textOf: (message: Message) => string,
): readonly OutputFile[] {
  return messages.map((message, index) => ({
    path: join(folder, `${String(index + 1).padStart(2, '0')}-${message.slug}.eml`),
    bytes: Buffer.from(textOf(message)),
  }));
}

function nearPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
