import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { PublicText } from './types.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Everything that can be read in the source of a page, in the order in which a browser reads it: the words; and what no reader of the page
 * sees but whoever opens its source does, namely addresses and other attributes, comments, and the words in the style.
 */
export function textsOfHtml(html: string): readonly (readonly PublicText[])[] {
  const shown: PublicText[] = [];
  const hidden: PublicText[] = [];
  const place = startPlace();
  const read = (node: Node): void => {
    if (defaultTreeAdapter.isTextNode(node)) {
      if (place.isStyle())
        hidden.push({ part: 'the running heads or the style of the page', text: wordsOfStyle(node.value) });
      else {
        const text = asWritten(node.value);
        place.says(text);
        shown.push({ part: place.part(), text });
      }
    } else if (defaultTreeAdapter.isCommentNode(node)) {
      hidden.push({ part: `a comment in ${place.part()}`, text: node.data });
    } else if (defaultTreeAdapter.isElementNode(node)) {
      place.begins(node);
      const part = `an address or attribute in ${place.part()}`;
      hidden.push(...attributesOf(node).map((text) => ({ part, text })));
      if ('content' in node) read(node.content);
      for (const child of node.childNodes) read(child);
      place.ends(node);
    } else if ('childNodes' in node) {
      for (const child of node.childNodes) read(child);
    }
  };
  // Scripts are off in our pages: what is in noscript is read as any other part.
  read(parse(html, { scriptingEnabled: false }));
  return [shown, hidden];
}

interface Place {
  begins(element: Element): void;
  ends(element: Element): void;
  says(text: string): void;
  isStyle(): boolean;
  /** "Appendix B. Action plan and progress, 1.5", "Background, paragraph 4". */
  part(): string;
}

/** Follows headings, paragraphs and rows through a page, to say where something stands as a person would. */
function startPlace(): Place {
  let heading = 'the page';
  let within = '';
  let reading: 'heading' | 'label' | 'style' | undefined;
  return {
    begins: (element) => {
      const name = element.tagName;
      if (name === 'style') reading = 'style';
      else if (name === 'script') [heading, within] = ['the data of the page', ''];
      else if (name === 'title') [heading, within] = ['the title of the document', ''];
      else if (/^h[1-6]$/.test(name)) [reading, heading, within] = ['heading', '', ''];
      else if (/^(?:tr|section|aside)$/.test(name)) within = '';
      else if (attributeOf(element, 'scope') === 'row' || attributeOf(element, 'class') === 'n')
        reading = 'label';
    },
    ends: ({ tagName }) => {
      if (tagName === 'script' || tagName === 'title') heading = 'the head of the paper';
      else if (/^(?:h[1-6]|style|th|span)$/.test(tagName)) reading = undefined;
    },
    says: (text) => {
      const words = text.replace(/\s+/g, ' ').trim();
      if (reading === 'heading') heading = `${heading} ${words}`.trim();
      else if (reading === 'label')
        within = /^\d+\.$/.test(words) ? `, paragraph ${words.slice(0, -1)}` : `, ${words}`;
    },
    isStyle: () => reading === 'style',
    part: () => `${heading}${within}`,
  };
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

/** What attributes say: no pictures and fonts, and addresses as they read rather than as they are sent. */
function attributesOf({ attrs }: Element): readonly string[] {
  return attrs.flatMap(({ name, value }) =>
    /^data:[^,]*;base64,/.test(value)
      ? []
      : [asWritten(unsent(name === 'style' ? wordsOfStyle(value) : value))],
  );
}

/** An address without its percent signs. One run of them that is no UTF-8 must not hide what the others say. */
function unsent(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    new TextDecoder().decode(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );
}

/** A style sheet's strings with their characters (CSS Syntax Level 3, section 4.3.7), without the typeface. */
function wordsOfStyle(css: string): string {
  return css
    .replace(/data:[^,"']*;base64,[^)"']*/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, number: string) => decodeCharacter(number));
}

/** Characters that the typeface lacks are printed by their number: [U+1F600]. */
function asWritten(text: string): string {
  return text.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, number: string) => decodeCharacter(number));
}

function decodeCharacter(hexadecimal: string): string {
  const point = Number.parseInt(hexadecimal, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
