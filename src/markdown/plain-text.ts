import { joinLines, settleCharacters } from './characters.js';
import type { Block, Footnote, Image, Inline, Link, Prose } from './nodes.js';
import { isPlainWords, parseProse } from './parse.js';

/**
 * Markdown as words only, for terminals, motions and remarks: one line for each block, without marks. A footnote is in brackets where it
 * is spoken of, and a link's address behind its words.
 */
export function plainText(markdown: string): string {
  return sayAll(markdown, true);
}

/** The words before the first table, where a text does not begin with one: what is said of it in short. */
export interface LeadText {
  readonly words: string;
  /** Nothing was left out. */
  readonly isWhole: boolean;
  readonly hasTable: boolean;
}

/** @param isBody without footnotes and addresses */
export function leadText(markdown: string, isBody = false): LeadText {
  const prose = isPlainWords(markdown) ? undefined : parseProse(markdown);
  const at = prose?.blocks.findIndex(({ kind }) => kind === 'table') ?? -1;
  const hasTable = at >= 0;
  return prose && at > 0
    ? { words: sayBlocks(prose.blocks.slice(0, at), prose, !isBody), isWhole: false, hasTable }
    : { words: sayAll(markdown, !isBody), isWhole: true, hasTable };
}

/** The same without footnotes and addresses, for where the whole is elsewhere and for searches. */
export function bodyText(markdown: string): string {
  return sayAll(markdown, false);
}

/** How a text is said. */
interface Saying {
  readonly prose: Prose | undefined;
  /** With footnotes and addresses. */
  readonly isWhole: boolean;
  /** Footnotes that have been said: one that is spoken of twice is said once. */
  readonly told: Set<Footnote>;
}

function sayAll(markdown: string, isWhole: boolean): string {
  if (isPlainWords(markdown)) return markdown.trimEnd();
  const prose = parseProse(markdown);
  return prose ? sayBlocks(prose.blocks, prose, isWhole) : joinLines(markdown);
}

function sayBlocks(blocks: readonly Block[], prose: Prose, isWhole: boolean): string {
  return writeLines(blocks, { prose, isWhole, told: new Set() })
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .join('\n');
}

function writeLines(blocks: readonly Block[], saying: Saying): readonly string[] {
  return blocks.map((block) => blockWords(block, saying));
}

function blockWords(block: Block, saying: Saying): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlinesWords(block.inlines, saying);
    case 'rule':
      return '';
    case 'code':
      return settleCharacters(block.text);
    case 'quote':
      return writeLines(block.blocks, saying).join(' ');
    case 'list':
      return block.items
        .map((item) => {
          const task = item.task === undefined ? [] : [item.task === 'done' ? 'Done:' : 'To do:'];
          return [item.label, ...task, ...writeLines(item.blocks, saying)].join(' ').trim();
        })
        .join('\n');
    case 'table':
      return [block.head, ...block.rows]
        .map(({ cells }) => cells.map((cell) => inlinesWords(cell, saying)).join(', '))
        .join('\n');
    case 'footnote':
      return saying.prose?.reached.has(block)
        ? ''
        : `[^${block.name}]: ${writeLines(block.blocks, saying).join(' ')}`;
  }
}

/** The words of some pieces, on one line. Marks of footnotes and addresses are left out. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlinesWords(inlines, { prose: undefined, isWhole: false, told: new Set() });
}

function inlinesWords(inlines: readonly Inline[], saying: Saying): string {
  return inlines.map((inline) => inlineWords(inline, saying)).join('');
}

function inlineWords(inline: Inline, saying: Saying): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
    case 'tag':
      return settleCharacters(inline.text).replaceAll('\n', ' ');
    case 'break':
      return ' ';
    case 'emphasis':
    case 'strong':
    case 'struck':
      return inlinesWords(inline.children, saying);
    case 'link':
    case 'image': {
      const words = inlinesWords(inline.children, saying);
      const behind = [joinLines(inline.title), ...addressBehind(inline, words, saying)];
      const said = behind.filter((part) => part !== '').join(', ');
      return said === '' ? words : `${words} (${said})`;
    }
    case 'mark': {
      const footnote = saying.prose?.footnotes.get(inline.name);
      if (!footnote || !saying.prose?.reached.has(footnote)) return inline.text;
      if (!saying.isWhole || saying.told.has(footnote)) return '';
      saying.told.add(footnote);
      return ` (note: ${writeLines(footnote.blocks, saying).join(' ').trim()})`;
    }
  }
}

/** A link's address, unless its words say it already. */
function addressBehind(inline: Link | Image, words: string, { isWhole }: Saying): readonly string[] {
  if (!isWhole || inline.kind === 'image') return [];
  const address = inline.address.replace(/^(?:mailto|tel):/i, '');
  return words.includes(address.replace(/^https?:\/\//i, '')) ? [] : [address];
}
