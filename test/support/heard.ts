import { readFileSync, rmSync } from 'node:fs';
import { emptyFolder } from './folder.js';
import { reportShared } from './shared-browser.js';

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
  more: Parameters<typeof reportShared>[3] = {},
): Promise<readonly HeardPaper[]> {
  const out = emptyFolder();
  const written = await reportShared(register, meeting, out, { ...more, isHeard: true });
  const papers = written
    .filter((path) => path.endsWith('.heard.txt'))
    .map((path) => ({
      heard: readFileSync(path, 'utf8')
        .replace(/\b[0-9a-f]{64}\b/g, '…')
        .replace(/scrutiny \d+\.\d+\.\d+/g, 'scrutiny …'),
      html: readFileSync(path.replace(/heard\.txt$/, 'html'), 'utf8'),
    }));
  rmSync(out, { recursive: true, force: true });
  return papers;
}
