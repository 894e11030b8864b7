import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './support/folder.js';

/** Which rooms each room may import, beside itself, diagnostics and order. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  order: [],
  diagnostics: [],
  calendar: [],
  glyphs: [],
  colours: [],
  hash: [],
  'user-cache': [],
  git: [],
  'rule-docs': [],
  phrases: ['calendar'],
  markdown: [],
  source: [],
  model: ['source', 'calendar', 'markdown', 'glyphs', 'colours'],
  register: ['model', 'calendar'],
  view: ['register', 'model', 'calendar', 'phrases', 'markdown', 'colours'],
  html: ['view', 'markdown', 'glyphs', 'hash'],
  pdf: ['glyphs', 'hash', 'user-cache'],
  facts: ['register', 'view', 'queries', 'model', 'calendar', 'phrases', 'markdown', 'hash'],
  queries: ['register', 'view', 'model', 'calendar', 'phrases', 'markdown'],
  edit: ['source'],
  exchange: [
    'source',
    'model',
    'register',
    'view',
    'facts',
    'edit',
    'calendar',
    'markdown',
    'colours',
    'phrases',
  ],
  'leak-check': ['register', 'model', 'view', 'markdown'],
  files: ['user-cache'],
  workspace: ['files', 'source', 'model', 'calendar'],
  workflows: [
    'workspace',
    'files',
    'source',
    'model',
    'register',
    'view',
    'html',
    'pdf',
    'facts',
    'edit',
    'exchange',
    'leak-check',
    'git',
    'hash',
    'calendar',
    'queries',
    'phrases',
  ],
  verify: [
    'workflows',
    'workspace',
    'files',
    'source',
    'model',
    'html',
    'pdf',
    'facts',
    'leak-check',
    'hash',
    'git',
    'calendar',
  ],
  cli: [
    'workflows',
    'workspace',
    'verify',
    'queries',
    'facts',
    'edit',
    'exchange',
    'files',
    'model',
    'register',
    'html',
    'pdf',
    'git',
    'hash',
    'phrases',
    'calendar',
    'rule-docs',
  ],
};

/** Rooms that every room may import. */
const FOR_ALL: readonly string[] = ['diagnostics', 'order'];

/** A command loads the one journey that it makes: each file there is a door of its own. */
const DOORS_EACH = 'workflows';

/** The library's door is no room: it hands out workflows. */
const LIBRARY = 'index.ts';

/** Where each outside package lives. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  sarif: ['cli'],
  yaml: ['source'],
  diff: ['edit'],
  handlebars: ['html'],
  marked: ['markdown'],
  'entities/decode': ['markdown'],
  parse5: ['leak-check', 'exchange'],
  hucre: ['exchange'],
  'hucre/ods': ['exchange'],
  'hucre/xlsx': ['exchange'],
  'csv-parse/sync': ['exchange'],
  saxes: ['exchange'],
  puppeteer: ['pdf'],
  'tar-stream': ['pdf'],
  'node:fs': ['files', 'pdf', 'user-cache'],
  'node:child_process': ['cli', 'pdf', 'git'],
  'node:readline/promises': ['cli'],
  'node:stream': ['pdf'],
  'node:crypto': ['user-cache', 'pdf', 'hash'],
  'node:module': ['pdf', 'user-cache'],
  'node:os': ['pdf', 'user-cache'],
  'node:vm': ['user-cache'],
  'node:zlib': ['files', 'pdf', 'exchange'],
  'node:util': ['pdf'],
  'node:stream/promises': ['pdf'],
  'node:url': ['files'],
  'node:path': ['files', 'pdf', 'user-cache', 'cli', 'workflows'],
};

/** Inner folders that hand on to each other, and which each may import: a kind of paper knows no other kind. */
const INNER: Readonly<Record<string, readonly string[]>> = {
  'view/shared': ['view'],
  'view/update': ['view', 'view/shared'],
  'view/tracker': ['view', 'view/shared'],
  'view/addendum': ['view', 'view/shared'],
  'pdf/syntax': [],
  'pdf/browser': ['pdf/syntax'],
  'pdf/inspect': [],
  'pdf/tagging': ['pdf/syntax', 'pdf/browser', 'pdf/inspect'],
};

