/**
 * Queries: the register on a day becomes the answers that an officer asks for at the terminal, and the messages to owners.
 *
 * In: facts from `register/`. Out: a `Sheet` of plain words, values for JSON, or messages. The commands `status`, `show`, `changes` and
 * `chase` call it, and `facts/` takes its names for JSON.
 */
/** How an action, a person and the like are named in JSON; `facts/` names them so too. */
export {
  type ActionJson,
  actionJson,
  type DecidedJson,
  type DueJson,
  decidedJson,
  dueJson,
  type EvidenceJson,
  evidenceJson,
  type PersonJson,
  personJson,
  type RatingJson,
  ratingJson,
  SCHEMA,
  wordsJson,
} from './json/common.js';
export type { StatusJson } from './json/status.js';
export type { Mailbox, Message } from './messages.js';
export type * from './types.js';

/** What `status` says. Each command loads its own words and no other's: they are to be there at once. */
export const statusWords = async () => ({
  ...(await import('./status.js')),
  ...(await import('./json/status.js')),
});

/** What `show` says. */
export const showWords = async () => ({
  ...(await import('./show.js')),
  ...(await import('./json/show.js')),
});

/** What `changes` says. */
export const changesWords = async () => ({
  ...(await import('./changes.js')),
  ...(await import('./markdown.js')),
  ...(await import('./json/changes.js')),
});

/** What `chase` says. */
export const chaseWords = async () => ({
  CONFIDENTIAL: (await import('./words.js')).CONFIDENTIAL,
  ...(await import('./messages.js')),
  ...(await import('./eml.js')),
  ...(await import('./json/chase.js')),
});
