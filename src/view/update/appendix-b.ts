import type { IsoDate } from '../../calendar/index.js';
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
import {
  composeProgress,
  earlierRemark,
  earlierReports,
  listEvidence,
  usualReportDay,
} from '../shared/reports.js';
import {
  dueBesideOwner,
  dueRemarks,
  progressRemarks,
  standingRemark,
  standsHtml,
} from '../shared/row-notes.js';
import {
  asHead,
  inLanguage,
  reviewHeading,
  WITHHELD,
  WITHHELD_OWNER,
  withheldWords,
} from '../shared/wording.js';
import { isTallRow } from './row-height.js';
import type { ActionGroup, ActionRow, AppendixB } from './update-schema.js';

const say = phrases.appendixB;

/** So many letters fit beside each other in the column for references. */
const SHORT_REFERENCE = 6;

/** Appendix B: the action plan, with each action's latest report and rating. */
export function composeAppendixB(register: PaperRegister, context: ProseContext): AppendixB {
  const usualDay = usualReportDay(register.actions);
  const groups = register.reviews.flatMap((review, index) => {
    const shown = review.recommendations.flatMap((recommendation) =>
      composeGroups({ register, usualDay, context }, recommendation, `action-${index + 1}`),
    );
    const [first, ...rest] = shown;
    return first && register.reviews.length > 1
      ? [{ ...first, review: reviewHeading(review) }, ...rest]
      : shown;
  });
  const hasRatings = isRated(register.council);
  const isSideways = register.council.actionPlan === 'landscape';
  const { columns } = say;
  const count = 3 + Number(isSideways) + Number(hasRatings);
  return {
    id: 'appendix-b',
    heading: say.heading,
    introduction: [
      [
        say.asAt(register.day),
        ...(usualDay === undefined ? [] : [phrases.reports.usual(usualDay)]),
        ...endedSentence(register),
      ].join(' '),
    ],
    columns: {
      reference: columns.reference,
      action: isSideways ? columns.action : columns.actionAndDue,
      due: isSideways ? columns.due : null,
      progress: columns.progress,
      rating: hasRatings ? columns.rating : null,
    },
    columnCount: String(count),
    columnsBeside: String(count - 1),
    isSideways,
    hasLongReferences: register.actions.some(
      ({ isShown, action }) => isShown && action.ref.length > SHORT_REFERENCE,
    ),
    labels: say.labels,
    groups,
    empty: groups.length > 0 ? null : register.actions.length > 0 ? say.allEnded : say.noActions,
    key: composeKey(register),
  };
}

function endedSentence({ actions }: PaperRegister): readonly string[] {
  const gone = actions.filter(({ isShown }) => !isShown);
  return gone.length === 0 ? [] : [say.gone(gone.length, chooseNoun(gone))];
}

/** What every row of the plan is made with. */
interface PlanContext {
  readonly register: PaperRegister;
  /** The day of most reports. */
  readonly usualDay: IsoDate | undefined;
  readonly context: ProseContext;
}

function composeGroups(
  plan: PlanContext,
  { recommendation, response, withheld, actions }: RecommendationAsAt,
  prefix: string,
): readonly ActionGroup[] {
  const shown = actions.filter(({ isShown }) => isShown);
  if (shown.length === 0) return [];
  const isItsOwn = recommendation.ownAction !== undefined;
  return [
    {
      id: `${prefix}-${makeId(recommendation.ref)}-group`,
      review: null,
      reference: say.recommendation(recommendation.ref),
      html: withheld
        ? escapeHtml(withheldWords(withheld))
        : isItsOwn
          ? escapeHtml(response === 'rejected' ? say.rejectedOwnAction : say.ownAction)
          : // Appendix A has the whole.
            joinHtml([
              inLanguage(recommendation.lang, asHead(recommendation.text)),
              escapeHtml(response === 'rejected' ? ` ${say.rejectedInstead}` : ''),
            ]),
      rows: shown.map((action) => composeRow(plan, action, `${prefix}-${makeId(action.action.ref)}`)),
    },
  ];
}

function composeRow({ register, usualDay, context }: PlanContext, action: ActionAsAt, id: string): ActionRow {
  if (action.withheld) return withheldRow(action, id, withheldWords(action.withheld));
  const { action: written, state } = action;
  const progress = composeProgress(action, context);
  const words = proseHtml(written.text, context, written.lang);
  const measure = written.successMeasure ? proseInline(written.successMeasure, context, written.lang) : null;
  const earlier = earlierReports(register, action, context);
  const reports = [progress, ...earlier.map((report) => report.words)];
  const late = dueRemarks(register, action);
  const remarks = action.withheldEntry ? standingRemark(action) : progressRemarks(register, action, usualDay);
  const isWide = reports.some(hasWideTable);
  return {
    id,
    reference: written.ref,
    action: words,
    owner: nameOwners(written),
    measure: measure?.first ?? null,
    measureBeneath: measure?.beneath ?? null,
    due: standsHtml(action),
    dueBesideOwner: dueBesideOwner(action),
    dueRemarks: late,
    dueLine: late.length === 0 ? null : joinHtml(late, escapeHtml('; ')),
    progress,
    isLong: isWide || isPageLong(reports),
    isWide,
    isTall: isTallRow(
      {
        action: [
          words,
          ...late,
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
    notice: written.notice ? proseHtml(written.notice, context, written.lang) : null,
    mark: actionMark(action, register.council),
    percent: percentWords(action),
    direction: action.direction ?? null,
    isWithheld: false,
  };
}

/** Whether there is a table of so many columns that it is set in a frame of its own. */
function hasWideTable(html: Html): boolean {
  return html.includes('class="wide"');
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
    dueBesideOwner: escapeHtml(phrases.exempt.due),
    dueRemarks: [],
    dueLine: null,
    progress: paragraphHtml(WITHHELD),
    isLong: false,
    isWide: false,
    isTall: false,
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
