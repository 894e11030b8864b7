import type { ShownPage } from '../shown-page.js';
import { fontNames } from './content/fonts.js';
import { type Element, everyElement, type Kid, type Paper, textOf } from './structure/index.js';
import { inflated } from './syntax/document.js';
import { Text, wordsOf } from './syntax/values.js';

/** Why a paper may not be written: what is wrong with it, with the words it is about, and what to do. */
export interface Refusal {
  readonly code: 'paper-words' | 'paper-typeface' | 'paper-headings' | 'paper-naming' | 'paper-contents';
  /** One sentence without a full stop. */
  readonly message: string;
  readonly hint: string;
}

/** A paper that would pass every checker of PDFs although somebody could not read it. Nothing was written. */
export class UnreadablePaper extends Error {
  override readonly name = 'UnreadablePaper';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => message).join('; '));
    this.refusals = refusals;
  }
}

/** How the names of the fonts begin that ship with the templates. */
const OURS = 'SourceSans3';

/**
 * Stops a paper that a checker would pass and somebody could not read.
 *
 * @param ofContents what is wrong with the page numbers of its contents, told where no words went missing
 * @throws UnreadablePaper where anything is wrong, with all that is
 */
export function refuseUnreadable(paper: Paper, page: ShownPage, ofContents: readonly Refusal[] = []): void {
  const elements = everyElement(paper.root);
  const drawn = wordsInDrawings(paper);
  const lost = [
    ...drawn,
    ...unmarkedWords(paper, page),
    ...(drawn.length === 0 ? lostMarks(paper, elements) : []),
    ...raggedTables(paper, elements),
    ...missingGlyphs(paper),
  ];
  const refusals = [
    ...lost,
    // What took words away has been named; this finds what nobody thought of.
    ...(lost.length === 0 ? [...differentWords(paper, page), ...ofContents] : []),
    ...foreignFonts(paper, page),
    ...skippedHeadings(paper, elements),
    ...unnamed(paper, elements),
  ];
  if (refusals.length > 0) throw new UnreadablePaper(refusals);
}

const STYLE_HINT =
  'Look in the templates’ styles for opacity, filter, mix-blend-mode and mask on what has words in it, and give it a colour instead.';

/** A style such as `opacity` draws words apart from the page, and with that takes them out of the structure. */
function wordsInDrawings({ document, pages, contents }: Paper): readonly Refusal[] {
  return pages.flatMap((ref, index) => {
    const drawings = document.dict(document.dict(document.dict(ref)?.get('Resources'))?.get('XObject'));
    const hasWords = [...(contents[index]?.drawn ?? [])].some((name) => {
      const drawing = document.stream(drawings?.get(name));
      return (
        drawing !== undefined &&
        document.name(drawing.dict.get('Subtype')) === 'Form' &&
        /(?:^|\s)BT\s/.test(Buffer.from(inflated(drawing)).toString('latin1'))
      );
    });
    return hasWords
      ? [
          {
            code: 'paper-words' as const,
            message: `on page ${index + 1} words are drawn as a picture, so that no screen reader finds them`,
            hint: STYLE_HINT,
          },
        ]
      : [];
  });
}

/** Words that style sheets write are on the page and in no part of its text. */
function unmarkedWords({ contents }: Paper, page: ShownPage): readonly Refusal[] {
  const declared = bare(page.hidden);
  return contents.flatMap(({ unmarkedWords: found }, index) => {
    const undeclared = found.filter((said) => !declared.includes(bare(said)));
    return undeclared.length === 0
      ? []
      : [
          {
            code: 'paper-words' as const,
            message: `on page ${index + 1} ${quoted(undeclared)} can be seen but not heard`,
            hint: 'Write them into the template instead of ::before, ::after or ::marker; what is only decoration gets aria-hidden="true".',
          },
        ];
  });
}