/** What one file imports: `import`, `export … from` and `import()` alike, but not the examples in comments. */
function importsOf(text: string): readonly string[] {
  const code = text.replace(/^ *\*.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  );
}

/** The file that a specifier names, below src/. */
function targetOf(path: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.js$/, '.ts');
}

/** What is wrong with a file's imports; `path` is below src/. */
function trespasses(path: string, text: string): readonly string[] {
  const room = path.split('/')[0] ?? '';
  const inner = Object.keys(INNER).find((folder) => path.startsWith(`${folder}/`));
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const homes = PACKAGES[specifier] ?? [];
      return homes.includes(room)
        ? []
        : [`${path} imports ${specifier}, whose home is ${homes.join(', ') || 'nowhere'}`];
    }
    const target = targetOf(path, specifier);
    const other = target.split('/')[0] ?? '';
    if (other === room) {
      const folder = posix.dirname(target);
      const isFree =
        inner === undefined ||
        folder === inner ||
        folder.startsWith(`${inner}/`) ||
        (INNER[inner] ?? []).includes(folder);
      return isFree ? [] : [`${path} may not import ${target}`];
    }
    if (!FOR_ALL.includes(other) && !(ROOMS[room] ?? []).includes(other))
      return [`${path} may not import ${other}`];
    return other === DOORS_EACH || target === `${other}/index.ts`
      ? []
      : [`${path} goes past the door of ${other}: ${target}`];
  });
}

/** The files that import each other in a circle, if any do, as one path round it. */
function circle(files: ReadonlyMap<string, string>): readonly string[] {
  const settled = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (settled.has(path)) return [];
    for (const specifier of importsOf(files.get(path) ?? '').filter((name) => name.startsWith('.'))) {
      const found = visit(targetOf(path, specifier), [...trail, path]);
      if (found.length > 0) return found;
    }
    settled.add(path);
    return [];
  };
  for (const path of files.keys()) {
    const found = visit(path, []);
    if (found.length > 0) return found;
  }
  return [];
}

function sources(): readonly string[] {
  const src = join(PROJECT, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && path !== LIBRARY);
}

/** What a file exports from others, and whatever else is in it but comments. */
function exportsOf(text: string): { readonly declared: readonly string[]; readonly rest: string } {
  const exporting = /^export (?:type )?\{[^}]*\} from '([^']+)';$/gm;
  const declared = [...text.matchAll(exporting)].map((match) => match[1] ?? '');
  return {
    declared,
    rest: text
      .replace(exporting, '')
      .replace(/\/\*\*[\s\S]*?\*\//g, '')
      .trim(),
  };
}

function textOf(path: string): string {
  return readFileSync(join(PROJECT, 'src', path), 'utf8');
}

/** The folders of test/ that belong to no room. */
const BESIDE = ['support', 'fixtures', 'bench', 'docs', 'ci', 'cases', 'campaign'];

