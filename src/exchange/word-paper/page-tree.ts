import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element of a page, with what of it a document can show. */
export interface PageElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly classes: ReadonlySet<string>;
  readonly children: readonly PageNode[];
}

export interface PageText {
  readonly kind: 'text';
  readonly text: string;
}

export type PageNode = PageElement | PageText;

/** What paper does not show: the style sheet for print hides the same. */
const LEFT_OUT: ReadonlySet<string> = new Set(['skip', 'filter', 'contents']);
const NO_WORDS: ReadonlySet<string> = new Set(['style', 'script', 'svg', 'template', 'head']);

/** A page as a tree, without what is not on paper: what readers of a screen press, and drawings beside words. */
export function readPage(html: string): PageElement {
  const [body] = nodesOf(parse(html)).flatMap(function find(node): readonly PageElement[] {
    if (node.kind === 'text') return [];
    return node.name === 'body' ? [node] : node.children.flatMap(find);
  });
  return body ?? { kind: 'element', name: 'body', attributes: new Map(), classes: new Set(), children: [] };
}

type Parsed = DefaultTreeAdapterTypes.Node;

function nodesOf(node: Parsed): readonly PageNode[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ kind: 'text', text: node.value }];
  if (!('childNodes' in node)) return [];
  if (!('attrs' in node)) return node.childNodes.flatMap(nodesOf);
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const classes = new Set((attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== ''));
  const mark = markColour(node);
  if (NO_WORDS.has(node.nodeName) || attributes.get('aria-hidden') === 'true') return [];
  if ([...classes].some((name) => LEFT_OUT.has(name))) return [];
  return [
    {
      kind: 'element',
      name: node.nodeName,
      attributes: mark === undefined ? attributes : new Map([...attributes, ['data-colour', mark]]),
      classes,
      children: node.childNodes.flatMap(nodesOf),
    },
  ];
}

/** The colour of a rating's shape, which stands before its word. */
function markColour(node: DefaultTreeAdapterTypes.Element): string | undefined {
  if (!node.attrs.some(({ name, value }) => name === 'class' && /(?:^|\s)mark(?:\s|$)/.test(value)))
    return undefined;
  const [shape] = node.childNodes.flatMap((child) =>
    'attrs' in child && child.nodeName === 'svg' ? [child] : [],
  );
  const style = shape?.attrs.find(({ name }) => name === 'style')?.value ?? '';
  return /--on-white:#([0-9a-f]{6})/i.exec(style)?.[1]?.toLowerCase();
}
