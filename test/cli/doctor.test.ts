import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { SMALL } from '../support/registers.js';

describe('scrutiny doctor', () => {
  test('says what is used, and that it works', async () => {
    const host = fakeHost();
    expect(await run(['doctor'], host)).toBe(0);
    expect(host.out()).toMatch(/^scrutiny {3}\d+\.\d+\.\d+, on Node/);
    expect(host.out()).toMatch(/typeface {3}Source Sans 3/);
    expect(host.out()).toMatch(/browser {4}.*works \(.*Chrom/);
    expect(host.out()).toContain('Papers can be made on this machine.');
  });

  test('names the fix where nothing works, and exits with 3', async () => {
    const host = fakeHost();
    expect(await run(['doctor', '--browser', '/no/such/browser'], host)).toBe(3);
    expect(host.out()).toContain('/no/such/browser: does not work');
    expect(host.out()).toContain(
      'Give the path of Chrome, Chromium or Edge with --browser or SCRUTINY_BROWSER.',
    );
  });

  test('says the same to a program', async () => {
    const host = fakeHost();
    expect(await run(['doctor', '--json'], host)).toBe(0);
    const said: unknown = JSON.parse(host.out());
    expect(said).toMatchObject({ schema: 1, browser: { used: { works: true } } });
  });
});

describe('scrutiny templates', () => {
  test('says which file serves each part', async () => {
    const host = fakeHost({ cwd: folderWith({ ...SMALL, 'templates/update/mark.hbs': '<b>{{word}}</b>' }) });
    expect(await run(['templates'], host)).toBe(0);
    expect(host.out()).toMatch(/^appendix-b\.hbs +as it ships$/m);
    // It serves the update alone: the other papers still have the one that ships.
    const [shared = '', ...kinds] = host.out().split('\n\n');
    expect(shared).toMatch(/^Every paper.*\(templates\/shared\/\)\n(?:.+\n)*mark\.hbs +as it ships$/m);
    expect(kinds.join('\n')).toMatch(
      /^The update paper \(templates\/update\/\)\n(?:.+\n)*mark\.hbs +your own {3}templates\/update\/mark\.hbs$/m,
    );
  });

  test('copies one out to change, and never over one that is there', async () => {
    const cwd = folderWith(SMALL);
    const shipped = readFileSync(join(PROJECT, 'templates/shared/mark.hbs'), 'utf8');
    const first = fakeHost({ cwd });
    expect(await run(['templates', 'mark'], first)).toBe(0);
    expect(first.err()).toContain('it serves its part of every paper');
    expect(readFileSync(join(cwd, 'templates/shared/mark.hbs'), 'utf8')).toBe(shipped);
    const again = fakeHost({ cwd });
    expect(await run(['templates', 'mark'], again)).toBe(2);
    expect(again.err()).toContain('templates/shared/mark.hbs is there already');
    const forOne = fakeHost({ cwd });
    expect(await run(['templates', 'update/mark'], forOne)).toBe(0);
    expect(forOne.err()).toContain('it serves its part of each update paper');
    expect(readFileSync(join(cwd, 'templates/update/mark.hbs'), 'utf8')).toBe(shipped);
  });

  test('names the nearest part', async () => {
    const host = fakeHost({ cwd: folderWith(SMALL) });
    expect(await run(['templates', 'apendix-b'], host)).toBe(2);
    expect(host.err()).toContain("Did you mean 'appendix-b.hbs'?");
  });

  test('a part of one’s own serves the next paper, and --builtin-templates leaves it aside', async () => {
    const cwd = folderWith({
      ...SMALL,
      'templates/update/contact.hbs': '<p>Ask at the desk.</p>',
      'data/meetings/2020-03-02-homes.yaml': `${SMALL['data/meetings/2020-03-02-homes.yaml']}`.replace(
        'review: repairs',
        'review: repairs, contact: clerk',
      ),
    });
    const paper = join(cwd, 'out/2020-03-02-homes/04-homes-update.html');
    expect(await run(['report', '-m', '2020-03-02', '--format', 'html'], fakeHost({ cwd }))).toBe(0);
    expect(readFileSync(paper, 'utf8')).toContain('Ask at the desk.');
    expect(
      await run(['report', '-m', '2020-03-02', '--format', 'html', '--builtin-templates'], fakeHost({ cwd })),
    ).toBe(0);
    expect(readFileSync(paper, 'utf8')).not.toContain('Ask at the desk.');
    expect(readFileSync(paper, 'utf8')).toContain('Telephone 01234 567890');
    expect(existsSync(join(cwd, 'templates/update/paper.css'))).toBe(false);
  });
});

describe('the command line', () => {
  test('offers the nearest command', async () => {
    const host = fakeHost();
    expect(await run(['reprot'], host)).toBe(2);
    expect(host.err()).toContain('Did you mean report?');
  });

  test('shows help and version on stdout', async () => {
    const host = fakeHost();
    expect(await run(['--help'], host)).toBe(0);
    expect(host.out()).toContain('report [options]');
    expect(host.out()).toContain('Exit codes: 0 done, 1 the register has problems');
    expect(host.err()).toBe('');
    const version = fakeHost();
    expect(await run(['--version'], version)).toBe(0);
    expect(version.out()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('report without a meeting lists the meetings', async () => {
    const host = fakeHost();
    expect(await run(['report'], host)).toBe(2);
    expect(host.err()).toMatch(/^error: Say which meeting, with --meeting \d{4}-\d\d-\d\d\./);
  });
});
