/** The page of the dark version, against which colours are lightened. The templates paint it. */
export const DARK_PAGE = '#16191c';
const WHITE = '#ffffff';
/** WCAG 2.2, 1.4.6: text at level AAA. */
const TEXT_CONTRAST = 7;
/** WCAG 2.2, 1.4.11: shapes. */
const SHAPE_CONTRAST = 3;

/** A colour for headings and the rule, and the same for the dark page; each is moved towards black or white until it can be read. */
export function readableText(colour: string): { readonly onWhite: string; readonly onDark: string } {
  return {
    onWhite: mixedUntil(colour, '#000000', WHITE, TEXT_CONTRAST),
    onDark: mixedUntil(colour, WHITE, DARK_PAGE, TEXT_CONTRAST),
  };
}

/** A colour for shapes, and the same for the dark page. */
export function readableShape(colour: string): { readonly onWhite: string; readonly onDark: string } {
  return {
    onWhite: mixedUntil(colour, '#000000', WHITE, SHAPE_CONTRAST),
    onDark: mixedUntil(colour, WHITE, DARK_PAGE, SHAPE_CONTRAST),
  };
}

/** Contrast of two colours: 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function mixedUntil(colour: string, towards: string, page: string, wanted: number): string {
  for (let share = 0; share <= 100; share += 2) {
    const mixed = mix(colour, towards, share / 100);
    if (contrast(mixed, page) >= wanted) return mixed;
  }
  return towards;
}

function mix(a: string, b: string, share: number): string {
  const channels = channelsOf(a).map((channel, index) =>
    Math.round(channel + ((channelsOf(b)[index] ?? 0) - channel) * share),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
