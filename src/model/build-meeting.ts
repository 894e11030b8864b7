import { type IsoDate, parseIsoDate } from '../calendar/index.js';
import type { SourceDocument } from '../source/index.js';
import { dueFrom } from './due.js';
import { meetingShape } from './shapes/meeting.js';
import type { Reporting } from './shapes/shape.js';
import type { Decision, Item, Meeting } from './types.js';

type Report = Reporting['report'];
type WrittenMeeting = NonNullable<ReturnType<typeof meetingShape.read>>;
type WrittenItem = NonNullable<WrittenMeeting['items']>[number];
type WrittenDecision = NonNullable<WrittenMeeting['decisions']>[number];

/** A meeting; undefined where its file cannot be read. */
export function buildMeeting(document: SourceDocument, reporting: Reporting): Meeting | undefined {
  if (!document.isWhole) return undefined;
  const { report } = reporting;
  if (!document.root) {
    report({
      code: 'value-empty',
      severity: 'error',
      span: { file: document.file, start: 0, end: 0 },
      message: 'this file is empty',
      hint: "Write at least 'date:' and 'panel:'.",
    });
    return undefined;
  }
  const written = meetingShape.read(document.root, { ...reporting, document });
  if (!written) return undefined;
  return {
    ...written,
    file: document.file,
    allow: written.allow ?? [],
    items: (written.items ?? []).map(itemOf),
    decisions: (written.decisions ?? []).flatMap((decision) => decisionOf(decision, written.date, report)),
  };
}

function itemOf(written: WrittenItem): Item {
  const review = written.review ?? 'all';
  const isAll = review === 'all' || (review.length === 1 && review[0] === 'all');
  return { ...written, allow: written.allow ?? [], review: isAll ? 'all' : review };
}

function decisionOf(written: WrittenDecision, meeting: IsoDate, report: Report): readonly Decision[] {
  const incomplete = (message: string, hint: string): readonly Decision[] => {
    report({
      code: 'decision-incomplete',
      severity: 'error',
      span: written.spans['decision'] ?? written.span,
      message,
      hint,
    });
    return [];
  };
  if (written.decision === 'deferred') {
    if (written.item === undefined)
      return incomplete('a deferral does not say which item', "Add 'item:' with the item's number.");
    const to = written.to === undefined ? undefined : parseIsoDate(written.to);
    if (!to)
      return incomplete(
        'a deferral does not say to which day',
        "Add 'to:' with the date of the meeting that takes it, such as 2018-03-26.",
      );
    return [
      {
        kind: 'item',
        span: written.span,
        spans: written.spans,
        item: written.item,
        decision: 'deferred',
        to,
        reason: written.reason,
        minute: written.minute,
      },
    ];
  }
  const { decision, action } = written;
  if (action === undefined)
    return incomplete(
      `'${decision}' does not say which action`,
      "Add 'action:' with review and reference, such as digital-safeguarding/1.2.",
    );
  const slash = action.indexOf('/');
  if (slash < 1)
    return incomplete(
      `'${action}' does not name a review and a reference`,
      'Write the review’s key, a slash and the reference, such as digital-safeguarding/1.2.',
    );
  if (decision === 'extension-granted' && !written.due)
    return incomplete('an extension is granted, but not until when', "Add 'due:' with the new date.");
  if (decision === 'transferred' && !written.to)
    return incomplete('an action is transferred, but not to whom', "Add 'to:' with the name.");
  if (decision !== 'signed-off' && decision !== 'extension-granted' && !written.reason)
    return incomplete(`'${decision}' has no reason`, "Add 'reason:' with the panel's reason in a few words.");
  return [
    {
      kind: 'action',
      span: written.span,
      spans: written.spans,
      review: action.slice(0, slash),
      ref: action.slice(slash + 1).trim(),
      decision,
      due: dueFrom(written.due, meeting),
      reason: written.reason,
      to: written.to,
      minute: written.minute,
    },
  ];
}
