import type { Code } from '../diagnostics/index.js';
import { picturePath, safeAddress } from './addresses.js';
import { joinLines } from './characters.js';
import type { Block, Image, Inline, Link, Prose, Stretch } from './nodes.js';
import { LONGEST_PROSE, parseProse } from './parse.js';
import { wordsOf } from './plain-text.js';
import { fitTable } from './table-widths.js';
import { everyBlock, everyInline } from './walk.js';

/** Something wrong with an author's Markdown; offsets are into the text. */
export interface ProseProblem extends Stretch {
  readonly code: Extract<
    Code,
    | 'link-scheme'
    | 'link-text'
    | 'image-outside'
    | 'image-alt'
    | 'heading-jump'
    | 'footnote-missing'
    | 'footnote-duplicate'
    | 'table-cells'
    | 'table-wide'
    | 'list-marks'
    | 'html-text'
    | 'prose-too-long'
  >;
  readonly message: string;
  readonly hint: string;
}

/**
 * What is wrong with a text: links that lead nowhere safe or do not say where, pictures outside the register or without words for
 * those who cannot see them, headings that leave a level out, footnotes without a mark or a text, rows with too many cells, and
 * what is printed as typed though something else was probably meant. Each is reported once, with its number.
 */
export function proseProblems(markdown: string): readonly ProseProblem[] {
  // Most notes hold nothing that could be wrong; a large register has tens of thousands of them.
  if (markdown.length <= LONGEST_PROSE && !SUSPECT.test(markdown)) return [];
  const prose = parseProse(markdown);
  if (!prose) {
    return [
      {
        code: 'prose-too-long',
        message: `this text is longer than ${LONGEST_PROSE / 1_000},000 characters, or nested too deeply, and would be printed as it was typed`,
        hint: 'Shorten it, or put the long part into a background paper.',
        start: 0,
        end: Math.min(markdown.length, 80),
      },
    ];
  }
  const problems = [
    ...inlineProblems(prose),
    ...blockProblems(prose),
    ...tableProblems(prose),
    ...prose.unlisted.map((line) => ({ ...line, ...UNLISTED })),
  ];
  return gather(problems.toSorted((one, other) => one.start - other.start));
}

const SUSPECT = /\[|<[a-z!/?]|\||^ {0,3}#|^[ \t]*[–—]|^[ \t]*\(?[a-z]{1,4}\)|^ {60}|^ *(?:[>*+-] *){12}/im;

/** A picture that a text shows, by its path; offsets are into the text. */
export interface ShownPicture extends Stretch {
  readonly path: string;
}

/** The pictures that a text shows. */
export function picturesIn(markdown: string): readonly ShownPicture[] {
  const prose = markdown.includes('![') ? parseProse(markdown) : undefined;
  if (!prose) return [];
  return [...everyInline(prose)].flatMap((inline) => {
    if (inline.kind !== 'image') return [];
    const path = picturePath(inline.path);
    return path === undefined ? [] : [{ path, start: inline.start, end: inline.end }];
  });
}

/** More than this many of one kind in one text are counted, not listed. */
const LISTED = 5;

/** One message for what is said in the same words, and one for what is left over of a kind. */
function gather(problems: readonly ProseProblem[]): readonly ProseProblem[] {
  const same = new Map<string, { readonly problem: ProseProblem; times: number }>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.message}`;
    const known = same.get(key);
    if (known) known.times += 1;
    else same.set(key, { problem, times: 1 });
  }
  const kinds = new Map<Code, number>();
  for (const { problem } of same.values()) kinds.set(problem.code, (kinds.get(problem.code) ?? 0) + 1);
  const told = new Set<Code>();
  return [...same.values()].flatMap(({ problem, times }) => {
    const different = kinds.get(problem.code) ?? 1;
    if (different <= LISTED) {
      return times === 1 ? [problem] : [{ ...problem, message: `${problem.message} (${times} times)` }];
    }
    if (told.has(problem.code)) return [];
    told.add(problem.code);
    const others = different - 1;
    return [{ ...problem, message: `${problem.message}; this text has ${others} more of this kind` }];
  });
}

function inlineProblems(prose: Prose): readonly ProseProblem[] {
  const problems: ProseProblem[] = [];
  for (const inline of everyInline(prose)) {
    const found = inlineProblem(inline, prose);
    if (found && 'start' in inline) problems.push({ ...found, start: inline.start, end: inline.end });
  }
  return problems;
}

type Finding = Omit<ProseProblem, 'start' | 'end'>;

function inlineProblem(inline: Inline, prose: Prose): Finding | undefined {
  switch (inline.kind) {
    case 'mark':
      return prose.footnotes.has(inline.name)
        ? undefined
        : {
            code: 'footnote-missing',
            message: `there is no footnote [^${inline.name}] in this text`,
            hint: `Add a line '[^${inline.name}]: …' at the end of the same text.`,
          };
    case 'link':
      return linkProblem(inline);
    case 'image':
      return imageProblem(inline);
    case 'tag':
      return tagProblem(inline.text);
    default:
      return undefined;
  }
}

function linkProblem(link: Link): Finding | undefined {
  if (safeAddress(link.address) === undefined) {
    return {
      code: 'link-scheme',
      message: `'${link.address}' is not an address that a reader can follow`,
      hint: 'Links begin with https://, http:// or mailto:.',
    };
  }
  const words = joinLines(wordsOf(link.children));
  if (!SAYS_NOTHING.test(words)) return undefined;
  return {
    code: 'link-text',
    message: `the words of this link, '${words}', do not say where it leads`,
    hint: 'A screen reader can read the links alone: write what is found there, such as [the final report](https://…).',
  };
}

/** Words of a link that are the same wherever it leads: WCAG 2.2, 2.4.4 and 2.4.9. */
const SAYS_NOTHING =
  /^(?:(?:please )?(?:click|see|read|find it|available|look) here|here|this|link|(?:this|the) (?:link|page|website|document)|(?:read |find out |learn )?more|click|download|details|page|website|document|pdf)?[.:!…]*$/i;

function imageProblem(image: Image): Finding | undefined {
  if (picturePath(image.path) === undefined) {
    return {
      code: 'image-outside',
      message: `the picture '${image.path}' is not a file of this register`,
      hint: 'Put it into the register’s folder and write its path from there, such as pictures/map.png.',
    };
  }
  if (joinLines(wordsOf(image.children)) !== '') return undefined;
  return {
    code: 'image-alt',
    message: 'this picture has no words for those who cannot see it',
    hint: 'Write between the square brackets what it shows: ![A map of the estate](pictures/map.png).',
  };
}

/** Elements that people write into Markdown, or that come with what they paste. */
const ELEMENT =
  /^<(?:a|abbr|b|big|blockquote|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)(?=[\s/>])/i;

function tagProblem(text: string): Finding | undefined {
  const isComment = text.startsWith('<!--');
  if (!isComment && !ELEMENT.test(text)) return undefined;
  return isComment
    ? {
        code: 'html-text',
        message: 'an HTML comment is printed as it was typed, for everybody to read',
        hint: 'Take it out. A comment in YAML begins with # on a line of its own.',
      }
    : {
        code: 'html-text',
        message: `HTML is printed as it was typed: ${text.length > 40 ? `${text.slice(0, 39)}…` : text}`,
        hint: 'Write Markdown instead: **bold**, *italics*, lines that begin with "- ". Only <br> works, as a line break.',
      };
}

function blockProblems(prose: Prose): readonly ProseProblem[] {
  const problems: ProseProblem[] = [];
  let level = 0;
  for (const block of everyBlock(prose.blocks)) {
    const found =
      block.kind === 'heading' ? headingProblem(block.level, level) : footnoteProblem(block, prose);
    if (found && 'start' in block) problems.push({ ...found, start: block.start, end: block.end });
    if (block.kind === 'heading') level = block.level;
  }
  return problems;
}

/** An author's first heading has one #, and each next at most one more than the one before: WCAG 2.2, 1.3.1. */
function headingProblem(level: number, before: number): Finding | undefined {
  if (level <= before + 1) return undefined;
  return {
    code: 'heading-jump',
    message:
      before === 0
        ? `the first heading of a text has one #, and this has ${level}`
        : `this heading has ${level} # after one with ${before}, and leaves a level out`,
    hint: `Begin it with ${'#'.repeat(before + 1)} instead.`,
  };
}

