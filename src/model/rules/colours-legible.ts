import {
  type ColourUse,
  LEAST_OF_ITS_HUE,
  leastContrast,
  legible,
  NEEDED_CONTRAST,
} from '../../colours/index.js';
import type { Diagnostic, Span } from '../../diagnostics/index.js';
import type { Rule } from './rule.js';

/**
 * A council's own colours can be read on its papers. What cannot is printed in the nearest that can, so that this only tells. Dark screens
 * are not asked about: no colour of words can be read on both, so the one for the dark is always made by the paper itself.
 */
export const coloursLegible: Rule = function* ({ model }) {
  const { branding, ratings } = model.council;
  yield* faint('the council’s colour', branding.colour, branding.spans['colour'], 'words');
  for (const { key, colour, spans } of ratings)
    yield* faint(`the colour of the rating '${key}'`, colour, spans['colour'], 'shapes');
};

/** @param span where the council wrote the colour; undefined where it is one of ours */
function* faint(
  whose: string,
  colour: string | undefined,
  span: Span | undefined,
  use: ColourUse,
): Iterable<Diagnostic> {
  if (colour === undefined || span === undefined) return;
  const measured = leastContrast(colour, use, 'light');
  if (measured >= NEEDED_CONTRAST[use]) return;
  const nearest = legible(colour, use, 'light');
  if (use === 'words' && measured < LEAST_OF_ITS_HUE) {
    yield {
      code: 'colour-contrast',
      severity: 'info',
      span,
      message: `${whose} is too bright for words: papers print their headings in black, and the band beneath the council’s name in this colour`,
      hint: `Nothing needs to be done. For headings in colour write a dark one, such as "${nearest}".`,
    };
    return;
  }
  yield {
    code: 'colour-contrast',
    severity: 'warning',
    span,
    message: `${whose} is too pale: its contrast with the paper behind it is ${inTenths(measured)} to 1, and ${use} need ${NEEDED_CONTRAST[use]} to 1`,
    hint: `Write "${nearest}", the nearest colour that can be read; the papers have it until then. Or choose a darker one.`,
  };
}

/** Rounded down, so that what falls short never looks as if it did not. */
function inTenths(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
