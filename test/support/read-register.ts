import { join } from 'node:path';
import { findRegister } from '../../src/files/index.js';
import type { Model } from '../../src/model/index.js';
import { type PaperRegister, paperRegister } from '../../src/register/index.js';
import { type UpdatePaper, updatePaper } from '../../src/view/index.js';
import { readModel } from '../../src/workspace/index.js';
import { PROJECT } from './folder.js';
import { day } from './host.js';

/** A register of the project, read from the disk: the sample (`.`) or a fixture (`test/fixtures/awkward`). */
export function registerIn(folder: string): Model {
  const { model, diagnostics } = readModel(findRegister(join(PROJECT, folder), undefined), () =>
    day('2018-01-01'),
  );
  if (!model) throw new Error(`${folder}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return model;
}

/** What the paper of a meeting knows; its first item with a paper is taken. */
export function paperOn(model: Model, date: string): PaperRegister {
  for (const meeting of model.meetings.filter((found) => found.date === date)) {
    const item = meeting.items.find(({ report }) => report === 'update');
    if (item) return paperRegister(model, { meeting, item, asAt: undefined, isConfidential: false });
  }
  throw new Error(`there is no paper on ${date}`);
}

/** The words of that paper. */
export function wordsOn(model: Model, date: string): UpdatePaper {
  return updatePaper(paperOn(model, date), new Map());
}
