// The parts that ship, checked and compiled once and for all: what takes the place of dist/html/precompiled-templates.js.
import Handlebars from 'handlebars';
import { readTemplates, templateFolders } from '../dist/files/index.js';
import { checkTemplates } from '../dist/html/check-templates.js';
import { AS_PARTS, layoutSchema } from '../dist/html/render.js';
import { partDigest, setDigest } from '../dist/html/template-digests.js';
import { partialName, templateParts } from '../dist/html/templates.js';

/** The module as JavaScript. Fails where anything is found in the templates that ship. */
export function precompiledTemplates() {
  const parts = new Map();
  const sets = new Set();
  for (const kind of templateFolders().filter((folder) => folder !== 'shared')) {
    const templates = readTemplates({ kind, own: undefined }).value;
    const { diagnostics, programs } = checkTemplates(templates, layoutSchema(kind));
    if (diagnostics.length > 0)
      throw new Error(diagnostics.map(({ span, message }) => `${span.file}: ${message}`).join('\n'));
    for (const part of templateParts(templates))
      parts.set(partDigest(part), Handlebars.precompile(programs.get(partialName(part)), AS_PARTS));
    sets.add(setDigest(templates, kind));
  }
  const lines = [...parts].map(([digest, source]) => `[${JSON.stringify(digest)},${source}]`);
  return [
    `export const COMPILED_PARTS = new Map([\n${lines.join(',\n')}\n]);`,
    `export const CHECKED_SETS = new Set(${JSON.stringify([...sets])});`,
    '',
  ].join('\n');
}
