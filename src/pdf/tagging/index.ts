import type { RawPrint } from '../browser/print.js';
import { deflated, inflated, type PdfDocument, UnsupportedPdf } from '../syntax/document.js';
import { readPdf } from '../syntax/read.js';
import { decodeText, makeDict, Name, Ref, Stream, Text } from '../syntax/values.js';
import { writePdf } from '../syntax/write.js';
import { attach, type PackedAttachment } from './attachment.js';
import { settleClusters } from './content/clusters.js';
import { FontShelf, tagFonts } from './content/fonts.js';
import { writeMarks } from './content/mark.js';
import { type PageContent, walkPage } from './content/walk.js';
import { identify } from './identity/index.js';
import { numberPages } from './page-numbers.js';
import { refuseUnreadable } from './refusals/index.js';
import {
  makeElement,
  readStructure,
  settleStructure,
  type TaggedDocument,
  writeStructure,
} from './structure/index.js';
import type { DocumentInfo } from './types.js';

/**
 * Chromium's bytes made fit to publish, to keep and to be read aloud: PDF/UA-1 and PDF/A-3a.
 *
 * @throws InaccessiblePdf where something of the page could not be read by everyone
 */
export async function finish(
  { bytes, page }: RawPrint,
  { day, creator = 'scrutiny' }: Omit<DocumentInfo, 'attachments'>,
  attachments: readonly PackedAttachment[] = [],
): Promise<Uint8Array> {
  const document = readPdf(bytes);
  const pages = document.pages();
  const contents = readContents(document, pages);
  const root = readStructure(document, pages) ?? makeElement('Document', []);
  const read: TaggedDocument = { document, root, pages, contents, outside: pages.map(() => new Map()) };
  const settled = settleStructure(read, page);
  const { paper, refusals } = numberPages(settled, page);
  // The threads of zlib have work while the paper is looked through.
  const marking = writeContents(paper);
  refuseUnreadable(settled, page, refusals);
  writeStructure(paper);
  tagFonts(document);
  identify(document, {
    title: infoWords(document, 'Title') ?? '',
    language: languageOf(document) ?? '',
    day,
    creator,
    producer: infoWords(document, 'Producer') ?? '',
  });
  attach(document, attachments, day);
  await marking;
  return writePdf(document);
}

function readContents(document: PdfDocument, pages: readonly Ref[]): readonly PageContent[] {
  const shelf = new FontShelf(document);
  const contents = pages.map((ref) => {
    const page = document.dict(ref);
    const content = document.stream(page?.get('Contents'));
    if (!page || !content) throw new UnsupportedPdf('a page has not one content');
    const [, bottom = 0, , top = 0] = document.array(page.get('MediaBox')).map(Number);
    const fonts = shelf.fontsOf(page.get('Resources'));
    return walkPage(settleClusters(inflated(content), fonts), fonts, top - bottom);
  });
  shelf.writeLearned();
  return contents;
}

/** Compressed beside our own work: the threads of zlib are free meanwhile. */
async function writeContents({ document, pages, contents, outside }: TaggedDocument): Promise<void> {
  await Promise.all(
    pages.map(async (ref, index) => {
      const content = contents[index];
      const target = document.dict(ref)?.get('Contents');
      if (!content || !(target instanceof Ref)) return;
      const bytes = await deflated(writeMarks(content, outside[index] ?? new Map()));
      document.replace(target, new Stream(makeDict({ Filter: Name.of('FlateDecode') }), bytes));
    }),
  );
}

function infoWords(document: PdfDocument, key: string): string | undefined {
  const value = document.dict(document.info)?.get(key);
  return value instanceof Text ? decodeText(value) : undefined;
}

function languageOf({ catalog }: PdfDocument): string | undefined {
  const language = catalog.get('Lang');
  return language instanceof Text ? decodeText(language) : undefined;
}
