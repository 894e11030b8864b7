import { picturePath, safeAddress } from './addresses.js';
import { joinLines, settleCharacters } from './characters.js';
import { blocksIn, element, escapeHtml, joinHtml, wordsIn } from './escape.js';
import type { FootnoteNumbers } from './footnotes.js';
import type { Html } from './html.js';
import type { Block, Footnote, FootnoteMark, Image, Inline, Item, Link, Prose } from './nodes.js';
import { isPlainWords, parseProse } from './parse.js';
import { wordsOf } from './plain-text.js';
import { tableHtml } from './render-table.js';
import { needsWidth, WIDE_PICTURE } from './wide.js';

/** Pictures by their paths in the register. */
export type Pictures = ReadonlyMap<string, Picture>;

interface Picture {
  /** All of it, as a `data:` address. */
  readonly address: string;
  /** In dots, where it is known; one that is free has only this shape. */
  readonly size?: { readonly width: number; readonly height: number; readonly isFree: boolean } | undefined;
  /** It needs more room than a column of a paper's own tables has. */
  readonly isWide: boolean;
}

/** What a paper's prose shares. */
export interface ProseContext {
  /** The same for all prose of a paper, in the order of the page. */
  readonly notes: FootnoteNumbers;
  /** The register's pictures, by path. */
  readonly images: Pictures;
  /** The level that an author's first heading gets. */
  readonly headingLevel: number;
}

/** A block of prose: a paragraph or heading as inline HTML, or anything else as block HTML that hangs beneath. */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly html: Html }
  | { readonly kind: 'heading'; readonly level: number; readonly html: Html }
  | { readonly kind: 'beneath'; readonly html: Html };

/**
 * The blocks of a text, its footnotes last, each marked with the language of the text.
 *
 * @param language that of the words where it is not the paper's: every caller says it, so that no text of a noun in Welsh goes unmarked
 */
export function proseBlocks(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
): readonly ProseBlock[] {
  return unmarkedBlocks(markdown, context).map((block) =>
    block.kind === 'beneath'
      ? { ...block, html: blocksIn(language, block.html) }
      : { ...block, html: wordsIn(language, block.html) },
  );
}

function unmarkedBlocks(markdown: string, context: ProseContext): readonly ProseBlock[] {
  if (isPlainWords(markdown)) return [{ kind: 'paragraph', html: escapeHtml(markdown.trimEnd()) }];
  const prose = parseProse(markdown);
  if (!prose) return [{ kind: 'paragraph', html: escapeHtml(joinLines(markdown)) }];
  const page: Page = { context, prose, spokenOf: new Map() };
  const blocks = prose.blocks.flatMap((block): readonly ProseBlock[] => {
    if (block.kind === 'paragraph') return [{ kind: 'paragraph', html: inlinesHtml(block.inlines, page) }];
    if (block.kind === 'heading') {
      const level = Math.min(6, context.headingLevel - 1 + block.level);
      return [{ kind: 'heading', level, html: inlinesHtml(block.inlines, page) }];
    }
    const html = blockHtml(block, page);
    return html === '' ? [] : [{ kind: 'beneath', html }];
  });
  const notes = notesHtml(page);
  return notes === '' ? blocks : [...blocks, { kind: 'beneath', html: notes }];
}

/** A whole text as block HTML, its footnotes at its end: for a table's cell, or a notice. Headings are bold paragraphs there. */
export function proseHtml(markdown: string, context: ProseContext, language: string | undefined): Html {
  return blocksIn(language, joinHtml(unmarkedBlocks(markdown, context).map(asHtml)));
}

/** The first paragraph as inline HTML, and the rest as block HTML. A text that begins with a list or table is led in to. */
export function proseInline(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
): { readonly first: Html; readonly beneath: Html | null } {
  const { first, rest } = leadInto(unmarkedBlocks(markdown, context), markdown, language);
  return { first, beneath: blocksOf(rest, language) };
}

/** A text in a column: as block HTML what has room there and, from its first table or picture on that needs the width of a page, what has not. */
export function proseInColumn(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
): { readonly html: Html | null; readonly below: Html | null } {
  const [beside, below] = partAtWide(unmarkedBlocks(markdown, context));
  return { html: blocksOf(beside, language), below: blocksOf(below, language) };
}

