import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checked, type Code, checked, type Diagnostic, nearest } from '../diagnostics/index.js';
import { compareText } from '../order/index.js';
import { diskReason } from './fs-errors.js';
import { readInside } from './read-safely.js';

/** Two folders up from here, in `src/` and in `dist/` alike. */
const BUILT_IN = fileURLToPath(new URL('../../templates/', import.meta.url));
const LARGEST_PART = 1_000_000;

/** Parts that every kind of paper is made with, beside those of its own. */
const SHARED = 'shared';
const FONTS = 'fonts';

/** One file that serves a part of a paper. */
export interface TemplatePart {
  /** The file's name: `appendix-b.hbs`. */
  readonly name: string;
  /** As a person would name it: `templates/update/appendix-b.hbs`. */
  readonly shown: string;
  /** The folder that it lies in: `update`, or `shared`. */
  readonly folder: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** Whether the register's own file serves it. */
  readonly isOwn: boolean;
}

/** Every part of one kind of paper, and the typeface. */
export interface TemplateSet {
  readonly kind: string;
  /** By file name. */
  readonly parts: ReadonlyMap<string, TemplatePart>;
  /** The font files, by name. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/** Which templates are wanted. */
export interface TemplatesWanted {
  readonly kind: string;
  /** The folder `templates/` beside the register, whether it exists or not; undefined leaves a register's own aside. */
  readonly own: string | undefined;
}

/** The folders of parts that ship, the shared one first, then one for each kind of paper. */
export function templateFolders(): readonly string[] {
  const kinds = listEntries(BUILT_IN).filter(
    ({ name, isFolder }) => isFolder && name !== SHARED && name !== FONTS,
  );
  return [SHARED, ...kinds.map(({ name }) => name)];
}

/**
 * Reads the parts of a kind of paper: each from the kind's own folder or the shared one, of the register where it has the part, otherwise
 * those that ship. No part that ships is in both.
 */
export function readTemplates({ kind, own }: TemplatesWanted): Checked<TemplateSet> {
  const folders = kind === SHARED ? [SHARED] : [SHARED, kind];
  const parts = new Map(
    folders
      .flatMap(builtInParts)
      .toSorted((a, b) => compareText(a.name, b.name))
      .map((part) => [part.name, part]),
  );
  const diagnostics: Diagnostic[] = [];
  if (own !== undefined) diagnostics.push(...misplaced(own));
  for (const folder of own === undefined ? [] : folders) {
    const known = [...parts.values()].filter((part) => folder === kind || part.folder === folder);
    for (const read of readOwnParts(
      own ?? '',
      folder,
      known.map(({ name }) => name),
    )) {
      if ('code' in read) diagnostics.push(read);
      else parts.set(read.name, read);
    }
  }
  return checked({ kind, parts, fonts: readFonts() }, diagnostics);
}

let fonts: ReadonlyMap<string, Uint8Array> | undefined;

/** The font files that ship, by name; read once. */
export function readFonts(): ReadonlyMap<string, Uint8Array> {
  fonts ??= new Map(
    namesIn(join(BUILT_IN, FONTS))
      .filter((name) => name.endsWith('.woff2'))
      .map((name) => [name, new Uint8Array(readFileSync(join(BUILT_IN, FONTS, name)))]),
  );
  return fonts;
}

function builtInParts(folder: string): readonly TemplatePart[] {
  return namesIn(join(BUILT_IN, folder)).map((name) => {
    const path = join(BUILT_IN, folder, name);
    return {
      name,
      path,
      folder,
      shown: `templates/${folder}/${name}`,
      text: readFileSync(path, 'utf8'),
      isOwn: false,
    };
  });
}

/** The parts of a register's own folder, and what is wrong with the folder. Where it is the built-in one itself it is none of its own. */
function readOwnParts(
  own: string,
  within: string,
  known: readonly string[],
): readonly (TemplatePart | Diagnostic)[] {
  const shown = `templates/${within}`;
  const home = realFolder(dirname(own));
  const folder = realFolder(join(own, within));
  if (home === undefined || folder === undefined || folder === realFolder(join(BUILT_IN, within))) return [];
  if (!folder.startsWith(home.endsWith(sep) ? home : home + sep)) {
    return [
      refusal(shown, {
        code: 'file-outside',
        message: 'this is a link that leads out of the folder',
        hint: 'Put the folder itself in its place.',
      }),
    ];
  }
  try {
    return namesIn(folder).map((name) => readOwnPart(folder, within, name, known));
  } catch (failure) {
    return [
      refusal(shown, {
        code: 'file-unreadable',
        message: `this folder cannot be read: ${diskReason(failure)}`,
        hint: 'See that it is a folder and that you may read it.',
      }),
    ];
  }
}

/** Parts that lie beside their folder, and a folder whose name is nearly right: nothing would use them, and nobody would be told. */
function misplaced(own: string): readonly Diagnostic[] {
  if (realFolder(own) === realFolder(BUILT_IN)) return [];
  const folders = templateFolders();
  return listEntries(own).flatMap(({ name, isFolder }): readonly Diagnostic[] => {
    const near = isFolder && !folders.includes(name) ? nearest(name, folders) : undefined;
    const homes = isFolder ? [] : listHomes(name);
    if (near === undefined && homes.length === 0) return [];
    return [
      {
        code: 'template-unknown',
        severity: 'warning',
        span: { file: `templates/${name}`, start: 0, end: 0 },
        message: `nothing uses this ${isFolder ? 'folder' : 'file'} here`,
        hint: near === undefined ? belonging(homes) : `Did you mean templates/${near}/?`,
      },
    ];
  });
}

/** The folders that ship with a part of this name. */
function listHomes(name: string): readonly string[] {
  return templateFolders().filter((folder) => namesIn(join(BUILT_IN, folder)).includes(name));
}

function belonging(homes: readonly string[]): string {
  return `It belongs in ${homes.map((folder) => `templates/${folder}/`).join(' or ')}.`;
}

function listEntries(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => compareText(a.name, b.name));
  } catch {
    return [];
  }
}

function refusal(
  file: string,
  problem: { readonly code: Code; readonly message: string; readonly hint: string },
): Diagnostic {
  return { ...problem, severity: 'error', span: { file, start: 0, end: 0 } };
}

function readOwnPart(
  folder: string,
  within: string,
  name: string,
  known: readonly string[],
): TemplatePart | Diagnostic {
  const shown = `templates/${within}/${name}`;
  if (!known.includes(name)) {
    const near = nearest(name, known);
    const homes = listHomes(name);
    return {
      code: 'template-unknown',
      severity: 'warning',
      span: { file: shown, start: 0, end: 0 },
      message:
        homes.length > 0
          ? 'nothing uses this file here'
          : `no part of a paper is called '${name}', so nothing uses this file`,
      hint:
        homes.length > 0
          ? belonging(homes)
          : near
            ? `Did you mean '${near}'?`
            : `The parts are ${known.join(', ')}.`,
    };
  }
  const outcome = readInside(join(folder, name), folder, LARGEST_PART);
  if ('problem' in outcome) return refusal(shown, outcome.problem);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(outcome.bytes);
    return { name, folder: within, path: join(folder, name), shown, text, isOwn: true };
  } catch {
    return refusal(shown, {
      code: 'file-encoding',
      message: 'this template is not written in UTF-8',
      hint: 'Save it again with the encoding UTF-8.',
    });
  }
}

function realFolder(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** File names by code point; hidden ones, such as an editor's leftovers, are none of ours. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(compareText);
}
