import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './support/folder.js';

/** Which rooms each room may import, beside itself and diagnostics. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  calendar: [],
  lettering: [],
  colours: [],
  digest: [],
  cache: [],
  language: ['calendar'],
  prose: [],
  source: [],
  model: ['source', 'calendar', 'prose', 'lettering', 'colours'],
  register: ['model', 'calendar'],
  view: ['register', 'model', 'calendar', 'language', 'prose', 'colours'],
  office: ['register', 'view', 'model', 'calendar', 'language', 'prose'],
  evidence: ['register', 'view', 'office', 'model', 'calendar', 'prose', 'digest'],
  html: ['view', 'prose', 'lettering', 'digest'],
  pdf: ['lettering', 'digest', 'cache'],
  files: ['cache'],
  withheld: ['register', 'model', 'view', 'prose'],
  'read-model.ts': ['calendar', 'files', 'source', 'model'],
  'check-register.ts': ['calendar', 'files', 'source', 'model', 'register', 'history', 'read-model.ts'],
  'pipeline.ts': ['calendar', 'files', 'model', 'pdf', 'make-pages.ts', 'read-model.ts'],
  'make-pages.ts': [
    'calendar',
    'files',
    'model',
    'register',
    'view',
    'html',
    'pdf',
    'evidence',
    'withheld',
    'paper-names.ts',
    'paper-parts.ts',
    'read-model.ts',
  ],
  verify: [
    'calendar',
    'files',
    'source',
    'model',
    'html',
    'pdf',
    'evidence',
    'digest',
    'history',
    'withheld',
    'make-pages.ts',
    'paper-parts.ts',
    'read-model.ts',
  ],
  'paper-names.ts': ['calendar', 'model', 'view'],
  edit: ['source'],
  'mend-register.ts': ['files', 'source', 'model', 'edit'],
  history: [],
  'paper-parts.ts': ['model', 'register', 'view', 'evidence'],
  handbook: [],
  cli: [
    'pipeline.ts',
    'verify',
    'mend-register.ts',
    'check-register.ts',
    'history',
    'read-model.ts',
    'paper-names.ts',
    'calendar',
    'files',
    'model',
    'register',
    'office',
    'language',
    'html',
    'pdf',
    'evidence',
    'digest',
    'handbook',
  ],
};

/** Where each outside package lives. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  yaml: ['source'],
  handlebars: ['html'],
  marked: ['prose'],
  'entities/decode': ['prose'],
  parse5: ['withheld'],
  puppeteer: ['pdf'],
  'tar-stream': ['pdf'],
  'node:fs': ['files', 'pdf', 'cache'],
  'node:child_process': ['cli', 'pdf', 'history'],
  'node:stream': ['pdf'],
  'node:crypto': ['cache', 'pdf', 'digest'],
  'node:module': ['pdf', 'cache'],
  'node:os': ['pdf', 'cache'],
  'node:zlib': ['files', 'pdf'],
  'node:util': ['pdf'],
  'node:stream/promises': ['pdf'],
  'node:url': ['files'],
  'node:path': ['files', 'pdf', 'cache', 'cli', 'make-pages.ts', 'mend-register.ts'],
};

/** What one file imports: `import`, `export … from` and `import()` alike. */
function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  );
}

/** What is wrong with a file's imports; `path` is below src/. */
function trespasses(path: string, text: string): readonly string[] {
  const room = path.split('/')[0] ?? '';
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const homes = PACKAGES[specifier] ?? [];
      return homes.includes(room)
        ? []
        : [`${path} imports ${specifier}, whose home is ${homes.join(', ') || 'nowhere'}`];
    }
    const target = posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.js$/, '.ts');
    const other = target.split('/')[0] ?? '';
    if (other === room) return [];
    if (other !== 'diagnostics' && !(ROOMS[room] ?? []).includes(other))
      return [`${path} may not import ${other}`];
    return target === other || target === `${other}/index.ts`
      ? []
      : [`${path} goes past the door of ${other}: ${target}`];
  });
}

function sources(): readonly string[] {
  const src = join(PROJECT, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'));
}

describe('the rooms of src/', () => {
  test.each(Object.keys(ROOMS))('%s imports only what it may, by the door', (room) => {
    const files = sources().filter((path) => path === room || path.startsWith(`${room}/`));
    expect(files).not.toEqual([]);
    expect(
      files.flatMap((path) => trespasses(path, readFileSync(join(PROJECT, 'src', path), 'utf8'))),
    ).toEqual([]);
  });

  test('are all in the table', () => {
    expect([...new Set(sources().map((path) => path.split('/')[0]))].sort()).toEqual(
      Object.keys(ROOMS).sort(),
    );
  });

  test('each have a door which says what it is for', () => {
    for (const room of Object.keys(ROOMS).filter((name) => !name.endsWith('.ts'))) {
      expect(readFileSync(join(PROJECT, 'src', room, 'index.ts'), 'utf8')).toMatch(/^\/\*\*\n \* .{20}/);
    }
  });

  test('are mirrored by test/', () => {
    const beside = ['support', 'fixtures', 'bench', 'docs', 'ci', 'cases', 'campaign'];
    const folders = readdirSync(join(PROJECT, 'test')).filter(
      (name) => statSync(join(PROJECT, 'test', name)).isDirectory() && !beside.includes(name),
    );
    for (const folder of folders) expect(existsSync(join(PROJECT, 'src', folder)), folder).toBe(true);
  });
});

describe('the check of the rooms can fail', () => {
  test.each([
    ['register/rules.ts', "import { run } from '../cli/index.js';", 'register/rules.ts may not import cli'],
    [
      'view/words.ts',
      "import { naturalOrder } from '../model/references.js';",
      'view/words.ts goes past the door of model: model/references.ts',
    ],
    ['model/a.ts', "import { parse } from 'yaml';", 'model/a.ts imports yaml, whose home is source'],
    [
      'cli/a.ts',
      "const late = await import('node:fs');",
      'cli/a.ts imports node:fs, whose home is files, pdf, cache',
    ],
  ])('%s: %s', (path, text, said) => {
    expect(trespasses(path, text)).toEqual([said]);
  });
});

describe('the table in ARCHITECTURE.md', () => {
  test('says the same', () => {
    const page = readFileSync(join(PROJECT, 'ARCHITECTURE.md'), 'utf8');
    for (const [room, allowed] of Object.entries(ROOMS)) {
      if (room.endsWith('.ts') || room === 'cli' || allowed.length === 0) continue;
      const row = page.split('\n').find((line) => line.startsWith(`| \`${room}/\` |`));
      expect(row, room).toBeDefined();
      for (const other of allowed) expect(row).toContain(other);
    }
  });
});
