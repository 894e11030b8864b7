import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { formerTexts } from '../../src/git/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { commit, git } from '../support/git.js';
import { day, fakeHost } from '../support/host.js';
import { SMALL, small } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';

/** The small register, committed. */
function repository(files = SMALL): string {
  const folder = folderWith(files);
  git(folder, 'init', '-q');
  commit(folder);
  return folder;
}

function rewrite(folder: string, from: string, to: string): void {
  writeFileSync(join(folder, REVIEW), (SMALL[REVIEW] ?? '').replace(from, to));
}

async function check(cwd: string, env: Readonly<Record<string, string | undefined>> = process.env) {
  const host = fakeHost({ cwd, today: day('2020-03-10'), env: { ...env, NO_COLOR: '1' } });
  await run(['check'], host);
  return host.out();
}

describe('text-changed', () => {
  test('is reported for a recommendation and for an action whose words are not those agreed, committed or not', async () => {
    const folder = repository();
    rewrite(folder, 'Mend roofs within a week.', 'Mend roofs within a month.');
    const said = await check(folder);
    expect(said).toMatch(
      /review\.yaml:6:11 warning text-changed {2}the words of recommendation '1' are no longer those that the Executive agreed to/,
    );
    expect(said).toContain('They were: “Mend roofs within a week.”');
    expect(said.match(/text-changed {2}/g)).toHaveLength(1);

    rewrite(folder, 'Hire two roofers', 'Hire a roofer');
    commit(folder);
    expect(await check(folder)).toMatch(
      /review\.yaml:9:\d+ warning text-changed {2}the words of action '1\.1'/,
    );
  });

  test('is not reported for words that were changed before the Executive agreed, or only broken differently', async () => {
    const folder = folderWith(
      small({
        [REVIEW]: (SMALL[REVIEW] ?? '')
          .replace('executive-response: { date: 2019-10-01, decision: agreed }\n', '')
          .replace('within a week', 'soon'),
      }),
    );
    git(folder, 'init', '-q');
    commit(folder);
    rewrite(folder, '', '');
    commit(folder);
    rewrite(folder, 'text: Mend roofs within a week.', 'text:\n      Mend roofs\n      within a week.');
    expect(await check(folder)).toBe('No problems in 4 files.\n');
  });

  test('says nothing outside a repository, where git is missing, or where the repository is broken', async () => {
    expect(await check(folderWith(SMALL))).toBe('No problems in 4 files.\n');
    const folder = repository();
    rewrite(folder, 'within a week', 'within a month');
    expect(await check(folder, { PATH: join(folder, 'nowhere') })).toBe('No problems in 4 files.\n');
    writeFileSync(join(folder, '.git', 'HEAD'), 'nonsense\n');
    expect(await check(folder)).toBe('No problems in 4 files.\n');
  });
});

test('a machine without git is not waited for', () => {
  const cwd = folderWith(SMALL);
  const done = spawnSync(process.execPath, [join(PROJECT, 'bin', 'scrutiny.js'), 'check'], {
    cwd,
    encoding: 'utf8',
    env: { PATH: join(cwd, 'nowhere') },
    // Less than git is given to answer.
    timeout: 9_000,
  });
  expect([done.signal, done.stdout]).toEqual([null, 'No problems in 4 files.\n']);
});

describe('a hostile repository', () => {
  /** A program that leaves a mark when it is run. */
  function trap(folder: string): { readonly program: string; readonly mark: string } {
    const program = join(folder, 'trap.sh');
    const mark = join(folder, 'sprung');
    writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\n`);
    chmodSync(program, 0o755);
    return { program, mark };
  }

  test('runs nothing that its configuration, attributes or hooks name', async () => {
    const folder = repository();
    rewrite(folder, 'within a week', 'within a month');
    const { program, mark } = trap(folder);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'core.askPass',
      'pager.log',
      'gpg.program',
      'diff.external',
      'diff.trap.textconv',
      'diff.trap.command',
      'filter.trap.clean',
      'filter.trap.smudge',
      'filter.trap.process',
      'credential.helper',
    ])
      git(folder, 'config', key, program);
    git(folder, 'config', 'log.showSignature', 'true');
    git(folder, 'config', 'core.hooksPath', folder);
    for (const hook of ['post-checkout', 'pre-commit', 'post-index-change', 'fsmonitor-watchman'])
      writeFileSync(join(folder, '.git', 'hooks', hook), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    writeFileSync(join(folder, '.gitattributes'), '* filter=trap diff=trap\n');
    expect(await check(folder)).toContain('text-changed');
    expect(existsSync(mark)).toBe(false);
  });

  test('the trap does spring for a git that is trusted', () => {
    const folder = repository();
    const { program, mark } = trap(folder);
    git(folder, 'config', 'core.fsmonitor', program);
    git(folder, 'status');
    expect(existsSync(mark)).toBe(true);
  });

  test('asks no other machine for what a partial clone lacks', async () => {
    const folder = repository();
    const { program, mark } = trap(folder);
    git(folder, 'config', 'extensions.partialClone', 'origin');
    git(folder, 'config', 'remote.origin.promisor', 'true');
    git(folder, 'config', 'remote.origin.url', `ext::${program}`);
    git(folder, 'config', 'protocol.ext.allow', 'always');
    const blob = git(folder, 'rev-parse', `HEAD:${REVIEW}`).trim();
    const objects = join(folder, '.git', 'objects', blob.slice(0, 2));
    expect(readdirSync(objects)).toContain(blob.slice(2));
    git(folder, 'config', 'core.repositoryFormatVersion', '1');
    rmSync(join(objects, blob.slice(2)), { force: true });
    expect(await check(folder)).toBe('No problems in 4 files.\n');
    expect(existsSync(mark)).toBe(false);
  });
});

test('versions come oldest first, by path', async () => {
  const folder = repository();
  rewrite(folder, 'within a week', 'within a month');
  commit(folder);
  const data = join(folder, 'data');
  const found = await formerTexts(data, 'reviews/*/review.yaml', process.env['PATH']);
  expect(found.get('reviews/repairs/review.yaml')?.map(({ text }) => /within a \w+/.exec(text)?.[0])).toEqual(
    ['within a week', 'within a month'],
  );
  expect([...found.keys()]).toEqual(['reviews/repairs/review.yaml']);
});
