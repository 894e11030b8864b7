import { toLinearLight } from './contrast.js';

/**
 * A colour as people see it: how light, how strong, and in which direction from grey.
 * OKLCH, CSS Color Module Level 4, section 9.4, whose matrices these are.
 */
export interface Oklch {
  /** 0 black to 1 white. */
  readonly lightness: number;
  readonly chroma: number;
  /** In radians. */
  readonly hue: number;
}

/** Twelve halvings: finer than a step of a screen's 256. */
const HALVINGS = 12;

/** A colour's place in OKLCH. */
export function toOklch(colour: string): Oklch {
  const [red, green, blue] = toLinearLight(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** The colour at that place; where no screen can show one so strong, as strong as can be. */
export function toHex(place: Oklch): string {
  const wanted = lightAt(place);
  if (isShown(wanted)) return writeHex(wanted);
  let [shown, beyond] = [0, place.chroma];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const chroma = (shown + beyond) / 2;
    if (isShown(lightAt({ ...place, chroma }))) shown = chroma;
    else beyond = chroma;
  }
  return writeHex(lightAt({ ...place, chroma: shown }));
}

function lightAt({ lightness, chroma, hue }: Oklch): readonly number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function isShown(light: readonly number[]): boolean {
  return light.every((channel) => channel >= -0.0001 && channel <= 1.0001);
}

function writeHex(light: readonly number[]): string {
  const channels = light.map((channel) => {
    const within = Math.min(1, Math.max(0, channel));
    const share = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
    return Math.round(share * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
