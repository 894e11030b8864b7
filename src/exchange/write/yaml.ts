/** What a file is to say: words, lists, and keys with values. What is undefined is left out. */
export type Value = string | undefined | readonly Value[] | ReadonlyMap<string, Value>;

/** Keys with values, in this order. */
export function fields(given: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(given).filter(([, value]) => value !== undefined && !isEmptyList(value)));
}

function isEmptyList(value: Value): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A new file of YAML, in the form in which people write it: a key to a line, several lines of words beneath a `|`. */
export function writeYaml(value: ReadonlyMap<string, Value>, comments: readonly string[]): string {
  const head = comments.map((line) => `# ${line}\n`).join('');
  return `${head}${mapLines(value, 0).join('\n')}\n`;
}

function mapLines(value: ReadonlyMap<string, Value>, column: number): readonly string[] {
  return [...value].flatMap(([key, part]) =>
    part === undefined ? [] : partLines(`${' '.repeat(column)}${scalar(key)}:`, part, column),
  );
}

function partLines(head: string, value: Value, column: number): readonly string[] {
  if (value === undefined) return [head];
  if (typeof value === 'string') return textLines(head, value, column + 2);
  if (isMap(value)) return [head, ...mapLines(value, column + 2)];
  return [head, ...value.flatMap((item) => itemLines(item, column + 2))];
}

function itemLines(value: Value, column: number): readonly string[] {
  const dash = `${' '.repeat(column)}-`;
  if (value === undefined) return [dash];
  if (typeof value === 'string') return textLines(dash, value, column + 2);
  const lines = isMap(value)
    ? mapLines(value, column + 2)
    : value.flatMap((item) => itemLines(item, column + 2));
  return lines.map((line, index) => (index === 0 ? `${dash} ${line.trimStart()}` : line));
}

function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

function textLines(head: string, text: string, column: number): readonly string[] {
  if (!text.includes('\n') || /^\s/.test(text)) return [`${head} ${scalar(text)}`];
  const pad = ' '.repeat(column);
  return [
    `${head} |`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => (line.trim() === '' ? '' : pad + line)),
  ];
}

/** Plain where every reader of YAML takes it as it is; otherwise in double quotes, whose escapes JSON shares (YAML 1.2.2, section 7.3.1). */
function scalar(words: string): string {
  const isPlain = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,;()/’'&%£+–—-]*[\p{L}\p{N}.)%])?$/u.test(words);
  return isPlain && !/^(?:null|true|false|yes|no)$/i.test(words) ? words : JSON.stringify(words);
}
