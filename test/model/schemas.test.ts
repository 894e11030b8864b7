import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { run } from '../../src/cli/index.js';
import type { Diagnostic } from '../../src/diagnostics/index.js';
import { type FileKind, registerSchemas } from '../../src/model/index.js';
import { councilShape } from '../../src/model/shapes/council.js';
import { meetingShape } from '../../src/model/shapes/meeting.js';
import { progressShape } from '../../src/model/shapes/progress.js';
import { reviewShape } from '../../src/model/shapes/review.js';
import { parseSource } from '../../src/source/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';

const SHAPES = { council: councilShape, meeting: meetingShape, review: reviewShape, progress: progressShape };
const { SCHEMAS, schemaText } = await registerSchemas();
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: true, strictTypes: false });
const VALIDATORS = Object.fromEntries(
  Object.entries(SCHEMAS).map(([kind, schema]) => [kind, ajv.compile(schema)]),
);

/** What one value shows of itself; what names something elsewhere, or needs a calendar, no schema can know. */
const KNOWABLE: readonly string[] = [
  'key-unknown',
  'key-missing',
  'value-type',
  'value-choice',
  'value-empty',
  'date-format',
];

function kindOf(path: string): FileKind {
  if (path.endsWith('council.yaml')) return 'council';
  if (path.includes('/progress/')) return 'progress';
  return path.includes('/meetings/') ? 'meeting' : 'review';
}

