import { execFileSync } from 'node:child_process';

/** Runs git as a clerk would, whatever this machine has set for it. */
export function git(folder: string, ...argv: readonly string[]): string {
  return execFileSync(
    'git',
    ['-c', 'user.name=Clerk', '-c', 'user.email=clerk@example.org', '-c', 'commit.gpgsign=false', ...argv],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } },
  );
}

/** Commits everything, and gives the commit's name. */
export function commit(folder: string, subject = 'As it was'): string {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', subject);
  return git(folder, 'rev-parse', 'HEAD').trim();
}
