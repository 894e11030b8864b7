import type { Nation } from '../calendar/index.js';
import type { Exemption, ExemptionLaw, Meeting, Review } from './types.js';

/** Where the matter that can be exempt is listed, but for England; its paragraphs are in rules/exemptions-real.ts, with their sources. */
const LAWS: Readonly<Partial<Record<Nation, ExemptionLaw>>> = {
  wales: { schedule: 'Part 4 of Schedule 12A', act: 'Local Government Act 1972' },
  scotland: { schedule: 'Part I of Schedule 7A', act: 'Local Government (Scotland) Act 1973' },
  'northern-ireland': {
    schedule: 'Part 1 of Schedule 6',
    act: 'Local Government Act (Northern Ireland) 2014',
  },
};

/** What a register keeps from the public, under its own nation's law. */
interface KeptFromPublic {
  readonly meetings: readonly Meeting[];
  readonly reviews: readonly Review[];
}

/** The same with the law of the council's nation on every exemption; a file that holds one does not know its council. */
export function applyLaw(nation: Nation, register: KeptFromPublic): KeptFromPublic {
  const law = LAWS[nation];
  if (!law) return register;
  const named = <T extends { readonly exempt: Exemption | undefined }>(one: T): T =>
    one.exempt ? { ...one, exempt: { ...one.exempt, law } } : one;
  return {
    meetings: register.meetings.map((meeting) => ({ ...meeting, items: meeting.items.map(named) })),
    reviews: register.reviews.map((review) => ({
      ...named(review),
      recommendations: review.recommendations.map((recommendation) => ({
        ...named(recommendation),
        actions: recommendation.actions.map(named),
        ownAction: recommendation.ownAction && named(recommendation.ownAction),
      })),
      progress: review.progress.map((report) => ({ ...report, progress: report.progress.map(named) })),
    })),
  };
}
