import type { SourceDocument } from '../source/index.js';
import { panelNamed, serviceNames } from './names.js';
import { completeRatings, DEFAULT_RATINGS, type WrittenRating } from './ratings.js';
import { readDocument } from './read-document.js';
import { councilShape } from './shapes/council.js';
import type { Reporting } from './shapes/shape.js';
import type { Council } from './types.js';

/** What the law calls it (Local Government Act 2000, part 1A); councils have names of their own. */
export const DEFAULT_EXECUTIVE = 'Executive';

/** The council of a register, with every default filled in. */
export function buildCouncil(
  document: SourceDocument | undefined,
  reporting: Reporting,
): Council | undefined {
  const written =
    document &&
    readDocument(
      document,
      councilShape,
      reporting,
      "Write at least 'council:' with its name and 'panels:' with one panel.",
    );
  if (!written) return undefined;
  if (written.language === 'cy-GB') {
    reporting.report({
      code: 'language-unsupported',
      severity: 'error',
      span: written.spans['language'] ?? written.span,
      message: 'papers in Welsh (cy-GB) cannot be made yet',
      hint: 'Write en-GB, and mark single passages in Welsh with lang: cy.',
    });
  }
  const here = { span: written.span, spans: {} };
  const ratings: readonly WrittenRating[] =
    written.ratings?.map(({ key, value }) => ({ ...value, key: key.text })) ??
    DEFAULT_RATINGS.map((rating) => ({
      ...rating,
      ...here,
      signedOff: undefined,
      colour: undefined,
      shape: undefined,
    }));
  const services = (written.services ?? []).map(({ key, value }) => ({
    key: key.text,
    name: value,
    span: key.span,
  }));
  const service = serviceNames(services, written.span);
  return {
    span: written.span,
    spans: written.spans,
    name: written.council,
    executive: written.executive ?? DEFAULT_EXECUTIVE,
    nation: written.nation ?? 'england',
    panels: written.panels.map(({ key, value }) => panelNamed(key.text, key.span, value)),
    services,
    officers: (written.officers ?? []).map(({ key, value }) => ({
      ...value,
      key: key.text,
      service: value.service === undefined ? undefined : service(value.service),
    })),
    ratings: completeRatings(ratings, reporting.report),
    rules: {
      // Local Government Act 2000, section 9FE; Local Government Act 1972, section 100B as amended by SI 2002/715.
      responseDue: written.rules?.responseDue ?? { unit: 'months', count: 2 },
      papersDueDays: written.rules?.papersDue ?? 5,
      maxRevisions: written.rules?.maxRevisions ?? 2,
      implications: written.rules?.implications ?? [],
    },
    checks: new Map(
      (written.checks ?? []).map(({ key, value }) => [key.text, { level: value, span: key.span }]),
    ),
    branding: { ...here, logo: undefined, colour: undefined, ...written.branding },
    numbering: written.numbering ?? 'continuous',
    actionPlan: written.actionPlan ?? 'portrait',
    notice: written.notice,
    allow: written.allow ?? [],
  };
}
