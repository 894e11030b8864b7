import type { ShownPage } from '../../browser/page-snapshot.js';
import { fontNames } from '../content/fonts.js';
import type { TaggedDocument } from '../structure/index.js';
import { quoted, type Refusal } from './refusal.js';

/** The family that ships with the templates, and how the names of its fonts begin. */
const FAMILY = 'SourceSans3';
const OURS = ['SourceSans3', 'NotoSansArabic', 'NotoSansHebrew'];

const TYPEFACE = /\bfont(?:-family)?\s*:/i;

export function missingGlyphs({ contents }: TaggedDocument): readonly Refusal[] {
  const words = contents.flatMap(({ marked, brokenHeads }) => [
    ...[...marked.values()].flatMap(({ hasMissingGlyph, text }) => (hasMissingGlyph ? [text.trim()] : [])),
    ...brokenHeads,
  ]);
  return words.length === 0
    ? []
    : [
        {
          code: 'paper-typeface',
          message: `no typeface of the paper has every character of ${quoted(words)}`,
          hint: 'Write it in other characters, or add a typeface that has them to the templates.',
          written: TYPEFACE,
        },
      ];
}

export function foreignFonts({ document }: TaggedDocument, { typefaces }: ShownPage): readonly Refusal[] {
  // What a typeface of a council's own calls itself within is not known.
  const isOursOnly = typefaces.every((family) => family.replaceAll(' ', '') === FAMILY);
  const foreign = [...fontNames(document)].filter(
    (name) => name === '' || (isOursOnly && !OURS.some((known) => name.startsWith(known))),
  );
  return foreign.length === 0
    ? []
    : [
        {
          code: 'paper-typeface',
          message: foreign.includes('')
            ? 'part of the paper is set in a typeface that the browser had to draw itself'
            : `the paper is set in ${foreign.join(' and ')}, a typeface of this machine`,
          hint: 'Use the typeface that ships, in its weights 400, 600 and 700, or bring one into the templates as a data: address. A variable typeface will not do.',
          written: TYPEFACE,
        },
      ];
}
