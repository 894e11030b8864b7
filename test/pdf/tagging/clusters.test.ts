import { expect, test } from 'vitest';
import { settleClusters } from '../../../src/pdf/tagging/content/clusters.js';
import { walkPage } from '../../../src/pdf/tagging/content/walk.js';

test('a space that was left out after the last word of a line is reported in words', () => {
  const content = Buffer.from('/NonStruct <</MCID 0 >>BDC\nBT\nET\nEMC\n');
  const settled = settleClusters(content, new Map());
  expect(Buffer.from(settled).toString('latin1')).toBe(
    '/NonStruct <</MCID 0 >>BDC\n/Span<</ActualText <FEFF0020> >> BDC\nEMC\nEMC\n',
  );
  expect(walkPage(settled, new Map(), 800).marked.get(0)?.text).toBe(' ');
});

test('so is one that was left out between two lines in the midst of a mark, and none in a running head', () => {
  const head = 'BT\n/F4 9 Tf\n1 0 0 -1 40 20 Tm\n<0001> Tj\nET\nBT\nET\n';
  const line = (y: number) => `BT\n/F4 16 Tf\n1 0 0 -1 40 ${y} Tm\n<0001> Tj\nET\n`;
  const content = Buffer.from(`${head}/NonStruct <</MCID 0 >>BDC\n${line(100)}BT\nET\n${line(123)}EMC\n`);
  const settled = Buffer.from(settleClusters(content, new Map())).toString('latin1');
  expect(settled.startsWith(head)).toBe(true);
  expect(settled.slice(head.length)).toBe(
    `/NonStruct <</MCID 0 >>BDC\n${line(100)}/Span<</ActualText <FEFF0020> >> BDC\nEMC\n${line(123)}EMC\n`,
  );
});
