import { piecesOf } from '../html/index.js';
import { decodeEntities } from '../prose/index.js';
import type { PublicText } from './types.js';

/**
 * Everything that can be read in the source of a page, in its order: the words; and what no reader of the page sees but whoever
 * opens its source does, namely addresses and other attributes, comments, and the words in the style.
 */
export function textsOfHtml(html: string): readonly (readonly PublicText[])[] {
  const shown: PublicText[] = [];
  const hidden: PublicText[] = [];
  const place = startPlace();
  for (const piece of piecesOf(html)) {
    if (piece.startsWith('<!--')) hidden.push({ part: `a comment in ${place.part()}`, text: piece });
    else if (piece.startsWith('<') && piece.length > 1) {
      place.passes(piece);
      hidden.push(
        ...attributesOf(piece).map((text) => ({ part: `an address or attribute in ${place.part()}`, text })),
      );
    } else if (place.isStyle()) {
      hidden.push({ part: 'the running heads or the style of the page', text: wordsOfStyle(piece) });
    } else {
      const text = asWritten(decodeEntities(piece));
      place.says(text);
      shown.push({ part: place.part(), text });
    }
  }
  return [shown, hidden];
}

interface Place {
  passes(tag: string): void;
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
    passes: (tag) => {
      const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
      if (name === 'style') reading = 'style';
      else if (name === 'script') [heading, within] = ['the data of the page', ''];
      else if (name === '/script') heading = 'the head of the paper';
      else if (name === 'title') [heading, within] = ['the title of the document', ''];
      else if (name === '/title') heading = 'the head of the paper';
      else if (/^h[1-6]$/.test(name)) [reading, heading, within] = ['heading', '', ''];
      else if (/^(?:tr|section|aside)$/.test(name)) within = '';
      else if (tag.includes('scope="row"') || tag.includes('class="n"')) reading = 'label';
      else if (/^\/(?:h[1-6]|style|th|span)$/.test(name)) reading = undefined;
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

/** What attributes say: no pictures and fonts, and addresses as they read rather than as they are sent. */
function attributesOf(tag: string): readonly string[] {
  return [...tag.matchAll(/=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)].flatMap(([, double, single, bare]) => {
    const value = decodeEntities(double ?? single ?? bare ?? '');
    return value.startsWith('data:') ? [] : [asWritten(unsent(value))];
  });
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
    .replace(/data:[^)"']*/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, number: string) => characterOf(number));
}

/** Characters that the typeface lacks are printed by their number: [U+1F600]. */
function asWritten(text: string): string {
  return text.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, number: string) => characterOf(number));
}

function characterOf(hexadecimal: string): string {
  const point = Number.parseInt(hexadecimal, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
