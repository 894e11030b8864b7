import {
  asParagraph,
  escapeHtml,
  type Html,
  joinHtml,
  needsWidth,
  type ProseContext,
  paragraphHtml,
  plainText,
  proseInline,
} from '../../markdown/index.js';
import type { Due, Progress } from '../../model/index.js';
import { date, phrases, slot } from '../../phrases/index.js';
import type { ActionAsAt, AddendumRegister, Arrival, Arrivals } from '../../register/index.js';
import type { RatingKey } from '../paper-schema.js';
import { decisionSentence } from '../shared/decisions-made.js';
import { nameOwners } from '../shared/people.js';
import { actionMark, composeKey, ratingMark, WITHHELD_MARK } from '../shared/rating-marks.js';
import { chooseNoun, makeId } from '../shared/references.js';
import { composeProgress, listEvidence, noteHtml } from '../shared/reports.js';
import { dueRemarks, nameReporter, progressRemarks, standsHtml } from '../shared/row-notes.js';
import {
  asSentence,
  dueHtml,
  exemptRemark,
  inLanguage,
  sentenceHtml,
  withheldWords,
} from '../shared/wording.js';
import type { ArrivalCell, ArrivalGroup, ArrivalRow, ArrivalTable } from './addendum-schema.js';

const say = phrases.addendum;

/** Everything that came in, each beside what the agenda's papers say; nothing where there is none. */
export function arrivalTable(register: AddendumRegister, context: ProseContext): ArrivalTable | null {
  if (register.arrivals.length === 0) return null;
  const isSeveral = register.reviews.length > 1;
  const groups = register.arrivals.map((arrived) => composeGroup(register, arrived, context));
  return {
    id: 'arrivals',
    heading: say.arrivals,
    introduction: say.introduction(register.agenda.day),
    columns: say.columns,
    wordsBelow: phrases.below.report,
    groups: groups.map((group, index) => {
      const [review, above] = [index, index - 1].map((at) => register.arrivals[at]?.action.review);
      const isFirst = isSeveral && review?.key !== above?.key;
      return { ...group, review: review && isFirst ? inLanguage(review.lang, review.title) : null };
    }),
    key: keyTo(groups, register),
  };
}

/** Of the ratings only those that the table has. */
function keyTo(groups: readonly Omit<ArrivalGroup, 'review'>[], register: AddendumRegister): RatingKey {
  const key = composeKey(register);
  const words = groups.flatMap(({ rows }) =>
    rows.flatMap(({ before, since }) => [before.mark?.word, since.mark?.word]),
  );
  const meanings = key.meanings.filter(({ mark }) => words.includes(mark.word));
  // One alone is told from no other, and the published report has its meaning.
  return { ...key, meanings: meanings.length > 1 ? meanings : [] };
}

/** The id of what came in on an action. */
export function arrivalId(
  { arrivals }: AddendumRegister,
  { review, action }: ActionAsAt,
): string | undefined {
  const index = arrivals.findIndex(
    (arrived) => arrived.action.review.key === review.key && arrived.action.action.ref === action.ref,
  );
  return index < 0 ? undefined : `arrival-${index + 1}-${makeId(action.ref)}`;
}

function composeGroup(
  register: AddendumRegister,
  arrived: Arrivals,
  context: ProseContext,
): Omit<ArrivalGroup, 'review'> {
  const { action: written } = arrived.action;
  const words = proseInline(written.text, context, written.lang);
  const id = arrivalId(register, arrived.action) ?? '';
  return {
    id,
    reference: say.reference(chooseNoun([arrived.action]), written.ref),
    html: words.first,
    beneath: words.beneath,
    owner: nameOwners(written),
    rows: arrived.arrivals.map((arrival, index): ArrivalRow => {
      const before = index === 0 ? beforeCell(register, arrived.before, context) : aboveCell();
      const since = sinceCell(
        register,
        arrived,
        arrival,
        arrival === arrived.arrivals.find(({ kind }) => kind === 'report'),
        context,
      );
      return {
        id: `${id}-${index + 1}`,
        reference: written.ref,
        dated: writeDated(arrival),
        before,
        since,
        hasMore: before.isWide || since.isWide,
      };
    }),
  };
}

