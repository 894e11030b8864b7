import type { Block, Row, Sheet } from './types.js';

/**
 * A sheet as Markdown for a comment on a merge request. Words of the register stay words: neither Markdown nor what a forge adds to it
 * (mentions, references to issues, addresses that become links, emoji names, commands at the beginning of a line) is made of them.
 */
export function writeMarkdown({ title, blocks }: Sheet): string {
  return `${[`### ${plain(title)}`, ...blocks.map(writeBlock)].join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `#### ${plain(block.text)}`;
    case 'words':
      return `_${plain(block.line.text)}_`;
    case 'list':
      return block.rows.map(writeItem).join('\n');
  }
}

function writeItem({ cells: [first, ...cells], lines: [line, ...lines] }: Row): string {
  const head = [
    ...(first ? [`**${plain(first.text)}**`] : []),
    ...[...cells, ...(line ? [line] : [])].map(({ text }) => plain(text)).filter((text) => text !== ''),
  ].join(' · ');
  return [`- ${head}`, ...lines.map(({ text }) => `  - ${plain(text)}`)].join('\n');
}

/** Parts a mark from the word that it would turn into something; the reader does not see it. */
const PART = '<!-- -->';

function plain(words: string): string {
  return (
    words
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
      .trim()
      // A backslash before any mark of ASCII makes it that mark and nothing else (CommonMark 0.31, section 2.4).
      .replace(/[!-/:-@[-`{-~]/g, (mark) => (/[.,;'"()%/?=-]/.test(mark) ? mark : `\\${mark}`))
      // After Markdown, forges look in the words for what they link.
      .replace(/(\\?[@#!~%$&:/])(?=\w)/g, `$1${PART}`)
      .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}${PART}.`)
      .replace(/\b(GH)-(?=\d)/gi, `$1-${PART}`)
      .replace(/\b[0-9a-f]{7,40}\b/gi, (hash) => hash.charAt(0) + PART + hash.slice(1))
      // What would begin a list or underline a heading.
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^[-=]/, '\\$&')
  );
}
