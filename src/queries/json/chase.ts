import type { IsoDate } from '../../calendar/index.js';
import type { OutstandingActions } from '../../register/index.js';
import type { Mailbox, Message } from '../messages.js';
import { SCHEMA } from './common.js';

export interface MailboxJson {
  readonly name: string;
  readonly email: string | null;
}

/** What `chase --json` prints. */
export interface ChaseJson {
  readonly schema: typeof SCHEMA;
  readonly meeting: IsoDate;
  readonly panel: string;
  readonly asAt: IsoDate;
  readonly confidential: boolean;
  readonly publishBy: IsoDate | null;
  readonly messages: readonly {
    readonly from: MailboxJson;
    readonly to: MailboxJson;
    readonly copies: readonly MailboxJson[];
    readonly subject: string;
    readonly body: string;
    /** What it asks about, as `show` takes it. */
    readonly actions: readonly string[];
    readonly files: readonly { readonly path: string; readonly yaml: string }[];
  }[];
  /** Owed by nobody that the register names. */
  readonly ownerless: readonly string[];
  readonly withheld: number;
}

export function chaseJson(
  owed: OutstandingActions,
  messages: readonly Message[],
  publishBy: IsoDate | undefined,
): ChaseJson {
  return {
    schema: SCHEMA,
    meeting: owed.meeting.date,
    panel: owed.meeting.panel.key,
    asAt: owed.day,
    confidential: owed.isConfidential,
    publishBy: publishBy ?? null,
    messages: messages.map(({ from, to, copies, subject, body, addresses, files }) => ({
      from: mailboxJson(from),
      to: mailboxJson(to),
      copies: copies.map(mailboxJson),
      subject,
      body,
      actions: addresses,
      files: files.map(({ path, text }) => ({ path, yaml: text })),
    })),
    ownerless: owed.ownerless.map(({ review, action }) => `${review.key}/${action.ref}`),
    withheld: owed.withheld,
  };
}

function mailboxJson({ name, email }: Mailbox): MailboxJson {
  return { name, email: email ?? null };
}
