import { decodeHTML } from 'entities/decode';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements that are a part of a line; any other begins and ends one. */
const INLINE = new Set(['a', 'code', 'del', 'em', 'img', 'small', 'span', 'strong', 'time', 'wbr']);

/**
 * What a page says, in its order: each block on lines of its own, and pictures by their alternative. What is hidden from those who listen is
 * left out.
 */
export function pageWords(html: string): string {
  return wordsOf(parse(html.replace(/<style>.*?<\/style>/gs, '')))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ');
  if (!('childNodes' in node)) return '';
  const named = (name: string) =>
    'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined;
  if (node.nodeName === 'style' || node.nodeName === 'script' || named('aria-hidden') === 'true') return '';
  if (node.nodeName === 'img') return named('alt') ?? '';
  if (node.nodeName === 'br') return '\n';
  const inner = node.childNodes.map(wordsOf).join('');
  return INLINE.has(node.nodeName) ? inner : `\n${inner}\n`;
}

/** The addresses of a page's links, each on a line, as they were typed. */
export function pageAddresses(html: string): string {
  return [...html.matchAll(/ href="((?:https?|mailto|tel):[^"]*)"/g)]
    .map(([, address = '']) => decodeHTML(address))
    .join('\n');
}

/** What a line of HTML says, without its links and marks. */
export function lineWords(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, ''));
}
