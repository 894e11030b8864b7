import type { IsoDate } from '../../calendar/index.js';
import {
  escapeHtml,
  type Html,
  joinHtml,
  needsWidth,
  type ProseContext,
  paragraphHtml,
} from '../../markdown/index.js';
import type { Recommendation } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister, RecommendationAsAt, ReviewAsAt } from '../../register/index.js';
import { composeFilter } from '../shared/action-facts.js';
import { columnLines, columnProse, composeRowNotice } from '../shared/below.js';
import { hasOwnActions, levelsOf } from '../shared/levels.js';
import { nameOwners } from '../shared/people.js';
import { composePlanRow, WITHHELD_ROW } from '../shared/plan-row.js';
import { composeKey, isLongMark, isRated, NOTHING_TRACKED_MARKS } from '../shared/rating-marks.js';
import { chooseNoun, isLongReference, makeId } from '../shared/references.js';
import {
  composeProgress,
  earlierRemark,
  earlierReports,
  listEvidence,
  usualReportDay,
} from '../shared/reports.js';
import { addressees, answerWords, composeNotice, isAnsweredAlike } from '../shared/responses.js';
import { progressRemarks, standingRemark } from '../shared/row-notes.js';
import {
  asHead,
  inLanguage,
  reviewHeading,
  WITHHELD,
  WITHHELD_OWNER,
  withheldWords,
} from '../shared/wording.js';
import { introduceResponses } from './appendix-a.js';
import { isTallRow } from './row-height.js';
import type { ActionGroup, ActionRow, AppendixB } from './update-schema.js';

const say = phrases.appendixB;

/** What every row of the plan is made with. */
interface PlanContext {
  readonly register: PaperRegister;
  readonly context: ProseContext;
  /** The day of most reports. */
  readonly usualDay: IsoDate | undefined;
  readonly isOneLevel: boolean;
}

/** Whether every recommendation is its own action, so that the plan is the only appendix. */
export function isOneLevel(register: PaperRegister): boolean {
  return levelsOf(register) === 'recommendation' && register.actions.some(({ isShown }) => isShown);
}

/** The action plan, with each action's latest report and rating. Nothing where no action is to be shown. */
export function composeAppendixB(register: PaperRegister, context: ProseContext): AppendixB | null {
  const plan = {
    register,
    context,
    usualDay: usualReportDay(register.actions),
    isOneLevel: isOneLevel(register),
  };
  const groups = register.reviews.flatMap((review, index) => groupsOf(plan, review, index + 1));
  if (groups.length === 0) return null;
  const hasRatings = isRated(register.council);
  const isSideways = register.council.actionPlan === 'landscape';
  const count = 3 + Number(isSideways) + Number(hasRatings);
  return {
    id: plan.isOneLevel ? 'appendix-a' : 'appendix-b',
    heading: plan.isOneLevel ? say.headingOneLevel : say.heading,
    introduction: introductionTo(plan),
    columns: {
      reference: say.columns.reference,
      action: actionColumn(plan.isOneLevel, isSideways),
      due: isSideways ? say.columns.due : null,
      progress: say.columns.progress,
      rating: hasRatings ? say.columns.rating : null,
    },
    columnCount: String(count),
    columnsBeside: String(count - 1),
    isSideways,
    hasLongReferences: groups.some(({ rows }) => rows.some(isLongReference)),
    hasLongRatings: groups.some(({ rows }) => rows.some(({ mark }) => isLongMark(mark))),
    labels: { ...say.labels, reportBelow: phrases.below.report },
    groups,
    key: composeKey(register),
    filter: composeFilter(groups.flatMap(({ rows }) => rows)),
  };
}

function actionColumn(isOfRecommendations: boolean, isSideways: boolean): string {
  const { columns } = say;
  if (isOfRecommendations) return isSideways ? columns.recommendation : columns.recommendationAndDue;
  return isSideways ? columns.action : columns.actionAndDue;
}

function introductionTo(plan: PlanContext): readonly string[] {
  const { register, usualDay } = plan;
  return [
    ...(plan.isOneLevel ? introduceResponses(register) : []),
    [
      say.asAt(register.day),
      ...(usualDay === undefined ? [] : [phrases.reports.usual(usualDay)]),
      ...endedSentence(register),
    ].join(' '),
  ];
}

function endedSentence({ actions }: PaperRegister): readonly string[] {
  const gone = actions.filter(({ isShown }) => !isShown);
  return gone.length === 0 ? [] : [say.gone(gone.length, chooseNoun(gone))];
}

/** The recommendations of one review with their actions, beneath its title where there are several. */
function groupsOf(plan: PlanContext, review: ReviewAsAt, number: number): readonly ActionGroup[] {
  const shown = review.recommendations.flatMap((recommendation) =>
    composeGroup(plan, review, recommendation, `action-${number}`),
  );
  const [first, ...rest] = shown;
  return first && plan.register.reviews.length > 1
    ? [{ ...first, review: reviewHeading(review) }, ...rest]
    : shown;
}

function composeGroup(
  plan: PlanContext,
  review: ReviewAsAt,
  recommended: RecommendationAsAt,
  prefix: string,
): readonly ActionGroup[] {
  const { recommendation, response, withheld, actions } = recommended;
  const shown = actions.filter(({ isShown }) => isShown);
  const isListed = plan.isOneLevel && actions.length === 0;
  if (shown.length === 0 && !isListed) return [];
  const idOf = (reference: string) => `${prefix}-${makeId(reference)}`;
  const isItself = !hasOwnActions(recommended);
  const itself = () => rowOfItself(plan, review, recommended, idOf(recommendation.ref));
  return [
    {
      id: isItself ? idOf(recommendation.ref) : `${idOf(recommendation.ref)}-group`,
      review: null,
      reference: say.recommendation(recommendation.ref),
      html: withheld
        ? escapeHtml(withheldWords(withheld))
        : // Appendix A has the whole.
          joinHtml([
            inLanguage(recommendation.lang, asHead(recommendation.text)),
            escapeHtml(response === 'rejected' && !isItself ? ` ${say.rejectedInstead}` : ''),
          ]),
      isItself,
      rows: isItself ? [itself()] : shown.map((action) => composeRow(plan, action, idOf(action.action.ref))),
    },
  ];
}

