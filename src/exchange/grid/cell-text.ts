/** Raised figures and signs, as text can say them: they are most often the mark of a footnote. */
const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** The words of a raised run, where they are figures alone: "st" of "1st" stays as it is. */
export function raise(text: string): string {
  return /^\s*\d{1,2}\s*$/.test(text)
    ? text.trim().replace(/\d/g, (figure) => RAISED[figure] ?? figure)
    : text;
}

/** Words as a cell shows them: its line ends are `\n`, and nothing is at either end or between that cannot be seen. */
export function settleText(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff]/g, '')
    .replace(/\t/g, ' ')
    .replace(/[ \u00a0]+(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The letters of a column, counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}
