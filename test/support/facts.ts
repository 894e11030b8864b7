import type { PaperFacts } from '../../src/facts/index.js';
import type { Model } from '../../src/model/index.js';
import { type PaperParts, paperParts } from '../../src/workflows/compose-paper.js';
import { day } from './host.js';

/** Which paper of a register. */
export interface Asked {
  readonly date: string;
  readonly panel?: string;
  readonly item?: string;
  readonly asAt?: string;
  readonly isConfidential?: boolean;
  readonly isSplit?: boolean;
}

/** A paper of a register in words. */
export function partsOn(model: Model, asked: Asked): PaperParts {
  const meeting = model.meetings.find(
    ({ date, panel }) => date === asked.date && (asked.panel === undefined || panel.key === asked.panel),
  );
  const item = meeting?.items.find(({ number }) => asked.item === undefined || number === asked.item);
  if (!meeting || !item) throw new Error(`there is no such paper on ${asked.date}`);
  const asAt = asked.asAt === undefined ? undefined : day(asked.asAt);
  const wanted = { meeting, item, asAt, isConfidential: asked.isConfidential ?? false };
  return paperParts(model, wanted, new Map(), asked.isSplit ?? false);
}

/** What it shows. */
export function factsOn(model: Model, asked: Asked): PaperFacts {
  return partsOn(model, asked).facts;
}
