import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { fontsFor, missingCharacters, printable } from '../../src/lettering/index.js';
import { PROJECT } from '../support/folder.js';

const FONTS = join(PROJECT, 'templates', 'fonts');

describe('the typeface', () => {
  test('has what the table says it has, in every weight', () => {
    for (const face of ['400-normal', '400-italic', '600-normal', '700-normal']) {
      const has = new Set(
        readdirSync(FONTS)
          .filter((file) => file.endsWith(`${face}.woff2`))
          .flatMap((file) => {
            const font = fontkit.create(readFileSync(join(FONTS, file)));
            return 'characterSet' in font ? font.characterSet : [];
          }),
      );
      for (let point = 0x20; point < 0x3000; point += 1) {
        const character = String.fromCodePoint(point);
        if (printable(character) === character && character.normalize('NFC') === character)
          expect(has.has(point), `U+${point.toString(16)} in ${face}`).toBe(true);
      }
    }
  });

  test('has Welsh, Polish, Turkish and Greek letters, quotation marks, dashes and the pound', () => {
    expect(missingCharacters('ŵ ŷ Ŵ Ŷ ł ż ğ ı α Ω “ ” ‘ ’ – — … £ € ½ °')).toEqual([]);
  });

  test('asks only for the files whose characters are used', () => {
    expect(fontsFor('Plain words').map(({ subset }) => subset)).toEqual(['latin']);
    expect(fontsFor('Cyngor Môn, tŷ, dŵr').map(({ subset }) => subset)).toEqual(['latin', 'latin-ext']);
  });
});

describe('a character that no shipped font has', () => {
  test('is found at its place', () => {
    expect(missingCharacters('Done ✓ 😀')).toEqual([
      { character: '✓', index: 5 },
      { character: '😀', index: 7 },
    ]);
  });

  test('is printed as its number', () => {
    expect(printable('Done ✓ 😀 ok')).toBe('Done [U+2713] [U+1F600] ok');
  });

  test('is not a letter with its accent beside it', () => {
    expect(missingCharacters('w\u0302 e\u0301')).toEqual([]);
    expect(printable('tw\u0302r')).toBe('tŵr');
  });

  test('is not a hyphen or space of another kind, nor what draws nothing', () => {
    expect(printable('a\u2011b\u202fc\u200dd\ufe0fe\u00adf')).toBe('a-b\u00a0cdef');
  });
});
