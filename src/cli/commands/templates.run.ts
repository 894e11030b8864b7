import { join, relative } from 'node:path';
import {
  type Diagnostic,
  distinct,
  hasErrors,
  nearest,
  SourceTexts,
  UsageError,
} from '../../diagnostics/index.js';
import {
  fileExists,
  findRegister,
  readTemplates,
  type TemplatePart,
  templateFolders,
  writeAtomically,
} from '../../files/index.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { showDiagnostics } from '../print-diagnostics.js';
import { jsonText, sanitiseLine } from '../sanitise.js';

export interface TemplatesOptions extends CommonOptions {
  readonly json?: boolean;
}

/** Lists the parts, or copies one to where it can be changed. */
export function templates(part: string | undefined, options: TemplatesOptions, host: Host): ExitCode {
  const place = findRegister(host.cwd, options.data);
  const own = join(place.home, 'templates');
  const { parts, diagnostics } = partsByFolder(own);
  showDiagnostics(diagnostics, new SourceTexts(), host);
  if (part !== undefined) return copyOut(part, own, host);
  host.stdout.write(options.json ? asJson(parts) : asLines(parts, host));
  return hasErrors(diagnostics) ? EXIT.problems : EXIT.done;
}

/** What serves each part: folder by folder, the shared one first, with what a register's own folder puts in its place. */
function partsByFolder(own: string | undefined): {
  readonly parts: readonly TemplatePart[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const read = templateFolders().map((kind) => readTemplates({ kind, own }));
  return {
    parts: read.flatMap(({ value: { kind, parts } }) =>
      [...parts.values()].filter(({ folder }) => folder === kind),
    ),
    diagnostics: distinct(read.flatMap(({ diagnostics }) => diagnostics)),
  };
}

function copyOut(asked: string, own: string, host: Host): ExitCode {
  const part = partCalled(asked);
  const path = join(own, part.folder, part.name);
  if (fileExists(path))
    throw new UsageError(
      `${relative(host.cwd, path)} is there already; it is what papers are made with. Change it, or remove it to go back to the one that ships.`,
    );
  writeAtomically([{ path, bytes: Buffer.from(part.text) }], host.signal);
  host.stdout.write(`${sanitiseLine(relative(host.cwd, path))}\n`);
  host.stderr.write(
    `Change this file; from now on it serves its part ${part.folder === 'shared' ? 'of every paper' : `of each ${part.folder} paper`}, and all others stay as they ship. docs/templates.md says what can stand in it.\n`,
  );
  return EXIT.done;
}

/** The part that ships under a name: `mark`, or `tracker/layout.hbs` where several kinds of paper have a part of that name. */
function partCalled(asked: string): TemplatePart {
  const [, folder, name = ''] = /^(?:([^/]*)\/)?(.*)$/.exec(asked) ?? [];
  const all = partsByFolder(undefined).parts;
  const fits = (part: TemplatePart) => part.name === name || part.name === `${name}.hbs`;
  const [only, another] = all.filter(
    (part) => fits(part) && (folder === undefined || part.folder === folder),
  );
  if (only && another) {
    const choices = all.filter(fits).map((part) => `${part.folder}/${part.name}`);
    throw new UsageError(`Several kinds of paper have a part '${name}'. Say which: ${choices.join(', ')}.`);
  }
  if (only) return only;
  // A shared part can be changed for one kind of paper alone.
  const shared = all.find((part) => fits(part) && part.folder === 'shared');
  if (shared && folder !== undefined && templateFolders().includes(folder)) return { ...shared, folder };
  const names = [...new Set(all.map((part) => part.name))];
  const near = nearest(name, names) ?? nearest(`${name}.hbs`, names);
  throw new UsageError(
    `There is no part '${asked}'. ${near ? `Did you mean '${near}'?` : `The parts are ${names.join(', ')}.`}`,
  );
}

function asLines(parts: readonly TemplatePart[], host: Host): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  return templateFolders()
    .map((folder) => {
      const title =
        folder === 'shared' ? 'Every paper, unless its own kind has the part' : `The ${folder} paper`;
      const lines = parts
        .filter((part) => part.folder === folder)
        .map(
          ({ name, path, isOwn }) =>
            `${name.padEnd(width)}  ${isOwn ? `your own   ${sanitiseLine(relative(host.cwd, path))}` : 'as it ships'}\n`,
        );
      return `${title} (templates/${folder}/)\n${lines.join('')}`;
    })
    .join('\n');
}

function asJson(parts: readonly TemplatePart[]): string {
  return jsonText({
    schema: 1,
    parts: parts.map(({ name, folder, path, isOwn }) => ({ part: name, folder, path, own: isOwn })),
  });
}
