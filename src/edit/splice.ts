/** A stretch of a text, and what is to be in its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with stretches replaced. Of two that overlap the first is done and the other left. */
export function splice(text: string, splices: readonly Splice[]): string {
  let done = '';
  let at = 0;
  for (const { start, end, text: words } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    done += text.slice(at, start) + words;
    at = end;
  }
  return done + text.slice(at);
}
