import { SourceTexts } from '../diagnostics/index.js';
import { type Difference, differencesBetween, type Evidence, type PaperFacts } from '../facts/index.js';
import type { Format } from '../workflows/compose-pages.js';
import { readModel } from '../workspace/index.js';
import { agrees, dayOf, factsIn, isSameTool } from './facts-of-register.js';
import { agreeingCommit } from './find-matching-commit.js';
import { inspectFile } from './inspect-file.js';
import { type RebuiltPaper, rebuildPaper } from './rebuild-paper.js';
import type { Verification, VerificationWanted } from './types.js';
import { whereTheyDiffer } from './where.js';

/** Holds a file against its own id, then against the register, then against what the register was. */
export async function verifyPaper(wanted: VerificationWanted): Promise<Verification> {
  const { format, contentId, evidence, isOurs } = await inspectFile(wanted.bytes);
  const isUntouched = contentId.said === contentId.found;
  const start: Verification = {
    verdict: 'incomparable',
    format,
    contentId,
    evidence,
    alterations: [],
    differences: [],
    commit: undefined,
    commits: undefined,
    hindrances: [],
    browser: undefined,
    diagnostics: [],
    texts: new SourceTexts(),
  };
  if (!isOurs) return { ...start, hindrances: ['not-a-paper'] };
  if (evidence && format)
    return againstRegister(wanted, evidence, format, {
      ...start,
      verdict: isUntouched && evidence.isWhole ? 'different' : 'altered',
    });
  return isUntouched
    ? { ...start, hindrances: ['no-evidence'] }
    : { ...start, verdict: 'altered', hindrances: ['damaged'] };
}

async function againstRegister(
  wanted: VerificationWanted,
  evidence: Evidence,
  format: Format,
  start: Verification,
): Promise<Verification> {
  const { model, diagnostics, texts } = readModel(wanted.place, () => dayOf(evidence));
  const now = model && factsIn(model, evidence);
  const about: Verification = { ...start, diagnostics, texts };
  if (model && now && agrees(evidence, now))
    return againstRemade(wanted, about, await rebuildPaper(wanted, evidence, format, model, texts));
  const { model: then, ...found } = await agreeingCommit(wanted, evidence);
  const older: Verification = {
    ...about,
    ...found,
    differences: now ? differencesBetween(evidence.facts, now, isSameTool(evidence)) : [],
    hindrances: [
      ...(model ? [] : (['register-problems'] as const)),
      ...(isSameTool(evidence) ? [] : (['other-tool'] as const)),
    ],
  };
  // What it was when it was made is known again: so what has been done to it since can be told.
  return older.verdict === 'altered' && then
    ? againstRemade(wanted, older, await rebuildPaper(wanted, evidence, format, then, texts))
    : older;
}

/** The facts are the same: what remains is how they were set. */
async function againstRemade(
  { bytes }: VerificationWanted,
  about: Verification,
  again: RebuiltPaper,
): Promise<Verification> {
  const isAltered = about.verdict === 'altered';
  if ('diagnostics' in again)
    return { ...about, ...again, hindrances: [...about.hindrances, 'paper-problems'] };
  if ('hindrances' in again)
    return {
      ...about,
      verdict: isAltered ? 'altered' : 'incomparable',
      hindrances: [...new Set([...about.hindrances, ...again.hindrances])],
      browser: again.browser,
      ...(again.fault === undefined ? {} : { fault: again.fault }),
    };
  if (Buffer.compare(again.bytes, bytes) === 0) return { ...about, verdict: 'identical' };
  const found = await whereTheyDiffer(about.format, bytes, again.bytes);
  return {
    ...about,
    ...(isAltered
      ? { alterations: [...inFacts(about.evidence, again.facts), ...(found ?? [])] }
      : { differences: found ?? [] }),
    hindrances: [
      ...about.hindrances,
      ...(found === undefined
        ? (['damaged'] as const)
        : found.length === 0
          ? (['not-in-words'] as const)
          : []),
    ],
  };
}

/** Where a file's data have been altered, as far as they are facts. */
function inFacts(evidence: Evidence | undefined, facts: PaperFacts): readonly Difference[] {
  return evidence && !evidence.isWhole ? differencesBetween(evidence.facts, facts, true) : [];
}
