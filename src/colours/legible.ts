import { contrast } from './contrast.js';
import { toHex, toOklch } from './oklch.js';

/** Paper and light screens, or dark screens. */
export type Scheme = 'light' | 'dark';

/** What a colour is used for: headings and names, or the shapes beside ratings. */
export type ColourUse = 'words' | 'shapes';

/** A colour of less contrast with the page than this is not itself any more when it is dark enough for words. */
export const LEAST_OF_ITS_HUE = 3;

/** WCAG 2.2, 1.4.6 for words at level AAA, and 1.4.11 for shapes. */
export const NEEDED_CONTRAST: Readonly<Record<ColourUse, number>> = { words: 7, shapes: 3 };

const LIGHT_PAGE = '#ffffff';
const DARK_PAGE = '#16191c';

/** What lies behind each, as templates/shared/tokens.css paints it. Shapes are on the tint of an addendum's last column too. */
const GROUNDS: Readonly<Record<Scheme, Readonly<Record<ColourUse, readonly string[]>>>> = {
  light: { words: [LIGHT_PAGE], shapes: [LIGHT_PAGE, '#f3f6f7'] },
  dark: { words: [DARK_PAGE], shapes: [DARK_PAGE, '#22272b'] },
};

/** Lightness is moved in steps of a thousandth. */
const STEPS = 1000;

/** The contrast of a colour where it can least be seen. */
export function leastContrast(colour: string, use: ColourUse, scheme: Scheme): number {
  return Math.min(...GROUNDS[scheme][use].map((ground) => contrast(colour, ground)));
}

/**
 * The colour itself where it can be read, else the nearest of its hue that can: as strong as before where a screen can show that, and
 * darker for light pages or lighter for dark ones by as little as will do.
 */
export function legible(colour: string, use: ColourUse, scheme: Scheme): string {
  const asked = `${scheme} ${use} ${colour}`;
  const found = known.get(asked) ?? nearestLegible(colour, use, scheme);
  known.set(asked, found);
  return found;
}

/** A paper asks for the few colours that it has at every row. */
const known = new Map<string, string>();

function nearestLegible(colour: string, use: ColourUse, scheme: Scheme): string {
  const isRead = (candidate: string) => leastContrast(candidate, use, scheme) >= NEEDED_CONTRAST[use];
  if (isRead(colour)) return colour;
  const place = toOklch(colour);
  const end = scheme === 'light' ? 0 : 1;
  const at = (step: number) =>
    toHex({ ...place, lightness: place.lightness + ((end - place.lightness) * step) / STEPS });
  let [unread, read] = [0, STEPS];
  while (read - unread > 1) {
    const step = Math.floor((unread + read) / 2);
    if (isRead(at(step))) read = step;
    else unread = step;
  }
  return at(read);
}
