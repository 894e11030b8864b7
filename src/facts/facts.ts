import { sha256 } from '../hash/index.js';
import { type Progress, reportsArrivals, reportsPlan } from '../model/index.js';
import {
  type ActionJson,
  actionJson,
  decidedJson,
  dueJson,
  evidenceJson,
  personJson,
  ratingJson,
  wordsJson,
} from '../queries/index.js';
import type { ActionAsAt, PaperRegister, RecommendationAsAt, ReviewAsAt } from '../register/index.js';
import type { Paper } from '../view/index.js';
import { listSections, readAs } from './sections.js';
import type {
  ActionFacts,
  CountFacts,
  PaperFacts,
  RecommendationFacts,
  ReportFacts,
  ReviewFacts,
} from './types.js';

/**
 * What a paper shows, as data: of the register only what is in the paper, so that a commit which changes nothing in it changes nothing
 * here.
 *
 * @param paper the whole paper or its cover, which knows all its parts
 * @param shown the actions that have a row in it
 */
export function collectFacts(
  register: PaperRegister,
  paper: Paper,
  shown: readonly ActionAsAt[],
): PaperFacts {
  const { council, meeting, item, day, isOtherDay, isConfidential, withheld } = register;
  return {
    council: council.name,
    kind: paper.kind,
    title: paper.documentTitle,
    language: paper.language,
    asAt: day,
    otherDay: isOtherDay,
    confidential: isConfidential,
    meeting: {
      date: meeting.date,
      panel: meeting.panel.key,
      panelName: paper.head.panel,
      venue: meeting.venue ?? null,
      time: meeting.time ?? null,
    },
    item: { number: item.number, title: withheld ? null : item.title },
    withheld: withheld?.paragraph ?? null,
    notices: paper.notices.map(({ html }) => readAs(html)),
    sections: withheld ? [] : listSections(paper),
    contact: paper.contact?.lines.map(({ text }) => text) ?? [],
    backgroundPapers: paper.backgroundPapers.papers.map(({ title, address }) => ({
      title: readAs(title),
      link: address,
    })),
    counts: withheld || !reportsPlan(paper.kind) ? null : countFacts(register),
    reviews: withheld ? [] : reviewsShown(register, paper).map((review) => reviewFacts(review, paper)),
    actions: withheld ? [] : actionFacts(register, shown),
    words: sha256([collectWords(paper)]),
  };
}

/** The digest of facts: SHA-256 of their JSON without spaces. */
export function factsDigest(facts: PaperFacts): string {
  return sha256([JSON.stringify(facts)]);
}

/** A reference in a motion that leads to its row, as it is written in JSON: a cover that is a file of its own has no rows. */
const ROW_LINK = /<a href=\\"#(?:action|recommendation|arrival)-[^>]*>(.*?)<\/a>/g;

/**
 * Every word of a paper. Which parts a file holds makes no difference to what the paper says, nor does its contents, which
 * says again what is over them; pictures are not words, and colours are
 * no more than how they look.
 */
function collectWords(paper: Paper): string {
  const words = JSON.stringify({ ...paper, shows: null, contents: null, council: paper.council.name });
  const unlinked = words.replace(ROW_LINK, '$1');
  return unlinked.includes('data:') ? unlinked.replace(/data:image\/[^"\\]*/g, '') : unlinked;
}

function countFacts({ counts }: PaperRegister): CountFacts {
  return {
    actions: counts.total,
    ratings: counts.ratings.map(({ rating, number }) => ({ key: rating.key, label: rating.label, number })),
    notRated: counts.notRated,
    noUpdate: counts.noUpdate,
    paused: counts.paused,
    ended: counts.ended,
    withheld: counts.withheld,
  };
}

/** A public addendum says nothing of an exempt review, not even that there is one. */
function reviewsShown({ reviews }: PaperRegister, { kind }: Paper): readonly ReviewAsAt[] {
  return reportsArrivals(kind) ? reviews.filter(({ withheld }) => !withheld) : reviews;
}

function reviewFacts(
  { review, withheld, isAnswered, isDeferred, recommendations }: ReviewAsAt,
  { kind }: Paper,
): ReviewFacts {
  const answer = (isAnswered || isDeferred) && !withheld ? review.executiveResponse : undefined;
  return {
    review: withheld ? null : review.key,
    title: withheld ? null : review.title,
    answer: answer ? { date: answer.date ?? null, decision: answer.decision ?? null } : null,
    withheld: withheld?.paragraph ?? null,
    recommendations: reportsPlan(kind) ? recommendations.map(recommendationFacts) : [],
  };
}

function recommendationFacts({
  recommendation,
  response,
  withheld,
}: RecommendationAsAt): RecommendationFacts {
  if (withheld)
    return {
      ref: recommendation.ref,
      text: null,
      response: null,
      reason: null,
      notice: null,
      withheld: withheld.paragraph,
    };
  return {
    ref: recommendation.ref,
    text: wordsJson(recommendation.text),
    response: response ?? null,
    reason: response === 'awaited' ? null : wordsJson(recommendation.reason),
    notice: wordsJson(recommendation.notice),
    withheld: null,
  };
}

function actionFacts(register: PaperRegister, shown: readonly ActionAsAt[]): readonly ActionFacts[] {
  const hidden = new Set(register.reviews.filter(({ withheld }) => withheld).map(({ review }) => review.key));
  return shown.map((action) => oneAction(action, hidden));
}

function oneAction(action: ActionAsAt, hidden: ReadonlySet<string>): ActionFacts {
  const { action: written, state, withheld, withheldEntry } = action;
  const known: ActionJson = actionJson(action);
  const decided = withheld ? undefined : state.decided;
  return {
    ...known,
    review: hidden.has(known.review) ? null : known.review,
    measure: wordsJson(written.successMeasure),
    notice: wordsJson(written.notice),
    evidence: withheld || withheldEntry ? [] : (state.latest?.evidence ?? []).map(evidenceJson),
    reports: action.reports.map(reportFacts),
    decided: decided ? decidedJson(decided) : null,
  };
}

function reportFacts({
  asAt,
  reportedBy,
  rating,
  note,
  revisedDue,
  reason,
  evidence,
  exempt,
}: Progress): ReportFacts {
  const asked = dueJson(revisedDue);
  return {
    date: asAt,
    by: reportedBy ? personJson(reportedBy) : null,
    rating: ratingJson(rating),
    note: wordsJson(note),
    asked: asked ? { due: asked, reason: wordsJson(reason) } : null,
    evidence: evidence.map(evidenceJson),
    withheld: exempt?.paragraph ?? null,
  };
}
