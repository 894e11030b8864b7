import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/index.js';
import { buildModel, type Model } from '../../src/model/index.js';
import { parseSource } from '../../src/source/index.js';
import { PROJECT } from './folder.js';

/** The fewest files that make a register with one update paper. */
export const SMALL: Readonly<Record<string, string>> = {
  'data/council.yaml': [
    'council: Ambridge Council',
    'panels: { homes: Homes Panel, streets: Streets Panel }',
    'officers:',
    '  head-of-homes: { role: Head of Homes }',
    '  clerk: { role: Clerk, phone: 01234 567890 }',
    '',
  ].join('\n'),
  'data/meetings/2020-03-02-homes.yaml': [
    'date: 2020-03-02',
    'published: 2020-02-21',
    'panel: homes',
    'items:',
    '  - { number: 4, title: Homes Update, report: update, review: repairs }',
    '',
  ].join('\n'),
  'data/reviews/repairs/review.yaml': [
    'title: Repairs',
    'panel: homes',
    'executive-response: { date: 2019-10-01, decision: agreed }',
    'recommendations:',
    '  - ref: 1',
    '    text: Mend roofs within a week.',
    '    response: accepted',
    '    actions:',
    '      - { ref: 1.1, text: Hire two roofers, owner: head-of-homes, due: 2020-01-31 }',
    '      - { ref: 1.2, text: Buy ladders, owner: Ladder Trust, due: 2020-06 }',
    'background-papers: []',
    '',
  ].join('\n'),
  'data/reviews/repairs/progress/2020-02-10.yaml': [
    'as-at: 2020-02-10',
    'reported-by: head-of-homes',
    'progress:',
    '  1.1:',
    '    rating: amber',
    '    note: One roofer was hired.',
    '',
  ].join('\n'),
};

/** The small register with some files in place of its own; an empty text leaves one out. */
export function small(changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries({ ...SMALL, ...changes }).filter(([, text]) => text !== ''));
}

/** Files as a model, with all that is wrong with them. */
export function modelOf(files: Readonly<Record<string, string>>): {
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const parsed = Object.entries(files)
    .filter(([path]) => path.endsWith('.yaml'))
    .map(([shown, text]) => parseSource({ shown, path: shown.replace(/^data\//, ''), text }));
  const others = new Set(
    Object.keys(files)
      .filter((path) => !path.endsWith('.yaml'))
      .map((path) => path.replace(/^data\//, '')),
  );
  const { value, diagnostics } = buildModel(
    parsed.map((document) => document.value),
    others,
  );
  return {
    model: value,
    diagnostics: [...parsed.flatMap((document) => document.diagnostics), ...diagnostics],
  };
}

/** Files as a model; a test whose register is wrong is itself wrong. */
export function soundModel(files: Readonly<Record<string, string>>): Model {
  const { model, diagnostics } = modelOf(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!model || errors.length > 0)
    throw new Error(errors.map(({ span, message }) => `${span.file}:${span.start} ${message}`).join('\n'));
  return model;
}

/** The files of a register in test/fixtures/, by path. */
export function fixture(name: string): Readonly<Record<string, string>> {
  const folder = join(PROJECT, 'test', 'fixtures', name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}
