import type { IsoDate } from '../../calendar/index.js';
import type { Change, FileEdit, Path, Value } from '../../edit/index.js';
import { nextAction, nextRecommendation, reviewPath, writeText } from '../../edit/index.js';
import { plainText } from '../../markdown/index.js';
import {
  type Action,
  entriesByReference,
  type Person,
  type Recommendation,
  type Review,
  writtenDue,
} from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { SourceNode } from '../../source/index.js';
import { nameOf } from '../../view/index.js';
import { foldReference } from '../recognise/references.js';
import type {
  ImportedAction,
  ImportedEntry,
  ImportedRecommendation,
  ImportedReport,
  ImportedReview,
} from '../recognise/types.js';
import { actionValue, entryValue, recommendationValue, reportFields } from '../write/register-files.js';
import { matchAction, matchRecommendation } from './match.js';
import { isSameWhen, saysTheSame, squeeze } from './same-report.js';

const { changed } = phrases.importing;

/** What a next version of a tracker brings, or does not. */
export interface Finding {
  readonly kind: 'added' | 'differs' | 'conflict';
  /** "roofs/1.2". */
  readonly of: string;
  readonly what: string;
}

/** The edits of one review, and what is to be told of them. */
export interface Merged {
  readonly edits: readonly FileEdit[];
  readonly findings: readonly Finding[];
}

/**
 * Brings what is new in a tracker into a review that the register has: further recommendations and actions, what was left open, and reports.
 * What was agreed is never changed; where the tracker says otherwise, that is told.
 *
 * @param source what the review's own file says, for keys that are the council's own
 */
export function mergeReview(
  imported: ImportedReview,
  review: Review,
  source: SourceNode | undefined,
): Merged {
  const merge = new ReviewMerge(review, source);
  for (const one of imported.recommendations) merge.recommendation(one);
  for (const report of imported.reports) merge.report(report);
  return merge.done();
}

/** The same of reports alone, whose references are the register's. */
export function mergeReports(reports: readonly ImportedReport[], review: Review): Merged {
  const merge = new ReviewMerge(review, undefined);
  for (const report of reports) merge.report(report);
  return merge.done();
}

type Numbered = { ref: string; actions: string[] };

class ReviewMerge {
  readonly #review: Review;
  readonly #source: SourceNode | undefined;
  readonly #changes: Change[] = [];
  readonly #findings: Finding[] = [];
  /** What the tracker calls something, and what the register calls it. */
  readonly #refs = new Map<string, readonly string[]>();
  /** Reports to be written, by day. */
  readonly #entries = new Map<
    string,
    { readonly key: string; readonly value: ReturnType<typeof entryValue> }[]
  >();
  readonly #numbered: Numbered[];
  readonly #used: Set<string>;

