import { contrast } from '../../colours/index.js';
import type { PageElement, PageNode } from './page-tree.js';
import { readPicture, type WordPicture } from './pictures.js';
import { xmlText } from './xml-text.js';

/** The body of a document, and what it leads to outside. */
export interface WordBody {
  readonly xml: string;
  /** Addresses by the id of their relation. */
  readonly links: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, WordPicture>;
}

/** How a run of words looks. */
interface Look {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly isCode?: boolean;
  readonly language?: string;
  readonly isRightToLeft?: boolean;
  readonly colour?: string;
}

/** A part of a paragraph. */
type Piece =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly look: Look;
      readonly target: string | undefined;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'picture'; readonly picture: WordPicture; readonly alt: string };

interface Place {
  /** Within a cell, which must end with a paragraph. */
  readonly isInCell: boolean;
  readonly style: string | undefined;
  readonly listDepth: number;
  readonly look: Look;
  /** Twips of room for a table or a picture. */
  readonly width: number;
}

const PORTRAIT_WIDTH = 9_298;
const LANDSCAPE_WIDTH = 14_798;
/** A4 in twips, with margins of 23 and 18 mm. */
const PORTRAIT =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1304" w:bottom="1247" w:left="1304" w:header="567" w:footer="567" w:gutter="0"/>';
const LANDSCAPE =
  '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1247" w:right="1020" w:bottom="1134" w:left="1020" w:header="567" w:footer="567" w:gutter="0"/>';
const HEADERS =
  '<w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirstHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:footerReference w:type="first" r:id="rIdFooter"/>';

const INLINE: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'br',
    'cite',
    'code',
    'del',
    'em',
    'i',
    'img',
    'label',
    'mark',
    's',
    'small',
    'span',
  ],
  ...['strong', 'sub', 'sup', 'time', 'u', 'wbr'],
]);

/** A page as the body of a document. */
export function writeBody(page: PageElement): WordBody {
  const writer = new BodyWriter(page);
  return writer.write();
}

class BodyWriter {
  readonly #page: PageElement;
  /** Of each id that something leads to, the bookmark. */
  readonly #bookmarks = new Map<string, { readonly name: string; readonly number: number }>();
  readonly #waiting: string[] = [];
  #hasTurned = false;
  readonly #links = new Map<string, string>();
  readonly #linkIds = new Map<string, string>();
  readonly #pictures = new Map<string, WordPicture>();

  constructor(page: PageElement) {
    this.#page = page;
    for (const id of targetsIn(page))
      if (!this.#bookmarks.has(id)) {
        const number = this.#bookmarks.size + 1;
        this.#bookmarks.set(id, { name: `place_${number}`, number });
      }
  }

  write(): WordBody {
    const isSideways = this.#page.classes.has('sideways');
    const place: Place = {
      isInCell: false,
      style: undefined,
      listDepth: 0,
      look: {},
      width: isSideways ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH,
    };
    const blocks = this.#children(this.#page, place);
    const section = `<w:sectPr>${HEADERS}${isSideways || this.#hasTurned ? LANDSCAPE : PORTRAIT}${this.#hasTurned ? '' : '<w:titlePg/>'}</w:sectPr>`;
    return { xml: `${blocks}${section}`, links: this.#links, pictures: this.#pictures };
  }

  /** The blocks of an element: what stands in it without a block of its own is a paragraph. */
  #children(element: PageElement, place: Place): string {
    const blocks: string[] = [];
    let loose: PageNode[] = [];
    const flush = () => {
      const pieces = this.#pieces(loose, place.look, undefined);
      if (pieces.some((piece) => piece.kind !== 'words' || piece.text.trim() !== ''))
        blocks.push(this.#paragraph(pieces, place));
      loose = [];
    };
    for (const child of element.children) {
      if (child.kind === 'text' || (INLINE.has(child.name) && !holdsBlocks(child))) loose.push(child);
      else {
        flush();
        blocks.push(this.#block(child, place));
      }
    }
    flush();
    return blocks.join('');
  }

  #block(element: PageElement, outer: Place): string {
    this.#waitFor(element);
    const place = { ...outer, look: lookOf(element, outer.look) };
    const { name, classes } = element;
    if (/^h[1-6]$/.test(name)) return this.#heading(element, Number(name[1]), place);
    switch (name) {
      case 'p':
        return this.#children(element, { ...place, style: paragraphStyle(element, place) });
      case 'ul':
      case 'ol':
        return this.#list(element, place);
      case 'table':
        return this.#table(element, place);
      case 'blockquote':
        return this.#children(element, { ...place, style: 'Quote' });
      case 'pre':
        return this.#children(element, { ...place, style: 'Code', look: { ...place.look, isCode: true } });
      case 'hr':
        return '';
      default:
        if (classes.has('sideways') && !outer.isInCell) return this.#sideways(element, place);
        return this.#children(
          element,
          classes.has('notice') || classes.has('withheld-note') ? { ...place, style: 'Notice' } : place,
        );
    }
  }

