import { join, relative } from 'node:path';
import { hasErrors, nearest, UsageError } from '../../diagnostics/index.js';
import { fileExists, findRegister, readTemplates, type TemplatePart, writeWhole } from '../../files/index.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { showDiagnostics } from '../show.js';

export interface TemplatesOptions extends CommonOptions {
  readonly json?: boolean;
}

const KIND = 'update';

/** Lists the parts, or copies one to where it can be changed. */
export function templates(part: string | undefined, options: TemplatesOptions, host: Host): ExitCode {
  const place = findRegister(host.cwd, options.data);
  const own = join(place.home, 'templates');
  const { value, diagnostics } = readTemplates({ kind: KIND, own });
  showDiagnostics(diagnostics, new Map(), host);
  if (part !== undefined) return copyOut(part, [...value.parts.values()], join(own, KIND), host);
  const parts = [...value.parts.values()];
  host.stdout.write(options.json ? asJson(parts) : asLines(parts, host));
  return hasErrors(diagnostics) ? EXIT.problems : EXIT.done;
}

function copyOut(asked: string, parts: readonly TemplatePart[], folder: string, host: Host): ExitCode {
  const part = parts.find(({ name }) => name === asked || name === `${asked}.hbs`);
  if (!part) {
    const names = parts.map(({ name }) => name);
    const near = nearest(asked, names) ?? nearest(`${asked}.hbs`, names);
    throw new UsageError(
      `There is no part '${asked}'. ${near ? `Did you mean '${near}'?` : `The parts are ${names.join(', ')}.`}`,
    );
  }
  const path = join(folder, part.name);
  if (fileExists(path))
    throw new UsageError(
      `${relative(host.cwd, path)} is there already; it is what papers are made with. Change it, or remove it to go back to the one that ships.`,
    );
  writeWhole([{ path, bytes: Buffer.from(part.text) }], host.signal);
  host.stdout.write(`${relative(host.cwd, path)}\n`);
  host.stderr.write(
    'Change this file; from now on it serves its part, and all others stay as they ship. docs/templates.md says what can stand in it.\n',
  );
  return EXIT.done;
}

function asLines(parts: readonly TemplatePart[], host: Host): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  return parts
    .map(
      ({ name, path, isOwn }) =>
        `${name.padEnd(width)}  ${isOwn ? `your own   ${relative(host.cwd, path)}` : 'as it ships'}\n`,
    )
    .join('');
}

function asJson(parts: readonly TemplatePart[]): string {
  return `${JSON.stringify({ schema: 1, kind: KIND, parts: parts.map(({ name, path, isOwn }) => ({ part: name, path, own: isOwn })) }, undefined, 2)}\n`;
}
