import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { loadedBy } from '../support/loaded.js';
import { small } from '../support/registers.js';

const REPORT = ['report', '--meeting', '2020-03-02', '--as-heard'];

describe('report --as-heard', () => {
  test('writes beside each PDF what a screen reader says of it', async () => {
    const cwd = folderWith(small());
    const host = fakeHost({ cwd });
    expect(await run(REPORT, host)).toBe(0);
    expect(host.out()).toBe(
      ['heard.txt', 'html', 'pdf']
        .map((ending) => `out/2020-03-02-homes/04-homes-update.${ending}\n`)
        .join(''),
    );
    const heard = readFileSync(join(cwd, 'out/2020-03-02-homes/04-homes-update.heard.txt'), 'utf8');
    expect(heard).toMatch(/^Title: Homes Update, Homes Panel, 2 March 2020\nLanguage: English\n\n/);
    expect(heard).toContain('\nHeading 1: Homes Update\n');
    expect(heard).toContain('\n  Row 3, 1.1, Rating: Amber\n');
  });

  test('writes the same twice', async () => {
    const cwd = folderWith(small());
    const heard = async (out: string) => {
      expect(await run([...REPORT, '--format', 'pdf', '--out', out], fakeHost({ cwd }))).toBe(0);
      return readFileSync(join(cwd, out, '2020-03-02-homes/04-homes-update.heard.txt'), 'utf8');
    };
    expect(await heard('a')).toBe(await heard('b'));
  });

  test('has one for each part of a paper with --split', async () => {
    const cwd = folderWith(small());
    const host = fakeHost({ cwd });
    expect(await run([...REPORT, '--split', '--format', 'pdf'], host)).toBe(0);
    expect(
      host
        .out()
        .split('\n')
        .filter((path) => path.endsWith('.heard.txt')),
    ).toEqual(
      ['-appendix-a', '-appendix-b', ''].map(
        (part) => `out/2020-03-02-homes/04-homes-update${part}.heard.txt`,
      ),
    );
  });

  test('is refused where no PDF is made that could be read', async () => {
    const cwd = folderWith(small());
    const host = fakeHost({ cwd });
    expect(await run([...REPORT, '--format', 'html'], host)).toBe(2);
    expect(host.err()).toContain('--as-heard reads the PDF, so --format has to have pdf in it');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('leaves an earlier one where it is when a paper is refused', async () => {
    const cwd = folderWith(small());
    expect(await run(REPORT, fakeHost({ cwd }))).toBe(0);
    const path = join(cwd, 'out/2020-03-02-homes/04-homes-update.heard.txt');
    const before = readFileSync(path, 'utf8');
    const broken = folderWith({
      ...small(),
      'templates/update/layout.hbs':
        '<!doctype html><html lang="{{language}}">{{> head}}<body><p>No heading</p></body></html>',
    });
    expect(
      await run([...REPORT, '--data', join(broken, 'data'), '--out', join(cwd, 'out')], fakeHost({ cwd })),
    ).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('costs an ordinary report nothing: the reader of finished files is not loaded for it', () => {
    const reader = (urls: readonly string[]) =>
      urls.filter((url) => url.endsWith('/dist/pdf/inspect/as-heard.js'));
    const report = ['report', '--meeting', '2018-02-19'];
    expect(reader(loadedBy([...report, '--as-heard']))).toHaveLength(1);
    expect(reader(loadedBy(report))).toEqual([]);
  });
});
