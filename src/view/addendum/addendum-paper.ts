import { escapeHtml, type ProseContext, startFootnotes } from '../../markdown/index.js';
import { capitalised, countWord, date, joinWords, onDate, phrases, plural } from '../../phrases/index.js';
import type { ActionAsAt, AddendumRegister } from '../../register/index.js';
import { contentsOf, lineTo, partsOf } from '../shared/contents.js';
import { asksOf } from '../shared/decisions-sought.js';
import { type Numberer, paragraph, paragraphsOf, startNumbering } from '../shared/numbering.js';
import {
  backgroundPapersOf,
  contactOf,
  nothingFramed,
  noticesOf,
  purposeSection,
  type Surround,
  surroundOf,
} from '../shared/page-header.js';
import { PROVENANCE } from '../shared/provenance.js';
import { actionMark } from '../shared/rating-marks.js';
import { nounOf, referencesIn } from '../shared/references.js';
import { exemptParagraph } from '../shared/wording.js';
import type { Section } from '../types.js';
import { arrivalTable } from './late-items.js';
import type { AddendumPaper } from './types.js';

/** The words of an addendum. */
export function addendumPaper(
  register: AddendumRegister,
  pictures: ReadonlyMap<string, string>,
): AddendumPaper {
  const context: ProseContext = { notes: startFootnotes(), images: pictures, headingLevel: 3 };
  const surround = surroundOf({ ...register, deferredFrom: undefined }, pictures);
  return {
    kind: 'addendum',
    ...surround,
    ...(register.withheld === undefined
      ? wordsOf(register, context)
      : { ...nothingFramed(), summary: null, asks: null, arrivals: null }),
  };
}

/** Made in the order of the page, because paragraph numbers and footnotes run through it. */
function wordsOf(
  register: AddendumRegister,
  context: ProseContext,
): Omit<AddendumPaper, keyof Surround | 'kind'> {
  const number = startNumbering(register.council.numbering);
  const notices = noticesOf(register, context);
  const purpose = purposeOf(register, number, context);
  const summary = summaryOf(register, number);
  const asks = asksNow(register, number);
  const arrivals = arrivalTable(register, context);
  const contact = contactOf(register);
  const backgroundPapers = backgroundPapersOf(register);
  const table = arrivals && lineTo(arrivals, partsOf(arrivals.groups, 'action'));
  return {
    notices,
    contents: contentsOf([purpose, summary, asks, table, contact, backgroundPapers, PROVENANCE]),
    purpose,
    summary,
    asks,
    arrivals,
    contact,
    backgroundPapers,
  };
}

function purposeOf(register: AddendumRegister, number: Numberer, context: ProseContext): Section {
  const { item, agenda, day } = register;
  const told = item.purpose
    ? paragraphsOf(item.purpose, context, item.lang, escapeHtml('The purpose is:'))
    : [
        paragraph(
          escapeHtml(
            `To put before the ${register.meeting.panel.name} what has come in since its agenda was published on ${date(agenda.day)}, up to ${date(day)}. It is to be read with the papers of the agenda, which stay as they were published.`,
          ),
        ),
      ];
  return purposeSection(number, told);
}

function summaryOf(register: AddendumRegister, number: Numberer): Section {
  const sentences = [
    ...arrived(register),
    ...answers(register),
    ...changes(register),
    ...withheldSentence(register),
  ];
  return number.section(
    'summary',
    'In short',
    sentences.map((sentence) => paragraph(escapeHtml(sentence))),
  );
}

function arrived(register: AddendumRegister): readonly string[] {
  const { arrivals, answered, agenda } = register;
  const since = `since the agenda was published on ${date(agenda.day)}`;
  if (arrivals.length === 0) {
    if (answered.length > 0) return [];
    return register.isWithholding
      ? [`Nothing that can be published has come in ${since}; the published papers stay as they are.`]
      : [`Nothing has come in ${since}; the papers stay as they are.`];
  }
  const all = arrivals.flatMap((found) => found.arrivals);
  const number = (...kinds: readonly string[]) => all.filter(({ kind }) => kinds.includes(kind)).length;
  const clauses = [
    ...(number('report', 'withheld') > 0 ? [plural(number('report', 'withheld'), 'report')] : []),
    ...(number('decision') > 0 ? [plural(number('decision'), 'decision')] : []),
    ...(number('agreed') > 0 ? [plural(number('agreed'), 'new action')] : []),
  ];
  const actions = arrivals.map(({ action }) => action);
  return [
    `${joinWords(clauses)} ${all.length === 1 ? 'has' : 'have'} come in ${since}, on ${nounOf(actions)} ${referencesIn(register, actions)}.`,
  ];
}

function answers({ answered }: AddendumRegister): readonly string[] {
  return answered.map(({ review }) => {
    const day = review.executiveResponse?.date;
    const when = day ? ` ${onDate(day)}` : '';
    return `The Executive has answered the review “${review.title}”${when}; the papers were published before.`;
  });
}

/** "2.1 from Red to Amber (better)": what members must mend in the papers that they have read. */
function changes(register: AddendumRegister): readonly string[] {
  const { arrivals } = register;
  const moved = arrivals.flatMap(({ action, before }) => {
    if (!before || isHidden(action) || isHidden(before)) return [];
    const [from, to] = [actionMark(before).word, actionMark(action).word];
    return from === to ? [] : [{ action, words: `from ${from} to ${to}` }];
  });
  if (moved.length === 0)
    return arrivals.length === 0 ? [] : ['No rating that the papers give is changed by it.'];
  const each = moved.map(({ action, words }) => `${referencesIn(register, [action])} ${words}`);
  return [
    `${moved.length === 1 ? `The rating of one ${nounOf(moved.map(({ action }) => action))} changes` : `The ratings of these ${nounOf(moved.map(({ action }) => action))} change`}: ${each.join('; ')}.`,
  ];
}

function isHidden({ counted }: ActionAsAt): boolean {
  return counted.in === 'withheld';
}

/** Said at all times of what is exempt, so that it does not tell whether anything has come in. */
function withheldSentence({ actions }: AddendumRegister): readonly string[] {
  const exempt = actions.flatMap(({ withheld }) => withheld ?? []);
  const paragraphs = [...new Set(exempt.map(exemptParagraph))];
  const one = exempt.length === 1;
  return exempt.length === 0
    ? []
    : [
        `${capitalised(countWord(exempt.length))} ${one ? 'action is' : 'actions are'} exempt (${joinWords(paragraphs)}); this copy does not say whether anything has come in on ${one ? 'it' : 'them'}.`,
      ];
}

/** The motions on what there is news of, in the place of those that the papers have. */
function asksNow(register: AddendumRegister, number: Numberer): Section | null {
  const actions = register.arrivals.map(({ action }) => action);
  const asks = asksOf({ ...register, actions }, number, {
    plan: phrases.motions.plans.addendum,
    reviews: register.answered,
  });
  const about =
    actions.length > 0
      ? ` about these ${actions.length === 1 ? `${nounOf(actions)}s` : nounOf(actions)}`
      : '';
  return asks && { ...asks, heading: `What the panel is now asked to do${about}` };
}
