import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import type { Model } from '../../src/model/index.js';
import { paperParts } from '../../src/workflows/compose-paper.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { fixture, small, soundModel } from '../support/registers.js';

const OTHER_COUNCILS = /\b(?:panels?|executives?)\b/i;

/** Every text in a value, without the names of its keys. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What all papers of a register say. */
function saidInPapers(model: Model): readonly string[] {
  return model.meetings.flatMap((meeting) =>
    meeting.items
      .filter(({ report }) => report !== undefined)
      .flatMap((item) =>
        paperParts(
          model,
          { meeting, item, asAt: undefined, isConfidential: false },
          new Map(),
          false,
        ).parts.flatMap(({ paper }) => textsIn(paper)),
      ),
  );
}

/** What the commands say in a register, on a day. */
async function saidAtTerminal(
  cwd: string,
  today: string,
  { shown, meeting }: { readonly shown: readonly string[]; readonly meeting: string },
): Promise<readonly string[]> {
  const commands = [
    ['check'],
    ['status'],
    ...shown.map((address) => ['show', address]),
    ['changes', '--since', '2018-01-01'],
    ['chase', meeting],
  ];
  const said: string[] = [];
  for (const argv of commands) {
    const host = fakeHost({ cwd, today: day(today) });
    await run(argv, host);
    said.push(`${host.out()}\n${host.err()}`);
  }
  return said;
}

describe.each([
  ['office-cabinet', 'committee', 'Cabinet', 'budget/6', '2025-12-04'],
  ['office-words', 'committee', 'Cabinet', 'verges/R1.', '2025-11-12'],
  ['layout-committee-not-panel', 'committee', undefined, 'r/1.1', '2020-03-02'],
])('%s', (name, noun, executive, shown, meeting) => {
  const cwd = join(PROJECT, 'test', 'fixtures', 'cases', name);
  /** A council that names no Executive has one. */
  const others = executive ? OTHER_COUNCILS : /\bpanels?\b/i;

  test('no paper speaks of a panel or an Executive', () => {
    const said = saidInPapers(soundModel(fixture(join('cases', name))));
    expect(said.filter((text) => others.test(text))).toEqual([]);
    expect(said.join('\n')).toContain(noun);
  });

  test('no command does', async () => {
    const said = await saidAtTerminal(cwd, '2026-01-05', { shown: [shown], meeting });
    expect(said.join('\n').length).toBeGreaterThan(300);
    expect(
      said.filter((text) => others.test(text.replaceAll(/--panel|'?executive-response:?'?/g, ''))),
    ).toEqual([]);
  });
});

describe('whatever a council calls them', () => {
  /** The register in which everything has happened, with no noun in what its authors wrote. */
  const files = Object.fromEntries(
    Object.entries(fixture('office')).map(([path, text]) => [
      path,
      text.replaceAll(/\b(?:panels?|executive)\b(?!s?:|-)/gi, 'xx'),
    ]),
  );
  const councilOf = (noun: string, executive: string) =>
    (files['data/council.yaml'] ?? '')
      .replace(/places: .*/, `places: { name: Places, called: ${noun} }`)
      .replace(/people: .*/, `people: { name: People, called: ${noun} }`)
      .concat(`executive: ${executive}\n`);

  test('every paper has their nouns and no others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('committee', 'sub-committee', 'board', 'commission', 'group', 'forum', 'assembly'),
        fc.constantFrom('Cabinet', 'Mayor and Cabinet', 'Shadow Board', 'Policy Committee', 'Commissioners'),
        (noun, executive) => {
          const model = soundModel({ ...files, 'data/council.yaml': councilOf(noun, executive) });
          const said = saidInPapers(model);
          expect(said.filter((text) => OTHER_COUNCILS.test(text))).toEqual([]);
          expect(said.join('\n')).toContain(`the ${noun}`);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('every command has', async () => {
    const cwd = folderWith({ ...files, 'data/council.yaml': councilOf('board', 'Commissioners') });
    const said = await saidAtTerminal(cwd, '2024-10-01', {
      shown: ['parks/R1', 'parks/1.1', 'bins/1.1'],
      meeting: '2024-10-14',
    });
    expect(
      said.filter((text) => OTHER_COUNCILS.test(text.replaceAll(/--panel|'?executive-response:?'?/g, ''))),
    ).toEqual([]);
    expect(said.join('\n')).toMatch(/Commissioners/);
  });

  test('bodies of several kinds in one register each have their own', () => {
    const council = (small()['data/council.yaml'] ?? '')
      .replace('Homes Panel', 'Homes Select Committee')
      .replace('Streets Panel', 'Streets Board');
    const model = soundModel(
      small({
        'data/council.yaml': council,
        'data/meetings/2020-04-06-streets.yaml':
          'date: 2020-04-06\npanel: streets\nitems:\n  - { number: 5, title: Street Update, report: update, review: kerbs }\n',
        'data/reviews/kerbs/review.yaml':
          'title: Kerbs\npanel: streets\nrecommendations:\n  - { ref: 1, text: Drop kerbs., owner: clerk, due: 2020-03-31 }\n',
      }),
    );
    const words = saidInPapers(model).join('\n');
    expect(words).toContain('The committee is asked to:');
    expect(words).toContain('The board is asked to:');
    expect(words).not.toMatch(/\bpanels?\b/i);
  });

  test('a short name is used where there is little room: in status, and over pages where the full one is long', async () => {
    const named = (name: string) =>
      small({
        'data/council.yaml': (small()['data/council.yaml'] ?? '').replace(
          'homes: Homes Panel',
          `homes: { name: ${name}, short: Homes }`,
        ),
      });
    const long = 'Joint Overview and Scrutiny Panel for Homes and Neighbourhoods';
    const runningOver = (name: string) => saidInPapers(soundModel(named(name)));
    expect(runningOver(long)).toContain('Homes · 2 March 2020');
    expect(runningOver('Homes Panel')).toContain('Homes Panel · 2 March 2020');
    const host = fakeHost({ cwd: folderWith(named(long)), today: day('2020-02-01') });
    await run(['status'], host);
    expect(host.out()).toMatch(/2 Mar 2020 {2}Homes\n/);
  });

  test('several who respond are said in the plural', () => {
    const files = (executive: string) =>
      small({
        'data/council.yaml': `${small()['data/council.yaml']}executive: ${executive}\n`,
        'data/reviews/repairs/review.yaml': (small()['data/reviews/repairs/review.yaml'] ?? '')
          .replace('decision: agreed', 'decision: deferred')
          .replace('response: accepted', 'response: awaited'),
        'data/reviews/repairs/progress/2020-02-10.yaml': '',
      });
    const said = (executive: string) => saidInPapers(soundModel(files(executive))).join('\n');
    expect(said('Commissioners')).toContain('The Commissioners have deferred their response.');
    expect(said('Mayor and Cabinet')).toContain('The Mayor and Cabinet has deferred its response.');
  });
});
