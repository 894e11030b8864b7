import { readStructure, type Tag } from './structure.js';
import { type Cell, walkedTable } from './table.js';

/**
 * What a screen reader says of a finished PDF, in its order, one line for each thing that is said. It comes from the file alone: what is not
 * in its structure is not in this text.
 */
export function asHeard(bytes: Uint8Array): string {
  const { title, language, root } = readStructure(bytes);
  const lines = [
    `Title: ${title}`,
    `Language: ${languageName(language)}`,
    '',
    ...writeLines(root.kids, { language, base: language, isBare: false }),
  ];
  return `${lines.join('\n')}\n`;
}

interface Place {
  /** The language of what is said here. */
  readonly language: string;
  /** That of the whole paper. */
  readonly base: string;
  /** Whether a paragraph needs no announcing, as within an item or a cell. */
  readonly isBare: boolean;
}

/** Types that are within a line (ISO 32000-1, 14.8.4.4). */
const INLINE: ReadonlySet<string> = new Set([
  'Span',
  'Quote',
  'Reference',
  'Code',
  'Link',
  'Lbl',
  'BibEntry',
  'Annot',
]);

/** What has no meaning of its own is in a line where all that is in it does. */
function isInline(kid: Tag | string): boolean {
  return (
    typeof kid === 'string' || INLINE.has(kid.type) || (kid.type === 'NonStruct' && kid.kids.every(isInline))
  );
}

/** The lines of what stands side by side: each block has its own, and words between blocks are one. */
function writeLines(kids: Tag['kids'], place: Place): readonly string[] {
  const lines: string[] = [];
  let run: (Tag | string)[] = [];
  const endRun = () => {
    if (run.length > 0) lines.push(saidAs('Words', run, place));
    run = [];
  };
  for (const kid of kids) {
    if (typeof kid === 'string' || isInline(kid)) run.push(kid);
    else {
      endRun();
      lines.push(...blockLines(kid, within(place, kid)));
    }
  }
  endRun();
  return lines;
}

function within(place: Place, { language }: Tag): Place {
  return language === undefined ? place : { ...place, language };
}

function blockLines(tag: Tag, place: Place): readonly string[] {
  const level = /^H([1-6])$/.exec(tag.type)?.[1];
  if (level !== undefined) return [saidAs(`Heading ${level}`, tag.kids, { ...place, isBare: false })];
  switch (tag.type) {
    case 'P':
      return [saidAs('Paragraph', tag.kids, place)];
    case 'Caption':
      return [saidAs('Caption', tag.kids, { ...place, isBare: false })];
    case 'Figure':
      return [saidAs('Figure', [tag.alternative ?? ''], { ...place, isBare: false })];
    case 'BlockQuote':
    case 'Note':
      return [tag.type === 'Note' ? 'Note' : 'Quotation', ...indent(writeLines(tag.kids, place))];
    case 'L':
      return listLines(tag, place, 'List', 'item');
    case 'TOC':
      return listLines(tag, place, 'Contents', 'line');
    case 'Table':
      return tableLines(tag, place);
    default:
      return writeLines(tag.kids, place);
  }
}

function saidAs(what: string, kids: Tag['kids'], place: Place): string {
  const words = phrase(kids, place) || NOTHING;
  return place.isBare ? words : `${what}: ${words}`;
}

/** What is written where something is met that has no words. */
const NOTHING = '(nothing)';

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function listLines(list: Tag, place: Place, what: string, each: string): readonly string[] {
  const items = list.kids.filter((kid) => typeof kid !== 'string');
  const bare = { ...place, isBare: true };
  return [
    `${what}, ${countWord(items.length, each)}`,
    ...items.flatMap((item) => {
      const [first, ...rest] = itemLines(item, within(bare, item));
      return indent([first ?? NOTHING, ...indent(rest)]);
    }),
  ];
}

/** The lines of an item, its label before the first. */
function itemLines(item: Tag, place: Place): readonly string[] {
  const label = item.kids.find((kid) => typeof kid !== 'string' && kid.type === 'Lbl');
  const lines = writeLines(
    item.kids.filter((kid) => kid !== label),
    place,
  );
  if (label === undefined) return lines;
  const [first, ...rest] = lines;
  return [`${phrase([label], place)} ${first ?? ''}`.trimEnd(), ...rest];
}

function tableLines(table: Tag, place: Place): readonly string[] {
  const { columns, rows } = walkedTable(table);
  const others = table.kids.filter((kid) => typeof kid === 'string' || kid.type === 'Caption');
  return [
    `Table, ${countWord(columns, 'column')}, ${countWord(rows.length, 'row')}`,
    ...indent(writeLines(others, place)),
    ...rows.flatMap((cells, index) =>
      indent(
        cells.every(isColumnHeading)
          ? [
              `Row ${index + 1}, headings: ${cells.map(({ tag }) => phrase([tag], place) || NOTHING).join('; ')}`,
            ]
          : cells.flatMap((cell) => cellLines(cell, place)),
      ),
    ),
  ];
}

function isColumnHeading({ tag }: Cell): boolean {
  return tag.type === 'TH' && tag.scope === 'Column';
}

/** A cell after its headings, the row's before the column's. */
function cellLines({ tag, row, columns, headings }: Cell, place: Place): readonly string[] {
  const [first, ...rest] = writeLines(tag.kids, within({ ...place, isBare: true }, tag));
  const ofRow = headings.filter(({ scope }) => scope === 'Row');
  const ofColumn = headings.filter((heading) => !ofRow.includes(heading));
  // A heading that is a link is one where it stands; before each other cell its words are said alone.
  const heads = [...ofRow, ...ofColumn].map((heading) =>
    phrase([heading], { ...place, isBare: true }).replace(/\[link: ([^\]]*)\]/g, '$1'),
  );
  const where = [
    `Row ${row}`,
    ...(heads.length > 0 || tag.type === 'TH' ? heads : ['no heading']),
    ...(columns > 1 ? [`across ${columns} columns`] : []),
  ];
  return [`${where.join(', ')}: ${first ?? NOTHING}`, ...indent(rest)];
}

/** Words with the name of each language that they change to, and of each link and picture that is announced among them. */
function phrase(kids: Tag['kids'], place: Place): string {
  let said = '';
  let spoken = place.base;
  const say = (words: string, language: string) => {
    if (words.trim() !== '' && languageName(language) !== languageName(spoken)) {
      said += ` [${languageName(language)}] `;
      spoken = language;
    }
    said += words;
  };
  const visit = (kid: Tag | string, language: string) => {
    if (typeof kid === 'string') {
      say(kid, language);
      return;
    }
    const own = kid.language ?? language;
    if (kid.type === 'Figure') say(`[figure: ${kid.alternative ?? NOTHING}]`, own);
    else if (kid.type === 'Link') {
      say('[link: ', own);
      for (const inner of kid.kids) visit(inner, own);
      said = `${said.trimEnd()}]`;
    } else {
      // Blocks within a heading of a table are said one after another.
      const gap = isInline(kid) ? '' : ' ';
      said += gap;
      for (const inner of kid.kids) visit(inner, own);
      said += gap;
    }
  };
  for (const kid of kids) visit(kid, place.language);
  return said.replace(/\s+/g, ' ').trim();
}

function languageName(code: string): string {
  const [language = ''] = code.split('-');
  return NAMES.of(language || 'und') ?? code;
}

/** Always in English, whatever the machine speaks. */
const NAMES = new Intl.DisplayNames('en', { type: 'language' });

function countWord(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
