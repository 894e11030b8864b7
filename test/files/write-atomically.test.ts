import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Interrupted, MachineError } from '../../src/diagnostics/index.js';
import { writeAtomically } from '../../src/files/index.js';
import { folderWith } from '../support/folder.js';

const bytes = (text: string) => Buffer.from(text);

describe('the files of a run', () => {
  test('appear together, and nothing else does', () => {
    const folder = folderWith({});
    writeAtomically([
      { path: join(folder, 'out/a/one.pdf'), bytes: bytes('1') },
      { path: join(folder, 'out/a/two.html'), bytes: bytes('2') },
    ]);
    expect(readdirSync(join(folder, 'out/a'))).toEqual(['one.pdf', 'two.html']);
    expect(readFileSync(join(folder, 'out/a/two.html'), 'utf8')).toBe('2');
  });

  test('appear not at all when one of them cannot, and the last good ones stay', () => {
    const folder = folderWith({ 'out/one.pdf': 'the last good paper' });
    mkdirSync(join(folder, 'out/two.html'));
    expect(() =>
      writeAtomically([
        { path: join(folder, 'out/one.pdf'), bytes: bytes('new') },
        { path: join(folder, 'out/two.html'), bytes: bytes('new') },
        { path: join(folder, 'out/new-folder/three.html'), bytes: bytes('new') },
      ]),
    ).toThrow(MachineError);
    expect(readFileSync(join(folder, 'out/one.pdf'), 'utf8')).toBe('the last good paper');
    expect(readdirSync(join(folder, 'out'))).toEqual(['one.pdf', 'two.html']);
  });

  test('leave no folder behind that was made for them', () => {
    const folder = folderWith({ file: '' });
    expect(() =>
      writeAtomically([
        { path: join(folder, 'a/b/one.pdf'), bytes: bytes('1') },
        { path: join(folder, 'file/two.pdf'), bytes: bytes('2') },
      ]),
    ).toThrow(/a part of that path is a file, not a folder/);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  test('are not put in place once the person has stopped the run', () => {
    const folder = folderWith({ 'one.pdf': 'old' });
    expect(() =>
      writeAtomically([{ path: join(folder, 'one.pdf'), bytes: bytes('new') }], AbortSignal.abort()),
    ).toThrow(Interrupted);
    expect(readdirSync(folder)).toEqual(['one.pdf']);
    expect(readFileSync(join(folder, 'one.pdf'), 'utf8')).toBe('old');
  });
});
