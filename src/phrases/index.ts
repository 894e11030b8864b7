/**
 * Phrases: what the papers say, in whole sentences, and how they say dates, numbers and lists, in British English.
 *
 * In: values. Out: words. No locale of the machine is asked. `view/`, `queries/` and `cli/` call it. A second language is a second
 * table of the type `Phrases`, which does not compile until it has every phrase.
 */
export { date, longDate, onDate, shortDate } from './dates.js';
export type { AskedDate, Noun, Phrases } from './en.js';
export { en as phrases } from './en.js';
export type { Nouns } from './nouns.js';
export { joinSlotted, type Slot, type Slotted, slot } from './slots.js';
export { capitalised, countWord, joinWords, ordinal, plural, possessive, timesWord } from './words.js';
