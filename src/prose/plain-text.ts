import { joinLines, settleCharacters } from './characters.js';
import type { Block, Inline, Prose } from './nodes.js';
import { isPlainWords, parseProse } from './parse.js';

/** Markdown as words only, for terminals, motions and searches: one line for each block, without marks, links' addresses or footnotes. */
export function plainText(markdown: string): string {
  if (isPlainWords(markdown)) return markdown.trimEnd();
  const prose = parseProse(markdown);
  if (!prose) return joinLines(markdown);
  return linesOf(prose.blocks, prose)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .join('\n');
}

function linesOf(blocks: readonly Block[], prose: Prose): readonly string[] {
  return blocks.map((block) => blockWords(block, prose));
}

function blockWords(block: Block, prose: Prose): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOf(block.inlines, prose);
    case 'rule':
      return '';
    case 'code':
      return settleCharacters(block.text);
    case 'quote':
      return linesOf(block.blocks, prose).join(' ');
    case 'list':
      return block.items
        .map((item) => {
          const number = item.number === undefined ? [] : [item.label];
          const task = item.task === undefined ? [] : [item.task === 'done' ? 'Done:' : 'To do:'];
          return [...number, ...task, ...linesOf(item.blocks, prose)].join(' ').trim();
        })
        .join('\n');
    case 'table':
      return [block.head, ...block.rows]
        .map(({ cells }) => cells.map((cell) => wordsOf(cell, prose)).join(', '))
        .join('\n');
    case 'footnote':
      return prose.reached.has(block) ? '' : `[^${block.name}]: ${linesOf(block.blocks, prose).join(' ')}`;
  }
}

/** The words of some pieces, on one line. Marks of footnotes that are there are left out. */
export function wordsOf(inlines: readonly Inline[], prose?: Prose): string {
  return inlines.map((inline) => inlineWords(inline, prose)).join('');
}

function inlineWords(inline: Inline, prose: Prose | undefined): string {
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
      return wordsOf(inline.children, prose);
    case 'link':
    case 'image': {
      const title = inline.title.trim() === '' ? '' : ` (${joinLines(inline.title)})`;
      return `${wordsOf(inline.children, prose)}${title}`;
    }
    case 'mark': {
      const footnote = prose?.footnotes.get(inline.name);
      return footnote && prose?.reached.has(footnote) ? '' : inline.text;
    }
  }
}