describe('the rooms of src/', () => {
  test.each(Object.keys(ROOMS))('%s imports only what it may, by the door', (room) => {
    const files = sources().filter((path) => path.startsWith(`${room}/`));
    expect(files).not.toEqual([]);
    expect(files.flatMap((path) => trespasses(path, textOf(path)))).toEqual([]);
  });

  test('are all in the table', () => {
    expect([...new Set(sources().map((path) => path.split('/')[0]))].sort()).toEqual(
      Object.keys(ROOMS).sort(),
    );
  });

  test('import each other in no circle, nor do their files', () => {
    expect(circle(new Map(sources().map((path) => [path, textOf(path)])))).toEqual([]);
  });

  test('each have a door which says what it is for', () => {
    for (const room of Object.keys(ROOMS).filter((name) => name !== DOORS_EACH)) {
      expect(textOf(`${room}/index.ts`)).toMatch(/^\/\*\*\n \* .{20}/);
    }
  });

  test('leave it to order/ to say which of two texts comes first', () => {
    // A comparator of its own is easily one that never finds two names the same.
    const comparing = sources().filter(
      (path) => !path.startsWith('order/') && /[<>]\s*[\w.]+\s*\?\s*-?1\b|localeCompare/.test(textOf(path)),
    );
    expect(comparing).toEqual([]);
  });

  test('are seen by users of the library through workflows alone', () => {
    const { declared, rest } = exportsOf(textOf(LIBRARY));
    expect(declared.length).toBeGreaterThan(3);
    expect(declared.filter((specifier) => !/^\.\/workflows\/[a-z-]+\.js$/.test(specifier))).toEqual([]);
    expect(rest).toBe('');
  });

  test('are mirrored by test/', () => {
    const folders = readdirSync(join(PROJECT, 'test')).filter(
      (name) => statSync(join(PROJECT, 'test', name)).isDirectory() && !BESIDE.includes(name),
    );
    expect(folders.length).toBeGreaterThan(15);
    expect(folders.filter((folder) => !(folder in ROOMS))).toEqual([]);
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
      'cli/a.ts imports node:fs, whose home is files, pdf, user-cache',
    ],
    [
      'view/tracker/a.ts',
      "import { appendixBOf } from '../update/appendix-b.js';",
      'view/tracker/a.ts may not import view/update/appendix-b.ts',
    ],
  ])('%s: %s', (path, text, said) => {
    expect(trespasses(path, text)).toEqual([said]);
  });

  test('a circle within a room', () => {
    const files = new Map([
      ['pdf/a.ts', "import { b } from './b.js';"],
      ['pdf/b.ts', "import type { C } from './c/index.js';"],
      ['pdf/c/index.ts', "export { a } from '../a.js';"],
    ]);
    expect(circle(files)).toEqual(['pdf/a.ts', 'pdf/b.ts', 'pdf/c/index.ts', 'pdf/a.ts']);
  });
});

describe('the table in ARCHITECTURE.md', () => {
  const rows = readFileSync(join(PROJECT, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| `[a-z-]+\/`/.test(line))
    .flatMap((line) => {
      const [, rooms = '', allowed = ''] = line.split('|');
      return [...rooms.matchAll(/`([a-z-]+)\/`/g)].map(
        ([, room = '']) => [room, allowed.trim() === '–' ? [] : allowed.trim().split(', ')] as const,
      );
    });

  test('says the same, of every room, in both directions', () => {
    const sorted = (table: Iterable<readonly [string, readonly string[]]>) =>
      Object.fromEntries([...table].map(([room, allowed]) => [room, [...allowed].sort()]).sort());
    expect(sorted(rows)).toEqual(sorted(Object.entries(ROOMS)));
  });
});

test('every file that the documents name is there', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(PROJECT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const named = pages.flatMap((page) =>
    [
      ...readFileSync(join(PROJECT, page), 'utf8').matchAll(
        /`((?:src|test|scripts|templates|docs|bin)\/[\w./-]+)`/g,
      ),
    ].map(([, path = '']) => ({ page, path })),
  );
  expect(named.length).toBeGreaterThan(40);
  // NAME stands for a name of one's own.
  const missing = named.filter(({ path }) => !path.includes('NAME') && !existsSync(join(PROJECT, path)));
  expect(missing).toEqual([]);
});

test('scripts take from the program only what it has', async () => {
  const scripts = readdirSync(join(PROJECT, 'scripts'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => `scripts/${name}`);
  const missing: string[] = [];
  let looked = 0;
  for (const script of scripts) {
    const text = readFileSync(join(PROJECT, script), 'utf8');
    for (const [, names = '', from = ''] of text.matchAll(
      /import \{([^}]*)\} from '[./]*\/dist\/([^']*)'/g,
    )) {
      const made: object = await import(join(PROJECT, 'dist', from));
      for (const name of names.split(',').map((one) => one.trim())) {
        looked += 1;
        if (!(name in made)) missing.push(`${script}: ${name}`);
      }
    }
  }
  expect(looked).toBeGreaterThan(8);
  expect(missing).toEqual([]);
});
