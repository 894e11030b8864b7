import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { readTemplates } from '../../src/files/index.js';
import { partDigest, setDigest } from '../../src/html/template-digests.js';
import { templateParts } from '../../src/html/templates.js';
import { folderWith, PROJECT, sampleCopy, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';

/** The program as it is built, which has its parts compiled; the tests beside this one run the sources, which compile them. */
function built(argv: readonly string[], cwd: string) {
  return spawnSync(process.execPath, [join(PROJECT, 'bin', 'scrutiny.js'), ...argv], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
  });
}

function pagesIn(out: string): readonly (readonly [path: string, html: string])[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .toSorted()
    .map((path) => [path, readFileSync(join(out, path), 'utf8')]);
}

describe('the parts that ship', () => {
  test.each([
    ['update', '.', '2018-03-26'],
    ['tracker', 'test/fixtures/tracker', '2024-01-22'],
    ['addendum', 'test/fixtures/tracker', '2024-04-15'],
  ])(
    'give the same %s whether they were compiled when the program was built or just now',
    async (_, folder, meeting) => {
      const cwd = folderWith({});
      cpSync(join(PROJECT, folder, 'data'), join(cwd, 'data'), { recursive: true });
      const asked = ['report', '--meeting', meeting, '--format', 'html', '--out'];
      expect(built([...asked, 'built'], cwd).status).toBe(0);
      expect(await run([...asked, 'sources'], fakeHost({ cwd }))).toBe(0);
      const pages = pagesIn(join(cwd, 'sources'));
      expect(pages.length).toBeGreaterThan(0);
      expect(pagesIn(join(cwd, 'built'))).toEqual(pages);
    },
  );

  test('are all compiled in the program, and checked as a whole', async () => {
    const { COMPILED_PARTS, CHECKED_SETS }: typeof import('../../src/html/precompiled-templates.js') =
      await import(join(PROJECT, 'dist', 'html', 'precompiled-templates.js'));
    for (const kind of ['update', 'tracker', 'addendum']) {
      const { value: templates } = readTemplates({ kind, own: undefined });
      expect(CHECKED_SETS.has(setDigest(templates, kind))).toBe(true);
      for (const part of templateParts(templates))
        expect(COMPILED_PARTS.has(partDigest(part)), part.shown).toBe(true);
    }
  });

  test('make way for a register’s own, which is checked and compiled then', () => {
    const cwd = sampleCopy();
    const contact = readFileSync(join(PROJECT, 'templates', 'shared', 'contact.hbs'), 'utf8');
    writeFiles(cwd, { 'templates/shared/contact.hbs': `${contact}<p>Ask {{@root.council.nmae}}.</p>\n` });
    const asked = ['report', '--meeting', '2018-02-19', '--format', 'html'];
    const wrong = built(asked, cwd);
    expect(wrong.stderr).toContain("there is no 'nmae'");
    expect(wrong.status).toBe(1);
    writeFiles(cwd, { 'templates/shared/contact.hbs': `${contact}<p>Ask {{@root.council.name}}.</p>\n` });
    expect(built(asked, cwd).status).toBe(0);
    expect(pagesIn(join(cwd, 'out'))[0]?.[1]).toMatch(/<p>Ask \w+[^<]*\.<\/p>/);
  });
});