  constructor(review: Review, source: SourceNode | undefined) {
    this.#review = review;
    this.#source = source;
    this.#numbered = review.recommendations.map(({ ref, actions }) => ({
      ref,
      actions: actions.map((action) => action.ref),
    }));
    this.#used = new Set([
      ...this.#numbered.flatMap(({ ref, actions }) => [ref, ...actions]),
      ...review.progress.flatMap(({ progress }) => progress.flatMap(({ refs }) => refs)),
    ]);
  }

  done(): Merged {
    return {
      edits: [
        ...(this.#changes.length > 0
          ? [{ kind: 'change' as const, path: reviewPath(this.#review.key), changes: this.#changes }]
          : []),
        ...[...this.#entries].map(([day, entries]) => this.#progressEdit(day, entries)),
      ],
      findings: this.#findings,
    };
  }

  #find(kind: Finding['kind'], ref: string, what: string): void {
    this.#findings.push({ kind, of: `${this.#review.key}/${ref}`, what });
  }

  /** Matches a recommendation, or adds it with all that it has. */
  recommendation(imported: ImportedRecommendation): void {
    const known = matchRecommendation(imported, this.#review);
    if (!known) {
      this.#addRecommendation(imported);
      return;
    }
    this.#compareRecommendation(imported, known);
    const path: Path = ['recommendations', { key: 'ref', is: known.ref }];
    if (known.actions.length === 0) {
      this.#asOneAction(imported, known, path);
      return;
    }
    if (imported.actions.length === 0) {
      const [only, another] = known.actions;
      this.#refs.set(imported.ref, another ? [] : [only?.ref ?? known.ref]);
      if (another)
        this.#refs.set(
          `${imported.ref}\0several`,
          known.actions.map(({ ref }) => ref),
        );
      return;
    }
    this.#refs.set(imported.ref, [known.ref]);
    for (const action of imported.actions) {
      const same = matchAction(action, known.actions);
      if (same) this.#compareAction(action, same, [...path, 'actions', { key: 'ref', is: same.ref }]);
      else this.#addAction(action, known);
    }
  }

  /** A recommendation that is its own action in the register: what the tracker has beneath it is about the same, if it is one. */
  #asOneAction(imported: ImportedRecommendation, known: Recommendation, path: Path): void {
    this.#refs.set(imported.ref, [known.ref]);
    const [only, another] = imported.actions;
    if (only && another) {
      for (const action of imported.actions) this.#refs.set(action.ref, []);
      this.#find('conflict', known.ref, changed.severalActions(imported.actions.length));
      return;
    }
    if (only) this.#refs.set(only.ref, [known.ref]);
    const own = known.ownAction ?? { ...EMPTY_ACTION, ref: known.ref, text: known.text, span: known.span };
    this.#comparePlan(only ?? imported, own, path);
  }

  #addRecommendation(imported: ImportedRecommendation): void {
    const isFree = imported.hasOwnRef && !this.#used.has(imported.ref);
    const ref = isFree ? imported.ref : nextRecommendation(this.#numbered, this.#used);
    this.#used.add(ref);
    const numbered: Numbered = { ref, actions: [] };
    const actions = imported.actions.map((action): ImportedAction => {
      const named =
        action.hasOwnRef && !this.#used.has(action.ref)
          ? action.ref
          : nextAction([...this.#numbered, numbered], numbered, this.#used);
      this.#used.add(named);
      numbered.actions.push(named);
      this.#refs.set(action.ref, [named]);
      return { ...action, ref: named };
    });
    this.#numbered.push(numbered);
    this.#refs.set(imported.ref, [ref]);
    this.#changes.push({
      kind: 'append',
      path: ['recommendations'],
      items: [recommendationValue({ ...imported, ref, actions })],
    });
    this.#find('added', ref, changed.recommendation);
  }

  #addAction(imported: ImportedAction, over: Recommendation): void {
    const numbered = this.#numbered.find(({ ref }) => ref === over.ref) ?? { ref: over.ref, actions: [] };
    const ref =
      imported.hasOwnRef && !this.#used.has(imported.ref)
        ? imported.ref
        : nextAction(this.#numbered, numbered, this.#used);
    this.#used.add(ref);
    numbered.actions.push(ref);
    this.#refs.set(imported.ref, [ref]);
    this.#changes.push({
      kind: 'append',
      path: ['recommendations', { key: 'ref', is: over.ref }, 'actions'],
      items: [actionValue({ ...imported, ref })],
    });
    this.#find('added', ref, changed.action);
  }

  #compareAction(imported: ImportedAction, known: Action, path: Path): void {
    this.#refs.set(imported.ref, [known.ref]);
    this.#compareWords(imported.text, known.text, known.ref);
    this.#comparePlan(imported, known, path);
  }

  #compareRecommendation(imported: ImportedRecommendation, known: Recommendation): void {
    const path: Path = ['recommendations', { key: 'ref', is: known.ref }];
    this.#compareWords(imported.text, known.text, known.ref);
    const { response } = imported;
    if (response !== undefined && response !== known.response) {
      if (known.response === undefined || known.response === 'awaited') {
        this.#set([...path, 'response'], response, known.ref, changed.field('response', response));
      } else this.#differs(known.ref, 'response', response);
    }
    this.#fill(known, path, 'reason', imported.reason, known.reason);
    this.#fill(known, path, 'responded', imported.responded, known.responded);
    this.#compareNames(
      imported.addressedTo,
      known.addressedTo,
      known.ref,
      [...path, 'addressed-to'],
      'addressed-to',
    );
    if (known.actions.length > 0) this.#compareOwn(imported, known.ref, path);
  }

  /** Who does it, by when and how anyone will know: what is open is filled, what is there stays. */
  #comparePlan(imported: ImportedAction, known: Action, path: Path): void {
    const { ref } = known;
    this.#compareNames(imported.owners, known.owners, ref, [...path, 'owner'], 'owner');
    if (imported.due !== undefined) {
      if (!known.due) this.#set([...path, 'due'], imported.due, ref, changed.field('due', imported.due));
      else if (!isSameWhen(imported.due, writtenDue(known.due)))
        this.#find('differs', ref, changed.dueDiffers(imported.due));
    }
    this.#fill(known, path, 'success-measure', imported.successMeasure, known.successMeasure);
    this.#compareOwn(imported, ref, path);
  }

  #compareOwn({ own }: ImportedAction, ref: string, path: Path): void {
    const fields = this.#fieldsOf(ref);
    for (const [key, words] of own) {
      const known = fields?.get(key);
      if (known === undefined) this.#set([...path, key], words, ref, changed.field(key, squeeze(words)));
      else if (squeeze(known) !== squeeze(words)) this.#differs(ref, key, words);
    }
  }

  /** What the review's file says of a thing under each key, as it is written. */
  #fieldsOf(ref: string): ReadonlyMap<string, string> | undefined {
    const found = findByReference(this.#source, ref);
    return (
      found &&
      new Map(
        found.fields.flatMap(({ key, value }) =>
          value?.kind === 'text' ? [[key.text, value.text] as const] : [],
        ),
      )
    );
  }

  #compareWords(imported: string, known: string, ref: string): void {
    if (imported === phrases.importing.noText) return;
    if (squeeze(plainText(imported)) !== squeeze(plainText(known)))
      this.#differs(ref, 'text', plainText(imported));
  }

  #compareNames(
    imported: readonly string[],
    known: readonly Person[],
    ref: string,
    path: Path,
    key: string,
  ): void {
    if (imported.length === 0) return;
    if (known.length === 0) {
      this.#set(
        path,
        imported.length === 1 ? imported[0] : imported,
        ref,
        changed.field(key, imported.join('; ')),
      );
      return;
    }
    const isSame =
      imported.length === known.length && imported.every((name, index) => isCalled(known[index], name));
    if (!isSame) this.#differs(ref, key, imported.join('; '));
  }

  #fill(
    of: Pick<Action, 'ref'>,
    path: Path,
    key: string,
    imported: string | undefined,
    known: string | undefined,
  ): void {
    if (imported === undefined) return;
    if (known === undefined)
      this.#set([...path, key], imported, of.ref, changed.field(key, squeeze(plainText(imported))));
    else if (squeeze(plainText(imported)) !== squeeze(plainText(known)))
      this.#differs(of.ref, key, plainText(imported));
  }

  #set(path: Path, value: Value, ref: string, what: string): void {
    this.#changes.push({ kind: 'set', path, value, order: ORDER });
    this.#find('added', ref, what);
  }

  #differs(ref: string, key: string, words: string): void {
    this.#find('differs', ref, changed.differsIn(key, squeeze(words)));
  }

  /** Adds the reports of a day that the register does not have. */
  report({ asAt, entries }: ImportedReport): void {
    for (const entry of entries) {
      const refs = entry.refs.flatMap((ref) => this.#registerRefs(ref));
      const fresh = refs.filter((ref) => this.#isNews(ref, entry, asAt));
      if (fresh.length === 0) continue;
      const list = this.#entries.get(asAt) ?? [];
      const keys = fresh.some((ref) => ref.includes(',')) ? fresh : [fresh.join(', ')];
      for (const key of keys) list.push({ key, value: entryValue(entry) });
      this.#entries.set(asAt, list);
      for (const ref of fresh) this.#find('added', ref, changed.report(asAt));
    }
  }

  #registerRefs(ref: string): readonly string[] {
    const several = this.#refs.get(`${ref}\0several`);
    if (several) {
      this.#find('conflict', ref, changed.hasActions(several));
      return [];
    }
    const mapped = this.#refs.get(ref);
    if (mapped) return mapped;
    const known = this.#numbered
      .flatMap(({ ref: over, actions }) => (actions.length > 0 ? actions : [over]))
      .find((one) => foldReference(one) === foldReference(ref));
    if (known === undefined) {
      this.#find('conflict', ref, changed.unknownReference);
      return [];
    }
    return [known];
  }

  #isNews(ref: string, entry: ImportedEntry, asAt: IsoDate): boolean {
    const known = entriesByReference(this.#review).get(ref) ?? [];
    const ofDay = known.filter((one) => one.asAt === asAt);
    const compared = entry.isDated ? ofDay : [...ofDay, ...known.filter((one) => one.asAt <= asAt).slice(-1)];
    if (compared.some((one) => saysTheSame(entry, one))) return false;
    const isTaken =
      this.#entries.get(asAt)?.some(({ key }) => key === ref || key.split(', ').includes(ref)) ?? false;
    if (ofDay.length === 0 && !isTaken) return true;
    this.#find('conflict', ref, changed.reportedThatDay(asAt));
    return false;
  }

  #progressEdit(
    day: string,
    entries: readonly { readonly key: string; readonly value: ReturnType<typeof entryValue> }[],
  ): FileEdit {
    const folder = `reviews/${this.#review.key}/progress/`;
    const inside = ({ file }: { readonly file: string }) => folder + file.slice(file.lastIndexOf('/') + 1);
    const there = this.#review.progress.find(({ asAt }) => asAt === day);
    if (there)
      return {
        kind: 'change',
        path: inside(there),
        changes: entries.map(({ key, value }): Change => ({ kind: 'set', path: ['progress', key], value })),
      };
    const taken = new Set(this.#review.progress.map(inside));
    let path = `${folder}${day}.yaml`;
    for (let number = 2; taken.has(path); number += 1) path = `${folder}${day}-${number}.yaml`;
    return {
      kind: 'create',
      path,
      text: writeText(reportFields(day, new Map(entries.map(({ key, value }) => [key, value])))),
    };
  }
}