/** A recommendation that is tracked by itself or, in a plan of nothing else, only listed. */
function rowOfItself(
  plan: PlanContext,
  review: ReviewAsAt,
  recommended: RecommendationAsAt,
  id: string,
): ActionRow {
  const { recommendation, response, withheld, actions } = recommended;
  const [action] = actions;
  const row = action ? composeRow(plan, action, id, recommendation) : listedRow(plan, recommended, id);
  const label = plan.isOneLevel ? null : say.itself;
  if (withheld) return { ...row, label };
  // Of what is its own action Appendix A says how it was answered, where there is another.
  const isSaid = plan.isOneLevel ? !isAnsweredAlike(review) : response === 'rejected';
  const isAnswered = isSaid && response !== undefined && (action !== undefined || response !== 'awaited');
  const { reason, lang } = recommendation;
  const said =
    plan.isOneLevel && isAnswered && reason && response !== 'awaited'
      ? columnProse(reason, plan.context, lang, 'reason')
      : null;
  return {
    ...row,
    label,
    addressedTo: addressees(recommendation),
    response: isAnswered ? say.response(answerWords(recommendation, response)) : null,
    reason: said?.html ?? null,
    below: [...row.below, ...(said?.below ?? [])],
  };
}

function listedRow(
  { context }: PlanContext,
  { recommendation, response, withheld }: RecommendationAsAt,
  id: string,
): ActionRow {
  if (withheld) return withheldRow(recommendation.ref, id, withheldWords(withheld));
  const kind = response === 'awaited' ? 'awaited' : 'other';
  const words = columnProse(recommendation.text, context, recommendation.lang, 'recommendation');
  const { notice, below } = composeNotice(recommendation, context);
  return {
    ...EMPTY_ROW,
    id,
    reference: recommendation.ref,
    action: words.html,
    notice,
    below: [...words.below, ...below],
    owner: null,
    due: escapeHtml(phrases.due.none),
    dueBesideOwner: escapeHtml(phrases.remarks.noDue),
    progress: paragraphHtml(say.listed[kind].progress),
    mark: NOTHING_TRACKED_MARKS[kind],
  };
}

/** @param recommendation whose only action it is */
function composeRow(
  { register, usualDay, context }: PlanContext,
  action: ActionAsAt,
  id: string,
  recommendation?: Recommendation,
): ActionRow {
  if (action.withheld) return withheldRow(action.action.ref, id, withheldWords(action.withheld));
  const { action: written, state } = action;
  const progress = composeProgress(action, context);
  const words = columnProse(
    written.text,
    context,
    written.lang,
    recommendation ? 'recommendation' : 'action',
  );
  const measure = written.successMeasure
    ? columnLines(written.successMeasure, context, written.lang, 'measure')
    : null;
  const earlier = earlierReports(register, action, context);
  const reports = [progress, ...earlier.map((report) => report.words)];
  const notice = recommendation ? composeNotice(recommendation, context) : composeRowNotice(written, context);
  const plan = composePlanRow(register, action, notice);
  const remarks = action.withheldEntry ? standingRemark(action) : progressRemarks(register, action, usualDay);
  const isWide = reports.some(needsWidth);
  return {
    ...EMPTY_ROW,
    id,
    reference: written.ref,
    action: words.html,
    owner: nameOwners(written),
    measure: measure?.first ?? null,
    measureBeneath: measure?.beneath ?? null,
    progress,
    isLong: isWide || isPageLong(reports),
    isWide,
    isTall: isTallRow(
      {
        action: [
          words.html,
          ...plan.dueRemarks,
          ...(measure ? [measure.first] : []),
          ...(measure?.beneath ? [measure.beneath] : []),
        ],
        progress: [...reports, ...remarks],
      },
      register.council.actionPlan,
    ),
    progressRemarks: remarks,
    evidence: action.withheldEntry || !state.latest ? [] : listEvidence(state.latest),
    earlierRemark: earlierRemark(action),
    earlier,
    ...plan,
    below: [...words.below, ...(measure?.below ?? []), ...plan.below],
  };
}

/** In the column for progress so many characters fill most of a page. */
const PAGE_OF_PROGRESS = 1400;

function isPageLong(reports: readonly Html[]): boolean {
  return reports.join('').replace(/<[^>]*>/g, '').length > PAGE_OF_PROGRESS;
}

/** What a row has nothing of, unless it says otherwise. */
const EMPTY_ROW = {
  label: null,
  addressedTo: null,
  response: null,
  reason: null,
  measure: null,
  measureBeneath: null,
  dueRemarks: [],
  dueLine: null,
  isLong: false,
  isWide: false,
  isTall: false,
  progressRemarks: [],
  evidence: [],
  earlierRemark: null,
  earlier: [],
  notice: null,
  below: [],
  percent: null,
  direction: null,
  needsAttention: false,
  isWithheld: false,
} as const satisfies Partial<ActionRow>;

function withheldRow(reference: string, id: string, words: string): ActionRow {
  return {
    ...EMPTY_ROW,
    id,
    reference,
    action: paragraphHtml(words),
    owner: WITHHELD_OWNER,
    progress: paragraphHtml(WITHHELD),
    ...WITHHELD_ROW,
  };
}
