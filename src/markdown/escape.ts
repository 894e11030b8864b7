import type { Html } from './html.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows just that text, in an element or in a quoted attribute. */
export function escapeHtml(text: string): Html {
  return trusted(text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character));
}

/** Pieces of safe HTML put together. */
export function joinHtml(parts: readonly Html[], between: Html | '' = ''): Html {
  return trusted(parts.join(between));
}

/** Plain words as one paragraph. */
export function paragraphHtml(words: string): Html {
  return asParagraph(escapeHtml(words));
}

/** Words of a line as one paragraph. */
export function asParagraph(words: Html): Html {
  return element('p', words);
}

/** Words in a language other than the paper's, within a line. Without a role the browser leaves the language of a span or div out of a PDF. */
export function wordsIn(language: string | undefined, words: Html): Html {
  return language === undefined ? words : element('span', words, { lang: language, role: 'group' });
}

/** Words of a line that lead to another place in the same page. */
export function linkWithin(id: string, words: Html): Html {
  return element('a', words, { href: `#${id}` });
}

/** Blocks in a language other than the paper's. */
export function blocksIn(language: string | undefined, blocks: Html): Html {
  return language === undefined ? blocks : element('div', blocks, { lang: language, role: 'group' });
}

/** An element round safe HTML. Names and attributes are this room's own; attribute values are escaped here. */
export function element(
  name: string,
  content: Html | '',
  attributes: Readonly<Record<string, string>> = {},
): Html {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('');
  return trusted(
    name === 'img' || name === 'br' || name === 'hr'
      ? `<${name}${written}>`
      : `<${name}${written}>${content}</${name}>`,
  );
}

/** The only place in the program where text becomes `Html`: everything above has escaped it. */
function trusted(html: string): Html {
  if (!isHtml(html)) throw new TypeError('only text becomes HTML');
  return html;
}

function isHtml(html: string): html is Html {
  return typeof html === 'string';
}
