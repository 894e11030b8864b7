import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { SHIPPED_FONTS } from '../../src/glyphs/characters.js';
import { fontsFor, missingCharacters, printable } from '../../src/glyphs/index.js';
import { PROJECT } from '../support/folder.js';

const FONTS = join(PROJECT, 'templates', 'fonts');
const FACES = {
  'source-sans-3': ['400-normal', '400-italic', '600-normal', '700-normal'],
  'noto-sans': ['400-normal', '600-normal', '700-normal'],
};

function filesOf({ typeface, subset }: (typeof SHIPPED_FONTS)[number]): readonly string[] {
  return FACES[typeface].map((face) => `${typeface}-${subset}-${face}.woff2`);
}

function pointsOf(file: string): ReadonlySet<number> {
  const font = fontkit.create(readFileSync(join(FONTS, file)));
  return new Set('characterSet' in font ? font.characterSet : []);
}

describe('the typeface', () => {
  test('has Welsh, Polish, Turkish and Greek letters, quotation marks, dashes and the pound', () => {
    expect(missingCharacters('ŵ ŷ Ŵ Ŷ ł ż ğ ı α Ω “ ” ‘ ’ – — … £ € ½ °')).toEqual([]);
  });

  test('asks only for the files whose characters are used', () => {
    expect(fontsFor('Plain words').map(({ subset }) => subset)).toEqual(['latin']);
    expect(fontsFor('Cyngor Môn, tŷ, dŵr').map(({ subset }) => subset)).toEqual(['latin', 'latin-ext']);
    expect(fontsFor('Москва').map(({ subset }) => subset)).toEqual(['latin', 'cyrillic']);
  });

  test('brings the whole typeface for a sign that only it has', () => {
    expect(missingCharacters('CO₂ ≥ 5 ✓ → ☐')).toEqual([]);
    expect(fontsFor('≥ 90 %').map(({ subset }) => subset)).toEqual(['latin', 'full']);
  });

  test('brings Arabic and Hebrew letters of their own files, and none other for the signs between them', () => {
    expect(fontsFor('محمد حسن, 5').map(({ subset }) => subset)).toEqual(['latin', 'arabic']);
    expect(fontsFor('דָּוִד').map(({ subset }) => subset)).toEqual(['latin', 'hebrew']);
    expect(fontsFor('می\u200cخواهم').map(({ subset }) => subset)).toEqual(['latin', 'arabic']);
    expect(missingCharacters('مُحَمَّد (١٢)، פּאָלאַ')).toEqual([]);
  });

  test('draws a letter and its accent from one file', () => {
    // No x with a circumflex exists as one character, and the smallest file has no circumflex to put on it.
    expect(fontsFor('x\u0302').map(({ subset }) => subset)).toEqual(['latin', 'full']);
  });

  test('is written down in the table just as the files have it', () => {
    for (const part of SHIPPED_FONTS) {
      const perFace = filesOf(part).map(pointsOf);
      const inAll = [...(perFace[0] ?? [])].filter(
        (point) =>
          point >= 0x20 && point !== 0xfeff && point !== 0xffff && perFace.every((set) => set.has(point)),
      );
      const told = part.ranges.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      expect(told).toEqual(inAll.toSorted((a, b) => a - b));
    }
    expect(SHIPPED_FONTS.flatMap(filesOf).sort()).toEqual(
      readdirSync(FONTS)
        .filter((file) => file.endsWith('.woff2'))
        .sort(),
    );
  });
});

describe('a character that no shipped font has', () => {
  test('is found at its place', () => {
    expect(missingCharacters('Done \uf0b7 😀')).toEqual([
      { character: '\uf0b7', index: 5 },
      { character: '😀', index: 7 },
    ]);
  });

  test('is printed as its number', () => {
    expect(printable('Done \uf0b7 😀 ok')).toBe('Done [U+F0B7] [U+1F600] ok');
  });

  test('is a mark that no file has together with its letter', () => {
    expect(missingCharacters('e\u064e م\u0302')).toEqual([
      { character: '\u064e', index: 0 },
      { character: '\u0302', index: 3 },
    ]);
    expect(printable('e\u064e م\u0302')).toBe('e[U+064E] م[U+0302]');
  });

  test('is not a letter with its accent beside it', () => {
    expect(missingCharacters('w\u0302 e\u0301')).toEqual([]);
    expect(printable('tw\u0302r')).toBe('tŵr');
  });

  test('is not a hyphen or space of another kind, nor what draws nothing', () => {
    expect(printable('a\u2011b\u202fc\u200dd\ufe0fe\u00adf')).toBe('a-b\u00a0cdef');
    expect(printable('می\u200cخواهم\u200c a')).toBe('می\u200cخواهم a');
    expect(printable('\ufb01nal o\ufb03ce ✅')).toBe('final office ✓');
    expect(missingCharacters('\ufb01nal\u2011ly\u200d ✅')).toEqual([]);
  });
});
