import { type Code, type Diagnostic, nearest, type Span } from '../../diagnostics/index.js';

/** A mention of a key, and the place to point at. */
export interface Mention {
  readonly key: string;
  readonly span: Span;
}

/** An error for each mention of a key that nothing defines, with the nearest that something does. */
export function* unknownMentions(
  mentions: Iterable<Mention>,
  known: readonly string[],
  { code, noun, home }: { readonly code: Code; readonly noun: string; readonly home: string },
): Iterable<Diagnostic> {
  const names = new Set(known);
  for (const { key, span } of mentions) {
    if (names.has(key)) continue;
    const near = nearest(key, known);
    yield {
      code,
      severity: 'error',
      span,
      message: `'${key}' is not ${noun} that ${home} knows`,
      hint: near
        ? `Did you mean '${near}'?`
        : known.length === 0
          ? `There is none yet: add it to ${home}.`
          : `Known here: ${shortList(known)}. Or add it to ${home}.`,
    };
  }
}

/** The first few of many names. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 8);
  return names.length > shown.length
    ? `${shown.join(', ')} and ${names.length - shown.length} more`
    : shown.join(', ');
}