/** Marks without an element, and elements whose marks are on no page. */
function lostMarks({ contents, outside }: Paper, elements: readonly Element[]): readonly Refusal[] {
  const known = contents.map((_, index) => new Set(outside[index]?.keys()));
  let gone = 0;
  for (const { kids } of elements)
    for (const kid of kids) {
      if (kid.kind !== 'mark') continue;
      known[kid.page]?.add(kid.mcid);
      if (!contents[kid.page]?.marked.has(kid.mcid)) gone += 1;
    }
  const unheard = contents.flatMap(({ marked }, page) =>
    [...marked].flatMap(([mcid, { text }]) =>
      known[page]?.has(mcid) || text.trim() === '' ? [] : [text.trim()],
    ),
  );
  return [
    ...(gone > 0
      ? [
          {
            code: 'paper-words' as const,
            message: `${gone} ${gone === 1 ? 'piece' : 'pieces'} of the paper’s structure ${gone === 1 ? 'has' : 'have'} no words on any page`,
            hint: STYLE_HINT,
          },
        ]
      : []),
    ...(unheard.length > 0
      ? [
          {
            code: 'paper-words' as const,
            message: `${quoted(unheard)} is in no part of the paper’s structure`,
            hint: STYLE_HINT,
          },
        ]
      : []),
  ];
}

/** An empty cell is not in the structure, so that those after it are heard under the wrong heading. */
function raggedTables({ contents }: Paper, elements: readonly Element[]): readonly Refusal[] {
  return elements.flatMap((table) => {
    if (table.type !== 'Table') return [];
    // Those of a table within a cell are a table of their own.
    const rows = table.kids
      .flatMap((group) => (group.kind === 'element' ? group.kids : []))
      .filter((row) => row.kind === 'element' && row.type === 'TR');
    const widths = rowWidths(rows);
    const ragged = rows.find((_, index) => widths[index] !== widths[0]);
    return ragged
      ? [
          {
            code: 'paper-words' as const,
            message: `the row ${quoted([textOf(ragged, contents)])} has other columns than the table’s first row`,
            hint: 'Put a word or a dash into each cell: an empty one is not in the PDF’s structure.',
          },
        ]
      : [];
  });
}

/** How many columns each row fills, counting cells that reach down into it. */
function rowWidths(rows: readonly Kid[]): readonly number[] {
  const below: number[] = [];
  return rows.map((row) => {
    let width = below.filter((left) => left > 0).length;
    for (const [column, left] of below.entries()) below[column] = Math.max(0, left - 1);
    for (const cell of row.kind === 'element' ? row.kids : []) {
      if (!isCell(cell)) continue;
      const columns = spanOf(cell, 'ColSpan');
      for (let column = width; column < width + columns; column += 1)
        below[column] = Math.max(below[column] ?? 0, spanOf(cell, 'RowSpan') - 1);
      width += columns;
    }
    return width;
  });
}

function isCell(kid: Kid): kid is Element {
  return kid.kind === 'element' && (kid.type === 'TD' || kid.type === 'TH');
}

function spanOf({ attributes }: Element, key: 'ColSpan' | 'RowSpan'): number {
  const span = attributes.get('Table')?.get(key);
  return typeof span === 'number' ? span : 1;
}

/** How much of the words round a difference is shown. */
const CONTEXT = 60;

/** The words of the structure are those of the page, in the same order; nothing else proves that none went missing. */
function differentWords(paper: Paper, page: ShownPage): readonly Refusal[] {
  const heard = textOf(paper.root, paper.contents);
  // Nearly always so, and cheaper to tell.
  if (unspaced(page.shown) === unspaced(heard)) return [];
  const [wanted, found] = [bare(page.shown), bare(heard)];
  if (wanted === found) return [];
  let at = 0;
  while (at < wanted.length && wanted[at] === found[at]) at += 1;
  return [
    {
      code: 'paper-words',
      message: `where the page shows '${excerpt(page.shown, at)}' a screen reader would hear '${excerpt(heard, at)}'`,
      hint: 'Whatever takes words out of the PDF’s structure, or puts them elsewhere, has to go from the templates.',
    },
  ];
}

