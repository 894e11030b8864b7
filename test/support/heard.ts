import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { run } from '../../src/cli/index.js';
import { emptyFolder } from './folder.js';
import { fakeHost } from './host.js';

/** A paper as it is heard, and the page that it was printed from. */
export interface HeardPaper {
  /** Without digests and the program's version, which change with every letter of a template. */
  readonly heard: string;
  readonly html: string;
}

/** The papers of a meeting, in the order of their names. */
export async function heardPapers(
  register: string,
  meeting: string,
  more: readonly string[] = [],
): Promise<readonly HeardPaper[]> {
  const out = emptyFolder();
  const host = fakeHost({ cwd: register });
  expect(await run(['report', '-m', meeting, '--as-heard', '--out', out, ...more], host), host.err()).toBe(0);
  const papers = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.heard.txt'))
    .toSorted()
    .map((path) => ({
      heard: readFileSync(join(out, path), 'utf8')
        .replace(/\b[0-9a-f]{64}\b/g, '…')
        .replace(/scrutiny \d+\.\d+\.\d+/g, 'scrutiny …'),
      html: readFileSync(join(out, path.replace(/heard\.txt$/, 'html')), 'utf8'),
    }));
  rmSync(out, { recursive: true, force: true });
  return papers;
}
