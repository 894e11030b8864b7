import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

const page = readFileSync(join(PROJECT, 'docs', 'register.md'), 'utf8');
const council = /```yaml\n(council: [\s\S]*?)```/.exec(page)?.[1] ?? '';

test('the whole council.yaml of docs/register.md is one that check takes', async () => {
  const cwd = folderWith({
    'data/council.yaml': council,
    'data/pictures/arms.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
    'data/meetings/2026-03-02.yaml':
      'date: 2026-03-02\npanel: homes\nitems:\n  - { number: 5, title: Repairs, report: update, review: repairs, implications: { Financial: None, Legal: None } }\n',
    'data/reviews/repairs/review.yaml':
      'title: Repairs\npanel: homes\nbackground-papers: []\nrecommendations:\n  - { ref: 1, text: Mend roofs., owner: head-of-homes, due: 2026-06-30 }\n',
  });
  const host = fakeHost({ cwd, today: day('2026-02-10') });
  expect(await run(['check', '--strict'], host), host.out()).toBe(0);
  expect(host.out()).toBe('No problems in 3 files.\n');
});

test('it has every key that a council.yaml can have', () => {
  const schema: { properties: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync(join(PROJECT, 'schemas', 'council.json'), 'utf8'),
  );
  const keys = Object.keys(schema.properties);
  expect(keys.length).toBeGreaterThan(8);
  for (const key of keys) expect(council).toMatch(new RegExp(`^${key}:`, 'm'));
});
