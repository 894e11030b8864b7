import type { Diagnostic } from '../../diagnostics/index.js';

/** One that is reported in full, and those that are only counted beside it. */
export interface Reported {
  readonly diagnostic: Diagnostic;
  readonly alike: readonly Diagnostic[];
}

/** More than this many of one kind in one file are reported once, with their number. */
const LISTED = 5;

/** The same in their order; of many that say the same of other words in one file, the first stands for all. */
export function toldOnce(diagnostics: readonly Diagnostic[]): readonly Reported[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const kind = kindOf(diagnostic);
    const known = kinds.get(kind);
    if (known) known.push(diagnostic);
    else kinds.set(kind, [diagnostic]);
  }
  return diagnostics.flatMap((diagnostic) => {
    const [first, ...others] = kinds.get(kindOf(diagnostic)) ?? [];
    if (others.length < LISTED) return [{ diagnostic, alike: [] }];
    return first === diagnostic ? [{ diagnostic, alike: others }] : [];
  });
}

/** The words that a message quotes, and the numbers in it, are what it is about; the rest is what it says. */
function kindOf({ code, severity, message, span }: Diagnostic): string {
  const form = message.replace(/'[^\n]*'|"[^\n]*"|“[^”\n]*”|\d+/g, '…');
  return JSON.stringify([span.file, severity, code, form]);
}
