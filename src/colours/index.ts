/**
 * Colours: whether one can be read where the paper uses it, and the nearest that can.
 *
 * In: colours as `#rrggbb`. Out: ratios and colours. `model/` asks in order to warn, `view/` in order to print.
 */
export { contrast } from './contrast.js';
export { type ColourUse, LEAST_OF_ITS_HUE, leastContrast, legible, NEEDED_CONTRAST } from './legible.js';
