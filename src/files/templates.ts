import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checked, checked, type Diagnostic, nearest } from '../diagnostics/index.js';
import { readInside } from './read-whole.js';

/** Two folders up from here, in `src/` and in `dist/` alike. */
const BUILT_IN = fileURLToPath(new URL('../../templates/', import.meta.url));
const LARGEST_PART = 1_000_000;

/** One file that serves a part of a paper. */
export interface TemplatePart {
  /** The file's name: `appendix-b.hbs`. */
  readonly name: string;
  /** As a person would name it: `templates/update/appendix-b.hbs`. */
  readonly shown: string;
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

/** Reads the parts of a paper: each from the register's own folder where it has one, otherwise the one that ships. */
export function readTemplates({ kind, own }: TemplatesWanted): Checked<TemplateSet> {
  const parts = new Map<string, TemplatePart>();
  for (const name of namesIn(join(BUILT_IN, kind))) {
    const path = join(BUILT_IN, kind, name);
    parts.set(name, {
      name,
      path,
      shown: `templates/${kind}/${name}`,
      text: readFileSync(path, 'utf8'),
      isOwn: false,
    });
  }
  const diagnostics: Diagnostic[] = [];
  const folder = own === undefined ? undefined : realFolder(join(own, kind));
  if (folder !== undefined && folder !== realFolder(join(BUILT_IN, kind))) {
    for (const name of namesIn(folder)) {
      const read = readOwnPart(folder, kind, name, parts.keys());
      if ('name' in read) parts.set(name, read);
      else diagnostics.push(read);
    }
  }
  const fonts = new Map(
    namesIn(join(BUILT_IN, 'fonts'))
      .filter((name) => name.endsWith('.woff2'))
      .map((name) => [name, new Uint8Array(readFileSync(join(BUILT_IN, 'fonts', name)))]),
  );
  return checked({ kind, parts, fonts }, diagnostics);
}

function readOwnPart(
  folder: string,
  kind: string,
  name: string,
  known: Iterable<string>,
): TemplatePart | Diagnostic {
  const shown = `templates/${kind}/${name}`;
  const span = { file: shown, start: 0, end: 0 };
  const names = [...known];
  if (!names.includes(name)) {
    const near = nearest(name, names);
    return {
      code: 'template-unknown',
      severity: 'warning',
      span,
      message: `no part of a paper is called '${name}', so nothing uses this file`,
      hint: near ? `Did you mean '${near}'?` : `The parts are ${names.join(', ')}.`,
    };
  }
  const outcome = readInside(join(folder, name), folder, LARGEST_PART);
  if ('problem' in outcome) return { ...outcome.problem, severity: 'error', span };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(outcome.bytes);
    return { name, path: join(folder, name), shown, text, isOwn: true };
  } catch {
    return {
      code: 'file-encoding',
      severity: 'error',
      span,
      message: 'this template is not written in UTF-8',
      hint: 'Save it again with the encoding UTF-8.',
    };
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
    .sort((a, b) => (a < b ? -1 : 1));
}
