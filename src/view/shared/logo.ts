import type { Pictures } from '../../markdown/index.js';
import type { CouncilHead } from '../paper-schema.js';

type Picture = NonNullable<ReturnType<Pictures['get']>>;

/** The head of a page has so much room for a logo, in lengths of its type: 1 rem is 16 dots. */
const ROOM = { width: 11, height: 2.6 };
const REM = 16;

/** As a browser takes a drawing that says nothing of its size. */
const UNKNOWN = { width: 300, height: 150, isFree: true };

/** The council's logo, as wide as its shape allows: a small one stays small, unless it is drawn to any size. */
export function composeLogo({ address, size }: Picture, name: string): NonNullable<CouncilHead['logo']> {
  const { width, height, isFree } = size ?? UNKNOWN;
  const [wide, high] = [width / REM, height / REM];
  const fitting = Math.min(ROOM.width / wide, ROOM.height / high);
  const scale = isFree ? fitting : Math.min(1, fitting);
  return { address, alternative: name, width: `${(wide * scale).toFixed(2)}rem` };
}
