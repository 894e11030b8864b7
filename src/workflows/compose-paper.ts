import { collectFacts, type PaperFacts } from '../facts/index.js';
import type { Model, PaperKind } from '../model/index.js';
import {
  type ActionAsAt,
  type Arrivals,
  addendumRegister,
  type PaperRegister,
  type PaperWanted,
  paperRegister,
  trackerRegister,
} from '../register/index.js';
import {
  addendumPaper,
  type Paper,
  type PaperPart,
  type Pictures,
  trackerPaper,
  updatePaper,
} from '../view/index.js';

/** One paper in words, in as many files as were asked for. */
export interface PaperParts {
  readonly register: PaperRegister;
  readonly parts: readonly { readonly part: PaperPart; readonly paper: Paper }[];
  /** What it shows, whichever of its parts. */
  readonly facts: PaperFacts;
}

/** A paper has one part at least. */
type Parts = readonly [PaperParts['parts'][number], ...PaperParts['parts']];

/** The words of a paper: what its kind knows of the register, and says of it. */
export function paperParts(
  model: Model,
  wanted: PaperWanted,
  pictures: Pictures,
  isSplit: boolean,
): PaperParts {
  return COMPOSERS[kindOf(wanted)](model, wanted, pictures, isSplit);
}

/** How a paper of each kind is made from the register; the compiler asks for one where a kind is added. */
const COMPOSERS: Readonly<Record<PaperKind, typeof paperParts>> = {
  update: (model, wanted, pictures, isSplit) => {
    const register = paperRegister(model, wanted);
    const paper = (part: PaperPart) => updatePaper(register, pictures, part);
    const parts = split(isSplit, paper, [
      // A plan of recommendations alone is Appendix A.
      ['appendix-a', ({ appendixA, appendixB }) => appendixA ?? appendixB],
      ['appendix-b', ({ appendixA, appendixB }) => appendixA && appendixB],
    ]);
    return withFacts(register, parts, listRows(register));
  },
  tracker: (model, wanted, pictures, isSplit) => {
    const register = trackerRegister(model, wanted);
    const paper = (part: PaperPart) => trackerPaper(register, pictures, part);
    const parts = split(isSplit, paper, [['appendix-a', ({ appendixA }) => appendixA]]);
    return withFacts(register, parts, listRows(register).map(inShort));
  },
  // It is one short file, whether or not appendices are wanted as files of their own.
  addendum: (model, wanted, pictures) => {
    const register = addendumRegister(model, wanted);
    const parts: Parts = [{ part: 'whole', paper: addendumPaper(register, pictures) }];
    return withFacts(register, parts, register.arrivals.map(arrived));
  },
};

/** An item without a kind has no paper; whoever asks for one all the same means the usual one. */
export function kindOf({ item }: Pick<PaperWanted, 'item'>): PaperKind {
  return item.report ?? 'update';
}

function listRows({ actions }: PaperRegister): readonly ActionAsAt[] {
  return actions.filter(({ isShown }) => isShown);
}

/** A tracker prints no report but the latest. */
function inShort(action: ActionAsAt): ActionAsAt {
  return { ...action, reports: action.withheldEntry ? [] : action.reports.slice(0, 1) };
}

/** An addendum prints the reports that came in after the agenda was published. */
function arrived({ action, arrivals }: Arrivals): ActionAsAt {
  return {
    ...action,
    reports: arrivals.flatMap((arrival) => (arrival.kind === 'report' ? [arrival.entry] : [])),
  };
}

/** The first part knows what all of them say. */
function withFacts(register: PaperRegister, parts: Parts, shown: readonly ActionAsAt[]): PaperParts {
  return { register, parts, facts: collectFacts(register, parts[0].paper, shown) };
}

/** The whole paper, or its cover and each appendix that it has. */
function split<P extends Paper>(
  isSplit: boolean,
  paper: (part: PaperPart) => P,
  appendices: readonly (readonly [PaperPart, (cover: P) => object | null])[],
): Parts {
  if (!isSplit) return [{ part: 'whole', paper: paper('whole') }];
  const cover = paper('cover');
  return [
    { part: 'cover', paper: cover },
    ...appendices.flatMap(([part, appendixOf]) => (appendixOf(cover) ? [{ part, paper: paper(part) }] : [])),
  ];
}
