import type { Token, Tokens } from 'marked';
import { picturePath, safeAddress } from './addresses.js';
import { decodeEntities } from './entities.js';
import { element, escapeHtml, joinHtml } from './escape.js';
import type { FootnoteNumbers } from './footnotes.js';
import type { Html } from './html.js';
import {
  type FootnoteDefinition,
  harmless,
  isDefinition,
  isList,
  isPlainWords,
  isReference,
  isTable,
  tokensOf,
} from './tokens.js';

/** What a paper's prose shares. */
export interface ProseContext {
  /** The same for all prose of a paper, in the order of the page. */
  readonly notes: FootnoteNumbers;
  /** `data:` addresses of the register's pictures, by path. */
  readonly images: ReadonlyMap<string, string>;
  /** The level that an author's first heading gets. */
  readonly headingLevel: number;
}

/** A block of prose: a paragraph or heading as inline HTML, or anything else as block HTML that hangs beneath. */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly html: Html }
  | { readonly kind: 'heading'; readonly level: number; readonly html: Html }
  | { readonly kind: 'beneath'; readonly html: Html };

/** The blocks of a text, its footnotes last. */
export function proseBlocks(markdown: string, context: ProseContext): readonly ProseBlock[] {
  if (isPlainWords(markdown)) return [{ kind: 'paragraph', html: escapeHtml(markdown.trimEnd()) }];
  const tokens = tokensOf(markdown);
  if (!tokens) return [{ kind: 'paragraph', html: escapeHtml(oneLine(harmless(markdown))) }];
  const page = startPage(tokens, context);
  const blocks = tokens.flatMap((token): readonly ProseBlock[] => {
    if (token.type === 'paragraph' || token.type === 'text' || token.type === 'html')
      return [{ kind: 'paragraph', html: inlineOf(token, page) }];
    if (token.type === 'heading' && 'depth' in token) {
      const level = Math.min(6, context.headingLevel - 1 + Number(token['depth']));
      return [{ kind: 'heading', level, html: inlineOf(token, page) }];
    }
    const html = blockOf(token, page);
    return html === '' ? [] : [{ kind: 'beneath', html }];
  });
  const notes = notesOf(page);
  return notes === '' ? blocks : [...blocks, { kind: 'beneath', html: notes }];
}

/** A whole text as block HTML, its footnotes at its end: for a table's cell, or a notice. Headings are bold paragraphs there. */
export function proseHtml(markdown: string, context: ProseContext): Html {
  return joinHtml(proseBlocks(markdown, context).map(blockHtml));
}

/** The first paragraph as inline HTML, and the rest as block HTML. */
export function proseInline(
  markdown: string,
  context: ProseContext,
): { readonly first: Html; readonly beneath: Html | null } {
  const [first, ...rest] = proseBlocks(markdown, context);
  if (first?.kind === 'beneath' || !first) return { first: escapeHtml(oneLine(markdown)), beneath: null };
  return { first: first.html, beneath: rest.length === 0 ? null : joinHtml(rest.map(blockHtml)) };
}

function blockHtml(block: ProseBlock): Html {
  if (block.kind === 'beneath') return block.html;
  return element('p', block.kind === 'heading' ? element('strong', block.html) : block.html);
}

/** One text on its way to a page. */
interface Page {
  readonly context: ProseContext;
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Footnotes by name, in the order in which they were first spoken of. */
  readonly spokenOf: Map<string, { readonly number: number; times: number }>;
}

function startPage(tokens: readonly Token[], context: ProseContext): Page {
  return {
    context,
    definitions: new Map(tokens.filter(isDefinition).map((definition) => [definition.name, definition])),
    spokenOf: new Map(),
  };
}

function blockOf(token: Token, page: Page): Html | '' {
  if (isDefinition(token)) return '';
  if (isList(token)) return listOf(token, page);
  if (isTable(token)) return tableOf(token, page);
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return '';
    case 'hr':
      return element('hr', '');
    case 'code':
      return element('pre', element('code', escapeHtml('text' in token ? String(token['text']) : token.raw)));
    case 'blockquote':
      return element(
        'blockquote',
        joinHtml(
          ('tokens' in token ? (token.tokens ?? []) : []).flatMap((inner) => blockOf(inner, page) || []),
        ),
      );
    case 'heading':
      return element('p', element('strong', inlineOf(token, page)));
    default:
      return element('p', inlineOf(token, page));
  }
}

/** The label is real text, first in the item: a screen reader hears it, and it is copied and searched with the words. */
function listOf(list: Tokens.List, page: Page): Html {
  const start = typeof list.start === 'number' ? list.start : 1;
  const items = list.items.map((item, index) => {
    const label = list.ordered ? `${start + index}.` : '•';
    return element(
      'li',
      joinHtml([element('span', escapeHtml(`${label} `), { class: 'n' }), itemOf(item, page)]),
    );
  });
  return element(
    list.ordered ? 'ol' : 'ul',
    joinHtml(items),
    list.ordered && start !== 1 ? { start: String(start) } : {},
  );
}

function itemOf(item: Tokens.ListItem, page: Page): Html {
  const done = item.task ? [escapeHtml(item.checked ? 'Done: ' : 'To do: ')] : [];
  const content = item.tokens.flatMap((token): readonly Html[] => {
    if (token.type === 'text' && !item.loose) return [inlineOf(token, page)];
    const html = blockOf(token, page);
    return html === '' ? [] : [html];
  });
  return joinHtml([...done, ...content]);
}

