/**
 * A cell's words as Markdown that prints as they were typed: what Markdown would take for a mark of its own is marked as a sign, each line is
 * a paragraph, and lines with a bullet are a list.
 */
export function asMarkdown(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const blocks: string[] = [];
  let inList = false;
  for (const line of lines) {
    if (line === '') {
      inList = false;
      continue;
    }
    const bullet = /^[•·▪◦‣●o*–—-]\s+(?=\S)/.exec(line);
    const isBullet =
      bullet !== null &&
      !(bullet[0].startsWith('o') && /^o\s+[a-z]/.test(line) && !inList && lines.length === 1);
    const words = escapeMarks(isBullet ? line.slice(bullet[0].length) : line);
    if (isBullet) {
      blocks.push(`${inList ? '\n' : blocks.length > 0 ? '\n\n' : ''}- ${words}`);
      inList = true;
    } else {
      blocks.push(`${blocks.length > 0 ? '\n\n' : ''}${escapeStart(words)}`);
      inList = false;
    }
  }
  return blocks.join('');
}

/** Signs within a line that Markdown would read. */
function escapeMarks(line: string): string {
  return line
    .replace(/[\\`*_[\]]/g, (sign, at: number) => (needsEscape(line, sign, at) ? `\\${sign}` : sign))
    .replace(/~~/g, '\\~\\~')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/ \|/g, ' \\|');
}

function needsEscape(line: string, sign: string, at: number): boolean {
  const [before = ' ', after = ' '] = [line[at - 1] ?? ' ', line[at + 1] ?? ' '];
  const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char);
  if (sign === '_') return !(isWord(before) && isWord(after)) && !(before === ' ' && after === ' ');
  if (sign === '*') return !(before === ' ' && after === ' ') && !(isWord(before) && isWord(after));
  return true;
}

/** What begins a line and would make it something else. A number with its stop stays: it is printed as it is typed. */
function escapeStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=]{2,}\s*$|\|)/, (mark) => `\\${mark}`)
    .replace(/^ {4,}/, '');
}