  /** An appendix that lies on its side is a section of its own, up to the end. */
  #sideways(element: PageElement, place: Place): string {
    if (this.#hasTurned) return this.#children(element, { ...place, width: LANDSCAPE_WIDTH });
    this.#hasTurned = true;
    const before = `<w:p><w:pPr><w:sectPr>${HEADERS}${PORTRAIT}<w:titlePg/></w:sectPr></w:pPr></w:p>`;
    const inner = this.#children(element, { ...place, width: LANDSCAPE_WIDTH });
    return `${before}${inner}`;
  }

  #heading(element: PageElement, level: number, place: Place): string {
    return this.#paragraph(this.#pieces(element.children, place.look, undefined), {
      ...place,
      style: `Heading${Math.min(level, 6)}`,
    });
  }

  #list(element: PageElement, place: Place): string {
    return element.children
      .filter((child): child is PageElement => child.kind === 'element')
      .map((item) => {
        if (item.name !== 'li') return this.#block(item, place);
        this.#waitFor(item);
        const [label] = item.children.filter(
          (child): child is PageElement => child.kind === 'element' && child.classes.has('n'),
        );
        const isBullet = label === undefined || /^[•·–-]\s*$/.test(wordsIn(label));
        const shown =
          isBullet && label ? { ...item, children: item.children.filter((child) => child !== label) } : item;
        const style = isBullet
          ? `ListBullet${place.listDepth > 0 ? '2' : ''}`
          : `ListNumber${place.listDepth > 0 ? '2' : ''}`;
        return this.#children(shown, {
          ...place,
          look: lookOf(item, place.look),
          listDepth: place.listDepth + 1,
          style,
        });
      })
      .join('');
  }

  #table(element: PageElement, place: Place): string {
    const rows = rowsOf(element);
    const columns = Math.max(
      1,
      ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + spanOf(cell), 0)),
    );
    const widths = columnWidths(rows, columns, place.width);
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
    const body = rows.map((row) => this.#row(row, widths, place)).join('');
    const properties = `<w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>`;
    // Two tables without a paragraph between them would be one, and a cell must not end with a table.
    return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`;
  }

  #row({ element, cells, isHead }: TableRow, widths: readonly number[], place: Place): string {
    this.#waitFor(element);
    const words = cells.reduce((sum, cell) => sum + wordsIn(cell).length, 0);
    const marks = `${words < 900 ? '<w:cantSplit/>' : ''}${isHead ? '<w:tblHeader/>' : ''}`;
    let column = 0;
    const written = cells.map((cell) => {
      this.#waitFor(cell);
      const span = Math.min(spanOf(cell), Math.max(1, widths.length - column));
      const width = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
      column += span;
      const isHeading = cell.name === 'th';
      const look = lookOf(cell, { ...place.look, ...(isHeading ? { isBold: true } : {}) });
      const style = isHead ? 'TableHead' : 'TableText';
      const content = this.#children(cell, { isInCell: true, style, listDepth: 0, look, width: width - 200 });
      const shade = isHead
        ? '<w:shd w:val="clear" w:color="auto" w:fill="E7EBEE"/>'
        : element.classes.has('group') || element.classes.has('review')
          ? '<w:shd w:val="clear" w:color="auto" w:fill="F3F5F6"/>'
          : '';
      const merged = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${merged}${shade}</w:tcPr>${content === '' || content.endsWith('</w:tbl>') ? `${content}<w:p/>` : content}</w:tc>`;
    });
    while (column < widths.length) {
      written.push(`<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr><w:p/></w:tc>`);
      column += 1;
    }
    return `<w:tr>${marks === '' ? '' : `<w:trPr>${marks}</w:trPr>`}${written.join('')}</w:tr>`;
  }

  #waitFor({ attributes }: PageElement): void {
    const id = attributes.get('id');
    if (id !== undefined && this.#bookmarks.has(id)) this.#waiting.push(id);
  }

  #paragraph(pieces: readonly Piece[], { style, width }: Place): string {
    const trimmed = trimPieces(pieces);
    const marks = this.#waiting.splice(0).flatMap((id) => this.#bookmarks.get(id) ?? []);
    const begun = marks
      .map(
        ({ name, number }) =>
          `<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`,
      )
      .join('');
    const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
    return `<w:p>${properties}${begun}${trimmed.map((piece) => this.#run(piece, width)).join('')}</w:p>`;
  }

  #run(piece: Piece, width: number): string {
    if (piece.kind === 'break') return '<w:r><w:br/></w:r>';
    if (piece.kind === 'tab') return '<w:r><w:tab/></w:r>';
    if (piece.kind === 'picture') return this.#picture(piece.picture, piece.alt, width);
    const isLink = piece.target !== undefined;
    const text = piece.look.isCode ? piece.text.split('\n') : [piece.text];
    const runs = text
      .map(
        (line, index) =>
          `<w:r>${runProperties(piece.look, isLink)}${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${xmlText(line)}</w:t></w:r>`,
      )
      .join('');
    return isLink ? this.#link(piece.target, runs) : runs;
  }

  #link(target: string, runs: string): string {
    if (target.startsWith('#')) {
      const bookmark = this.#bookmarks.get(decodeURIComponent(target.slice(1)));
      return bookmark ? `<w:hyperlink w:anchor="${bookmark.name}">${runs}</w:hyperlink>` : runs;
    }
    const id = this.#linkIds.get(target) ?? `rIdLink${this.#linkIds.size + 1}`;
    this.#linkIds.set(target, id);
    this.#links.set(id, target);
    return `<w:hyperlink r:id="${id}">${runs}</w:hyperlink>`;
  }

  #picture(picture: WordPicture, alt: string, width: number): string {
    const number = this.#pictures.size + 1;
    const id = `rIdPicture${number}`;
    this.#pictures.set(id, picture);
    // 9,525 units to a pixel of 96 to the inch; 635 to a twip.
    const share = Math.min(1, (width * 635) / (picture.width * 9_525));
    const [cx, cy] = [picture.width, picture.height].map((pixels) =>
      Math.max(1, Math.round(pixels * 9_525 * share)),
    );
    const named = `id="${number}" name="Picture ${number}" descr="${xmlText(alt)}"`;
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  }

  #pieces(nodes: readonly PageNode[], look: Look, target: string | undefined): readonly Piece[] {
    return nodes.flatMap((node): readonly Piece[] => {
      if (node.kind === 'text') {
        const text = look.isCode ? node.text : node.text.replace(/\s+/g, ' ');
        return [{ kind: 'words', text, look, target }];
      }
      this.#waitFor(node);
      if (node.name === 'br') return [{ kind: 'break' }];
      if (node.name === 'img') return pictureOf(node, look, target);
      const inner = lookOf(node, look);
      const href = node.name === 'a' ? (node.attributes.get('href') ?? target) : target;
      const pieces = this.#pieces(node.children, inner, href);
      // After the number of a paragraph its words begin where those of all others do.
      return node.classes.has('n') ? [...trimEnd(pieces), { kind: 'tab' }] : pieces;
    });
  }
}

