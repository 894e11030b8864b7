import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn } from '../support/campaign.js';
import { filesOf, PAIRS } from '../support/exempt-registers.js';
import { givenToPublic } from '../support/given-to-public.js';

const COMMANDS = [['report', '--meeting', '2025-03-13', '--panel', 'p', '--format', 'pdf', '--as-heard']];

test('two registers that differ only in exempt matter give the public the same PDFs', async () => {
  await fc.assert(
    fc.asyncProperty(PAIRS, async ({ open, one, two }) => {
      const first = await givenToPublic(filesOf(open, one), '2025-03-13', COMMANDS);
      expect(Object.keys(first).filter((name) => name.endsWith('.pdf'))).toHaveLength(5);
      const second = await givenToPublic(filesOf(open, two), '2025-03-13', COMMANDS);
      expect(Object.keys(second)).toEqual(Object.keys(first));
      // A difference of PDFs is named, not printed.
      for (const [name, bytes] of Object.entries(first))
        expect(isDeepStrictEqual(second[name], bytes), name).toBe(true);
    }),
    { ...drawn({ share: 1, campaign: 30 }), endOnFailure: true },
  );
}, 3_600_000);
