import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { Interrupted, MachineError } from '../../diagnostics/index.js';
import {
  cacheFolder,
  isPrivate,
  isThere,
  makePrivateFolder,
  markOfRun,
  removeLeftovers,
} from '../../user-cache/index.js';
import { temporaryFolder } from './temporary-folder.js';

/** The Chromium that comes with the npm package, still packed. */
export interface EmbeddedBrowser {
  readonly version: string;
  readonly packed: string;
}

/** The same, unpacked. */
export interface UnpackedBrowser {
  readonly path: string;
  /** Libraries for machines that lack libnss3 and its kin. */
  readonly libraries: string;
  /** The only fonts that the browser is told of: none of the machine's, so that the same register gives the same pages everywhere. */
  readonly fonts: string;
  /** Removes it, where it could only be put into a temporary place. */
  readonly discard: () => void;
}

/** Written last: a folder without it was never finished. */
const FINISHED = 'finished.json';

/** The embedded browser, where this machine can run it: it is built for Linux on x64. */
export function embeddedBrowser(
  platform = process.platform,
  architecture = process.arch,
): EmbeddedBrowser | undefined {
  if (platform !== 'linux' || architecture !== 'x64') return undefined;
  try {
    // Its own JavaScript is never run: it would unpack into a folder with a known name which every user of the machine shares.
    const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
    const root = packageRoot(packed);
    const own: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const version =
      typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : undefined;
    const folder = join(root, 'bin');
    return version !== undefined && existsSync(join(folder, 'chromium.br'))
      ? { version, packed: folder }
      : undefined;
  } catch {
    return undefined;
  }
}

function packageRoot(start: string): string {
  for (const folder of [start, dirname(start), dirname(dirname(start))]) {
    if (folder.endsWith(join('@sparticuz', 'chromium'))) return folder;
  }
  const at = start.lastIndexOf(join('@sparticuz', 'chromium'));
  return at === -1 ? start : start.slice(0, at + join('@sparticuz', 'chromium').length);
}

/** The embedded browser where an earlier run has unpacked it; a file that was cut short or tampered with in size does not count. */
export function readyBrowser(
  embedded: EmbeddedBrowser,
  env: Readonly<Record<string, string | undefined>>,
): UnpackedBrowser | undefined {
  const cache = cacheFolder(env);
  const ready = join(cache, `chromium-${embedded.version}`);
  return isPrivate(cache) && isFinished(ready) ? useUnpacked(ready, () => undefined) : undefined;
}

/**
 * The embedded browser, ready to run. The first run unpacks it; two first runs at once are safe, since each unpacks beside the
 * place and renames.
 *
 * @throws MachineError where the disk is full, or the cache folder could have been planted by somebody else
 * @throws Interrupted when stopped meanwhile
 */
export async function unpackBrowser(
  embedded: EmbeddedBrowser,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<UnpackedBrowser> {
  const already = readyBrowser(embedded, env);
  if (already) return already;
  const cache = cacheFolder(env);
  const ready = join(cache, `chromium-${embedded.version}`);
  if (isCacheReady(cache)) {
    removeLeftovers(cache, { begins: '.unpacking-', ends: '', isFolder: true });
    const fresh = join(cache, `.unpacking-${markOfRun()}`);
    await unpackInto(fresh, embedded, signal);
    return putInPlace(fresh, ready);
  }
  // A cache that cannot be had (a home that can only be read): a private place for this run alone.
  const temporary = temporaryFolder('scrutiny-browser-');
  const discard = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  try {
    const folder = join(temporary, 'chromium');
    await unpackInto(folder, embedded, signal);
    return useUnpacked(folder, discard);
  } catch (failure) {
    discard();
    throw failure;
  }
}

function useUnpacked(folder: string, discard: () => void): UnpackedBrowser {
  return {
    path: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts'),
    discard,
  };
}

function putInPlace(fresh: string, ready: string): UnpackedBrowser {
  try {
    if (existsSync(ready) && !isFinished(ready))
      rmSync(ready, { recursive: true, force: true, maxRetries: 3 });
    renameSync(fresh, ready);
  } catch (failure) {
    // Another first run was quicker: its copy is as good as ours.
    rmSync(fresh, { recursive: true, force: true, maxRetries: 3 });
    if (!isFinished(ready)) throw diskFailure(ready, failure);
  }
  return useUnpacked(ready, () => undefined);
}

async function unpackInto(folder: string, embedded: EmbeddedBrowser, signal: AbortSignal): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await Promise.all([
      pipeline(
        createReadStream(join(embedded.packed, 'chromium.br')),
        createBrotliDecompress(),
        createWriteStream(join(folder, 'chromium'), { mode: 0o700 }),
        { signal },
      ),
      unpackArchive(join(embedded.packed, 'al2023.tar.br'), join(folder, 'al2023'), signal),
      unpackArchive(join(embedded.packed, 'fonts.tar.br'), folder, signal),
    ]);
    chmodSync(join(folder, 'chromium'), 0o700);
    writeFileSync(join(folder, FINISHED), JSON.stringify({ size: statSync(join(folder, 'chromium')).size }));
  } catch (failure) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (signal.aborted) throw new Interrupted('stopped while the browser was being unpacked');
    throw diskFailure(folder, failure);
  }
}

async function unpackArchive(archive: string, folder: string, signal: AbortSignal): Promise<void> {
  const { extract } = await import('tar-stream');
  const files = extract();
  files.on('entry', (header, stream, next) => {
    const path = join(folder, header.name);
    if (header.type !== 'file' || !path.startsWith(folder + sep)) {
      stream.on('end', next);
      stream.resume();
      return;
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    pipeline(stream, createWriteStream(path, { mode: 0o700 })).then(() => next(), next);
  });
  await pipeline(createReadStream(archive), createBrotliDecompress(), files, { signal });
}

function isFinished(folder: string): boolean {
  try {
    const finished: unknown = JSON.parse(readFileSync(join(folder, FINISHED), 'utf8'));
    const size =
      typeof finished === 'object' && finished !== null && 'size' in finished ? finished.size : undefined;
    return isPrivate(folder) && statSync(join(folder, 'chromium')).size === size;
  } catch {
    return false;
  }
}

/** Whether the browser can be kept in the cache folder; where it cannot, another place must do. */
function isCacheReady(folder: string): boolean {
  if (makePrivateFolder(folder)) return isWritable(folder);
  if (!isThere(folder)) return false;
  throw new MachineError(
    `The folder ${folder} could have been put there by somebody else: it is a link, belongs to another user, or others may write in it. The browser would be run from there, so it is not used. Remove the folder, or run 'chmod 700' on it if it is yours.`,
  );
}

function isWritable(folder: string): boolean {
  try {
    const probe = join(folder, `.probe-${randomBytes(6).toString('hex')}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
    return true;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOSPC')
      throw diskFailure(folder, failure);
    return false;
  }
}

function diskFailure(folder: string, failure: unknown): MachineError {
  const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
  const reason =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk is full'
      : failure instanceof Error
        ? failure.message
        : String(failure);
  return new MachineError(
    `The embedded browser could not be unpacked into ${folder}: ${reason}. It needs about 200 MB there; XDG_CACHE_HOME names another place.`,
  );
}
