import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textReport } from '../../src/cli/reporters/text.js';
import { type Diagnostic, isCode, SourceTexts, worstFirst } from '../../src/diagnostics/index.js';
import { adviceRules, buildModel } from '../../src/model/index.js';
import { dayRules } from '../../src/register/index.js';
import { parseSource } from '../../src/source/index.js';
import { drawn } from '../support/campaign.js';
import { PROJECT } from '../support/folder.js';
import { day } from '../support/host.js';
import { small } from '../support/registers.js';

/** docs/security.md says what came of the campaigns. */
const RUNS = drawn({ share: 100, campaign: 20_000 });
/** Stated in docs/security.md: what the reader and all rules may take for one file of ordinary size, on a slow and busy machine. */
const LONGEST_MS = 10_000;

const { brokenAdvice } = await adviceRules();
const { brokenDayRules } = await dayRules();

const FILES = [
  'data/council.yaml',
  'data/meetings/2020-03-02-homes.yaml',
  'data/reviews/repairs/review.yaml',
  'data/reviews/repairs/progress/2020-02-10.yaml',
] as const;

/** Everything that check does between the disk and the terminal. */
function check(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const parsed = Object.entries(files).map(([shown, text]) =>
    parseSource({ shown, path: shown.replace(/^data\//, ''), text }),
  );
  const { value: model, diagnostics } = buildModel(
    parsed.map(({ value }) => value),
    new Set(),
  );
  const on = day('2020-03-02');
  const found = worstFirst([
    ...parsed.flatMap((document) => document.diagnostics),
    ...diagnostics,
    ...(model ? brokenAdvice(model) : []),
    ...(model ? brokenDayRules({ model, day: on, today: on, former: new Map() }) : []),
  ]);
  textReport(found, new SourceTexts(Object.entries(files)), false);
  return found;
}

/** Never a throw, every message in its place and in words, and never for long. */
function expectSound(files: Readonly<Record<string, string>>): void {
  // What the processor did for us, however busy the machine is with other things.
  const begun = process.cpuUsage();
  for (const { code, message, hint, span, related = [] } of check(files)) {
    expect(isCode(code)).toBe(true);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
    expect(hint ?? '').not.toMatch(/undefined|\[object|NaN/);
    for (const { file, start, end } of [span, ...related.map((other) => other.span)]) {
      const length = files[file]?.length ?? 0;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(start).toBeLessThanOrEqual(length);
    }
  }
  expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(LONGEST_MS);
}

const FRAGMENTS = [
  ':',
  ': ',
  '- ',
  '-',
  '\n',
  '\n  ',
  '\n    ',
  '\t',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  '&a ',
  '*a',
  '!',
  '|\n',
  '>\n',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '__proto__: { a: b }\n',
  'constructor: x\n',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\r',
  '\r\n',
  '\u00a0',
  '“',
  '😀',
  '2020-02-31',
  '31/12/2019',
  '1e999',
  '~',
  'null',
  '<<: *a',
  '? ',
  '![](x)',
  '[here](y)',
  '# ',
  '{{x}}',
  '<script>',
  '1.10',
  'x-a: 1\n',
  'ref: 1\n',
  'allow: { rule: x }\n',
];

const mutation = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.nat(),
  cut: fc.nat(40),
  put: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 12 })),
});

function mutated(
  files: Readonly<Record<string, string>>,
  mutations: readonly {
    readonly file: string;
    readonly at: number;
    readonly cut: number;
    readonly put: string;
  }[],
) {
  const changed: Record<string, string> = { ...files };
  for (const { file, at, cut, put } of mutations) {
    const text = changed[file] ?? '';
    const start = text.length === 0 ? 0 : at % text.length;
    changed[file] = text.slice(0, start) + put + text.slice(start + cut);
  }
  return changed;
}

describe('check gives sound messages', () => {
  test('for any characters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.string({ unit: 'binary', maxLength: 400 }), (file, text) => {
        expectSound(small({ [file]: text || ' ' }));
      }),
      RUNS,
    );
  });

  test('for the marks of YAML in any order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }),
        (file, marks) => {
          expectSound(small({ [file]: marks.join('') || ' ' }));
        },
      ),
      RUNS,
    );
  });

  test('for a small register with random cuts and pastes', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        expectSound(mutated(small(), mutations));
      }),
      RUNS,
    );
  });

  test('for the sample register with random cuts and pastes', () => {
    const sample = Object.fromEntries(
      readdirSync(join(PROJECT, 'data'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.yaml'))
        .map((path) => [`data/${path}`, readFileSync(join(PROJECT, 'data', path), 'utf8')]),
    );
    const one = fc.record({
      file: fc.constantFrom(...Object.keys(sample)),
      at: fc.nat(),
      cut: fc.nat(40),
      put: fc.constantFrom(...FRAGMENTS),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (mutations) => {
        expectSound(mutated(sample, mutations));
      }),
      drawn({ share: 25, campaign: 5_000 }),
    );
  });
});
