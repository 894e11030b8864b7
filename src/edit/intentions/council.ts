import type { FileEdit } from '../file-edit.js';
import { makeFields } from './common.js';

/** Somebody whom owners, contacts and reports can name. */
export interface NewOfficer {
  readonly key: string;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly team?: string | undefined;
  readonly service?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** A panel. */
export interface NewPanel {
  readonly key: string;
  readonly name: string;
  readonly called?: string | undefined;
  readonly short?: string | undefined;
}

const COUNCIL = 'council.yaml';
const ORDER = [
  ...['council', 'executive', 'language', 'nation', 'panels', 'services', 'officers', 'ratings', 'rules'],
  ...['checks', 'branding', 'numbering', 'action-plan', 'notice', 'allow'],
];

/** Adds an officer to the council's file. */
export function addOfficer({ key, ...fields }: NewOfficer): FileEdit {
  return setIn(['officers', key], makeFields(fields));
}

/** Adds a panel to the council's file. */
export function addPanel({ key, name, called, short }: NewPanel): FileEdit {
  const isPlain = called === undefined && short === undefined;
  return setIn(['panels', key], isPlain ? name : makeFields({ name, called, short }));
}

function setIn(path: readonly [string, string], value: Parameters<typeof makeFields>[0][string]): FileEdit {
  return { kind: 'change', path: COUNCIL, changes: [{ kind: 'set', path, value, order: ORDER }] };
}