function pictureOf(node: PageElement, look: Look, target: string | undefined): readonly Piece[] {
  const alt = node.attributes.get('alt') ?? '';
  const picture = readPicture(node.attributes.get('src') ?? '');
  if (picture) return [{ kind: 'picture', picture, alt }];
  return alt === '' ? [] : [{ kind: 'words', text: alt, look: { ...look, isItalic: true }, target }];
}

/** Ids to which something in the page leads. */
function targetsIn(node: PageNode): readonly string[] {
  if (node.kind === 'text') return [];
  const href = node.name === 'a' ? node.attributes.get('href') : undefined;
  return [
    ...(href?.startsWith('#') ? [decodeURIComponent(href.slice(1))] : []),
    ...node.children.flatMap(targetsIn),
  ];
}

function holdsBlocks(element: PageElement): boolean {
  return element.children.some(
    (child) => child.kind === 'element' && (!INLINE.has(child.name) || holdsBlocks(child)),
  );
}

function lookOf({ name, attributes, classes }: PageElement, look: Look): Look {
  const language = attributes.get('lang');
  const colour = attributes.get('data-colour');
  return {
    ...look,
    ...(name === 'strong' || name === 'b' || classes.has('which') || classes.has('council')
      ? { isBold: true }
      : {}),
    ...(name === 'em' || name === 'i' || name === 'cite' ? { isItalic: true } : {}),
    ...(name === 'del' || name === 's' ? { isStruck: true } : {}),
    ...(name === 'code' ? { isCode: true } : {}),
    ...(language === undefined ? {} : { language: language === 'cy' ? 'cy-GB' : language }),
    ...(attributes.get('dir') === 'rtl' ? { isRightToLeft: true } : {}),
    ...(colour === undefined ? {} : { colour }),
  };
}