function writeDated(arrival: Arrival): string {
  switch (arrival.kind) {
    case 'report':
      return date(arrival.entry.asAt);
    case 'decision':
      return date(arrival.decided.meeting.date);
    case 'agreed':
      return arrival.on ? date(arrival.on) : say.sinceAgenda;
    case 'withheld':
      return say.sinceAgenda;
  }
}

/** The same words that the action plan of the agenda's paper has. */
function beforeCell(
  { agenda }: AddendumRegister,
  before: ActionAsAt | undefined,
  context: ProseContext,
): ArrivalCell {
  if (!before) return plainCell(say.notInPaper);
  return {
    mark: actionMark(before, agenda.council),
    direction: null,
    ...cellWords(composeProgress(before, context)),
    remarks: [
      ...dueLine([...dueRemark(before), ...dueRemarks(agenda, before)]),
      ...(before.withheldEntry ? [] : progressRemarks(agenda, before)),
    ],
    evidence: [],
  };
}

/** When it was due and how late it is, in one line. */
function dueLine(remarks: readonly Html[]): readonly Html[] {
  return remarks.length === 0 ? [] : [joinHtml(remarks, escapeHtml('; '))];
}

function dueRemark(action: ActionAsAt): readonly Html[] {
  return action.state.due.stands ? [sentenceHtml(say.due(slot(standsHtml(action))))] : [];
}

function aboveCell(): ArrivalCell {
  return plainCell(say.asAbove);
}

function plainCell(words: string): ArrivalCell {
  return makeCell(paragraphHtml(words));
}

function makeCell(words: Html): ArrivalCell {
  return { mark: null, direction: null, ...cellWords(words), remarks: [], evidence: [] };
}

function cellWords(words: Html): Pick<ArrivalCell, 'words' | 'isWide'> {
  return { words, isWide: needsWidth(words) };
}

function sinceCell(
  register: AddendumRegister,
  arrived: Arrivals,
  arrival: Arrival,
  isLatest: boolean,
  context: ProseContext,
): ArrivalCell {
  switch (arrival.kind) {
    case 'agreed':
      return {
        ...plainCell(say.added(chooseNoun([arrived.action]))),
        remarks: [
          ...(arrival.on ? [escapeHtml(say.agreedOn(arrival.on))] : []),
          ...dueRemark(arrived.action),
        ],
      };
    case 'decision':
      return makeCell(asParagraph(decisionSentence(register, arrival.decided)));
    case 'withheld':
      return { ...plainCell(`${withheldWords(arrival.exempt)}.`), mark: WITHHELD_MARK };
    case 'report':
      return {
        ...reportCell(register, arrived.action, arrival.entry, context),
        direction: isLatest ? directionSince(arrived) : null,
      };
  }
}

function reportCell(
  register: AddendumRegister,
  action: ActionAsAt,
  entry: Progress,
  context: ProseContext,
): ArrivalCell {
  const { rating } = entry;
  const reporter = nameReporter(register, action, entry);
  return {
    mark: rating ? ratingMark(rating) : null,
    direction: null,
    ...cellWords(
      entry.note
        ? noteHtml(entry, context)
        : paragraphHtml(rating ? phrases.reports.ratedWithoutWords : phrases.reports.noWords),
    ),
    remarks: [
      escapeHtml(phrases.reports.on(entry.asAt, reporter)),
      ...(entry.revisedDue ? [requestHtml(entry, entry.revisedDue)] : []),
      ...(entry.exempt ? [escapeHtml(exemptRemark(entry.exempt))] : []),
    ],
    evidence: listEvidence(entry),
  };
}

function requestHtml({ reason, lang }: Progress, due: Due): Html {
  const asked = slot(dueHtml(due, lang));
  return sentenceHtml(
    reason
      ? say.asksFor(asked, slot(inLanguage(lang, asSentence(plainText(reason)))))
      : say.asksForNoReason(asked),
  );
}

/** How the rating now stands to that of the agenda's paper, where both are public; no update is no rating. */
export function directionSince({ action, before }: Arrivals): string | null {
  if (before?.counted.in !== 'rating' || action.counted.in !== 'rating') return null;
  const moved = action.counted.rating.rank - before.counted.rating.rank;
  return say.directions[moved === 0 ? 'same' : moved < 0 ? 'better' : 'worse'];
}
