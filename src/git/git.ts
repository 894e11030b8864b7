/** What git may take, in time and in bytes, before it is given up. */
const LONGEST_WAIT_MS = 10_000;
const MOST_BYTES = 256_000_000;

/**
 * Settings that a repository's own configuration cannot take back: nothing watches files, no hook runs, no address is asked, no
 * attribute names a filter, no signature is shown by another program.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.pager=cat',
  'core.quotePath=false',
  'protocol.allow=never',
  'log.showSignature=false',
  'gpg.program=false',
  'diff.external=',
].flatMap((setting) => ['-c', setting]);

/**
 * Asks git something about a folder, without a shell. Only commands that read the object store are asked: they run no filter, no hook and no
 * file-system monitor, since they look neither at the work tree nor at the index.
 *
 * @param path the search path on which git is found
 * @returns what it printed, or undefined where git is missing, the folder is in no repository, or it took too long
 */
export function git(
  folder: string,
  path: string | undefined,
  argv: readonly string[],
  input = '',
): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    // Loaded when git is first asked: most commands never ask it.
    const child = process
      .getBuiltinModule('node:child_process')
      .spawn('git', ['--no-pager', ...SETTINGS, ...argv], {
        cwd: folder,
        stdio: ['pipe', 'pipe', 'ignore'],
        env: {
          PATH: path,
          LC_ALL: 'C',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_ALLOW_PROTOCOL: 'none',
          GIT_NO_LAZY_FETCH: '1',
          GIT_NO_REPLACE_OBJECTS: '1',
          GIT_OPTIONAL_LOCKS: '0',
          GIT_TERMINAL_PROMPT: '0',
        },
      });
    // Node's own time limit would keep a process waiting for a git that never began.
    const limit = setTimeout(() => child.kill(), LONGEST_WAIT_MS).unref();
    const end = (output: Buffer | undefined) => {
      clearTimeout(limit);
      resolve(output);
    };
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > MOST_BYTES) child.kill();
    });
    // It may end before it has read what it was to look up; how it ends says all that is to be known.
    child.stdin.on('error', () => undefined);
    child.on('error', () => end(undefined));
    child.on('close', (status) => end(status === 0 ? Buffer.concat(parts) : undefined));
    child.stdin.end(input);
  });
}
