import type { Insertion, PageContent } from './walk.js';

/** What is taken out of the structure on a page: decoration, or a head that is printed again. */
export type Outside = ReadonlyMap<number, 'decoration' | 'repeated'>;

const SOURCES = {
  decoration: '/Artifact BMC',
  // A head that a table repeats belongs to the making of pages (ISO 32000-1, 14.8.2.2.2).
  repeated: '/Artifact <</Type/Pagination>>BDC',
};

/** A page's content with everything marked: what is in no part of the text, as an artifact. */
export function writeMarks({ bytes, insertions, marked }: PageContent, outside: Outside): Uint8Array {
  const changes: Insertion[] = [...insertions];
  for (const [mcid, kind] of outside) {
    const mark = marked.get(mcid);
    if (mark) changes.push({ at: mark.start, source: SOURCES[kind], skip: mark.end - mark.start });
  }
  // Stable: what ends at a place is before what begins there.
  changes.sort((a, b) => a.at - b.at);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { at, source, skip = 0 } of changes) {
    parts.push(bytes.subarray(from, at), Buffer.from(source, 'latin1'));
    from = at + skip;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}
