import { expect, test } from 'vitest';
import { settleClusters } from '../../../src/pdf/finish/content/clusters.js';
import { walkPage } from '../../../src/pdf/finish/content/walk.js';

test('a space that was left out behind the last word of a line is told in words', () => {
  const content = Buffer.from('/NonStruct <</MCID 0 >>BDC\nBT\nET\nEMC\n');
  const settled = settleClusters(content, new Map());
  expect(Buffer.from(settled).toString('latin1')).toBe(
    '/NonStruct <</MCID 0 >>BDC\n/Span<</ActualText <FEFF0020> >> BDC\nEMC\nEMC\n',
  );
  expect(walkPage(settled, new Map(), 800).marked.get(0)?.text).toBe(' ');
});
