import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { drawn } from '../support/campaign.js';
import { folderWith } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

const word = fc.constantFrom('Zebra quay was sold', 'The heron lease lapsed', 'Otter wharf stays shut');
const secret = fc.record({
  note: word,
  rating: fc.constantFrom('', 'rating: green,', 'rating: amber,', 'rating: red,'),
  evidence: fc.constantFrom('', 'evidence: [ { title: Sealed valuation } ],'),
  asks: fc.constantFrom('', 'revised-due: 2026-01-31, reason: Not yet.,'),
  on: fc.constantFrom('2025-03-11', '2025-04-20', '2025-05-28'),
  review: fc.constantFrom('roofs', 'roads'),
  contact: fc.constantFrom('a', 'b'),
  owner: fc.constantFrom('a', 'b', 'Heron Holdings'),
  due: fc.constantFrom('2025-01-31', '2025-12-31', 'when the sale ends'),
  response: fc.constantFrom('accepted', 'rejected', 'awaited'),
  decision: fc.constantFrom('signed-off', 'extension-granted, due: 2026-05-31', 'paused'),
});
type Secret = typeof secret extends fc.Arbitrary<infer S> ? S : never;
const open = fc.record({
  rating: fc.constantFrom('green', 'amber', 'red'),
  on: fc.constantFrom('2025-02-01', '2025-03-20', '2025-05-10'),
});
type Open = typeof open extends fc.Arbitrary<infer O> ? O : never;

function register(s: Secret, o: Open): Readonly<Record<string, string>> {
  const review = (title: string) =>
    `title: ${title}\npanel: p\nexecutive-response: { date: 2025-01-01, decision: agreed }\nrecommendations:\n  - { ref: 1, text: Mend them., response: accepted, actions: [ { ref: 1.1, text: Hire two people., owner: a, due: 2025-04-30 } ] }\n  - { ref: 2, exempt: { paragraph: 3 }, text: ${s.note}., response: ${s.response}, reason: ${s.note}., owner: ${s.owner}, due: ${s.due} }\n`;
  return {
    'data/council.yaml':
      'council: Norbury Council\npanels: { p: Works Panel }\nofficers: { a: { role: Head of Works, email: a@norbury.example }, b: { role: Estates Surveyor, email: b@norbury.example } }\n',
    'data/meetings/1.yaml': `date: 2025-03-10\npanel: p\nitems:\n  - { number: 4, exempt: { paragraph: 3, reason: ${s.note} }, title: ${s.note}, report: update, review: ${s.review}, contact: ${s.contact} }\ndecisions:\n  - { item: 4, decision: deferred, to: 2025-06-09, reason: ${s.note} }\n  - { action: roofs/2, decision: ${s.decision}, reason: ${s.note} }\n`,
    'data/meetings/2.yaml': `date: 2025-06-09\npanel: p\nitems:\n  - { number: 4, exempt: { paragraph: 3 }, title: ${s.note}, report: update, review: [roofs, roads], contact: ${s.contact} }\n  - { number: 5, title: Works, report: update, review: [roofs, roads] }\n  - { number: 6, title: Tracker, report: tracker, review: all }\n`,
    'data/reviews/roofs/review.yaml': review('Roofs'),
    'data/reviews/roads/review.yaml': review('Roads'),
    'data/reviews/roofs/progress/1.yaml': `as-at: ${o.on}\nprogress: { 1.1: { rating: ${o.rating}, note: Two came. } }\n`,
    'data/reviews/roofs/progress/2.yaml': `as-at: ${s.on}\nprogress: { 1.1: { ${s.rating} ${s.evidence} ${s.asks} note: ${s.note}., exempt: { paragraph: 3 } } }\n`,
  };
}

const COMMANDS = [
  ['report', '--meeting', '2025-06-09', '--format', 'html', '--out', 'out'],
  ['status', '--as-at', '2025-06-09'],
  ['status', '--as-at', '2025-06-09', '--json'],
  ['show', 'roofs/1.1', '--as-at', '2025-06-09'],
  ['show', 'roofs/2', '--as-at', '2025-06-09', '--json'],
  ['changes', '--since', '2025-03-10', '--until', '2025-06-09', '--json'],
  ['chase', '--meeting', '2025-06-09', '--json'],
];

async function seen(files: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const cwd = folderWith(files);
  const all: unknown[] = [];
  for (const command of COMMANDS) {
    const host = fakeHost({ cwd, today: day('2025-06-09') });
    all.push(command, await run([...command], host), host.out());
  }
  const made = readdirSync(join(cwd, 'out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]);
  return [...all, made];
}

test('two registers that differ only in exempt matter give the public the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secret, open, async (one, two, known) => {
      expect(await seen(register(one, known))).toEqual(await seen(register(two, known)));
    }),
    drawn({ share: 8, campaign: 300 }),
  );
});
