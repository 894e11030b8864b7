import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn } from '../support/campaign.js';
import { EXEMPT_WORDS, filesOf, type Open, PAIRS, paperDays } from '../support/exempt-registers.js';
import { givenToPublic } from '../support/given-to-public.js';

/** Every action and recommendation of the register, public and exempt. */
const REFS = [
  'roofs/1',
  'roofs/1.1',
  'roofs/1.2',
  'roofs/2',
  'roofs/3',
  'roofs/3.1',
  'roofs/3.2',
  'roofs/4',
  'roofs/4.2',
  'roads/1',
  'roads/1.1',
  'roads/2',
  'roads/3',
  'wells/1',
  'wells/1.1',
  'wells/2',
];

/** What the public may ask for, on a day that ends a reporting period. */
function commandsOn(open: Open): readonly (readonly string[])[] {
  const today = todayIn(open);
  const on = ['--as-at', today];
  const meeting = today > '2025-03-06' ? '2025-03-13' : '2025-03-06';
  const ofPanel = ['--meeting', meeting, '--panel', 'p'];
  return [
    ['status', ...on],
    ['status', '--json', ...on],
    ['status', '--owner', 'otter-keeper', ...on],
    ['status', '--owner', 'Heron Holdings', ...on],
    ['status', '--service', 'estates', ...on],
    ['status', '--panel', 'q', '--json', ...on],
    ...REFS.map((ref, index) => ['show', ref, ...on, ...(index % 2 === open.asked % 2 ? ['--json'] : [])]),
    ['show', 'wells/9', ...on],
    ...['text', 'md', 'json'].map((format) => [
      'changes',
      '--since',
      '2025-01-01',
      '--format',
      format,
      '--until',
      today,
    ]),
    ['changes', '--since', '2025-03-06', '--until', '2025-03-13', '--review', 'roofs', '--json'],
    ...['csv', 'json', 'ics'].map((format) => ['export', '--format', format, ...on, '--out', '-']),
    ['export', ...on],
    ['chase', ...ofPanel, ...on],
    ['chase', ...ofPanel, ...on, '--json'],
    ['chase', ...ofPanel, ...on, '--out', 'eml'],
    ['report', ...ofPanel, '--format', 'html,docx'],
    ['report', ...ofPanel, '--format', 'html', ...on, '--out', 'as-at', '--split'],
    ['report', '--meeting', '2025-03-13', '--panel', 'q', '--format', 'html'],
    ['report', ...ofPanel, '--item', '9'],
  ];
}

const todayIn = (open: Open): string => paperDays(open)[open.asked] ?? '2025-03-13';

test('two registers that differ only in exempt matter give the public the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(PAIRS, async ({ open, one, two }) => {
      const first = await givenToPublic(filesOf(open, one), todayIn(open), commandsOn(open));
      expect(Object.keys(first).filter((name) => name.startsWith('out/')).length).toBeGreaterThan(5);
      expect(saidOf(first)).not.toMatch(EXEMPT_WORDS);
      expect(await givenToPublic(filesOf(open, two), todayIn(open), commandsOn(open))).toEqual(first);
    }),
    { ...drawn({ share: 1, campaign: 300 }), endOnFailure: true },
  );
}, 3_600_000);

/** What was said, without the names that were asked for and the typefaces. */
function saidOf(given: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(given).filter(([name]) => !name.startsWith('status --owner'))).replace(
    /data:[^)"]*/g,
    '',
  );
}
