import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, leastContrast, legible, NEEDED_CONTRAST } from '../../src/colours/index.js';
import { toHex, toOklch } from '../../src/colours/oklch.js';
import { PROJECT } from '../support/folder.js';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);
const use = fc.constantFrom('words', 'shapes');
const scheme = fc.constantFrom('light', 'dark');

describe('contrast', () => {
  test.each([
    // WCAG 2.2, "contrast ratio" and its examples of grey on white.
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#ffffff', '#767676', 4.54],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s and %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  });
});

describe('the nearest colour that can be read', () => {
  test.each([
    // CSS Color 4 gives oklch(0.628 0.258 29.23) for red and oklch(0.452 0.313 264.05) for blue.
    ['#ff0000', 0.628, 0.258, 29.23],
    ['#0000ff', 0.452, 0.313, 264.05],
  ])('starts from the place of %s', (hex, lightness, chroma, degrees) => {
    const place = toOklch(hex);
    expect(place.lightness).toBeCloseTo(lightness, 3);
    expect(place.chroma).toBeCloseTo(chroma, 3);
    expect(((place.hue * 180) / Math.PI + 360) % 360).toBeCloseTo(degrees, 1);
  });

  test('can be read wherever the papers use it, and is itself where it could be', () => {
    fc.assert(
      fc.property(colour, use, scheme, (hex, purpose, page) => {
        const found = legible(hex, purpose, page);
        expect(leastContrast(found, purpose, page)).toBeGreaterThanOrEqual(NEEDED_CONTRAST[purpose]);
        expect(legible(found, purpose, page)).toBe(found);
        expect(found === hex).toBe(leastContrast(hex, purpose, page) >= NEEDED_CONTRAST[purpose]);
      }),
    );
  });

  test('has the hue of the first, and a hundredth of lightness less would not do', () => {
    fc.assert(
      fc.property(colour, use, scheme, (hex, purpose, page) => {
        const found = legible(hex, purpose, page);
        fc.pre(found !== hex);
        const [before, after] = [toOklch(hex), toOklch(found)];
        const turned = Math.abs(Math.sin((after.hue - before.hue) / 2)) * 2;
        // In greys a hue is nothing but rounding.
        expect(turned * after.chroma).toBeLessThan(0.01);
        const back = page === 'light' ? 0.01 : -0.01;
        const nearer = toHex({ ...before, lightness: after.lightness + back });
        expect(leastContrast(nearer, purpose, page)).toBeLessThan(NEEDED_CONTRAST[purpose]);
      }),
    );
  });

  test('is asked against the grounds that the style sheets paint', () => {
    const tokens = readFileSync(join(PROJECT, 'templates/shared/tokens.css'), 'utf8');
    const painted = [...tokens.matchAll(/--(page|tint): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [
      name,
      hex,
    ]);
    expect(painted.map(([name]) => name)).toEqual(['page', 'tint', 'page', 'tint']);
    const [page, tint, darkPage, darkTint] = painted.map(([, hex]) => hex ?? '');
    for (const hex of ['#1a7340', '#ffbf00', '#808080']) {
      expect(leastContrast(hex, 'words', 'light')).toBe(contrast(hex, page ?? ''));
      expect(leastContrast(hex, 'shapes', 'light')).toBe(contrast(hex, tint ?? ''));
      expect(leastContrast(hex, 'words', 'dark')).toBe(contrast(hex, darkPage ?? ''));
    }
    expect(leastContrast('#ffbf00', 'shapes', 'dark')).toBe(contrast('#ffbf00', darkTint ?? ''));
  });
});
