import type { Diagnostic, SourceTexts } from '../diagnostics/index.js';
import { type Host, mayColour } from './host.js';
import { filesWithExempt, isReadByOthers, withoutExemptWords } from './reporters/exempt-words.js';
import { tally, textReport } from './reporters/text.js';

/** Shows diagnostics to the person who runs a command that makes files. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], texts: SourceTexts, host: Host): void {
  if (diagnostics.length === 0) return;
  const hidden = isReadByOthers(host.env) ? filesWithExempt(texts) : new Set<string>();
  host.stderr.write(
    `${textReport(withoutExemptWords(diagnostics, hidden), texts, mayColour(host.stderr, host.env), hidden)}\n${tally(diagnostics)}\n`,
  );
}
