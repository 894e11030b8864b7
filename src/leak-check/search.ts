import type { Reading } from './fold.js';
import { labelsFrom, makeNeedles, type Needle } from './needles.js';
import type { PublicText, Secret, Withheld } from './types.js';

/** Letters by which needles are looked up; no run of five words has fewer. */
const KEY = 5;

/** A secret found in public. */
export interface Find {
  readonly secret: Secret;
  /** The longest stretch of it that is there, folded. */
  readonly letters: string;
  /** The part of the paper where it begins. */
  readonly part: string;
  /** How it was read when it was found. */
  readonly reading: Reading;
}

/** A search for everything that one paper withholds. */
export interface Search {
  /** What is found in texts that follow one another. */
  in(texts: readonly PublicText[]): readonly Find[];
}

/** Makes the needles once, for as many papers' texts as are to be searched. */
export function searchFor(withheld: Withheld, reading: Reading): Search {
  const known = labelsFrom(withheld, reading);
  const byKey = new Map<string, { readonly secret: Secret; readonly needle: Needle }[]>();
  const seen = new Set<string>();
  for (const secret of withheld.secrets) {
    for (const needle of makeNeedles(secret, known, reading)) {
      const once = `${secret.span.file} ${secret.span.start} ${needle.letters}`;
      if (seen.has(once)) continue;
      seen.add(once);
      const key = needle.letters.slice(0, KEY);
      const list = byKey.get(key);
      if (list) list.push({ secret, needle });
      else byKey.set(key, [{ secret, needle }]);
    }
  }
  return {
    in: (texts) => {
      const parts = indexStarts(texts, reading);
      const hay = parts.letters;
      const finds: Find[] = [];
      const searchedTo = new Map<Secret, number>();
      for (let at = 0; at + KEY <= hay.length; at += 1) {
        for (const { secret, needle } of byKey.get(hay.slice(at, at + KEY)) ?? []) {
          if (at < (searchedTo.get(secret) ?? 0) || !hay.startsWith(needle.letters, at)) continue;
          const letters = followed(needle, hay, at);
          searchedTo.set(secret, at + letters.length);
          finds.push({ secret, letters, part: parts.partAt(at), reading });
        }
      }
      return finds;
    },
  };
}

/** A find with all the words after it that are there as well. */
function followed({ letters, words, first, length }: Needle, hay: string, at: number): string {
  let found = letters;
  for (const word of words.slice(first + length)) {
    if (!hay.startsWith(word, at + found.length)) break;
    found += word;
  }
  return found;
}

function indexStarts(
  texts: readonly PublicText[],
  reading: Reading,
): {
  readonly letters: string;
  readonly partAt: (offset: number) => string;
} {
  const starts: number[] = [];
  const letters: string[] = [];
  let length = 0;
  for (const { text } of texts) {
    const letter = reading.folded(text);
    starts.push(length);
    letters.push(letter);
    length += letter.length;
  }
  return {
    letters: letters.join(''),
    partAt: (offset) => texts[starts.findLastIndex((start) => start <= offset)]?.part ?? '',
  };
}
