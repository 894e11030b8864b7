import type { FileEdit } from '../../edit/index.js';
import { type Model, makeSlug, type Review } from '../../model/index.js';
import type { SourceNode } from '../../source/index.js';
import { foldReference } from '../recognise/references.js';
import { freeKey } from '../recognise/settle.js';
import type { ImportedReview, Recognised } from '../recognise/types.js';
import { reviewFiles } from '../write/register-files.js';
import { matchReview } from './match.js';
import { type Finding, type Merged, mergeReports, mergeReview } from './merge-review.js';
import { nameOfficers } from './name-officers.js';

/** What planning needs besides the tracker. */
export interface PlanWanted {
  readonly model: Model;
  /** What a review's own file says. */
  readonly sourceOf: (review: string) => SourceNode | undefined;
  /** The key of the review that the tracker is the next version of, where it was said. */
  readonly into: string | undefined;
  /** The panel of a review that is new. */
  readonly panelFor: (review: ImportedReview) => string;
  /** The tracker's name. */
  readonly file: string;
}

/** What is to be written into a register that is there. */
export interface ImportPlan {
  readonly edits: readonly FileEdit[];
  readonly findings: readonly Finding[];
}

/** The edits that bring what is new in a tracker into a register; none where the register has all of it. */
export function planImport({ reviews, loose }: Recognised, wanted: PlanWanted): ImportPlan {
  const { model, into } = wanted;
  const keys = new Set(model.reviews.map(({ key }) => key));
  const plans = reviews.map((written): Merged => {
    const imported = nameOfficers(written, model.council);
    const known =
      into === undefined ? matchReview(imported, model) : model.reviews.find(({ key }) => key === into);
    if (known) return mergeReview(imported, known, wanted.sourceOf(known.key));
    const fresh = { ...imported, key: freeKey(imported.key, keys) };
    keys.add(fresh.key);
    const edits = reviewFiles(fresh, wanted.panelFor(fresh), wanted.file).map(
      (file): FileEdit => ({ kind: 'create', ...file }),
    );
    return { edits, findings: [] };
  });
  const more = loose.flatMap(({ review, reports }): readonly Merged[] => {
    const refs = reports.flatMap(({ entries }) => entries.flatMap((entry) => entry.refs));
    const found = findReview(into ?? review, refs, model);
    return found ? [mergeReports(reports, found)] : [];
  });
  return joinPlans([...plans, ...more]);
}

/** The review that reports are about: the one that their rows name, or the only one that has all their references. */
function findReview(
  name: string | undefined,
  refs: readonly string[],
  { reviews }: Model,
): Review | undefined {
  if (name !== undefined)
    return reviews.find(({ key, title }) => key === name || makeSlug(title) === makeSlug(name));
  const fitting = reviews.filter(({ recommendations }) => {
    const own = new Set(
      recommendations.flatMap((one) => [one.ref, ...one.actions.map(({ ref }) => ref)]).map(foldReference),
    );
    return refs.every((ref) => own.has(foldReference(ref)));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** One edit for each file. */
function joinPlans(plans: readonly Merged[]): ImportPlan {
  const byPath = new Map<string, FileEdit>();
  for (const edit of plans.flatMap(({ edits }) => edits)) {
    const before = byPath.get(edit.path);
    byPath.set(
      edit.path,
      before?.kind === 'change' && edit.kind === 'change'
        ? { ...before, changes: [...before.changes, ...edit.changes] }
        : edit,
    );
  }
  return { edits: [...byPath.values()], findings: plans.flatMap(({ findings }) => findings) };
}
