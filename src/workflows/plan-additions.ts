/**
 * What is to be added to a register, as edits of its files. What is named must be there, and what is new must not.
 */
import type { IsoDate } from '../calendar/index.js';
import { UsageError } from '../diagnostics/index.js';
import {
  addAction,
  addItem,
  addMeeting,
  addOfficer,
  addPanel,
  addRecommendation,
  addReview,
  type FileEdit,
  type NewAction,
  type NewItem,
  type NewMeeting,
  type NewOfficer,
  type NewPanel,
  type NewRecommendation,
  type NewReview,
  nextAction,
  nextRecommendation,
} from '../edit/index.js';
import { likelyKey, type Model, makeSlug, type Review } from '../model/index.js';
import { assertKnown, assertPanels, assertPeople } from './assert-known.js';
import { chooseMeeting } from './choose-papers.js';
import type { RegisterToEdit } from './edit-register.js';
import { findRecommendation, findReviewNamed } from './find-action.js';

/** Edits, and what they add, by the name under which it is found again. */
export interface Planned {
  readonly edits: readonly FileEdit[];
  /** `action roofs/1.4`. */
  readonly added: readonly { readonly kind: string; readonly name: string }[];
}

/** A thing of which the key or reference may be left to us. */
type Named<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]?: T[K] | undefined };

/** An officer: called by the post, where no key is given. */
export function planOfficer({ model }: RegisterToEdit, officer: Named<NewOfficer, 'key'>): Planned {
  const { council } = model;
  const key = officer.key ?? makeSlug(officer.role ?? officer.name ?? 'officer');
  assertFree('officer', key, council.officers);
  assertServices(model, officer.service);
  return planned('officer', key, addOfficer({ ...officer, key }));
}

/** A panel: called by the words of its name that others do not have, where no key is given. */
export function planPanel({ model }: RegisterToEdit, panel: Named<NewPanel, 'key'>): Planned {
  const key = panel.key ?? likelyKey(panel.name);
  assertFree('panel', key, model.council.panels);
  return planned('panel', key, addPanel({ ...panel, key }));
}

/** A review: called by its title, where no key is given. */
export function planReview({ model, unread }: RegisterToEdit, review: Named<NewReview, 'key'>): Planned {
  const key = review.key ?? makeSlug(review.title);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(key))
    throw new UsageError(
      `'${key}' cannot be a review's key: it is the name of a folder. Write ${makeSlug(key)}.`,
    );
  assertFree('review', key, [...model.reviews, ...[...unread].map((one) => ({ key: one }))]);
  assertPanels(model.council, review.panel, review.monitoredBy);
  return planned('review', key, addReview({ ...review, key }));
}

/**
 * A recommendation: with the next reference, where none is given.
 *
 * @param key the review's
 */
export function planRecommendation(
  { model, unread }: RegisterToEdit,
  key: string,
  recommendation: Named<NewRecommendation, 'ref'>,
): Planned {
  const review = findReviewNamed(model, unread, key);
  const { owner = [], addressedTo = [] } = recommendation;
  assertPeople(model.council, ...owner, ...addressedTo);
  const ref = recommendation.ref ?? nextRecommendation(numbered(review), usedRefs(model, review));
  return planned('recommendation', `${key}/${ref}`, addRecommendation(key, { ...recommendation, ref }));
}

/**
 * An action: with the next reference, where none is given.
 *
 * @param written the recommendation's reference, with or without its review
 */
export function planAction(
  { model }: RegisterToEdit,
  written: string,
  action: Named<NewAction, 'ref'>,
): Planned {
  const { review, recommendation } = findRecommendation(model, written);
  assertPeople(model.council, ...(action.owner ?? []));
  const all = numbered(review);
  const own = all[review.recommendations.indexOf(recommendation)] ?? { ref: recommendation.ref, actions: [] };
  const ref = action.ref ?? nextAction(all, own, usedRefs(model, review));
  return planned(
    'action',
    `${review.key}/${ref}`,
    addAction(review.key, recommendation.ref, { ...action, ref }),
  );
}

/** A meeting. */
export function planMeeting({ model }: RegisterToEdit, meeting: NewMeeting): Planned {
  const { date, panel } = meeting;
  assertPanels(model.council, panel);
  const known = model.meetings.find((other) => other.date === date && other.panel.key === panel);
  if (known)
    throw new UsageError(`The ${known.panel.name} meets on ${date} already: it is in ${known.file}.`);
  return planned('meeting', `${date} ${panel}`, addMeeting(meeting));
}

/** An item: with the number after the highest, where none is given. */
export function planItem(
  { model, pathOf, unread }: RegisterToEdit,
  at: { readonly meeting: IsoDate; readonly panel: string | undefined },
  item: Named<NewItem, 'number'>,
): Planned {
  const meeting = chooseMeeting(model, { date: at.meeting, panel: at.panel, item: undefined });
  const { contact, presentedBy, service, review = [] } = item;
  assertPeople(model.council, contact, presentedBy);
  assertServices(model, service);
  for (const key of review) if (key !== 'all' && !unread.has(key)) findReviewNamed(model, unread, key);
  const highest = Math.max(0, ...meeting.items.map(({ number }) => Number.parseInt(number, 10) || 0));
  const number = item.number ?? String(highest + 1);
  if (meeting.items.some((other) => other.number === number))
    throw new UsageError(`The meeting of ${meeting.date} has an item ${number} already.`);
  return planned(
    'item',
    `${number} of ${meeting.date} ${meeting.panel.key}`,
    addItem(pathOf(meeting.file), { ...item, number }),
  );
}

function planned(kind: string, name: string, edit: FileEdit): Planned {
  return { edits: [edit], added: [{ kind, name }] };
}

function assertFree(noun: string, key: string, known: readonly { readonly key: string }[]): void {
  if (known.some((one) => one.key === key))
    throw new UsageError(`There is ${noun === 'officer' ? 'an' : 'a'} ${noun} '${key}' already.`);
}

function assertServices({ council }: Model, service: string | undefined): void {
  assertKnown(
    'service',
    service,
    council.services.map(({ key }) => key),
  );
}

function numbered({ recommendations }: Review) {
  return recommendations.map(({ ref, actions }) => ({ ref, actions: actions.map((action) => action.ref) }));
}

/** Everything that a review, its reports or decisions call something: a reference that was taken away is not given again. */
function usedRefs({ meetings }: Model, review: Review): ReadonlySet<string> {
  return new Set([
    ...review.recommendations.flatMap(({ ref, actions }) => [ref, ...actions.map((action) => action.ref)]),
    ...review.progress.flatMap(({ progress }) => progress.flatMap(({ refs }) => refs)),
    ...meetings.flatMap(({ decisions }) =>
      decisions.flatMap((decision) =>
        decision.kind === 'action' && decision.review === review.key ? [decision.ref] : [],
      ),
    ),
  ]);
}
