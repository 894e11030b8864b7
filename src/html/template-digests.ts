import { sha256 } from '../hash/index.js';
import { compareText } from '../order/index.js';
import type { FontFile } from './fonts.js';
import { type Part, partialName, styleSheets, type Templates, templateParts } from './templates.js';

/** Stand in the page where the digests go once it is known what it draws on. No text can say them: `<` is escaped. */
export const TEMPLATES_DIGEST_HERE = '<templates-digest>';
export const FONTS_DIGEST_HERE = '<fonts-digest>';

/** The digest of the templates that a page was made with: the parts that were filled in, and the style sheets, which are in every page. */
export function templatesDigest(templates: Templates, filled: ReadonlySet<string>): string {
  const parts = templateParts(templates).filter((part) => filled.has(partialName(part)));
  return filesDigest([...parts, ...styleSheets(templates)].map(({ name, text }) => [name, text]));
}

/** The digest of one part, by its name and text. */
export function partDigest({ name, text }: Part): string {
  return filesDigest([[name, text]]);
}

/** The digest of all parts of a kind of paper, filled in or not. */
export function setDigest({ parts }: Pick<Templates, 'parts'>, kind: string): string {
  return filesDigest([['kind', kind], ...[...parts.values()].map(({ name, text }) => [name, text] as const)]);
}

/** The digest of the font files that are in a page. */
export function fontsDigest(fonts: readonly FontFile[]): string {
  return filesDigest(fonts.map(({ name, bytes }) => [name, bytes]));
}

/** SHA-256 of names and contents, in the order of the names; a length before each, so that no two sets of files read alike. */
function filesDigest(files: readonly (readonly [name: string, content: string | Uint8Array])[]): string {
  return sha256(
    files
      .toSorted(([a], [b]) => compareText(a, b))
      .flatMap(([name, content]) => [`${name} ${Buffer.byteLength(content)}\n`, content]),
  );
}
