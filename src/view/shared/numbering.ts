import { escapeHtml, type Html, joinHtml, type ProseContext, proseBlocks } from '../../markdown/index.js';
import type { Numbering } from '../../model/index.js';
import type { LetteredItem, Paragraph, Section } from '../paper-schema.js';

/** A paragraph before it has its number. */
export type Unnumbered = Omit<Paragraph, 'number' | 'id' | 'isLeadIn'>;

/** Gives out paragraph numbers in the order in which sections are made: one run, or "2.1" in the second section. */
export interface Numberer {
  section(id: string, heading: string, paragraphs: readonly Unnumbered[]): Section;
}

/** Numbers begin at 1. */
export function startNumbering(numbering: Numbering): Numberer {
  const isBySection = numbering === 'by-section';
  let last = 0;
  let run = 0;
  let sections = 0;
  return {
    section: (id, heading, paragraphs) => {
      sections += 1;
      if (isBySection) last = 0;
      return {
        id,
        heading: isBySection ? `${sections}. ${heading}` : heading,
        paragraphs: paragraphs.map((paragraph) => {
          last += 1;
          run += 1;
          return {
            ...paragraph,
            number: isBySection ? `${sections}.${last}` : `${last}.`,
            isLeadIn: /:(?:<\/\w+>)*$/.test(paragraph.html),
            id: `paragraph-${run}`,
          };
        }),
      };
    },
  };
}

/** One plain paragraph. */
export function paragraph(html: Html, more: Partial<Omit<Unnumbered, 'html'>> = {}): Unnumbered {
  return { subheading: null, letters: [], beneath: null, requests: null, ...more, html };
}

/**
 * An author's Markdown: each of its paragraphs becomes a numbered one; lists and tables hang beneath the one before them. A heading with nothing
 * beneath it is a paragraph too.
 */
export function splitParagraphs(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
  lead: Html,
): readonly Unnumbered[] {
  const paragraphs: Unnumbered[] = [];
  let subheading: Html | null = null;
  for (const block of proseBlocks(markdown, context, language)) {
    const last = paragraphs.at(-1);
    if (block.kind === 'heading') subheading = subheading ? headings(subheading, block.html) : block.html;
    else if (block.kind === 'paragraph') {
      paragraphs.push(paragraph(block.html, { subheading }));
      subheading = null;
    } else if (last && subheading === null) {
      paragraphs[paragraphs.length - 1] = {
        ...last,
        beneath: joinHtml([...(last.beneath ? [last.beneath] : []), block.html]),
      };
    } else {
      paragraphs.push(paragraph(lead, { subheading, beneath: block.html }));
      subheading = null;
    }
  }
  return subheading === null ? paragraphs : [...paragraphs, paragraph(subheading)];
}

/** A heading and the next beneath it as one: "Roofs: Costs". */
export function headings(first: Html, next: Html): Html {
  return joinHtml([first, escapeHtml(': '), next]);
}

/** a), b), … z), aa), ab): letters hang beneath a paragraph. */
export function lettered(
  items: readonly { readonly first: Html; readonly beneath: Html | null }[],
): readonly LetteredItem[] {
  return items.map(({ first, beneath }, index) => ({ letter: `${letterOf(index)})`, html: first, beneath }));
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
