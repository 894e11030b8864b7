import type { Host } from './host.js';
import { sanitiseLine } from './sanitise.js';

/** Opens a file in whatever the person opens such files with. Never fails: the paper is made either way. */
export function openFile(path: string, host: Host): void {
  const [program, args] = chooseOpener(path);
  const opening = process
    .getBuiltinModule('node:child_process')
    .spawn(program, args, { detached: true, stdio: 'ignore', env: { ...host.env } });
  opening.on('error', () =>
    host.stderr.write(`note: ${sanitiseLine(path)} could not be opened from here; open it yourself\n`),
  );
  opening.unref();
}

function chooseOpener(path: string): readonly [string, string[]] {
  if (process.platform === 'darwin') return ['open', [path]];
  if (process.platform === 'win32') return ['explorer.exe', [path]];
  return ['xdg-open', [path]];
}
