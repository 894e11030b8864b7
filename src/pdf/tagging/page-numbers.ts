import { NO_NUMBER, type ShownPage } from '../browser/page-snapshot.js';
import { UnsupportedPdf } from '../syntax/document.js';
import { type Dict, Name, Ref, Text } from '../syntax/values.js';
import { codeOf, Operators } from './content/operators.js';
import type { Insertion, PageContent } from './content/walk.js';
import { bare, type Refusal } from './refusals/index.js';
import { type ContentsLine, contentsLines, type TaggedDocument, textOf } from './structure/index.js';

/** A paper with its page numbers, or without and why. */
interface Numbered {
  readonly paper: TaggedDocument;
  readonly refusals: readonly Refusal[];
}

/**
 * Writes into each line of the contents on which page that begins to which it leads, as its link does. Nothing moves: the digits of the
 * number are in the places of the last that were printed in its stead. Where the words that a line leads to are not on that page, nothing
 * is numbered.
 */
export function numberPages(paper: TaggedDocument, { contents: { targets } }: ShownPage): Numbered {
  if (targets.length === 0) return { paper, refusals: [] };
  const lines = contentsLines(paper);
  const refused = (message: string): Numbered => ({
    paper,
    refusals: [{ code: 'paper-contents', message, hint: HINT, written: CONTENTS }],
  });
  if (lines.length !== targets.length)
    return refused(`of ${targets.length} lines in the contents ${lines.length} can be given a page number`);
  const pageOf = pageFinder(paper);
  const contents = [...paper.contents];
  for (const [index, line] of lines.entries()) {
    const page = pageOf(line);
    if (page === undefined || !begins(paper.contents[page], targets[index] ?? ''))
      return refused(`the contents cannot say on which page '${wordsOf(line, paper)}' is`);
    const number = String(page + 1);
    nameLink(line, number, paper);
    const content = contents[line.number.page];
    if (content) contents[line.number.page] = writeNumber(content, line.number.mcid, number);
  }
  return { paper: { ...paper, contents }, refusals: [] };
}

const HINT =
  'Give its id to the heading itself, or to the row, and make each line of the contents a list item that is one plain link.';
/** Where a template has the contents. */
const CONTENTS = /\bdata-contents\b/;

/** What the link is called: its words, and the page to which it leads. */
function nameLink(line: ContentsLine, number: string, paper: TaggedDocument): void {
  const name = Text.of(`${wordsOf(line, paper)}, page ${number}`);
  for (const kid of line.link.kids)
    if (kid.kind === 'annotation') paper.document.dict(kid.ref)?.set('Contents', name);
}

function wordsOf({ link }: ContentsLine, { contents }: TaggedDocument): string {
  return textOf(link, contents).replace(NO_NUMBER, '').replace(/\s+/g, ' ').trim();
}

/** Where the links of lines lead: each names a destination, and the catalog says where that is (ISO 32000-1, 12.3.2.3). */
function pageFinder({ document, pages }: TaggedDocument): (line: ContentsLine) => number | undefined {
  const numbers = new Map(pages.map(({ number }, index) => [number, index]));
  const named: Dict | undefined = document.dict(document.catalog.get('Dests'));
  return ({ link }) => {
    const annotation = link.kids.find((kid) => kid.kind === 'annotation');
    const name = annotation && document.dict(annotation.ref)?.get('Dest');
    const place = name instanceof Name ? document.array(named?.get(name.text)) : [];
    return place[0] instanceof Ref ? numbers.get(place[0].number) : undefined;
  };
}

/** So many letters of a heading tell it from another. */
const TELLING = 24;

/** Whether something on a page begins with these words: as they are, which is soon seen, or but for spaces and case. */
function begins(content: PageContent | undefined, words: string): boolean {
  const wanted = bare(words).slice(0, TELLING);
  if (wanted === '' || content === undefined) return false;
  const asItIs = words.slice(0, TELLING);
  for (const { text } of content.marked.values()) if (text.startsWith(asItIs)) return true;
  for (const { text } of content.marked.values())
    if (bare(text.slice(0, 2 * TELLING)).startsWith(wanted)) return true;
  return false;
}

const [TJ, TD, EMC] = ['Tj', 'Td', 'EMC'].map(codeOf);

/** A page's content with a number in the place of the digits under a mark; flush right, since all digits are of one width. */
function writeNumber(content: PageContent, mcid: number, number: string): PageContent {
  const mark = content.marked.get(mcid);
  if (!mark) return content;
  const { glyphs, steps, start, end } = digitsAt(content.bytes, mark.end);
  const unused = glyphs.length - number.length;
  const shown = [...number].map((digit, index) => {
    const step = index === 0 ? sum(steps.slice(0, unused)) : (steps[unused + index - 1] ?? 0);
    return `${Math.round(step * 10_000) / 10_000} 0 Td <${glyphs[NO_NUMBER.indexOf(digit)]}> Tj`;
  });
  const change: Insertion = { at: start, source: shown.join('\n'), skip: end - start };
  return {
    ...content,
    marked: new Map(content.marked).set(mcid, { ...mark, text: number }),
    insertions: [...content.insertions, change],
  };
}

/** The ten digits that follow a place, each with a glyph, and the steps between them: Skia places each glyph by itself. */
function digitsAt(bytes: Uint8Array, from: number) {
  const operators = new Operators(bytes.subarray(from));
  const glyphs: string[] = [];
  const steps: number[] = [];
  let [start, end] = [0, 0];
  for (let operator = operators.next(); operator !== EMC && operator !== 0; operator = operators.next()) {
    if (operator === TJ) {
      if (glyphs.length === 0) start = from + operators.start;
      end = from + operators.end;
      glyphs.push(
        Buffer.from(bytes.subarray(from + operators.hexStart, from + operators.hexEnd)).toString('latin1'),
      );
    } else if (operator === TD && glyphs.length > 0) steps.push(operators.number(0));
  }
  if (glyphs.length !== NO_NUMBER.length || steps.length !== glyphs.length - 1)
    throw new UnsupportedPdf('the digits of a number do not stand one by one');
  return { glyphs, steps, start, end };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
