import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, PROJECT } from './folder.js';
import { atOffice } from './office.js';

/** The files of the register in which people slip. */
export const SLIP_FILES = {
  council: 'data/council.yaml',
  meeting: 'data/meetings/2026-03-02-homes.yaml',
  review: 'data/reviews/repairs/review.yaml',
  progress: 'data/reviews/repairs/progress/2026-02-10.yaml',
} as const;

/** What is in the sound register and what somebody typed in its place. */
export interface Edit {
  readonly file: keyof typeof SLIP_FILES;
  readonly from: string;
  readonly to: string;
}

/** One thing that `check` says. */
export interface Said {
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What `check` says of the sound register after these edits, one after the other. */
export async function saidOf(edits: readonly Edit[]): Promise<readonly Said[]> {
  return (await checked(edits)).said;
}

/** The same, with the folder in which the edited register lies. */
export async function checked(
  edits: readonly Edit[],
): Promise<{ readonly cwd: string; readonly said: readonly Said[] }> {
  const cwd = folderWith({});
  cpSync(join(PROJECT, 'test', 'fixtures', 'cases', 'd-slips', 'data'), join(cwd, 'data'), {
    recursive: true,
  });
  for (const { file, from, to } of edits) {
    const path = join(cwd, SLIP_FILES[file]);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${SLIP_FILES[file]} has no '${from}'`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  const { out } = await atOffice('2026-03-10', ['check', '--format', 'json'], { cwd });
  const { diagnostics }: { readonly diagnostics: readonly Said[] } = JSON.parse(out);
  return { cwd, said: diagnostics.map(({ line, code, message, hint }) => ({ line, code, message, hint })) };
}