/** In the order in which the schema has them: ECMA-376 part 1, CT_RPr. */
function runProperties(look: Look, isLink: boolean): string {
  const { isBold, isItalic, isStruck, isCode, language, isRightToLeft, colour } = look;
  const isDark =
    colour !== undefined && contrast(`#${colour}`, '#ffffff') >= contrast(`#${colour}`, '#000000');
  const properties = [
    isLink ? '<w:rStyle w:val="Hyperlink"/>' : '',
    isCode ? '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' : '',
    isBold || colour !== undefined ? '<w:b/>' : '',
    isItalic ? '<w:i/>' : '',
    isStruck ? '<w:strike/>' : '',
    colour === undefined ? '' : `<w:color w:val="${isDark ? 'FFFFFF' : '000000'}"/>`,
    colour === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${colour.toUpperCase()}"/>`,
    isRightToLeft ? '<w:rtl/>' : '',
    language === undefined ? '' : `<w:lang w:val="${xmlText(language)}"/>`,
  ].join('');
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
}

const STYLES: Readonly<Record<string, string>> = {
  council: 'Council',
  item: 'HeadLine',
  meeting: 'HeadLine',
  place: 'HeadLine',
  subtitle: 'Subtitle',
  remark: 'HeadLine',
  confidential: 'Confidential',
  para: 'NumberedParagraph',
  by: 'Detail',
  provenance: 'Provenance',
};

function paragraphStyle({ classes }: PageElement, { isInCell, style }: Place): string | undefined {
  const [own] = [...classes].flatMap((name) => STYLES[name] ?? []);
  if (own === 'Detail' && !isInCell) return style;
  return own ?? style;
}

/** Words on one line without space at either end, and one space between. */
function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const done: Piece[] = [];
  let endsInSpace = true;
  for (const piece of pieces) {
    if (piece.kind !== 'words' || piece.look.isCode) {
      done.push(piece);
      endsInSpace = piece.kind === 'break' || piece.kind === 'tab';
      continue;
    }
    const text = endsInSpace ? piece.text.replace(/^ +/, '') : piece.text;
    if (text === '') continue;
    done.push({ ...piece, text });
    endsInSpace = text.endsWith(' ');
  }
  return trimEnd(done);
}

function trimEnd(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  if (last?.kind === 'break') return trimEnd(pieces.slice(0, -1));
  if (last?.kind !== 'words') return pieces;
  const text = last.text.replace(/\s+$/, '');
  return text === '' ? trimEnd(pieces.slice(0, -1)) : [...pieces.slice(0, -1), { ...last, text }];
}

function wordsIn(node: PageNode): string {
  return node.kind === 'text' ? node.text : node.children.map(wordsIn).join('');
}

interface TableRow {
  readonly element: PageElement;
  readonly cells: readonly PageElement[];
  readonly isHead: boolean;
}

function rowsOf(element: PageElement, isHead = false): readonly TableRow[] {
  return element.children.flatMap((child): readonly TableRow[] => {
    if (child.kind === 'text') return [];
    if (child.name === 'tr') {
      const cells = child.children.filter(
        (cell): cell is PageElement => cell.kind === 'element' && /^t[hd]$/.test(cell.name),
      );
      return cells.length > 0 ? [{ element: child, cells, isHead }] : [];
    }
    return /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child, child.name === 'thead') : [];
  });
}

function spanOf({ attributes }: PageElement): number {
  const span = Number(attributes.get('colspan') ?? '1');
  return Number.isInteger(span) && span >= 1 && span <= 60 ? span : 1;
}

/** Widths by how much stands in each column, none narrower than its longest word nor than a share of the page. */
function columnWidths(rows: readonly TableRow[], columns: number, room: number): readonly number[] {
  const weights = Array.from({ length: columns }, () => 0);
  const longest = Array.from({ length: columns }, () => 0);
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      const span = spanOf(cell);
      const words = wordsIn(cell).trim();
      if (span === 1 && column < columns) {
        weights[column] = Math.max(weights[column] ?? 0, Math.min(900, words.length));
        longest[column] = Math.max(
          longest[column] ?? 0,
          ...words.split(/\s+/).map((word) => Math.min(22, word.length)),
        );
      }
      column += span;
    }
  }
  const least = longest.map((letters) => Math.min(room / columns, 260 + letters * 125));
  const left = Math.max(0, room - least.reduce((a, b) => a + b, 0));
  const roots = weights.map((weight) => Math.sqrt(weight));
  const all = roots.reduce((a, b) => a + b, 0) || 1;
  return least.map((width, index) => Math.floor(width + (left * (roots[index] ?? 0)) / all));
}
