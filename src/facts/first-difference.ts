/** Characters before and after a difference that are reported with it. */
const BEFORE = 24;
const AFTER = 70;

/** Where two texts begin to differ: an offset; undefined where they are the same. */
export function firstDifference(was: string, now: string): number | undefined {
  if (was === now) return undefined;
  let at = 0;
  while (at < was.length && at < now.length && was[at] === now[at]) at += 1;
  return at;
}

/** The words about a place in a text, on one line. */
export function wordsAbout(text: string, at: number): string | null {
  const from = Math.max(0, at - BEFORE);
  const begins = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const words = text
    .slice(begins > 0 && begins <= at ? begins : from, at + AFTER)
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? null : words;
}
