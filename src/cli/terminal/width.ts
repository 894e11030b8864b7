/** How many columns of a terminal some words take: marks that sit on a letter none, the wide scripts of East Asia two. */
export function measureWidth(words: string): number {
  let width = 0;
  for (const character of words) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Words in lines of a width, parted at spaces; a word that is wider than a line alone is parted where the line ends. */
export function wrapped(words: string, width: number | undefined): readonly string[] {
  if (width === undefined) return [words];
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && measureWidth(line) + 1 + measureWidth(word) > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (measureWidth(line) > width) {
      const head = cutToWidth(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

function cutToWidth(line: string, width: number): string {
  let head = '';
  for (const character of line) {
    if (head !== '' && measureWidth(head + character) > width) break;
    head += character;
  }
  return head;
}
