import { escapeHtml } from '../../markdown/index.js';
import { type Noun, phrases } from '../../phrases/index.js';
import type { ActionGroup, Contents, ContentsLine, ContentsPart, RecommendationGroup } from '../types.js';

/** Something with a heading to which a line of the contents leads. */
export interface Headed {
  readonly id: string;
  readonly heading: string;
}

/** So many parts beneath one line at most; more are named in runs. */
const MOST_PARTS = 24;
const RUNS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The contents of a paper, made of what it has; nothing where it has nothing. */
export function contentsOf(lines: readonly (Headed | ContentsLine | null)[]): Contents | null {
  const found = lines.flatMap((line): readonly ContentsLine[] =>
    line === null ? [] : ['html' in line ? line : lineTo(line, [])],
  );
  return found.length === 0 ? null : { id: 'contents', heading: phrases.contents.heading, lines: found };
}

/** A line with what is beneath it. */
export function lineTo({ id, heading }: Headed, parts: readonly ContentsPart[]): ContentsLine {
  return { id, html: escapeHtml(heading), parts };
}

/** The parts of an appendix that is a file of its own, as lines: its heading is the paper's title. */
export function linesOf(parts: readonly ContentsPart[]): readonly ContentsLine[] {
  return parts.map((part) => ({ ...part, parts: [] }));
}

/** The groups of a table by review, where there are several, otherwise by what is over each: "Recommendation 3". */
export function partsOf(groups: readonly Omit<ActionGroup, 'rows'>[], noun: Noun): readonly ContentsPart[] {
  const reviews = groups.flatMap(({ id, review }) =>
    review === null ? [] : [{ id: `${id}-review`, html: review }],
  );
  return reviews.length > 0 ? reviews : inRuns(groups, noun);
}

/** The groups of Appendix A by review; of one review nothing, unless its recommendations are wanted. */
export function reviewParts(
  groups: readonly RecommendationGroup[],
  isAlone: boolean,
): readonly ContentsPart[] {
  const [first, ...others] = groups;
  if (first && others.length === 0) return isAlone ? inRuns(first.recommendations, 'recommendation') : [];
  return groups.map(({ id, heading }) => ({ id, html: heading ?? escapeHtml('') }));
}

/** Each by its reference, or where they are many "Recommendations 1 to 5". */
export function inRuns(
  things: readonly { readonly id: string; readonly reference: string }[],
  noun: Noun,
): readonly ContentsPart[] {
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
