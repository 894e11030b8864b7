import type { IsoDate } from '../../calendar/index.js';
import { makeSlug } from '../../model/index.js';
import { compareText } from '../../order/index.js';
import { phrases } from '../../phrases/index.js';
import type { Cell } from '../grid/grid.js';
import {
  type DraftAction,
  type DraftEntry,
  type DraftRecommendation,
  type DraftReview,
  newAction,
} from './drafts.js';
import type { Ledger } from './ledger.js';
import { asMarkdown } from './markdown-text.js';
import { foldReference } from './references.js';
import type {
  ImportedAction,
  ImportedEntry,
  ImportedRecommendation,
  ImportedReport,
  ImportedReview,
  LooseReports,
} from './types.js';

const { why, place } = phrases.importing;

/** What is settled when all rows of a review are there: references, notes, reports. */
export function settleReview(
  draft: DraftReview,
  footnotes: ReadonlyMap<string, Cell>,
  ledger: Ledger,
  takenKeys: ReadonlySet<string>,
): ImportedReview {
  settleReferences(draft, ledger);
  giveOwnActions(draft, ledger);
  settleReferences(draft, ledger);
  const notes = new FootnotePlacer(footnotes, ledger);
  return {
    key: freeKey(draft.key ?? shortSlug(draft.title), takenKeys),
    title: draft.title,
    panel: draft.panel,
    recommendations: draft.recommendations.map((one) => asRecommendation(one, notes)),
    reports: asReports(draft),
  };
}

/** A name for a folder, cut between words. */
function shortSlug(title: string): string {
  const slug = makeSlug(title);
  return slug.length <= 60 ? slug : slug.slice(0, 61).replace(/-[^-]*$/, '');
}

/** A key that is not taken: with a number behind it where it is. */
export function freeKey(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** Gives a reference to everything that has none, and makes each unique in its review. */
function settleReferences({ recommendations }: DraftReview, ledger: Ledger): void {
  const taken = new Set<string>();
  const claim = (draft: DraftAction, ref: string) => {
    draft.ref = ref;
    taken.add(ref);
  };
  const letters = recommendations.filter(({ ref }) => /^\(?[a-z]\)?$/i.test(ref)).map(({ ref }) => ref);
  const lettersRepeat = new Set(letters).size < letters.length;
  let stemNumber = 0;
  let lastStem: unknown;
  for (const one of recommendations) {
    if (one.stem !== lastStem) {
      stemNumber += 1;
      lastStem = one.stem;
    }
    if (one.ref === '') continue;
    const isLetter = /^\(?[a-z]\)?$/i.test(one.ref);
    if (isLetter && lettersRepeat) {
      const before = one.stem?.ref.replace(/[.:)]+$/, '') ?? '';
      noteReference(one, ledger, why.letterWrittenOut);
      claim(one, unique(`${before === '' ? stemNumber : before} ${one.ref}`, taken));
    } else if (taken.has(one.ref)) {
      noteReference(one, ledger, why.referenceTwice);
      claim(one, unique(one.ref, taken));
    } else claim(one, one.ref);
  }
  let number = 0;
  const prefix =
    /^\D*/.exec(recommendations.findLast(({ ref }) => /\d+\.?$/.test(ref))?.ref ?? '')?.[0] ?? '';
  const highest = Math.max(
    0,
    ...recommendations.map(({ ref }) => Number(/^\D*(\d+)\.?$/.exec(ref)?.[1] ?? 0)),
  );
  for (const one of recommendations) {
    if (one.ref !== '') continue;
    number += 1;
    let made = `${prefix}${highest + number}`;
    while (taken.has(made)) {
      number += 1;
      made = `${prefix}${highest + number}`;
    }
    claim(one, made);
    if (one.textCell) ledger.take(one.textCell, one, place.text, 'guessed', why.madeReference);
  }
  for (const one of recommendations) {
    let index = 0;
    for (const action of one.actions) {
      if (action.ref !== '' && !taken.has(action.ref)) {
        claim(action, action.ref);
        continue;
      }
      if (action.ref !== '') noteReference(action, ledger, why.referenceTwice);
      const isGiven = action.ref !== '';
      do index += 1;
      while (taken.has(beneath(one.ref, index)));
      if (!isGiven && action.textCell)
        ledger.take(action.textCell, action, place.text, 'guessed', why.madeReference);
      claim(action, beneath(one.ref, index));
    }
  }
}

function noteReference(draft: DraftAction, ledger: Ledger, reason: string): void {
  const cell = draft.refCell ?? draft.textCell;
  if (cell) ledger.take(cell, draft, place.ref, 'guessed', reason);
}

