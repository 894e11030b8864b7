import type { Paper } from '../view/index.js';
import { ADDENDUM_NAMES } from './addendum-schema.js';
import { type GroupNames, UPDATE_NAMES } from './template-schema.js';
import { TRACKER_NAMES } from './tracker-schema.js';

/** A tree of names for each kind of paper; the compiler asks for one where a kind is added. */
const NAMES: Readonly<Record<Paper['kind'], GroupNames>> = {
  update: UPDATE_NAMES,
  tracker: TRACKER_NAMES,
  addendum: ADDENDUM_NAMES,
};

/** The names that a template of this kind of paper may use. */
export function namesOf(kind: Paper['kind']): GroupNames {
  return NAMES[kind];
}
