import { type IsoDate, parseIsoDate } from '../calendar/index.js';
import { differencesBetween, type Evidence, factsDigest, type PaperFacts } from '../facts/index.js';
import { ownVersion } from '../files/index.js';
import type { Model } from '../model/index.js';
import type { ChosenPaper } from '../workflows/compose-pages.js';
import { paperParts } from '../workflows/compose-paper.js';

/** The day by which the register is to be read. */
export function dayOf({ facts }: Evidence): IsoDate {
  const { asAt, meeting } = facts;
  const day = parseIsoDate(facts.otherDay ? asAt : meeting.date) ?? parseIsoDate(meeting.date);
  // What is no day is in no register either; any will do to read it by.
  return day ?? FIRST_DAY;
}

const FIRST_DAY = ((): IsoDate => {
  const day = parseIsoDate('1970-01-01');
  if (!day) throw new RangeError('there is no such day');
  return day;
})();

/** Whether this very version made it. */
export function isSameTool({ made }: Evidence): boolean {
  return made.tool === ownVersion();
}

/** Whether a paper shows what the file shows; of one that another version made, what the register itself says of it. */
export function agrees(evidence: Evidence, now: PaperFacts): boolean {
  return isSameTool(evidence)
    ? factsDigest(now) === evidence.made.facts
    : differencesBetween(evidence.facts, now, false).length === 0;
}

/** The paper of this meeting and item, where a register has it. */
export function chosenFrom(model: Model, { facts }: Evidence): ChosenPaper | undefined {
  const meeting = model.meetings.find(
    ({ date, panel }) => date === facts.meeting.date && panel.key === facts.meeting.panel,
  );
  const item = meeting?.items.find(({ number }) => number === facts.item.number);
  return meeting && item ? { meeting, item } : undefined;
}

/** What a register's paper shows. Pictures are no facts: it is enough that they are there. */
export function factsIn(model: Model, evidence: Evidence): PaperFacts | undefined {
  const chosen = chosenFrom(model, evidence);
  if (!chosen) return undefined;
  const pictures = new Map(
    model.pictures.map(({ path }) => [path, { address: 'data:image/', isWide: false }]),
  );
  return paperParts(model, { ...chosen, ...asked(evidence) }, pictures, false).facts;
}

/** How it was asked for. */
export function asked(evidence: Evidence) {
  const { facts } = evidence;
  return { asAt: facts.otherDay ? dayOf(evidence) : undefined, isConfidential: facts.confidential };
}
