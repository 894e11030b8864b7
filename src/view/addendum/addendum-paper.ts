import {
  escapeHtml,
  linkWithin,
  type Pictures,
  type ProseContext,
  startFootnotes,
} from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, AddendumRegister, Arrivals, ReviewAsAt } from '../../register/index.js';
import type { Mark, Section } from '../paper-schema.js';
import { lineTo, listContents, listParts } from '../shared/contents.js';
import { composeDecisionsSought } from '../shared/decisions-sought.js';
import { type Numberer, paragraph, splitParagraphs, startNumbering } from '../shared/numbering.js';
import {
  composeContact,
  composeHeader,
  implicationsOf,
  listBackgroundPapers,
  listNotices,
  nothingFramed,
  type PageHeader,
  purposeSection,
  sectionsAfter,
} from '../shared/page-header.js';
import { nounsOf } from '../shared/panels.js';
import { actionMark } from '../shared/rating-marks.js';
import { chooseNoun, referencesIn } from '../shared/references.js';
import { exemptParagraphs, joinTitles } from '../shared/wording.js';
import type { AddendumPaper, RatingChanges } from './addendum-schema.js';
import { arrivalId, arrivalTable, directionSince } from './late-items.js';

const say = phrases.addendum;

/** The words of an addendum. */
export function addendumPaper(register: AddendumRegister, pictures: Pictures): AddendumPaper {
  const context: ProseContext = { notes: startFootnotes(), images: pictures, headingLevel: 3 };
  const surround = composeHeader({ ...register, deferredFrom: undefined }, pictures);
  return {
    kind: 'addendum',
    ...surround,
    head: {
      ...surround.head,
      subtitle: register.withheld === undefined ? joinTitles(withNews(register)) : null,
    },
    ...(register.withheld === undefined
      ? composeWords(register, context)
      : { ...nothingFramed(), summary: null, changes: null, asks: null, arrivals: null }),
  };
}

/** The reviews that have news; where none has, all, since that is said of all. */
function withNews({ reviews, arrivals, answered }: AddendumRegister): readonly ReviewAsAt[] {
  const keys = new Set([
    ...arrivals.map(({ action }) => action.review.key),
    ...answered.map(({ review }) => review.key),
  ]);
  return keys.size === 0 ? reviews : reviews.filter(({ review }) => keys.has(review.key));
}

/** Made in the order of the page, because paragraph numbers and footnotes run through it. */
function composeWords(
  register: AddendumRegister,
  context: ProseContext,
): Omit<AddendumPaper, keyof PageHeader | 'kind'> {
  const number = startNumbering(register.council.numbering);
  const notices = listNotices(register, context);
  const purpose = composePurpose(register, number, context);
  const afterPurpose = sectionsAfter(register, ['purpose'], number, context);
  const summary = composeSummary(register, number);
  const changes = composeChanges(register);
  const asks = asksNow(register, number);
  const arrivals = arrivalTable(register, context);
  const decisions = sectionsAfter(register, ['background', 'evidence', 'decisions'], number, context);
  const implications = implicationsOf(register, number, context);
  const contact = composeContact(register);
  const backgroundPapers = listBackgroundPapers(register);
  const table = arrivals && lineTo(arrivals, listParts(arrivals.groups, 'action'));
  return {
    notices,
    contents: listContents([purpose, ...afterPurpose, summary, asks, table, ...decisions, implications]),
    purpose,
    summary,
    changes,
    asks,
    arrivals,
    ownSections: { purpose: afterPurpose, background: [], evidence: [], decisions },
    implications,
    contact,
    backgroundPapers,
  };
}

function composePurpose(register: AddendumRegister, number: Numberer, context: ProseContext): Section {
  const { item, agenda, day } = register;
  const told = item.purpose
    ? splitParagraphs(item.purpose, context, item.lang, escapeHtml(phrases.frame.purposeLead))
    : [paragraph(escapeHtml(say.purpose(agenda.day, day)))];
  return purposeSection(number, told);
}

function composeSummary(register: AddendumRegister, number: Numberer): Section {
  const moved = listMoved(register);
  const sentences = [
    [...arrived(register), ...(moved.length === 0 ? noChange(register) : [])].join(' '),
    ...answers(register),
    ...withheldSentence(register),
    // Last, since a table of them may follow.
    ...changes(moved, register),
  ].filter((sentence) => sentence !== '');
  return number.section(
    'summary',
    say.summary,
    sentences.map((sentence) => paragraph(escapeHtml(sentence))),
  );
}

