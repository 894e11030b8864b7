import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { heardOfPdf, type PaperBrowser } from '../../src/pdf/index.js';
import { drawn } from '../support/campaign.js';
import { type Lost, lostWords, unspaced, untold } from '../support/lost-words.js';
import { markedRegister, type PlanShape, SHAPES } from '../support/marked-register.js';
import { DRAWN, type Drawn } from '../support/marked-words.js';
import { pagesOf } from '../support/nothing-lost.js';
import { everyTag, heard, readPdf } from '../support/read-pdf.js';
import { modelOf } from '../support/registers.js';
import { sharedBrowser } from '../support/shared-browser.js';

let browser: PaperBrowser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

/** What the PDFs of a drawn register lost in their structure, or as they are heard. Addresses of links are those that the links in the PDF lead to. */
async function lostInPdf(
  texts: readonly Drawn[],
  shape: PlanShape,
): Promise<readonly (Lost & { readonly in: string })[]> {
  const { files, filled: all } = markedRegister(texts, shape);
  const filled = untold(all, files, modelOf(files).diagnostics);
  const lost: (Lost & { readonly in: string })[] = [];
  for (const { kind, html } of pagesOf(files, false)) {
    const bytes = await browser.print(html, { day: '2025-05-30' });
    const { pages } = await readPdf(bytes);
    const addresses = `\n${pages.flatMap((page) => page.addresses).join('\n')}`;
    const tags = pages.flatMap((page) => page.structure);
    const alternatives = everyTag(tags).map(({ alt }) => alt ?? '');
    const structure = `${heard(tags)}\n${alternatives.join('\n')}${addresses}`;
    const said = `${withoutAnnouncements(await heardOfPdf(bytes))}${addresses}`;
    lost.push(
      ...lostWords(filled, kind, withCutsAtLineEnds(structure), unspaced).map((one) => ({
        ...one,
        in: 'structure',
      })),
      ...lostWords(filled, kind, said).map((one) => ({ ...one, in: 'as heard' })),
    );
  }
  return lost;
}

/** A structure has no lines; what a tracker cuts short ends one, as it does where it is heard. */
function withCutsAtLineEnds(structure: string): string {
  return structure.replaceAll(' … ', ' …\n');
}

/** What is heard without the names of what it is: links, lists. */
function withoutAnnouncements(said: string): string {
  return said.replace(/\[link: ((?:[^[\]]|\[[^[\]]*\])*)\]/g, '$1').replace(/^ *List, \d+ items?$/gm, '');
}

test('every word of every printed field is in the structure of each PDF in which it belongs, and heard', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(DRAWN, { minLength: 40, maxLength: 40 }), SHAPES, async (texts, shape) => {
      expect(await lostInPdf(texts, shape)).toEqual([]);
    }),
    { ...drawn({ share: 2, campaign: 200 }), endOnFailure: true },
  );
});
