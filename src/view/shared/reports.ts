import type { IsoDate } from '../../calendar/index.js';
import {
  escapeHtml,
  type Html,
  joinHtml,
  type ProseContext,
  paragraphHtml,
  proseHtml,
} from '../../markdown/index.js';
import type { Progress } from '../../model/index.js';
import { compareText } from '../../order/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import type { EarlierReport, LinkedTitle } from '../paper-schema.js';
import { nameReporter, requestRemark } from './row-notes.js';
import { exemptRemark, linkedTitle, withheldWords } from './wording.js';

const say = phrases.reports;

/** The words of a report, in the language that they are in. */
export function noteHtml({ note, lang }: Progress, context: ProseContext): Html {
  return proseHtml(note ?? '', context, lang);
}

/** What was reported last, or that nothing was for this meeting. */
export function composeProgress(
  { state, counted, withheldEntry, withheldPart }: ActionAsAt,
  context: ProseContext,
): Html {
  if (withheldEntry) return paragraphHtml(`${withheldWords(withheldEntry)}.`);
  const { latest } = state;
  if (counted.in === 'no-update') {
    const missing = paragraphHtml(say.noUpdate);
    if (!latest) return missing;
    const said = latest.note ? noteHtml(latest, context) : paragraphHtml(say.noWords);
    return joinHtml([
      missing,
      paragraphHtml(say.last(latest.asAt, withheldPart ? undefined : state.rating?.label)),
      said,
    ]);
  }
  return latest ? composeReport(latest, context) : paragraphHtml(say.nothing);
}

/**
 * What else was reported for this meeting, the latest first, so that no word is lost where an owner reported more than once.
 */
export function earlierReports(
  register: PaperRegister,
  action: ActionAsAt,
  context: ProseContext,
): readonly EarlierReport[] {
  return listEarlier(action).map((entry) => ({
    heading: say.earlier(entry.asAt, nameReporter(register, action, entry), entry.rating?.label),
    words: composeReport(entry, context),
    remarks: [
      ...requestRemark(action, entry),
      ...(entry.exempt ? [escapeHtml(exemptRemark(entry.exempt))] : []),
    ],
    evidence: listEvidence(entry),
  }));
}

/** "2 earlier reports, from 3 January 2025 to 4 May 2025.": on a first paper, where they may go back for years. */
export function earlierRemark(action: ActionAsAt): string | null {
  const earlier = listEarlier(action);
  const [latest, oldest] = [earlier[0], earlier.at(-1)];
  if (!action.isFirstPaper || !latest || !oldest) return null;
  return latest === oldest
    ? say.oneEarlier(oldest.asAt)
    : say.severalEarlier(earlier.length, oldest.asAt, latest.asAt);
}

/** The day of more reports in a table than any other, which is said once above it; of two with as many the later. */
export function usualReportDay(actions: readonly ActionAsAt[]): IsoDate | undefined {
  const numbers = new Map<IsoDate, number>();
  for (const { state, isShown, isReported, withheld, withheldEntry } of actions) {
    if (!state.latest || !isShown || !isReported || withheld || withheldEntry) continue;
    numbers.set(state.latest.asAt, (numbers.get(state.latest.asAt) ?? 0) + 1);
  }
  const [usual] = [...numbers].toSorted((a, b) => b[1] - a[1] || compareText(b[0], a[0]));
  return usual && usual[1] > 1 ? usual[0] : undefined;
}

/** What a report names as its evidence. */
export function listEvidence({ evidence, lang }: Progress): readonly LinkedTitle[] {
  return evidence.map((document) => linkedTitle(document, lang));
}

function listEarlier({ reports, withheldEntry }: ActionAsAt): readonly Progress[] {
  // The latest is above them, unless it is withheld: then all that are public follow.
  return withheldEntry ? reports : reports.slice(1);
}

function composeReport(entry: Progress, context: ProseContext): Html {
  if (entry.note) return noteHtml(entry, context);
  return paragraphHtml(entry.rating ? say.ratedWithoutWords : say.noWords);
}
