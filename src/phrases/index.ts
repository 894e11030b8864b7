/**
 * Phrases: how the papers say dates, numbers and lists, in British English.
 *
 * In: values. Out: words. No locale of the machine is asked. `view/` and `cli/` call it. When papers in Welsh come, this
 * door stays and gets a second set of phrases behind it.
 */
export { date, longDate, onDate, shortDate } from './dates.js';
export { capitalised, countWord, joinWords, ordinal, plural, possessive, timesWord } from './phrases.js';
