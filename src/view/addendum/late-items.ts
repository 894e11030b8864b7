import {
  asParagraph,
  escapeHtml,
  type Html,
  type ProseContext,
  paragraphHtml,
  plainText,
  proseInline,
} from '../../markdown/index.js';
import type { Due, Progress } from '../../model/index.js';
import { date, phrases, slot } from '../../phrases/index.js';
import type { ActionAsAt, AddendumRegister, Arrival, Arrivals } from '../../register/index.js';
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
  return {
    id: 'arrivals',
    heading: say.arrivals,
    introduction: say.introduction(register.agenda.day),
    columns: say.columns,
    groups: register.arrivals.map((arrived, index) => ({
      ...composeGroup(register, arrived, index + 1, context),
      review:
        isSeveral && arrived.action.review.key !== register.arrivals[index - 1]?.action.review.key
          ? inLanguage(arrived.action.review.lang, arrived.action.review.title)
          : null,
    })),
    key: composeKey(register),
  };
}

function composeGroup(
  register: AddendumRegister,
  arrived: Arrivals,
  number: number,
  context: ProseContext,
): Omit<ArrivalGroup, 'review'> {
  const { action: written } = arrived.action;
  const words = proseInline(written.text, context, written.lang);
  return {
    id: `arrival-${number}-${makeId(written.ref)}`,
    reference: say.reference(chooseNoun([arrived.action]), written.ref),
    html: words.first,
    beneath: words.beneath,
    owner: nameOwners(written),
    rows: arrived.arrivals.map(
      (arrival, index): ArrivalRow => ({
        id: `arrival-${number}-${makeId(written.ref)}-${index + 1}`,
        dated: writeDated(arrival),
        before: index === 0 ? beforeCell(register, arrived.before, context) : aboveCell(),
        since: sinceCell(
          register,
          arrived,
          arrival,
          arrival === arrived.arrivals.find(({ kind }) => kind === 'report'),
          context,
        ),
      }),
    ),
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
    words: composeProgress(before, context),
    remarks: [
      ...dueRemark(before),
      ...dueRemarks(agenda, before),
      ...(before.withheldEntry ? [] : progressRemarks(agenda, before)),
    ],
    evidence: [],
  };
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
  return { mark: null, direction: null, words, remarks: [], evidence: [] };
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
        remarks: dueRemark(arrived.action),
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
    words: entry.note
      ? noteHtml(entry, context)
      : paragraphHtml(rating ? phrases.reports.ratedWithoutWords : phrases.reports.noWords),
    remarks: [
      ...(reporter ? [escapeHtml(phrases.reports.by(reporter))] : []),
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
