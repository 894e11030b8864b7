/** Why a paper may not be written: what is wrong with it, with the words it is about, and what to do. */
export interface Refusal {
  readonly code: 'paper-words' | 'paper-typeface' | 'paper-headings' | 'paper-naming' | 'paper-contents';
  /** One sentence without a full stop. */
  readonly message: string;
  readonly hint: string;
  /** How a template does it, by which its line is found. */
  readonly written: RegExp;
}

/** How much of the words round a difference is shown. */
export const CONTEXT = 60;

/** Words for a sentence: the first few of them, each cut short. */
export function quoted(words: readonly string[]): string {
  const shown = [...new Set(words)].slice(0, 3).map((said) => {
    const line = said.replace(/\s+/g, ' ').trim();
    return `'${line.length > CONTEXT ? `${line.slice(0, CONTEXT)}…` : line}'`;
  });
  return `${shown.join(', ')}${words.length > 3 ? ' and more' : ''}`;
}
