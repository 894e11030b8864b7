import {
  escapeHtml,
  type Html,
  joinHtml,
  type ProseContext,
  paragraphHtml,
  proseHtml,
  proseInline,
} from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister, RecommendationAsAt } from '../../register/index.js';
import { nameOwners } from '../shared/people.js';
import { actionMark, composeKey, isRated, percentWords, WITHHELD_MARK } from '../shared/rating-marks.js';
import { chooseNoun, makeId } from '../shared/references.js';
import { composeProgress, earlierRemark, earlierReports, listEvidence } from '../shared/reports.js';
import { dueRemarks, progressRemarks, standingRemark, standsHtml } from '../shared/row-notes.js';
import {
  asHead,
  inLanguage,
  reviewHeading,
  WITHHELD,
  WITHHELD_OWNER,
  withheldWords,
} from '../shared/wording.js';
import type { ActionGroup, ActionRow, AppendixB } from './update-schema.js';

/** Appendix B: the action plan, with each action's latest report and rating. */
export function composeAppendixB(register: PaperRegister, context: ProseContext): AppendixB {
  const groups = register.reviews.flatMap((review, index) => {
    const shown = review.recommendations.flatMap((recommendation) =>
      composeGroups(register, recommendation, `action-${index + 1}`, context),
    );
    const [first, ...rest] = shown;
    return first && register.reviews.length > 1
      ? [{ ...first, review: reviewHeading(review) }, ...rest]
      : shown;
  });
  const hasRatings = isRated(register.council);
  return {
    id: 'appendix-b',
    heading: phrases.appendixB.heading,
    introduction: [[phrases.appendixB.asAt(register.day), ...endedSentence(register)].join(' ')],
    columns: { ...phrases.appendixB.columns, rating: hasRatings ? phrases.appendixB.columns.rating : null },
    columnCount: hasRatings ? '5' : '4',
    labels: phrases.appendixB.labels,
    groups,
    empty:
      groups.length > 0
        ? null
        : register.actions.length > 0
          ? phrases.appendixB.allEnded
          : phrases.appendixB.noActions,
    key: composeKey(register),
  };
}

function endedSentence({ actions }: PaperRegister): readonly string[] {
  const gone = actions.filter(({ isShown }) => !isShown);
  return gone.length === 0 ? [] : [phrases.appendixB.gone(gone.length, chooseNoun(gone))];
}

function composeGroups(
  register: PaperRegister,
  { recommendation, response, withheld, actions }: RecommendationAsAt,
  prefix: string,
  context: ProseContext,
): readonly ActionGroup[] {
  const shown = actions.filter(({ isShown }) => isShown);
  if (shown.length === 0) return [];
  const isItsOwn = recommendation.ownAction !== undefined;
  return [
    {
      id: `${prefix}-${makeId(recommendation.ref)}-group`,
      review: null,
      reference: phrases.appendixB.recommendation(recommendation.ref),
      html: withheld
        ? escapeHtml(withheldWords(withheld))
        : isItsOwn
          ? escapeHtml(
              response === 'rejected' ? phrases.appendixB.rejectedOwnAction : phrases.appendixB.ownAction,
            )
          : // Appendix A has the whole.
            joinHtml([
              inLanguage(recommendation.lang, asHead(recommendation.text)),
              escapeHtml(response === 'rejected' ? ` ${phrases.appendixB.rejectedInstead}` : ''),
            ]),
      rows: shown.map((action) =>
        composeRow(register, action, `${prefix}-${makeId(action.action.ref)}`, context),
      ),
    },
  ];
}

function composeRow(
  register: PaperRegister,
  action: ActionAsAt,
  id: string,
  context: ProseContext,
): ActionRow {
  if (action.withheld) return withheldRow(action, id, withheldWords(action.withheld));
  const { action: written, state } = action;
  const progress = composeProgress(action, context);
  const words = proseHtml(written.text, context, written.lang);
  const measure = written.successMeasure ? proseInline(written.successMeasure, context, written.lang) : null;
  const earlier = earlierReports(register, action, context);
  return {
    id,
    reference: written.ref,
    action: words,
    owner: nameOwners(written),
    measure: measure?.first ?? null,
    measureBeneath: measure?.beneath ?? null,
    due: standsHtml(action),
    dueRemarks: dueRemarks(register, action),
    progress,
    isLong: isPageLong([progress, ...earlier.map(({ words }) => words)]),
    progressRemarks: action.withheldEntry ? standingRemark(action) : progressRemarks(register, action),
    evidence: action.withheldEntry || !state.latest ? [] : listEvidence(state.latest),
    earlierRemark: earlierRemark(action),
    earlier,
    notice: written.notice ? proseHtml(written.notice, context, written.lang) : null,
    mark: actionMark(action, register.council),
    percent: percentWords(action),
    direction: action.direction ?? null,
    isWithheld: false,
  };
}

/** In the column for progress so many characters fill most of a page. */
const PAGE_OF_PROGRESS = 1400;

function isPageLong(reports: readonly Html[]): boolean {
  return reports.join('').replace(/<[^>]*>/g, '').length > PAGE_OF_PROGRESS;
}

function withheldRow({ action }: ActionAsAt, id: string, words: string): ActionRow {
  return {
    id,
    reference: action.ref,
    action: paragraphHtml(words),
    owner: WITHHELD_OWNER,
    measure: null,
    measureBeneath: null,
    due: escapeHtml(WITHHELD),
    dueRemarks: [],
    progress: paragraphHtml(WITHHELD),
    isLong: false,
    progressRemarks: [],
    evidence: [],
    earlierRemark: null,
    earlier: [],
    notice: null,
    mark: WITHHELD_MARK,
    percent: null,
    direction: null,
    isWithheld: true,
  };
}
