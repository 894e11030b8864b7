import type { Block, Inline, Prose } from './nodes.js';

/** Every block of these, those within others included. */
export function* everyBlock(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'list') for (const item of block.items) yield* everyBlock(item.blocks);
    else if (block.kind === 'quote' || block.kind === 'footnote') yield* everyBlock(block.blocks);
  }
}

/** Every piece of a text, those within others included. */
export function* everyInline(prose: Prose): Iterable<Inline> {
  for (const block of everyBlock(prose.blocks)) {
    for (const inlines of inlinesOf(block)) yield* everyBelow(inlines);
  }
}

function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.inlines];
    case 'table':
      return [...block.head.cells, ...block.rows.flatMap(({ cells }) => cells)];
    default:
      return [];
  }
}

function* everyBelow(inlines: readonly Inline[]): Iterable<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* everyBelow(inline.children);
  }
}
