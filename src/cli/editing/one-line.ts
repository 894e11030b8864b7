import { type Answers, type Field, many, nameOfFlag } from './fields.js';

/**
 * The command that says in one line what was answered, for this machine's shell.
 *
 * @param words the command itself: `add action`
 */
export function writeOneLine(
  words: readonly string[],
  fields: readonly Field[],
  answers: Answers,
  isWindows = process.platform === 'win32',
): string {
  const quote = isWindows ? quoteForWindows : quoteForShell;
  const parts = fields.flatMap(({ flag, isArgument }) => {
    const name = nameOfFlag(flag);
    if (answers[name] === true) return [`--${flag}`];
    const values = (many(answers, name) ?? []).map(quote);
    return values.length === 0 || isArgument ? values : [`--${flag}`, ...values];
  });
  return ['scrutiny', ...words, ...parts].join(' ');
}

const PLAIN = /^[\w./:@+-]+(?:=[\w./:-]+)?$/;

function quoteForShell(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** For PowerShell, where a quotation mark within quotes is written twice. */
function quoteForWindows(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "''")}'`;
}
