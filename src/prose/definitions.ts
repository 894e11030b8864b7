import type { Line } from './content.js';
import { asLabel, readAddress, readTitle } from './targets.js';

/** `[label]: address "title"`, on up to three lines. */
export interface DefinitionLines {
  readonly label: string;
  readonly address: string;
  readonly title: string;
  readonly lines: number;
}

const LABEL = /^ {0,3}\[(?!\^)((?:\\.|[^\\[\]]){1,999})\]:[ \t]*/;

/** The definition of a link that begins with this line. */
export function definitionAt(lines: readonly Line[], index: number): DefinitionLines | undefined {
  const line = lines[index];
  const match = line ? LABEL.exec(line.text) : null;
  const label = asLabel(match?.[1] ?? '');
  if (!line || !match || label === '') return undefined;
  const onOneLine = line.text.trimEnd().length > match[0].trimEnd().length;
  const text = onOneLine ? line.text : (lines[index + 1]?.text ?? '');
  const from = onOneLine ? match[0].length : text.length - text.trimStart().length;
  const address = readAddress(text, from);
  if (!address || !isAddress(address.address)) return undefined;
  const used = onOneLine ? 1 : 2;
  const rest = text.slice(address.end);
  if (rest.trim() !== '') {
    const title = /^[ \t]/.test(rest) ? titleIn(rest) : undefined;
    return title === undefined ? undefined : { label, address: address.address, title, lines: used };
  }
  const title = titleIn(lines[index + used]?.text ?? '');
  return {
    label,
    address: address.address,
    title: title ?? '',
    lines: title === undefined ? used : used + 1,
  };
}

/** What could be an address: `[Update]: Delayed` has none, and is printed as typed. */
function isAddress(written: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|[/#])|^[^\s:]+\.(?:png|jpe?g|svg|gif|webp|pdf|html?)$/i.test(written);
}

/** A line that holds a title and nothing else. */
function titleIn(text: string): string | undefined {
  const title = readTitle(text, text.length - text.trimStart().length);
  return title && text.slice(title.end).trim() === '' ? title.title : undefined;
}

/** The labels that a text may use: all that stands between brackets but what begins a definition. */
export function labelsUsed(source: string): ReadonlySet<string> {
  if (!/^ {0,3}(?:[>*+-] *|\d+[.)] *)*\[/m.test(source)) return new Set();
  const labels = new Set<string>();
  for (const { 1: label = '' } of source.matchAll(/\[((?:\\.|[^\\[\]]){1,999})\](?!:)/g))
    labels.add(asLabel(label));
  return labels;
}
