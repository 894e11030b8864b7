import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { readPdf } from '../support/read-pdf.js';

/** The paper of a case's meeting: as another program reads it, and as it is heard. */
async function paperOf(name: string) {
  const cwd = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', name), cwd, { recursive: true });
  const host = fakeHost({ cwd });
  const code = await run(['report', '--meeting', '2026-03-02', '--format', 'pdf', '--as-heard'], host);
  expect([code, host.err()]).toEqual([0, expect.not.stringContaining('warning')]);
  const folder = join(cwd, 'out', '2026-03-02-homes');
  const fileOf = (ending: string) =>
    readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith(ending)) ?? ''));
  const pdf = await readPdf(fileOf('.pdf'));
  return {
    raw: pdf.raw,
    text: pdf.pages
      .map(({ text }) => text)
      .join(' ')
      .normalize('NFC'),
    heard: fileOf('.heard.txt').toString('utf8'),
  };
}

const FOUND = 'Ć Ĩ Ĺ ĺ Ń Ŕ Ś Ũ Ź Ḗ ḗ Ḿ Ṓ ṓ Ẁ Ẃ Ấ Ầ Ẫ Ẽ Ế Ề Ễ Ố Ồ Ỗ Ỳ Ỹ';

describe('a capital drawn from a letter and its accent', () => {
  test.each([
    ['f-s-acute', ['Ś']],
    ['f-welsh-polish', ['Źródła i Ściany Ćwiczenia Ń', 'Pennaeth Tai Ẁ Ỳ Ẃ']],
    ['f-all-found', FOUND.split(' ')],
  ])('%s: is read, copied and heard as typed, and each glyph stands for a character', async (name, typed) => {
    const { raw, text, heard } = await paperOf(name);
    expect(raw).not.toMatch(/^<[0-9A-F]{4}> <0000>$/m);
    expect(text).not.toContain('\0');
    for (const words of typed) {
      expect(text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''));
      expect(heard).toContain(words);
    }
  });

  test('f-s-acute: ends where the letter ends, so that no space is copied behind it', async () => {
    const { raw } = await paperOf('f-s-acute');
    const spans = [...raw.matchAll(/\/Span<<\/ActualText <FEFF015A> >> BDC\n([\s\S]*?)EMC/g)];
    expect(spans.length).toBeGreaterThan(0);
    for (const [, drawn] of spans) expect(drawn).toMatch(/\n[\d.]+ Tc\n.*Tj\n0 Tc\n$/);
  });
});
