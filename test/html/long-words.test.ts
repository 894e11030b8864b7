import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beyondTheEdge, look, SIGHTS } from '../support/accessibility.js';
import { openPage } from '../support/browser.js';
import { PROJECT } from '../support/folder.js';
import { pageOf } from '../support/papers.js';

/** The registers that judges of other makers get. */
const { LONG_WORDS }: { readonly LONG_WORDS: Readonly<Record<string, string>> } = await import(
  join(PROJECT, 'scripts', 'judge', 'written-registers.mjs')
);

test.each(['update', 'tracker', 'addendum'] as const)(
  'however long the words of an %s are, they stay in the window',
  async (kind) => {
    const page = await openPage();
    const html = pageOf(LONG_WORDS, kind);
    const faults: string[] = [];
    for (const sight of SIGHTS.filter(({ isPrint }) => !isPrint)) {
      await look(page, html, sight);
      faults.push(...(await beyondTheEdge(page)).map((fault) => `${sight.name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);
