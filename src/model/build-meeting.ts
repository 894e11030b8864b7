import { type IsoDate, parseIsoDate } from '../calendar/index.js';
import { joinLines } from '../markdown/index.js';
import type { SourceDocument } from '../source/index.js';
import { findReview } from './actions.js';
import { splitRefs } from './build-review.js';
import { dueFrom } from './due.js';
import type { Names } from './names.js';
import { readDocument } from './read-document.js';
import { meetingShape } from './shapes/meeting.js';
import type { Reporting } from './shapes/shape.js';
import type { Decision, Item, Meeting, Review } from './types.js';

type Report = Reporting['report'];
type WrittenMeeting = NonNullable<ReturnType<typeof meetingShape.read>>;
type WrittenItem = NonNullable<WrittenMeeting['items']>[number];
type WrittenDecision = NonNullable<WrittenMeeting['decisions']>[number];

/** A meeting; undefined where its file cannot be read. */
export function buildMeeting(
  document: SourceDocument,
  reporting: Reporting,
  names: Names,
  reviews: readonly Review[],
): Meeting | undefined {
  const written = readDocument(document, meetingShape, reporting, "Write at least 'date:' and 'panel:'.");
  if (!written) return undefined;
  return {
    ...written,
    file: document.file,
    panel: names.panel(written.panel),
    allow: written.allow ?? [],
    items: (written.items ?? []).map((item) => buildItem(item, names)),
    decisions: (written.decisions ?? []).flatMap((decision) =>
      buildDecisions(decision, { meeting: written.date, reviews }, reporting.report),
    ),
  };
}

function buildItem(written: WrittenItem, names: Names): Item {
  const review = written.review ?? 'all';
  const isAll = review === 'all' || (review.length === 1 && review[0] === 'all');
  const { service, contact, presentedBy, reportOf, author } = written;
  return {
    ...written,
    allow: written.allow ?? [],
    review: isAll ? 'all' : review,
    service: service === undefined ? undefined : names.service(service),
    contact: contact && names.person(contact),
    presentedBy: presentedBy && names.person(presentedBy),
    reportOf: reportOf && names.person(reportOf),
    author: author && names.person(author),
    implications: (written.implications ?? []).map(({ key, value }) => ({
      heading: joinLines(key.text),
      text: value,
      span: key.span,
    })),
    sections: (written.sections ?? []).map((section) => ({
      ...section,
      after: section.after ?? 'background',
    })),
  };
}

/** What a decision is read with. */
interface DecisionPlace {
  readonly meeting: IsoDate;
  readonly reviews: readonly Review[];
}

/** One decision, or as many as it names actions; none where it does not say enough. */
function buildDecisions(
  written: WrittenDecision,
  { meeting, reviews }: DecisionPlace,
  report: Report,
): readonly Decision[] {
  const incomplete = (message: string, hint: string): readonly Decision[] => {
    // What it does not say may be in what could not be read, and that has a message.
    if (written.unread.size > 0) return [];
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
    return incomplete(`'${decision}' has no reason`, "Add 'reason:' with the reason in a few words.");
  const review = action.slice(0, slash);
  return refsDecided(action.slice(slash + 1), review, reviews).map((ref) => ({
    kind: 'action',
    span: written.span,
    spans: written.spans,
    unread: written.unread,
    review,
    ref,
    decision,
    due: dueFrom(written.due, meeting),
    reason: written.reason,
    to: written.to,
    minute: written.minute,
  }));
}

/** The references that a decision names, each of which may have the review before it. Where one is unknown they stay as they are written. */
function refsDecided(written: string, review: string, reviews: readonly Review[]): readonly string[] {
  const whole = written.trim();
  if (!whole.includes(',')) return [whole];
  const found = findReview({ reviews }, review);
  const known = new Set(
    found?.recommendations.flatMap(({ ref, actions }) => [ref, ...actions.map((action) => action.ref)]),
  );
  const refs = splitRefs(whole, known).map((ref) =>
    ref.startsWith(`${review}/`) ? ref.slice(review.length + 1).trim() : ref,
  );
  return refs.every((ref) => known.has(ref)) ? refs : [whole];
}