const EMPTY_ACTION: Action = {
  ref: '',
  text: '',
  owners: [],
  due: undefined,
  successMeasure: undefined,
  agreed: undefined,
  notice: undefined,
  exempt: undefined,
  allow: [],
  lang: undefined,
  span: { file: '', start: 0, end: 0 },
  spans: {},
};

/** The keys of what is planned, in their usual order. */
const ORDER = [
  ...[
    'ref',
    'text',
    'response',
    'responded',
    'reason',
    'addressed-to',
    'agreed',
    'owner',
    'due',
    'success-measure',
  ],
  ...['actions', 'notice', 'exempt', 'allow', 'lang'],
];

/** Whether a name in a tracker is this person's: as papers name them, their name, their post, or their key. */
function isCalled(person: Person | undefined, name: string): boolean {
  if (!person) return false;
  const words = squeeze(name).toLowerCase();
  const officer = person.kind === 'officer' ? person.officer : undefined;
  return [nameOf(person), officer?.name, officer?.role, officer?.key].some(
    (one) => one !== undefined && squeeze(one).toLowerCase() === words,
  );
}

function findByReference(
  node: SourceNode | undefined,
  ref: string,
): Extract<SourceNode, { kind: 'map' }> | undefined {
  if (node?.kind === 'list') {
    for (const item of node.items) {
      const found = findByReference(item, ref);
      if (found) return found;
    }
    return undefined;
  }
  if (node?.kind !== 'map') return undefined;
  const own = node.fields.find(({ key }) => key.text === 'ref')?.value;
  if (own?.kind === 'text' && own.text.trim() === ref) return node;
  for (const { key, value } of node.fields) {
    if (key.text !== 'recommendations' && key.text !== 'actions') continue;
    const found = findByReference(value, ref);
    if (found) return found;
  }
  return undefined;
}
