import type { PictureSize } from './picture-faults.js';

/** How many dots of a browser each unit of SVG is. */
const DOTS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** How large a drawing is: as it says or, where it does not, by what it shows of its plane. */
export function measureDrawing(svg: string): PictureSize | undefined {
  const [root = ''] = /<(?:[\w.-]+:)?svg\b[^>]*>/i.exec(svg) ?? [];
  const [width, height] = [dotsIn(root, 'width'), dotsIn(root, 'height')];
  if (width && height) return { width, height, isFree: false };
  const shown = /\bviewBox\s*=\s*["']\s*[-+\d.e]+[\s,]+[-+\d.e]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/i.exec(
    root,
  );
  const [planeWidth, planeHeight] = [Number(shown?.[1]), Number(shown?.[2])];
  if (!planeWidth || !planeHeight) return undefined;
  const scale = width ? width / planeWidth : height ? height / planeHeight : 1;
  return { width: planeWidth * scale, height: planeHeight * scale, isFree: !width && !height };
}

function dotsIn(root: string, side: string): number | undefined {
  const [, number, unit = ''] =
    new RegExp(`\\s${side}\\s*=\\s*["']\\s*([\\d.]+)([a-z]*)\\s*["']`, 'i').exec(root) ?? [];
  const dots = Number(number) * (DOTS[unit.toLowerCase()] ?? Number.NaN);
  return dots > 0 ? Math.round(dots) : undefined;
}
