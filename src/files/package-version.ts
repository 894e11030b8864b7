import { readFileSync } from 'node:fs';

/** The version of this tool, from its own package.json, two folders up from here in `src/` and in `dist/` alike. */
export function ownVersion(): string {
  const own: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : 'unknown';
}
