import type { Guess } from './syntax-error-context.js';

/** Spaces of web pages and word processors, and marks without any width. */
const FOREIGN = '\\u00a0\\u1680\\u180e\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff';
/** Where YAML wants spaces: before a line, after a dash, and after the colon of a key. */
const PLACES = new RegExp(
  `^([ \\t]*(?:- +)*-?)([${FOREIGN}][ \\t${FOREIGN}]*)(?=[^\\s])|^( *(?:- +)*[\\w.-]+:)([ ]*[${FOREIGN}][ ${FOREIGN}]*)`,
  'gm',
);

/** Whether a key begins with what only looks like a space. */
export function beginsForeign(key: string): boolean {
  return new RegExp(`^-?[${FOREIGN}]`).test(key);
}

/**
 * The first place between two offsets where something only looks like a space, with spaces for all such places of the text, since who pastes
 * one such line pastes many.
 */
export function foreignSpaces(text: string, from: number, to: number): Guess | undefined {
  const places = [...text.matchAll(PLACES)].map((match) => {
    const [, indent, before, key, after] = match;
    const start = match.index + (indent ?? key ?? '').length;
    return { start, words: before ?? after ?? '' };
  });
  const first = places.find(({ start }) => start >= from && start < to);
  if (!first) return undefined;
  const kind =
    /^[\s\u00a0\u202f]*$/.test(first.words) && /[\u00a0\u202f]/.test(first.words)
      ? 'non-breaking spaces'
      : 'characters that only look like spaces';
  const others = places.length - 1;
  const more = others === 0 ? '' : `; ${others} more ${others === 1 ? 'line has' : 'lines have'} them`;
  const { start } = places[0] ?? first;
  const last = places.at(-1) ?? first;
  const end = last.start + last.words.length;
  let mended = '';
  let at = start;
  for (const place of places) {
    mended += text.slice(at, place.start) + spacesFor(place.words);
    at = place.start + place.words.length;
  }
  return {
    start: first.start,
    end: first.start + first.words.length,
    message: `these are ${kind}, as web pages have them, which YAML does not take for spaces${more}`,
    hint: "Put ordinary spaces there, or let 'scrutiny check --fix' do it.",
    fix: { start, end, text: mended },
  };
}

/** As wide as they look: some have no width at all. */
function spacesFor(words: string): string {
  return words.replace(/[\u180e\u200b-\u200d\u2060\ufeff]/g, '').replace(/[^ ]/g, ' ');
}
