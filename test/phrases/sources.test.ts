import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

/** The rooms whose words come from `src/phrases/`. */
const ROOMS = ['src/view', 'src/queries', 'src/facts'];

/** Files that write a format, whose names look like English: the fields and dates of mail (RFC 5322), the keys of a progress file. */
const FORMATS: ReadonlySet<string> = new Set(['src/queries/eml.ts', 'src/queries/yaml-to-fill.ts']);

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(room, file)),
);

/** The strings of a source that have two words or begin a sentence, with their lines. A slot of a template counts as a word beside one. */
function englishIn(text: string): readonly string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) look(one);
    if (!isNode(node) || NO_WORDS.test(node.type)) return;
    const words = wordsOf(node);
    if (words !== undefined && isEnglish(words))
      found.push(`${text.slice(0, node.start).split('\n').length}: ${words}`);
    for (const [key, child] of Object.entries(node))
      if (!(node.type === 'Property' && key === 'key')) look(child);
  };
  look(parseSync('source.ts', text).program);
  return found;
}

/** What is imported, and types; but not an expression with a type beside it. */
const NO_WORDS = /^(?:Import|Export(?:All)|TS(?!AsExpression|SatisfiesExpression|NonNullExpression))/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The words of a string or a template, with 0 for each slot. */
function wordsOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  return type === 'TemplateLiteral' ? quasis?.map((quasi) => quasi.value.raw).join('0') : undefined;
}

function isEnglish(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const isLettered = words.some((word) => /\p{L}/u.test(word));
  return (isLettered && words.length > 1) || /^\s*\p{Lu}\p{Ll}/u.test(text);
}

it('tells words from codes', () => {
  const source = `import { date } from '../two words.js';
const id = 'at-a-glance';
const row = \`action-\${number}\`;
const key = \`\${review} \${ref}\`;
const heading = 'Contents';
const clause = 'was reported';
const late = \`\${days} late\`;
const table = { 'signed off': 'green', 'Not a word': 1 };`;
  expect(englishIn(source)).toEqual(['5: Contents', '6: was reported', '7: 0 late']);
});

it.each(files.filter((file) => !FORMATS.has(file)))('%s has no words of its own', (file) => {
  expect(englishIn(readFileSync(file, 'utf8'))).toEqual([]);
});
