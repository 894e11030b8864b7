import { join, relative, resolve } from 'node:path';
import { writeAtomically } from '../../files/index.js';
import { type FileKind, registerSchemas } from '../../model/index.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { jsonText, sanitiseLine } from '../sanitise.js';

export interface SchemaOptions extends CommonOptions {
  readonly kind: FileKind | undefined;
  readonly out?: string;
}

const KINDS: readonly FileKind[] = ['council', 'meeting', 'review', 'progress'];

/** Prints schemas, or writes them. */
export async function schema({ kind, out }: SchemaOptions, host: Host): Promise<ExitCode> {
  const { SCHEMAS, schemaText } = await registerSchemas();
  if (out !== undefined) {
    const files = (kind ? [kind] : KINDS).map((one) => ({
      path: join(resolve(host.cwd, out), `${one}.json`),
      bytes: Buffer.from(schemaText(one)),
    }));
    writeAtomically(files, host.signal);
    for (const { path } of files) host.stdout.write(`${sanitiseLine(relative(host.cwd, path))}\n`);
  } else host.stdout.write(kind ? schemaText(kind) : jsonText(SCHEMAS));
  return EXIT.done;
}