function arrived(register: AddendumRegister): readonly string[] {
  const { arrivals, answered, agenda } = register;
  if (arrivals.length === 0) {
    if (answered.length > 0) return [];
    return register.isWithholding ? [say.nothingPublic(agenda.day)] : [say.nothing(agenda.day)];
  }
  const all = arrivals.flatMap((found) => found.arrivals);
  const number = (...kinds: readonly string[]) => all.filter(({ kind }) => kinds.includes(kind)).length;
  const clauses = [
    ...(number('report', 'withheld') > 0 ? [say.update(number('report', 'withheld'))] : []),
    ...(number('decision') > 0 ? [say.decision(number('decision'))] : []),
    ...(number('agreed') > 0 ? [say.newAction(number('agreed'))] : []),
  ];
  const actions = arrivals.map(({ action }) => action);
  return [
    say.arrived({
      clauses,
      published: agenda.day,
      noun: chooseNoun(actions),
      references: referencesIn(register, actions),
    }),
  ];
}

function answers(register: AddendumRegister): readonly string[] {
  return register.answered.map(({ review }) =>
    say.answered(nounsOf(register), review.title, review.executiveResponse?.date),
  );
}

/** What has another rating than in the papers that members have read. */
function listMoved(register: AddendumRegister): readonly Moved[] {
  return register.arrivals.flatMap((arrived) => {
    const { action, before } = arrived;
    if (!before || isHidden(action) || isHidden(before)) return [];
    const marks = {
      from: actionMark(before, register.agenda.council),
      to: actionMark(action, register.council),
    };
    return marks.from.word === marks.to.word ? [] : [{ arrived, action, before, ...marks }];
  });
}

interface Moved {
  readonly arrived: Arrivals;
  readonly action: ActionAsAt;
  readonly before: ActionAsAt;
  readonly from: Mark;
  readonly to: Mark;
}

function noChange({ arrivals }: AddendumRegister): readonly string[] {
  if (arrivals.length === 0) return [];
  const [only, ...others] = arrivals.flatMap((found) => found.arrivals);
  return [say.noChange(only !== undefined && others.length === 0)];
}

/** One change as a sentence; of several how many there are, and a table follows. */
function changes(moved: readonly Moved[], register: AddendumRegister): readonly string[] {
  const [only, ...others] = moved;
  if (!only) return [];
  if (others.length === 0) {
    const which = say.which(chooseNoun([only.action]), referencesIn(register, [only.action]));
    return [say.changed(which, standingWords(only.before, say.before), standingWords(only.action, say.now))];
  }
  return [say.changes(moved.length, chooseNoun(moved.map(({ action }) => action)))];
}

function composeChanges(register: AddendumRegister): RatingChanges | null {
  const moved = listMoved(register);
  if (moved.length < 2) return null;
  return {
    label: say.changesLabel,
    columns: say.columns,
    rows: moved.map(({ arrived, action, from, to }) => ({
      reference: linkWithin(arrivalId(register, action) ?? '', escapeHtml(referencesIn(register, [action]))),
      before: from,
      since: to,
      direction: directionSince(arrived),
    })),
  };
}

/** How one action stands, as a clause. */
function standingWords({ counted }: ActionAsAt, words: typeof say.now | typeof say.before): string {
  switch (counted.in) {
    case 'rating':
      return words.rated(counted.rating.label);
    case 'not-rated':
      return words.notRated;
    case 'no-update':
    case 'withheld':
      return words.noUpdate;
    case 'paused':
      return words.paused;
    case 'ended':
      return words.ended;
  }
}

function isHidden({ counted }: ActionAsAt): boolean {
  return counted.in === 'withheld';
}

/** Said at all times of what is exempt, so that it does not tell whether anything has come in. */
function withheldSentence({ actions }: AddendumRegister): readonly string[] {
  const exempt = actions.flatMap(({ withheld }) => withheld ?? []);
  const paragraphs = exemptParagraphs(exempt);
  return paragraphs === undefined ? [] : [say.withheld(exempt.length, paragraphs)];
}

/** The motions on what there is news of, in the place of those that the papers have. */
function asksNow(register: AddendumRegister, number: Numberer): Section | null {
  const actions = register.arrivals.map(({ action }) => action);
  const asks = composeDecisionsSought({ ...register, actions }, number, {
    plan: phrases.motions.plans.addendum,
    reviews: register.answered,
    rowOf: (action) => arrivalId(register, action),
  });
  return asks && { ...asks, heading: phrases.motions.headingNow(nounsOf(register)) };
}
