import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import type { Count, Glance, Mark } from '../paper-schema.js';
import { comparison } from './comparison.js';
import { nounsOf } from './panels.js';
import { NO_UPDATE_MARK } from './rating-marks.js';
import { chooseNoun, eachOf, referencesIn } from './references.js';
import { listTallies } from './tally.js';

const say = phrases.glance;

/** What a member sees first: how many actions stand where, and what has moved. Nothing where there is no plan. */
export function composeGlance(register: PaperRegister): Glance | null {
  const { counts } = register;
  if (counts.total === 0) return null;
  const numbered = listTallies(counts).map(({ mark, number }) => ({
    mark: mark === NO_UPDATE_MARK ? { ...NO_UPDATE_MARK, word: say.noUpdate } : mark,
    number,
  }));
  // What the panel has signed off is counted as closed, so that its rating without a number would deny it.
  const shown = numbered.filter(
    ({ number: many }, index) => many > 0 || counts.ratings[index]?.rating.signedOff === false,
  );
  return {
    id: 'at-a-glance',
    heading: say.heading,
    total: String(counts.total),
    totalWords: say.total(chooseNoun(register.actions)),
    counts: shown.map(({ mark, number: many }) => makeCount(mark, many, counts.total)),
    sentence: allAlike(register) ?? shareSentence(register),
    remarks: [...comparison(register), ...doubts(register), ...leaving(register)],
  };
}

/** Of what is withheld nobody is told the rating, so a sentence on ratings is about the others. */
function publishedOf({ counts, actions }: PaperRegister): { readonly total: number; readonly noun: string } {
  const noun = chooseNoun(actions);
  return {
    total: counts.total - counts.withheld,
    noun: counts.withheld === 0 ? noun : say.published(noun),
  };
}

/** What is true of all of them, where they are all under one mark. */
function allAlike(register: PaperRegister): string | undefined {
  const { counts, actions } = register;
  if (counts.withheld === counts.total) return say.all.withheld(counts.total, chooseNoun(actions));
  const { total, noun } = publishedOf(register);
  const rating = counts.ratings.find(({ number }) => number === total)?.rating;
  if (rating) return say.all.rated(total, noun, rating.label);
  if (counts.notRated === total && counts.ratings.length > 0) return say.all.notRated(total, noun);
  if (counts.noUpdate === total) return say.all.noUpdate(total, noun, eachOf(actions));
  if (counts.paused === total) return say.all.paused(total, noun);
  return counts.ended === total ? say.all.ended(total, noun) : undefined;
}

/** More references than these are left to the tables. */
const FEW = 5;

/** The numbers are above the sentence, so it says what they amount to. */
function shareSentence(register: PaperRegister): string {
  const { counts, actions } = register;
  const { total, noun } = publishedOf(register);
  if (counts.ratings.length === 0 && counts.notRated > 0) return say.reported(counts.notRated, total, noun);
  const given = counts.ratings.filter(({ number }) => number > 0);
  const best = counts.ratings.find(({ rating, number }) => number > 0 || !rating.signedOff);
  const worst = given.at(-1);
  if (!best || !worst) return say.noneRated(total, noun);
  const under = actions.filter(({ counted }) => counted.in === 'rating' && counted.rating === worst.rating);
  return say.share(
    { number: best.number, percent: percentOf(best.number, total), rating: best.rating.label },
    total,
    noun,
    worst === best
      ? undefined
      : say.worst(worst.rating.label, under.length > FEW ? undefined : referencesIn(register, under)),
  );
}

/** Rounded, but neither none nor all unless it is. */
function percentOf(part: number, whole: number): number {
  if (part === 0) return 0;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}

function makeCount(mark: Mark, many: number, total: number): Count {
  return {
    mark,
    number: String(many),
    denominator: say.outOf(total),
    share: ((many / total) * 100).toFixed(2),
  };
}

/** More references than these nobody reads: the plan says at each what does not fit. */
const MANY = 12;

/** Ratings that do not fit what else is known: for members to ask about, and never changed. */
function doubts(register: PaperRegister): readonly string[] {
  const clauses = (['no-evidence', 'overdue'] as const).flatMap((doubt) => {
    const doubted = register.actions.filter((action) => action.doubt === doubt);
    const labels = [...new Set(doubted.map(labelOf))];
    return labels.map((label) => {
      const meant = doubted.filter((action) => labelOf(action) === label);
      const words = doubt === 'overdue' ? say.overdue : say.noEvidence;
      const which =
        meant.length > MANY ? say.several(meant.length, chooseNoun(meant)) : referencesIn(register, meant);
      return words(which, meant.length, label);
    });
  });
  return clauses.length === 0 ? [] : [say.doubts(clauses)];
}

function labelOf({ state }: ActionAsAt): string {
  return state.rating && (state.rating.closes || !state.isProposed) ? state.rating.label : say.calledComplete;
}

function leaving(register: PaperRegister): readonly string[] {
  const ended = register.actions.filter(
    ({ state, isShown, withheld }) => state.standing === 'ended' && isShown && !withheld,
  );
  if (ended.length === 0) return [];
  const isOurs = ended.every(({ state }) => state.decided?.meeting.panel === register.meeting.panel);
  return [
    say.leaving(
      ended.length,
      chooseNoun(ended),
      referencesIn(register, ended),
      isOurs ? nounsOf(register).panel : undefined,
    ),
  ];
}
