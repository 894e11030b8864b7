import { type ObjectSchema, paperSchemas, required, type Schema } from '../view/index.js';

/**
 * The names that a template may use, by the kind of paper, as docs/templates.md lists them: `?` for what not every paper has, `[]` for a
 * list, what is not plain words in brackets; what an earlier kind has too is not listed again.
 */
export function listNames(): ReadonlyMap<string, string> {
  const listed = new Map<Schema, string>();
  const lines = ({ fields }: ObjectSchema, indent: string, within: string): readonly string[] =>
    Object.entries(fields).flatMap(([name, given]) => {
      const found = required(given);
      const item = found.kind === 'list' ? required(found.item) : found;
      const brackets = found.kind === 'list' ? '[]' : '';
      const path = `${within}${name}${brackets}`;
      const before = listed.get(item);
      const line = `${indent}${name}${given.kind === 'optional' ? '?' : ''}${brackets}`;
      if (item.kind !== 'object') return [`${line}${NOT_WORDS[item.kind] ?? ''}`];
      if (before !== undefined) return [`${line}  (as ${before})`];
      listed.set(item, path);
      return [line, ...lines(item, `${indent}  `, `${path}.`)];
    });
  return new Map(
    Object.entries(paperSchemas).map(([kind, schema]) => [kind, lines(schema, '    ', '').join('\n')]),
  );
}

const NOT_WORDS: Readonly<Record<string, string>> = { html: '  (HTML)', flag: '  (yes or no)' };
