import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { folderWith, PROJECT } from '../support/folder.js';

function read(folder: string) {
  return readTemplates({ kind: 'update', own: join(folder, 'templates') });
}

function said(folder: string): readonly string[] {
  return read(folder).diagnostics.map(
    ({ severity, code, span, message, hint }) =>
      `${severity} ${code} ${span.file}: ${message}. ${hint ?? ''}`,
  );
}

const ALL = ['shared', 'update'].flatMap((folder) => readdirSync(join(PROJECT, 'templates', folder))).sort();

describe('the templates of a register without its own', () => {
  test('are those that ship, each with a name that a person would use', () => {
    const { value, diagnostics } = read(folderWith({}));
    expect(diagnostics).toEqual([]);
    expect([...value.parts.keys()]).toEqual(ALL);
    expect(value.parts.get('appendix-b.hbs')).toMatchObject({
      shown: 'templates/update/appendix-b.hbs',
      folder: 'update',
      path: join(PROJECT, 'templates', 'update', 'appendix-b.hbs'),
      isOwn: false,
    });
  });

  test('bring the typeface with them', () => {
    expect(
      read(folderWith({})).value.fonts.get('source-sans-3-latin-400-normal.woff2')?.length,
    ).toBeGreaterThan(10_000);
  });
});

describe('a register’s own part', () => {
  test('takes the place of one, and of no other', () => {
    const folder = folderWith({
      'templates/update/contact.hbs': '<p>Ask us.</p>',
      'templates/update/council.css': 'p {}',
    });
    const { value, diagnostics } = read(folder);
    expect(diagnostics).toEqual([]);
    expect([...value.parts.keys()]).toEqual(ALL);
    expect([...value.parts.values()].filter(({ isOwn }) => isOwn)).toEqual([
      {
        name: 'contact.hbs',
        folder: 'update',
        shown: 'templates/update/contact.hbs',
        path: expect.stringMatching(/templates.update.contact\.hbs$/),
        text: '<p>Ask us.</p>',
        isOwn: true,
      },
      expect.objectContaining({ name: 'council.css', text: 'p {}', isOwn: true }),
    ]);
  });

  test('in templates/shared/ serves every paper, unless a paper’s own folder has the part too', () => {
    const folder = folderWith({
      'templates/shared/contact.hbs': '<p>Ask us.</p>',
      'templates/shared/key.hbs': '<p>Every key.</p>',
      'templates/update/key.hbs': '<p>This key.</p>',
    });
    const { value, diagnostics } = read(folder);
    expect(diagnostics).toEqual([]);
    expect(
      [...value.parts.values()].filter(({ isOwn }) => isOwn).map(({ shown, text }) => [shown, text]),
    ).toEqual([
      ['templates/shared/contact.hbs', '<p>Ask us.</p>'],
      ['templates/update/key.hbs', '<p>This key.</p>'],
    ]);
  });

  test('is left aside where it is not wanted', () => {
    const { value } = readTemplates({ kind: 'update', own: undefined });
    expect([...value.parts.values()].some(({ isOwn }) => isOwn)).toBe(false);
  });

  test('is not what the project itself ships', () => {
    const { value, diagnostics } = read(PROJECT);
    expect(diagnostics).toEqual([]);
    expect([...value.parts.values()].some(({ isOwn }) => isOwn)).toBe(false);
  });

  test('may begin with a byte order mark', () => {
    const folder = folderWith({ 'templates/update/key.hbs': '\ufeff<p>x</p>' });
    expect(read(folder).value.parts.get('key.hbs')?.text).toBe('<p>x</p>');
  });
});

describe('a file that nothing would use', () => {
  test('is warned of with the nearest part', () => {
    expect(said(folderWith({ 'templates/update/contacts.hbs': 'x' }))).toEqual([
      "warning template-unknown templates/update/contacts.hbs: no part of a paper is called 'contacts.hbs', so nothing uses this file. Did you mean 'contact.hbs'?",
    ]);
  });

  test('is warned of where all that is wrong is its folder', () => {
    const files = {
      'templates/paper.css': 'x',
      'templates/updates/key.hbs': 'x',
      'templates/shared/appendix-b.hbs': 'x',
    };
    expect(said(folderWith(files))).toEqual([
      'warning template-unknown templates/paper.css: nothing uses this file here. It belongs in templates/shared/.',
      'warning template-unknown templates/updates: nothing uses this folder here. Did you mean templates/update/?',
      'warning template-unknown templates/shared/appendix-b.hbs: nothing uses this file here. It belongs in templates/update/.',
    ]);
  });

  test('is nobody’s business where it is an editor’s or another program’s', () => {
    expect(
      said(
        folderWith({
          'templates/update/.key.hbs.swp': 'x',
          'templates/site/base.html': 'x',
          'templates/notes.txt': 'x',
        }),
      ),
    ).toEqual([]);
  });
});

describe('a part that is refused', () => {
  test('is one that is a link out of its folder', () => {
    const folder = folderWith({ 'secret.txt': 'x', 'templates/update/contact.hbs': 'x' });
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'templates', 'update', 'key.hbs'));
    expect(said(folder)).toEqual([
      'error file-outside templates/update/key.hbs: this is a link that leads out of the folder. Put the file itself in its place.',
    ]);
  });

  test('is every one of a folder that is a link out of the register', () => {
    const elsewhere = folderWith({ 'update/key.hbs': 'x' });
    const folder = folderWith({ 'data/council.yaml': 'x' });
    symlinkSync(elsewhere, join(folder, 'templates'));
    expect(said(folder)[0]).toContain('error file-outside templates/update: this is a link that leads out');
  });

  test('is not UTF-8, too large, or no file', () => {
    const folder = folderWith({ 'templates/update/notices.hbs': 'x'.repeat(1_000_001) });
    writeFileSync(join(folder, 'templates', 'update', 'key.hbs'), Buffer.from([0x3c, 0xe9, 0x3e]));
    mkdirSync(join(folder, 'templates', 'update', 'mark.hbs'));
    expect(said(folder).map((line) => line.split(':')[0])).toEqual([
      'error file-encoding templates/update/key.hbs',
      'error file-too-large templates/update/notices.hbs',
    ]);
  });

  test('makes the folder itself unreadable where it is a file', () => {
    expect(said(folderWith({ 'templates/update': 'x' }))[0]).toContain(
      'error file-unreadable templates/update:',
    );
  });
});

test('no part that ships is in two folders of one paper', () => {
  expect(new Set(ALL).size).toBe(ALL.length);
});

test('a copy of all parts makes the same paper as none', () => {
  const folder = folderWith({});
  cpSync(join(PROJECT, 'templates'), join(folder, 'templates'), { recursive: true });
  const own = read(folder).value;
  const shipped = read(folderWith({})).value;
  expect([...own.parts].map(([name, { text }]) => [name, text])).toEqual(
    [...shipped.parts].map(([name, { text }]) => [name, text]),
  );
});