/** A few words from where so many letters have passed. */
function excerpt(text: string, letters: number): string {
  let passed = 0;
  let at = 0;
  for (; at < text.length && passed < letters; at += 1) passed += bare(text[at] ?? '').length;
  return text
    .slice(Math.max(0, at - 20), at + CONTEXT)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters and marks alone: where lines break, and in which case a style sets them, is not what is said. */
export function bare(text: string): string {
  return unspaced(text.normalize('NFKC')).toLowerCase();
}

function unspaced(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');
}

function missingGlyphs({ contents }: Paper): readonly Refusal[] {
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
        },
      ];
}

function foreignFonts({ document }: Paper, { typefaces }: ShownPage): readonly Refusal[] {
  // What a typeface of a council's own calls itself within is not known.
  const isOursOnly = typefaces.every((family) => family.replaceAll(' ', '') === OURS);
  const foreign = [...fontNames(document)].filter(
    (name) => name === '' || (isOursOnly && !name.startsWith(OURS)),
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
        },
      ];
}

function skippedHeadings({ contents }: Paper, elements: readonly Element[]): readonly Refusal[] {
  const headings = elements.flatMap((element) => {
    const level = /^H([1-6])$/.exec(element.type)?.[1];
    return level === undefined ? [] : [{ level: Number(level), words: textOf(element, contents) }];
  });
  const skipped = headings.find(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1);
  if (headings.length > 0 && !skipped) return [];
  return [
    {
      code: 'paper-headings',
      message: skipped
        ? `the heading ${quoted([skipped.words])} is of level ${skipped.level}, and none of level ${skipped.level - 1} stands before it`
        : 'the paper has no heading',
      hint: 'The title is h1, and each heading after it at most one level further in than the one before.',
    },
  ];
}

/** What has to have a name: the paper, its language, its pictures and its links. */
function unnamed({ document, pages }: Paper, elements: readonly Element[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (message: string, hint: string) => refusals.push({ code: 'paper-naming', message, hint });
  const language = document.catalog.get('Lang');
  // Without a language the browser writes the machine's own, such as en-US@posix.
  if (!(language instanceof Text) || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(wordsOf(language)))
    refuse(
      'the paper does not say which language it is in',
      'Write <html lang="{{language}}"> in the layout.',
    );
  const title = document.dict(document.info)?.get('Title');
  if (!(title instanceof Text) || wordsOf(title).trim() === '')
    refuse('the paper has no title', 'Write <title>{{documentTitle}}</title> in the layout.');
  const hasWords = (element: Element) => element.alt !== undefined && wordsOf(element.alt).trim() !== '';
  const pictures = elements.filter((element) => element.type === 'Figure');
  if (
    pictures.some(
      (picture) =>
        !hasWords(picture) &&
        !everyElement(picture).some((inner) => inner !== picture && inner.type === 'Figure'),
    )
  )
    refuse(
      'a picture does not say what it shows',
      'Give it alt="…" in words; one that is only decoration gets aria-hidden="true".',
    );
  const named = new Set(
    elements.flatMap(({ type, kids }) =>
      type === 'Link' ? kids.flatMap((kid) => (kid.kind === 'annotation' ? [kid.ref.number] : [])) : [],
    ),
  );
  const links = pages.flatMap((page) => document.array(document.dict(page)?.get('Annots')));
  if (
    links.some(
      (link) => !(typeof link === 'object' && link !== null && 'number' in link && named.has(link.number)),
    )
  )
    refuse(
      'a link is not heard with its words',
      'Put the link inside one paragraph, cell or list item, as a plain <a href="…">.',
    );
  return refusals;
}

/** Words for a sentence: the first few of them, each cut short. */
function quoted(words: readonly string[]): string {
  const shown = [...new Set(words)].slice(0, 3).map((said) => {
    const line = said.replace(/\s+/g, ' ').trim();
    return `'${line.length > CONTEXT ? `${line.slice(0, CONTEXT)}…` : line}'`;
  });
  return `${shown.join(', ')}${words.length > 3 ? ' and more' : ''}`;
}
