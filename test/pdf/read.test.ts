import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { textsOfPdf } from '../../src/pdf/index.js';
import { emptyFolder, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { type ReadPdf, readPdf } from '../support/read-pdf.js';

/** The sample paper, read by ourselves and by another program. */
let bytes: Uint8Array;
let ours: readonly { readonly part: string; readonly text: string }[] = [];
let theirs: ReadPdf;

beforeAll(async () => {
  const out = emptyFolder();
  expect(
    await run(
      ['report', '--meeting', '2018-02-19', '--format', 'pdf', '--out', out],
      fakeHost({ cwd: PROJECT }),
    ),
  ).toBe(0);
  bytes = readFileSync(join(out, '2018-02-19-culture-and-community', '06-childrens-services-update.pdf'));
  ours = (await textsOfPdf(bytes)).flat();
  theirs = await readPdf(bytes);
  rmSync(out, { recursive: true, force: true });
});

function letters(text: string): string {
  return text.normalize('NFKD').replace(/\s+/g, '');
}

describe('the words of a finished PDF', () => {
  test('are read page by page as another program reads them', () => {
    const pages = ours.filter(({ part }) => part.startsWith('page '));
    expect(pages.map(({ part }) => part)).toEqual(
      theirs.pages.map((_, index) => `page ${index + 1} of the PDF`),
    );
    for (const [index, page] of theirs.pages.entries())
      expect(letters(pages[index]?.text ?? '')).toBe(letters(page.text));
    expect(pages.map(({ text }) => text).join('')).toContain('’');
  });

  test('include its title and its bookmarks', () => {
    const properties = ours.filter(({ part }) => part === 'the properties of the PDF');
    expect(properties.map(({ text }) => text)).toContain(theirs.title);
    const bookmarks = ours.filter(({ part }) => part === 'the bookmarks of the PDF').map(({ text }) => text);
    expect(theirs.outline.length).toBeGreaterThan(8);
    expect(bookmarks).toEqual(expect.arrayContaining([...theirs.outline]));
  });

  test('include what is attached to it, its metadata, and what is packed into object streams', async () => {
    const packed = deflateSync(Buffer.from('900 0 <</Contents(Of a link \\(here\\))>>', 'latin1'));
    const attached = deflateSync(Buffer.from('{"note":"Tŷ gwag"}'));
    const more = Buffer.concat([
      bytes,
      Buffer.from(
        `\n901 0 obj\n<</Type/ObjStm/N 1/First 6/Filter/FlateDecode/Length ${packed.length}>>stream\n`,
      ),
      packed,
      Buffer.from(
        `\nendstream\nendobj\n902 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length ${attached.length}>>stream\n`,
      ),
      attached,
      Buffer.from(
        '\nendstream\nendobj\n903 0 obj\n<</Type/Metadata/Length 8>>stream\n<a>b</a>\nendstream\nendobj\n',
      ),
    ]);
    const read = (await textsOfPdf(more)).flat();
    expect(read).toContainEqual({ part: 'a description in the PDF', text: 'Of a link (here)' });
    expect(read).toContainEqual({ part: 'a file attached to the PDF', text: '{"note":"Tŷ gwag"}' });
    expect(read).toContainEqual({ part: 'the metadata of the PDF', text: '<a>b</a>' });
  });

  test('are not passed over where a file cannot be read', async () => {
    await expect(textsOfPdf(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow('cannot be read');
  });
});