function unique(ref: string, taken: ReadonlySet<string>): string {
  if (!taken.has(ref)) return ref;
  for (let number = 2; ; number += 1) if (!taken.has(`${ref} (${number})`)) return `${ref} (${number})`;
}

/** The reference of an action that the file does not number: 1.1 beneath 1, `a) 1` beneath `a)`. */
function beneath(ref: string, index: number): string {
  const plain = ref.replace(/[.:]+$/, '');
  return /[\p{L}\p{N}]$/u.test(plain) ? `${plain}.${index}` : `${plain} ${index}`;
}

/** A recommendation with actions cannot be reported on itself: what stands beside it becomes an action in its own words. */
function giveOwnActions({ recommendations, entries }: DraftReview, ledger: Ledger): void {
  for (const one of recommendations) {
    if (one.actions.length === 0) continue;
    const reported = entries.filter(({ targets }) => targets.includes(one));
    const hasPlan = one.owners.length > 0 || one.due !== undefined;
    if (reported.length === 0 && !hasPlan) continue;
    if (reported.length === 0) {
      // Who leads and by when holds for each action that says nothing else.
      for (const action of one.actions) {
        if (action.owners.length === 0) action.owners.push(...one.owners);
        action.due ??= one.due;
      }
      one.owners.length = 0;
      one.due = undefined;
      continue;
    }
    const made = newAction(one.text, one.section, one.stem);
    made.textCell = one.textCell;
    made.owners.push(...one.owners);
    made.due = one.due;
    if (one.textCell) ledger.take(one.textCell, made, place.text, 'guessed', why.sameAction);
    one.owners.length = 0;
    one.due = undefined;
    one.actions.unshift(made);
    for (const { targets } of reported) targets.splice(targets.indexOf(one), 1, made);
  }
}

/** Puts the notes beneath a table where their marks stand. */
class FootnotePlacer {
  readonly #footnotes: ReadonlyMap<string, Cell>;
  readonly #ledger: Ledger;

  constructor(footnotes: ReadonlyMap<string, Cell>, ledger: Ledger) {
    this.#footnotes = footnotes;
    this.#ledger = ledger;
  }

