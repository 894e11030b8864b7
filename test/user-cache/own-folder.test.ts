import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, isPrivate, makePrivateFolder } from '../../src/user-cache/index.js';
import { folderWith } from '../support/folder.js';

describe("the user's own cache folder", () => {
  test('is where the system says, or in the home', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me', HOME: '/home/me' })).toBe('/var/cache/me/scrutiny');
    expect(cacheFolder({ HOME: '/home/me' })).toBe('/home/me/.cache/scrutiny');
    expect(cacheFolder({ XDG_CACHE_HOME: 'not/whole', HOME: '/home/me' })).toBe('/home/me/.cache/scrutiny');
    for (const HOME of ['', 'not/whole'])
      expect(cacheFolder({ HOME })).toBe(join(userInfo().homedir, '.cache', 'scrutiny'));
  });

  test('is made so that nobody else can open it', () => {
    const folder = join(folderWith({}), 'new', 'scrutiny');
    expect(makePrivateFolder(folder)).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(isPrivate(folder)).toBe(true);
  });

  test('is not private where others may write in it, nor where it is a file', () => {
    const home = folderWith({ file: '' });
    mkdirSync(join(home, 'open'));
    chmodSync(join(home, 'open'), 0o770);
    expect(isPrivate(join(home, 'open'))).toBe(false);
    expect(isPrivate(join(home, 'file'))).toBe(false);
    expect(isPrivate(join(home, 'none'))).toBe(false);
  });

  // Only root can give a folder to somebody else; for others it is the folder of root that is not theirs.
  test('is not made in the home of somebody else', () => {
    const isRoot = process.getuid?.() === 0;
    const home = isRoot ? folderWith({}) : '/';
    if (isRoot) chownSync(home, 12_345, 12_345);
    expect(makePrivateFolder(join(home, 'scrutiny-trial'))).toBe(false);
    expect(existsSync(join(home, 'scrutiny-trial'))).toBe(false);
  });
});
