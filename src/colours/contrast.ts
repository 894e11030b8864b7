/** Contrast of two colours: 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Red, green and blue of `#rrggbb` as light: each from 0 to 1 (IEC 61966-2-1). */
export function toLinearLight(colour: string): readonly [red: number, green: number, blue: number] {
  const channel = (at: number) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance(colour: string): number {
  const [red, green, blue] = toLinearLight(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