  /** Words as Markdown, with their note. */
  place(text: string, draft: DraftAction): string {
    const found = [text.trimEnd(), draft.refCell?.text ?? ''].map(
      (words) => /(\*+|†|‡|[¹²³⁴-⁹]+)\.?$/.exec(words)?.[1],
    );
    const mark = found.find(
      (one) => one !== undefined && this.#footnotes.has(plainMark(one, this.#footnotes)),
    );
    if (mark === undefined) return asMarkdown(text);
    const key = plainMark(mark, this.#footnotes);
    const cell = this.#footnotes.get(key);
    if (!cell) return asMarkdown(text);
    const words = text.trimEnd();
    const without = words.endsWith(mark)
      ? words.slice(0, -mark.length).trimEnd()
      : words.replace(`${mark}.`, '.');
    const note = cell.text.replace(/^(?:\*+|†|‡|[¹²³⁴-⁹]+|\(?\d\))[.:\s]*/, '');
    this.#ledger.take(cell, draft, place.footnote, 'guessed', why.footnoteOf(mark));
    return `${asMarkdown(without)}[^1]\n\n[^1]: ${asMarkdown(note.replace(/\s+/g, ' '))}`;
  }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A raised figure leads to the note with that figure, raised or not. */
function plainMark(mark: string, footnotes: ReadonlyMap<string, Cell>): string {
  if (footnotes.has(mark)) return mark;
  return [...mark].map((sign) => (RAISED.includes(sign) ? String(RAISED.indexOf(sign)) : sign)).join('');
}

function asAction(draft: DraftAction, notes: FootnotePlacer): ImportedAction {
  const own = new Map(draft.own);
  if (draft.section !== undefined) own.set('x-section', draft.section);
  if (draft.stem !== undefined) own.set('x-stem', draft.stem.text);
  return {
    ref: draft.ref,
    hasOwnRef: draft.hasOwnRef,
    text: draft.text.trim() === '' ? phrases.importing.noText : notes.place(draft.text, draft),
    owners: draft.owners,
    due: draft.due,
    successMeasure: draft.measures.length > 0 ? draft.measures.map(asMarkdown).join('\n\n') : undefined,
    agreed: draft.agreed,
    own,
  };
}

function asRecommendation(draft: DraftRecommendation, notes: FootnotePlacer): ImportedRecommendation {
  return {
    ...asAction(draft, notes),
    response: draft.response,
    reason: draft.reasons.length > 0 ? draft.reasons.map(asMarkdown).join('\n\n') : undefined,
    responded: draft.responded,
    addressedTo: draft.addressedTo,
    actions: draft.actions.map((action) =>
      asAction({ ...action, section: undefined, stem: undefined }, notes),
    ),
  };
}

function asReports({ recommendations, entries }: DraftReview): readonly ImportedReport[] {
  const all = recommendations.flatMap((one) => [one, ...one.actions]);
  const byDay = new Map<IsoDate, DraftEntry[]>();
  for (const entry of entries) {
    for (const name of entry.named) {
      const target = all.find(({ ref }) => foldReference(ref) === foldReference(name));
      if (target && !entry.targets.includes(target)) entry.targets.push(...reportable(target));
    }
    if (entry.targets.length > 0) byDay.set(entry.asAt, [...(byDay.get(entry.asAt) ?? []), entry]);
  }
  return [...byDay]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([asAt, found]) => ({ asAt, entries: mergeEntries(found).map(asEntry) }));
}

/** Reports whose actions only the register knows, by the review that their rows name. */
export function settleLoose(
  entries: readonly DraftEntry[],
  keyOf: ReadonlyMap<string, string>,
): readonly LooseReports[] {
  const byReview = new Map<string | undefined, DraftEntry[]>();
  for (const entry of entries) {
    const review = entry.review === undefined ? undefined : (keyOf.get(entry.review) ?? entry.review);
    byReview.set(review, [...(byReview.get(review) ?? []), entry]);
  }
  return [...byReview].map(([review, found]) => ({
    review,
    reports: [...new Set(found.map(({ asAt }) => asAt))].toSorted(compareText).map((asAt) => ({
      asAt,
      entries: found
        .filter((entry) => entry.asAt === asAt)
        .map((entry) => ({ ...asEntry(entry), refs: entry.named.map((name) => name.trim()) })),
    })),
  }));
}

/** What can be reported on: a recommendation by itself, or else its actions. */
function reportable(target: DraftAction): readonly DraftAction[] {
  return 'actions' in target && Array.isArray(target.actions) && target.actions.length > 0
    ? target.actions
    : [target];
}

/** One action is reported on once a day: what several rows say of it is one entry. */
function mergeEntries(entries: readonly DraftEntry[]): readonly DraftEntry[] {
  const done: DraftEntry[] = [];
  for (const entry of entries) {
    const before = done.find(({ targets }) => targets.some((target) => entry.targets.includes(target)));
    const isSame =
      before &&
      before.targets.length === entry.targets.length &&
      before.targets.every((target) => entry.targets.includes(target));
    if (!before) done.push(entry);
    else if (isSame) mergeInto(before, entry);
    else {
      // An entry for several and another for one of them: that one leaves the several.
      const shared = before.targets.filter((target) => entry.targets.includes(target));
      for (const target of shared) {
        before.targets.splice(before.targets.indexOf(target), 1);
        const alone: DraftEntry = {
          ...before,
          targets: [target],
          notes: [...before.notes],
          statuses: [...before.statuses],
          reasons: [...before.reasons],
          evidence: [...before.evidence],
        };
        mergeInto(alone, entry);
        done.push(alone);
      }
      const rest = entry.targets.filter((target) => !shared.includes(target));
      if (rest.length > 0) done.push({ ...entry, targets: rest });
      if (before.targets.length === 0) done.splice(done.indexOf(before), 1);
    }
  }
  return done;
}

function mergeInto(
  into: DraftEntry,
  { rating, percent, isComplete, notes, statuses, revisedDue, reasons, evidence, reportedBy }: DraftEntry,
): void {
  into.rating ??= rating;
  into.percent ??= percent;
  into.isComplete ||= isComplete;
  into.revisedDue ??= revisedDue;
  into.reportedBy ??= reportedBy;
  for (const reason of reasons) if (!into.reasons.includes(reason)) into.reasons.push(reason);
  for (const note of notes) if (!into.notes.includes(note)) into.notes.push(note);
  for (const status of statuses) if (!into.statuses.includes(status)) into.statuses.push(status);
  for (const one of evidence) if (!into.evidence.includes(one)) into.evidence.push(one);
}

function asEntry(entry: DraftEntry): ImportedEntry {
  const statuses = entry.statuses.map((status) => phrases.importing.statusNote(status));
  const notes = [...statuses, ...entry.notes].map(asMarkdown);
  return {
    refs: entry.targets.map(({ ref }) => ref),
    isDated: entry.isDated,
    rating: entry.rating,
    percent: entry.percent,
    isComplete: entry.isComplete,
    note: notes.length > 0 ? notes.join('\n\n') : undefined,
    revisedDue: entry.revisedDue,
    reason: entry.reasons.length > 0 ? entry.reasons.map(asMarkdown).join('\n\n') : undefined,
    evidence: entry.evidence.length > 0 ? entry.evidence.join('; ').replace(/\s+/g, ' ') : undefined,
    reportedBy: entry.reportedBy,
  };
}