/** Columns that do not fit beside each other on a telephone. */
const WIDE = 4;

/** There the table is moved sideways in its own frame, which the keyboard must reach (WCAG 2.2, 2.1.1) and which then needs a name. */
const SCROLLER = { class: 'wide', role: 'group', 'aria-label': 'Wide table', tabindex: '0' };

/**
 * A word in every cell: an empty one is not in the structure of the PDF, and the rows after it would slip. The roles are those of a paper's
 * own tables (templates/update/appendix-b.hbs), since it may stand in a cell of one: a checker takes the cells after a table without them for its own.
 */
function tableOf(table: Tokens.Table, page: Page): Html {
  const rowOf = (cells: readonly Html[]): Html => element('tr', joinHtml(cells), { role: 'row' });
  const cellOf = (
    cell: Tokens.TableCell,
    name: string,
    attributes: Readonly<Record<string, string>>,
  ): Html => {
    const html = joinHtml(cell.tokens.map((token) => spanOf(token, page)));
    const aligned: Readonly<Record<string, string>> = cell.align
      ? { ...attributes, class: cell.align }
      : attributes;
    // To those who listen a dash is silence; but what an author's empty heading is to say nobody knows.
    const nothing = escapeHtml(name === 'td' ? 'not given' : '–');
    return element(name, html.trim() === '' ? nothing : html, aligned);
  };
  const heads = table.header.map((cell) => cellOf(cell, 'th', { scope: 'col', role: 'columnheader' }));
  const rows = table.rows.map((row) => rowOf(row.map((cell) => cellOf(cell, 'td', { role: 'cell' }))));
  const groups = [
    element('thead', rowOf(heads), { role: 'rowgroup' }),
    ...(rows.length === 0 ? [] : [element('tbody', joinHtml(rows), { role: 'rowgroup' })]),
  ];
  const whole = element('div', element('table', joinHtml(groups), { role: 'presentation' }), {
    role: 'table',
  });
  return table.header.length < WIDE ? whole : element('div', whole, SCROLLER);
}

function inlineOf(token: Token, page: Page): Html {
  const tokens = 'tokens' in token ? token.tokens : undefined;
  if (tokens) return joinHtml(tokens.map((inner) => spanOf(inner, page)));
  return escapeHtml(oneLine('text' in token ? String(token['text']) : token.raw));
}

function spanOf(token: Token, page: Page): Html {
  if (isReference(token)) return noteReference(token.name, token.raw, page);
  switch (token.type) {
    case 'strong':
      return element('strong', inlineOf(token, page));
    case 'em':
      return element('em', inlineOf(token, page));
    case 'del':
      return element('del', inlineOf(token, page));
    case 'codespan':
      return element('code', escapeHtml('text' in token ? String(token['text']) : token.raw));
    case 'br':
      return element('br', '');
    case 'link':
      return linkOf(token, page);
    case 'image':
      return imageOf(token, page);
    case 'html':
    case 'tag':
      return escapeHtml(oneLine(token.raw));
    case 'escape':
      return escapeHtml('text' in token ? String(token['text']) : token.raw);
    default:
      return 'tokens' in token && token.tokens
        ? inlineOf(token, page)
        : escapeHtml(softBreaks(decodeEntities('text' in token ? String(token['text']) : token.raw)));
  }
}

function linkOf(token: Token, page: Page): Html {
  const words = inlineOf(token, page);
  const address = 'href' in token ? safeAddress(decodeEntities(String(token['href']))) : undefined;
  return address === undefined ? words : element('a', words, { href: address });
}

function imageOf(token: Token, page: Page): Html {
  const alternative = 'text' in token ? decodeEntities(String(token['text'])) : '';
  const path = 'href' in token ? picturePath(String(token['href'])) : undefined;
  const address = path === undefined ? undefined : page.context.images.get(path);
  return address === undefined
    ? escapeHtml(alternative)
    : element('img', '', { src: address, alt: alternative });
}

function noteReference(name: string, raw: string, page: Page): Html {
  if (!page.definitions.has(name)) return escapeHtml(raw);
  const note = page.spokenOf.get(name) ?? { number: page.context.notes.next(), times: 0 };
  note.times += 1;
  page.spokenOf.set(name, note);
  const id = `note-${note.number}-ref${note.times === 1 ? '' : `-${note.times}`}`;
  const link = element('a', escapeHtml(`[note ${note.number}]`), { id, href: `#note-${note.number}` });
  return joinHtml([escapeHtml(' '), link]);
}

function notesOf(page: Page): Html | '' {
  const items: Html[] = [];
  // A note may speak of another, which then joins the list while it is being written.
  for (const [name, { number }] of page.spokenOf) {
    const words = joinHtml((page.definitions.get(name)?.tokens ?? []).map((token) => spanOf(token, page)));
    const label = escapeHtml(`Note ${number}. `);
    const back = element('a', escapeHtml('Back to the text'), { href: `#note-${number}-ref` });
    items.push(element('li', joinHtml([label, words, escapeHtml(' '), back]), { id: `note-${number}` }));
  }
  return items.length === 0 ? '' : element('ol', joinHtml(items), { class: 'notes' });
}

/** Pages keep white space as written, so that words at a line's end stay apart in the PDF; a break in the source is one space. */
function softBreaks(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, ' ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
