import type { FileEdit } from '../file-edit.js';
import type { ValueMap } from '../values.js';
import { writeText } from '../write-text.js';
import { makeFields, oneOrList, tidyProse } from './common.js';

/** A review, with its recommendations where there are some already. */
export interface NewReview {
  /** The name of its folder. */
  readonly key: string;
  readonly title: string;
  readonly panel: string;
  readonly monitoredBy?: string | undefined;
  readonly commissioned?: string | undefined;
  readonly sentToExecutive?: string | undefined;
  readonly executiveResponse?:
    | { readonly date?: string | undefined; readonly decision?: string | undefined }
    | undefined;
  readonly background?: string | undefined;
  readonly recommendations?: readonly NewRecommendation[] | undefined;
}

/** A recommendation; `owner`, `due` and `successMeasure` where it is its own action. */
export interface NewRecommendation {
  readonly ref: string;
  readonly text: string;
  readonly response?: string | undefined;
  readonly responded?: string | undefined;
  readonly reason?: string | undefined;
  readonly addressedTo?: readonly string[] | undefined;
  readonly agreed?: string | undefined;
  readonly actions?: readonly NewAction[] | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly due?: string | undefined;
  readonly successMeasure?: string | undefined;
}

/** Something that somebody is to do. */
export interface NewAction {
  readonly ref: string;
  readonly text: string;
  /** The first leads. */
  readonly owner?: readonly string[] | undefined;
  readonly due?: string | undefined;
  readonly successMeasure?: string | undefined;
  readonly agreed?: string | undefined;
}

/** Begins a review: a file of its own. */
export function addReview(review: NewReview): FileEdit {
  const { key, title, panel, monitoredBy, commissioned, sentToExecutive, executiveResponse } = review;
  const response = executiveResponse && makeFields({ ...executiveResponse });
  return {
    kind: 'create',
    path: reviewPath(key),
    text: writeText(
      makeFields({
        title,
        panel,
        monitoredBy,
        commissioned,
        finalReport: sentToExecutive === undefined ? undefined : makeFields({ sentToExecutive }),
        executiveResponse: response && response.size > 0 ? response : undefined,
        background: tidyProse(review.background),
        recommendations: (review.recommendations ?? []).map(recommendationFields),
      }),
    ),
  };
}

/** Adds a recommendation after those that there are. */
export function addRecommendation(review: string, recommendation: NewRecommendation): FileEdit {
  return {
    kind: 'change',
    path: reviewPath(review),
    changes: [{ kind: 'append', path: ['recommendations'], items: [recommendationFields(recommendation)] }],
  };
}

/** Adds an action after those that its recommendation has. */
export function addAction(review: string, recommendation: string, action: NewAction): FileEdit {
  const path = ['recommendations', { key: 'ref', is: recommendation }, 'actions'];
  return {
    kind: 'change',
    path: reviewPath(review),
    changes: [{ kind: 'append', path, items: [actionFields(action)], order: RECOMMENDATION_ORDER }],
  };
}

/** Where a review is. */
export function reviewPath(key: string): string {
  return `reviews/${key}/review.yaml`;
}

/** The keys of a recommendation in their usual order. */
export const RECOMMENDATION_ORDER = [
  ...['ref', 'text', 'response', 'responded', 'reason', 'addressed-to', 'agreed', 'actions', 'owner', 'due'],
  ...['success-measure', 'notice', 'exempt', 'allow', 'lang'],
];

function recommendationFields({
  ref,
  text,
  response,
  responded,
  reason,
  ...rest
}: NewRecommendation): ValueMap {
  const { addressedTo, agreed, actions, owner, due, successMeasure } = rest;
  return makeFields({
    ref,
    text: tidyProse(text),
    response,
    responded,
    reason: tidyProse(reason),
    addressedTo: oneOrList(addressedTo),
    agreed,
    actions: actions && actions.length > 0 ? actions.map(actionFields) : undefined,
    owner: oneOrList(owner),
    due,
    successMeasure: tidyProse(successMeasure),
  });
}

function actionFields({ ref, text, owner, due, successMeasure, agreed }: NewAction): ValueMap {
  return makeFields({
    ref,
    text: tidyProse(text),
    owner: oneOrList(owner),
    due,
    successMeasure: tidyProse(successMeasure),
    agreed,
  });
}