/** The same with its first paragraph as inline HTML. */
export function proseInlineInColumn(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
): { readonly first: Html; readonly beneath: Html | null; readonly below: Html | null } {
  const { first, rest } = leadInto(unmarkedBlocks(markdown, context), markdown, language);
  const [beside, below] = partAtWide(rest);
  return { first, beneath: blocksOf(beside, language), below: blocksOf(below, language) };
}

function leadInto(
  blocks: readonly ProseBlock[],
  markdown: string,
  language: string | undefined,
): { readonly first: Html; readonly rest: readonly ProseBlock[] } {
  const [first, ...rest] = blocks;
  if (!first) return { first: wordsIn(language, escapeHtml(joinLines(markdown))), rest };
  if (first.kind === 'beneath') return { first: escapeHtml('As follows:'), rest: blocks };
  return { first: wordsIn(language, first.html), rest };
}

function partAtWide(
  blocks: readonly ProseBlock[],
): readonly [beside: readonly ProseBlock[], below: readonly ProseBlock[]] {
  const at = blocks.findIndex(({ html }) => needsWidth(html));
  return at < 0 ? [blocks, []] : [blocks.slice(0, at), blocks.slice(at)];
}

function blocksOf(blocks: readonly ProseBlock[], language: string | undefined): Html | null {
  return blocks.length === 0 ? null : blocksIn(language, joinHtml(blocks.map(asHtml)));
}

function asHtml(block: ProseBlock): Html {
  if (block.kind === 'beneath') return block.html;
  return element('p', block.kind === 'heading' ? element('strong', block.html) : block.html);
}

/** One text on its way to a page. */
interface Page {
  readonly context: ProseContext;
  readonly prose: Prose;
  /** Footnotes by name, in the order in which they were first spoken of. */
  readonly spokenOf: Map<string, { readonly number: number; times: number }>;
}

/** A footnote that no mark leads to, or a second of its name, as it was typed. */
function typedHtml(block: Footnote, page: Page): readonly Html[] {
  const mark = escapeHtml(`[^${block.name}]: `);
  const [first, ...rest] = block.blocks;
  return first?.kind === 'paragraph'
    ? [
        element('p', joinHtml([mark, inlinesHtml(first.inlines, page)])),
        ...rest.map((each) => blockHtml(each, page)),
      ]
    : [element('p', mark), ...block.blocks.map((each) => blockHtml(each, page))];
}

function blocksHtml(blocks: readonly Block[], page: Page): Html {
  return joinHtml(blocks.map((block) => blockHtml(block, page)));
}

function blockHtml(block: Block, page: Page): Html {
  switch (block.kind) {
    case 'paragraph':
      return element('p', inlinesHtml(block.inlines, page));
    case 'heading':
      return element('p', element('strong', inlinesHtml(block.inlines, page)));
    case 'rule':
      return element('hr', '');
    case 'code':
      return element('pre', element('code', textHtml(block.text.replaceAll('\n', ' \n'))));
    case 'quote':
      return element('blockquote', blocksHtml(block.blocks, page));
    case 'list':
      return listHtml(block, page);
    case 'table':
      return tableHtml(block, (inlines) => inlinesHtml(inlines, page));
    case 'footnote':
      return page.prose.reached.has(block) ? NOTHING : joinHtml(typedHtml(block, page));
  }
}

const NOTHING = escapeHtml('');

/** The label is real text, first in the item: a screen reader hears it, and it is copied and searched with the words. */
function listHtml(list: Extract<Block, { kind: 'list' }>, page: Page): Html {
  const start = list.items[0]?.number ?? 1;
  const items = list.items.map((item, index) => {
    const label = element('span', escapeHtml(`${item.label} `), { class: 'n' });
    const value =
      item.number === undefined || item.number === start + index ? {} : { value: String(item.number) };
    return element('li', joinHtml([label, itemHtml(item, list.isLoose, page)]), value);
  });
  return element(
    list.isOrdered ? 'ol' : 'ul',
    joinHtml(items),
    list.isOrdered && start !== 1 ? { start: String(start) } : {},
  );
}

