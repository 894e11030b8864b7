import type { Color, FillStyle } from '../libraries/spreadsheets.js';

/** Excel's own numbers for colours, from before 2007: ECMA-376 part 1, 18.8.27. */
const INDEXED =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );
/** In a workbook the light and the dark of text and background are counted the other way round than in its theme. */
const THEME_ORDER = [1, 0, 3, 2];

/** The colour behind a cell as `#rrggbb`; none where it is white or there is none. */
export function fillColour(
  fill: FillStyle | undefined,
  theme: readonly string[] | undefined,
): string | undefined {
  if (fill?.type !== 'pattern' || fill.pattern === 'none') return undefined;
  return asFill(colourOf(fill.fgColor, theme ?? []));
}

/** `#rrggbb` from six digits, unless it is white. */
export function asFill(digits: string | undefined): string | undefined {
  if (digits === undefined || !/^[0-9a-f]{6}$/i.test(digits)) return undefined;
  const colour = digits.toLowerCase();
  return colour === 'ffffff' ? undefined : `#${colour}`;
}

function colourOf(colour: Color | undefined, theme: readonly string[]): string | undefined {
  if (colour?.rgb !== undefined) return colour.rgb.slice(-6);
  if (colour?.theme !== undefined) {
    const base = theme[THEME_ORDER[colour.theme] ?? colour.theme];
    return base === undefined ? undefined : tinted(base, colour.tint ?? 0);
  }
  return colour?.indexed === undefined ? undefined : INDEXED[colour.indexed];
}

function tinted(digits: string, tint: number): string {
  return (digits.match(/../g) ?? [])
    .map((pair) => {
      const value = Number.parseInt(pair, 16);
      const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
      return Math.round(Math.min(255, Math.max(0, moved)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}
