/**
 * Order: how names, dates, files and references are sorted, the same on every machine.
 *
 * In: two texts. Out: a number below, at or above zero. A leaf, which every room may call.
 */
export { compareReferences } from './references.js';
export { compareText } from './text.js';
