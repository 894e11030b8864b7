import module from 'node:module';
import { join } from 'node:path';
import { cacheFolder, makePrivateFolder } from './own-folder.js';

/**
 * Lets Node keep the compiled program between runs, where it can (from 22.1 on), in the user's own cache folder.
 *
 * Node's default is a folder with a known name among the temporary files: another user could plant code there
 * (https://nodejs.org/api/module.html#module-compile-cache).
 */
export function keepCompiledCode(env: Readonly<Record<string, string | undefined>>): void {
  if (!('enableCompileCache' in module) || typeof module.enableCompileCache !== 'function') return;
  const cache = cacheFolder(env);
  const folder = join(cache, 'compiled');
  if (makePrivateFolder(cache) && makePrivateFolder(folder)) module.enableCompileCache(folder);
}