function footnoteProblem(block: Block, { footnotes, reached }: Prose): Finding | undefined {
  if (block.kind !== 'footnote') return undefined;
  if (footnotes.get(block.name) !== block) {
    return {
      code: 'footnote-duplicate',
      message: `the footnote [^${block.name}] is already defined in this text`,
      hint: 'Give this one another mark, here and in the words that it belongs to.',
    };
  }
  if (!reached.has(block)) {
    return {
      code: 'footnote-missing',
      message: `the footnote [^${block.name}] is never spoken of`,
      hint: `Put [^${block.name}] behind the words that it belongs to, or take it out.`,
    };
  }
  if (block.blocks.length > 0) return undefined;
  return {
    code: 'footnote-missing',
    message: `the footnote [^${block.name}] has no words`,
    hint: `Write them behind '[^${block.name}]:', or take the mark out.`,
  };
}

function tableProblems(prose: Prose): readonly ProseProblem[] {
  const uneven = prose.unevenTables.map(
    (line): ProseProblem => ({
      ...line,
      code: 'table-cells',
      message:
        'these lines are not printed as a table: the row of dashes has more or fewer cells than the line above it',
      hint: 'Write --- once for each column: | --- | --- |.',
    }),
  );
  const wide = [...everyBlock(prose.blocks)].flatMap((block): readonly ProseProblem[] => {
    if (block.kind !== 'table') return [];
    const { start, end } = block.head;
    return fitTable(block).isCramped ? [{ ...tooWide(block.aligns.length), start, end }] : [];
  });
  const long = [...everyBlock(prose.blocks)].flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap(({ typed, start, end }): readonly ProseProblem[] => {
          const columns = block.aligns.length;
          return typed <= columns
            ? []
            : [
                {
                  code: 'table-cells',
                  message: `this row has ${typed} cells, and the table has ${columns} columns`,
                  hint: 'Give the table another column in its first two lines, or write \\| for a bar that is part of the words.',
                  start,
                  end,
                },
              ];
        })
      : [],
  );
  return [...uneven, ...wide, ...long];
}

function tooWide(columns: number): Finding {
  return {
    code: 'table-wide',
    message: `a page has no room for the ${columns} columns of this table, so words in it are broken where they do not fit`,
    hint: 'Shorten the words of its heads, turn it round so that each column is a line, or make two tables of it.',
  };
}

const UNLISTED: Finding = {
  code: 'list-marks',
  message:
    'a line that begins like this does not become an item of a list, and is joined to the line above it',
  hint: 'Begin each line with "- " for a list, or with "1. ", "2. " and so on for a numbered one.',
};