/** What our own reading finds wrong with one file; undefined where its YAML fails, which an editor tells by itself. */
function wrongIn(path: string, text: string): readonly Diagnostic[] | undefined {
  const { value, diagnostics } = parseSource({ shown: path, path, text });
  if (!value.isComplete || diagnostics.length > 0 || !value.root) return undefined;
  const found: Diagnostic[] = [];
  SHAPES[kindOf(path)].read(value.root, {
    document: value,
    report: (diagnostic) => void found.push(diagnostic),
    leaveOut: () => undefined,
  });
  // To an editor, a date that no calendar has is due in words.
  return found.filter(
    ({ code, span }) =>
      KNOWABLE.includes(code) &&
      !(code === 'date-format' && /\bdue: *['"]?$/.test(text.slice(0, span.start))),
  );
}

function schemaErrors(path: string, text: string): readonly string[] {
  const validate = VALIDATORS[kindOf(path)];
  validate?.(parseDocument(text, { schema: 'core', uniqueKeys: false }).toJS());
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function registerFiles(): readonly string[] {
  return ['data', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => join(folder, path)),
  );
}

/** An editor's validator and ours must say the same of it: either both find something, or neither does. */
function expectAgreement(path: string, text: string): void {
  const ours = wrongIn(path, text);
  if (!ours) return;
  const theirs = schemaErrors(path, text);
  expect({ wrong: theirs.length > 0, theirs, ours }).toMatchObject({ wrong: ours.length > 0 });
}

describe('the schemas and our own reading agree', () => {
  test.each(registerFiles())('on %s', (path) => {
    expectAgreement(path, readFileSync(join(PROJECT, path), 'utf8'));
  });

  test('there are files on which both find something, and on which neither does', () => {
    const found = registerFiles().map(
      (path) => wrongIn(path, readFileSync(join(PROJECT, path), 'utf8'))?.length,
    );
    expect(found.filter((number) => number === 0).length).toBeGreaterThan(50);
    expect(found.filter((number) => number !== undefined && number > 0).length).toBeGreaterThan(5);
  });

  const HEAD = 'title: Repairs\npanel: homes\nrecommendations:\n  - ref: 1\n    text: Mend roofs.\n';
  test.each([
    ['a number for words', 'review', HEAD.replace('Repairs', '2020')],
    ['a truth value for words', 'review', HEAD.replace('Repairs', 'true')],
    ['words of no letters', 'review', HEAD.replace('Repairs', '""')],
    ['a key left empty that may be left out', 'review', `${HEAD}background:\nevidence:\nmonitored-by:\n`],
    ['a key left empty that is needed', 'review', HEAD.replace('Repairs', '')],
    ['a key left empty that must say something', 'review', `${HEAD}exempt:\n`],
    ['a key of its own', 'review', `${HEAD}x-note: [1, { a: 2 }]\n`],
    ['a key of its own among those of the council', 'council', 'council: A\npanels: { x-note: [], a: B }\n'],
    ['a year', 'review', `${HEAD}commissioned: 2016\n`],
    ['a month', 'review', `${HEAD}commissioned: 2016-11\n`],
    ['a British date', 'review', `${HEAD}commissioned: 01/11/2016\n`],
    ['half a year', 'review', `${HEAD}commissioned: 16\n`],
    ['a year where a day belongs', 'meeting', 'date: 2018\npanel: homes\n'],
    ['a reference like a number', 'review', HEAD.replace('ref: 1', 'ref: 1.10')],
    ['yes', 'council', 'council: A\npanels: { a: B }\nratings: { g: { label: G, closes: yes } }\n'],
    ['maybe', 'council', 'council: A\npanels: { a: B }\nratings: { g: { label: G, closes: maybe } }\n'],
    ['a number in quotes', 'council', 'council: A\npanels: { a: B }\nrules: { max-revisions: "2" }\n'],
    ['a negative number', 'council', 'council: A\npanels: { a: B }\nrules: { max-revisions: -2 }\n'],
    [
      'two months',
      'council',
      'council: A\npanels: { a: B }\nrules: { response-due: 2 months, papers-due: 1 clear day }\n',
    ],
    ['two weeks', 'council', 'council: A\npanels: { a: B }\nrules: { response-due: 2 weeks }\n'],
    ['one owner', 'review', `${HEAD}    owner: Cleveland Police\n`],
    ['several owners', 'review', `${HEAD}    owner: [ head-of-homes, Cleveland Police ]\n`],
    ['an owner with keys', 'review', `${HEAD}    owner: { name: Somebody }\n`],
    ['a list with nothing after a dash', 'review', `${HEAD}evidence:\n  - One\n  -\n`],
    ['a hand-over', 'review', `${HEAD}monitored-by: [ { panel: a }, { panel: b, from: 2017-07-10 } ]\n`],
    ['a hand-over to nobody', 'review', `${HEAD}monitored-by: [ { from: 2017-07-10 } ]\n`],
    ['two waivers', 'review', `${HEAD}allow: [ { rule: a-b, until: 2020-01-01 }, { rule: c-d } ]\n`],
    ['progress as a list', 'progress', 'as-at: 2020-02-10\nprogress: [ 1.1 ]\n'],
    ['no progress', 'progress', 'as-at: 2020-02-10\nprogress: {}\n'],
    ['a colour', 'council', 'council: A\npanels: { a: B }\nbranding: { colour: "#005A70" }\n'],
    ['a colour by name', 'council', 'council: A\npanels: { a: B }\nbranding: { colour: green }\n'],
  ] as const)('on %s', (_what, kind, text) => {
    const path = {
      council: 'council.yaml',
      meeting: 'data/meetings/a.yaml',
      review: 'data/reviews/a/review.yaml',
      progress: 'data/reviews/a/progress/a.yaml',
    }[kind];
    expectAgreement(path, text);
  });
});

describe('schemas for editors', () => {
  test.each(['council', 'meeting', 'review', 'progress'] as const)(
    'schemas/%s.json is what the program would write: npm run docs',
    (kind) => {
      expect(readFileSync(join(PROJECT, 'schemas', `${kind}.json`), 'utf8')).toBe(schemaText(kind));
    },
  );

  test.each(Object.entries(SCHEMAS))(
    'every key of %s is described, and every group has a title',
    (_kind, schema) => {
      const undescribed: string[] = [];
      const walk = (part: unknown, path: string): void => {
        if (typeof part !== 'object' || part === null) return;
        if ('properties' in part && typeof part.properties === 'object' && part.properties !== null) {
          if (!('title' in part)) undescribed.push(`${path} has no title`);
          for (const [key, value] of Object.entries(part.properties)) {
            if (!('description' in value)) undescribed.push(`${path}.${key}`);
            walk(value, `${path}.${key}`);
          }
          return;
        }
        for (const [key, value] of Object.entries(part)) walk(value, `${path}/${key}`);
      };
      walk(schema, '');
      expect(undescribed).toEqual([]);
    },
  );

  test('scrutiny schema prints one, all, or writes them', async () => {
    const one = fakeHost();
    expect(await run(['schema', 'review'], one)).toBe(0);
    expect(one.out()).toBe(schemaText('review'));
    const all = fakeHost();
    await run(['schema'], all);
    expect(Object.keys(JSON.parse(all.out()))).toEqual(['council', 'meeting', 'review', 'progress']);
    const cwd = folderWith({});
    const written = fakeHost({ cwd });
    expect(await run(['schema', '--out', 'schemas'], written)).toBe(0);
    expect(written.out()).toContain('schemas/progress.json\n');
    expect(readFileSync(join(cwd, 'schemas', 'council.json'), 'utf8')).toBe(schemaText('council'));
    const wrong = fakeHost();
    expect(await run(['schema', 'minutes'], wrong)).toBe(2);
  });
});
