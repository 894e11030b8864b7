import { escapeHtml, type Html } from '../../markdown/index.js';
import { type Noun, phrases } from '../../phrases/index.js';
import type { Contents, ContentsLine, ContentsPart } from '../paper-schema.js';

/** Something with a heading to which a line of the contents leads. */
export interface Headed {
  readonly id: string;
  readonly heading: string;
}

/** Something with a number by which people know it. */
interface Referenced {
  readonly id: string;
  readonly reference: string;
}

/** So many parts beneath one line at most; more are named in runs. */
const MOST_PARTS = 12;
const RUNS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The contents of a paper, made of what it has; nothing where it has nothing. */
export function listContents(lines: readonly (Headed | ContentsLine | null)[]): Contents | null {
  const found = lines.flatMap((line): readonly ContentsLine[] =>
    line === null ? [] : ['html' in line ? line : lineTo(line, [])],
  );
  return found.length === 0 ? null : { id: 'contents', heading: phrases.contents.heading, lines: found };
}

/** A line with what is beneath it. */
export function lineTo({ id, heading }: Headed, parts: readonly ContentsPart[]): ContentsLine {
  return { id, html: escapeHtml(heading.replace(/:$/, '')), parts };
}

/** The parts of an appendix that is a file of its own, as lines: its heading is the paper's title. */
export function toLines(parts: readonly ContentsPart[]): readonly ContentsLine[] {
  return parts.map((part) => ({ ...part, parts: [] }));
}

/** The groups of a table by review, where there are several, otherwise by what is over each: "Recommendation 3". */
export function listParts(
  groups: readonly (Referenced & { readonly review: Html | null })[],
  noun: Noun,
): readonly ContentsPart[] {
  const reviews = groups.flatMap(({ id, review }) =>
    review === null ? [] : [{ id: `${id}-review`, html: review }],
  );
  return reviews.length > 0 ? reviews : inRuns(groups, noun);
}

/** Each by its reference, or where they are many "Recommendations 1 to 5". */
export function inRuns(things: readonly Referenced[], noun: Noun): readonly ContentsPart[] {
  const length = RUNS.find((run) => things.length <= run * MOST_PARTS) ?? things.length;
  const word = phrases.nouns.title[noun];
  const bare = (reference: string) => reference.replace(`${word} `, '');
  const parts: ContentsPart[] = [];
  for (let at = 0; at < things.length; at += length) {
    const run = things.slice(at, at + length);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const words =
      first === last
        ? phrases.contents.one(word, bare(first.reference))
        : phrases.contents.run(word, bare(first.reference), bare(last.reference));
    parts.push({ id: first.id, html: escapeHtml(words) });
  }
  return parts;
}
