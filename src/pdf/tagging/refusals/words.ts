import type { ShownPage } from '../../browser/page-snapshot.js';
import { inflated } from '../../syntax/document.js';
import { type Element, type TaggedDocument, textOf } from '../structure/index.js';
import { CONTEXT, quoted, type Refusal } from './refusal.js';

const STYLE_HINT =
  'Look in the templates’ styles for opacity, filter, mix-blend-mode and mask on what has words in it, and give it a colour instead.';

/** What draws words apart from the page. */
const STYLE = /\b(?:opacity|filter|mix-blend-mode|mask|mask-image|background-clip)\s*:/i;
/** What puts words on a page that are in no part of its text. */
const MADE = /\bcontent\s*:|::(?:marker|before|after)\b|\blist-style(?:-type)?\s*:|<[ou]l\b/i;
/** What is known to say words twice, elsewhere or not at all. */
const ELSEWHERE = new RegExp(
  [
    STYLE.source,
    /\b(?:text-shadow|content-visibility|clip-path)\s*:/.source,
    /\blist-style(?:-type)?\s*:(?!\s*none)|::marker\b/.source,
    /\bposition\s*:\s*fixed|\bdisplay\s*:\s*contents|\bfont-size\s*:\s*0|\btable-footer-group/.source,
    /<(?:tfoot|q|iframe|object|svg|input|select|textarea)\b/.source,
  ].join('|'),
  'i',
);

/** A style such as `opacity` draws words apart from the page, and with that takes them out of the structure. */
export function wordsInDrawings({ document, pages, contents }: TaggedDocument): readonly Refusal[] {
  return pages.flatMap((ref, index) => {
    const drawings = document.dict(document.dict(document.dict(ref)?.get('Resources'))?.get('XObject'));
    const hasWords = [...(contents[index]?.drawn ?? [])].some((name) => {
      const drawing = document.stream(drawings?.get(name));
      return (
        drawing !== undefined &&
        document.name(drawing.dict.get('Subtype')) === 'Form' &&
        /(?:^|\s)BT\s/.test(Buffer.from(inflated(drawing)).toString('latin1'))
      );
    });
    return hasWords
      ? [
          {
            code: 'paper-words' as const,
            message: `on page ${index + 1} words are drawn as a picture, so that no screen reader finds them`,
            hint: STYLE_HINT,
            written: STYLE,
          },
        ]
      : [];
  });
}

/** Words that style sheets write are on the page and in no part of its text. */
export function unmarkedWords({ contents }: TaggedDocument, page: ShownPage): readonly Refusal[] {
  const declared = bare(page.hidden);
  return contents.flatMap(({ unmarkedWords: found }, index) => {
    const undeclared = found.filter((said) => !declared.includes(bare(said)));
    return undeclared.length === 0
      ? []
      : [
          {
            code: 'paper-words' as const,
            message: `on page ${index + 1} ${quoted(undeclared)} can be seen but not heard`,
            hint: 'Write them into the template instead of ::before, ::after or ::marker; what is only decoration gets aria-hidden="true".',
            written: MADE,
          },
        ];
  });
}

/** Marks without an element, and elements whose marks are on no page. */
export function lostMarks(
  { contents, outside }: TaggedDocument,
  elements: readonly Element[],
): readonly Refusal[] {
  const known = contents.map((_, index) => new Set(outside[index]?.keys()));
  let gone = 0;
  for (const { kids } of elements)
    for (const kid of kids) {
      if (kid.kind !== 'mark') continue;
      known[kid.page]?.add(kid.mcid);
      if (!contents[kid.page]?.marked.has(kid.mcid)) gone += 1;
    }
  const unheard = contents.flatMap(({ marked }, page) =>
    [...marked].flatMap(([mcid, { text }]) =>
      known[page]?.has(mcid) || text.trim() === '' ? [] : [text.trim()],
    ),
  );
  return [
    ...(gone > 0
      ? [
          {
            code: 'paper-words' as const,
            message: `${gone} ${gone === 1 ? 'piece' : 'pieces'} of the paper’s structure ${gone === 1 ? 'has' : 'have'} no words on any page`,
            hint: STYLE_HINT,
            written: STYLE,
          },
        ]
      : []),
    ...(unheard.length > 0
      ? [
          {
            code: 'paper-words' as const,
            message: `${quoted(unheard)} is in no part of the paper’s structure`,
            hint: STYLE_HINT,
            written: STYLE,
          },
        ]
      : []),
  ];
}

/** The words of the structure are those of the page, in the same order; nothing else proves that none went missing. */
export function differentWords(paper: TaggedDocument, page: ShownPage): readonly Refusal[] {
  const heard = textOf(paper.root, paper.contents);
  // Nearly always so, and cheaper to tell.
  if (unspaced(page.shown) === unspaced(heard)) return [];
  const [wanted, found] = [bare(page.shown), bare(heard)];
  if (wanted === found) return [];
  let at = 0;
  while (at < wanted.length && wanted[at] === found[at]) at += 1;
  return [
    {
      code: 'paper-words',
      message: `where the page shows '${excerpt(page.shown, at)}' a screen reader would hear '${excerpt(heard, at)}'`,
      hint: 'Whatever takes words out of the PDF’s structure, or puts them elsewhere, has to go from the templates.',
      written: ELSEWHERE,
    },
  ];
}

/** A few words from where so many letters have passed. */
function excerpt(text: string, letters: number): string {
  let passed = 0;
  let at = 0;
  for (; at < text.length && passed < letters; at += 1) passed += bare(text[at] ?? '').length;
  return text
    .slice(Math.max(0, at - 20), at + CONTEXT)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters and marks alone: where lines break, and in which case a style sets them, is not what is said. */
export function bare(text: string): string {
  return unspaced(text.normalize('NFKC')).toLowerCase();
}

function unspaced(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');
}