function itemHtml(item: Item, isLoose: boolean, page: Page): Html {
  const task = item.task === undefined ? NOTHING : escapeHtml(item.task === 'done' ? 'Done: ' : 'To do: ');
  const content = item.blocks.map((block) =>
    block.kind === 'paragraph' && !isLoose ? inlinesHtml(block.inlines, page) : blockHtml(block, page),
  );
  return joinHtml([task, ...content]);
}

function inlinesHtml(inlines: readonly Inline[], page: Page, isInLink = false): Html {
  return joinHtml(inlines.map((inline) => inlineHtml(inline, page, isInLink)));
}

function inlineHtml(inline: Inline, page: Page, isInLink: boolean): Html {
  switch (inline.kind) {
    case 'text':
    case 'tag':
      return textHtml(inline.text);
    case 'break':
      // In a PDF a break is no character: without the space two words would be one.
      return joinHtml([escapeHtml(' '), element('br', '')]);
    case 'code':
      return element('code', textHtml(inline.text));
    case 'emphasis':
      return element('em', inlinesHtml(inline.children, page, isInLink));
    case 'strong':
      return element('strong', inlinesHtml(inline.children, page, isInLink));
    case 'struck':
      return element('del', inlinesHtml(inline.children, page, isInLink));
    case 'link':
      return linkHtml(inline, page, isInLink);
    case 'image':
      return imageHtml(inline, page);
    case 'mark':
      return isInLink ? textHtml(inline.text) : markHtml(inline, page);
  }
}

function textHtml(text: string): Html {
  return escapeHtml(settleCharacters(text));
}

/** A title is a balloon on a screen and nothing on paper, so it is printed behind the words. */
function titleHtml({ title }: Link | Image): Html {
  return title.trim() === '' ? NOTHING : escapeHtml(` (${joinLines(title)})`);
}

function linkHtml(link: Link, page: Page, isInLink: boolean): Html {
  const words = inlinesHtml(link.children, page, true);
  const address = isInLink ? undefined : safeAddress(link.address);
  const linked = address === undefined ? words : element('a', words, { href: address });
  return joinHtml([linked, titleHtml(link)]);
}

function imageHtml(image: Image, page: Page): Html {
  const alternative = joinLines(wordsOf(image.children));
  const path = picturePath(image.path);
  const picture = path === undefined ? undefined : page.context.images.get(path);
  const shown =
    picture === undefined
      ? escapeHtml(alternative)
      : element('img', '', {
          src: picture.address,
          alt: alternative,
          ...(picture.isWide ? { class: WIDE_PICTURE } : {}),
        });
  return joinHtml([shown, titleHtml(image)]);
}

function markHtml({ name, text }: FootnoteMark, page: Page): Html {
  const footnote = page.prose.footnotes.get(name);
  if (!footnote || !page.prose.reached.has(footnote)) return escapeHtml(text);
  const note = page.spokenOf.get(name) ?? { number: page.context.notes.next(), times: 0 };
  note.times += 1;
  page.spokenOf.set(name, note);
  const id = `note-${note.number}-ref${note.times === 1 ? '' : `-${note.times}`}`;
  const link = element('a', escapeHtml(`[note ${note.number}]`), { id, href: `#note-${note.number}` });
  return joinHtml([escapeHtml(' '), link]);
}

function notesHtml(page: Page): Html | '' {
  const items: Html[] = [];
  // A note may speak of another, which then joins the list while it is being written.
  for (const [name, { number }] of page.spokenOf) {
    const [first, ...rest] = page.prose.footnotes.get(name)?.blocks ?? [];
    const words = first?.kind === 'paragraph' ? inlinesHtml(first.inlines, page) : NOTHING;
    const beneath = first?.kind === 'paragraph' || !first ? rest : [first, ...rest];
    const label = escapeHtml(`Note ${number}. `);
    const back = element('a', escapeHtml('Back to the text'), { href: `#note-${number}-ref` });
    const parts = [label, words, escapeHtml(' '), back, blocksHtml(beneath, page)];
    items.push(element('li', joinHtml(parts), { id: `note-${number}` }));
  }
  return items.length === 0 ? '' : element('ol', joinHtml(items), { class: 'notes' });
}
