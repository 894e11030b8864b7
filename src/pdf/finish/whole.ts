/** What every paper must have, and what a browser's new version has been known to drop without a word. */
const NEEDED: readonly (readonly [mark: string, meaning: string])[] = [
  ['/StructTreeRoot', 'its structure, which screen readers follow'],
  ['/Outlines', 'its bookmarks'],
  ['/Lang', 'its language'],
];

/** Stops a paper that the browser printed without what makes it readable for everyone. */
export function assertWhole(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const missing = NEEDED.filter(([mark]) => !file.includes(mark, 0, 'latin1')).map(([, meaning]) => meaning);
  if (missing.length > 0) throw new Error(`the browser printed the paper without ${missing.join(' and ')}`);
}
