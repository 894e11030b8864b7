import type { Diagnostic, SourceTexts } from '../../diagnostics/index.js';

const EXEMPT = /(?:^|[\s{,"'])exempt["']?\s*:/;

/** Whether a log of these diagnostics may be read by others than officers: on a build server, or in a service's own format. */
export function isReadByOthers(env: Readonly<Record<string, string | undefined>>, format = 'text'): boolean {
  const isOnServer = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  return isOnServer || ['github', 'gitlab', 'sarif', 'junit'].includes(format);
}

/**
 * Which files may hold what is exempt: those that say so, whatever else belongs to the same review, and the meetings, which decide on it. By
 * whole files, since in one that cannot be parsed nobody knows where exempt matter ends.
 */
export function filesWithExempt({ byFile }: SourceTexts): ReadonlySet<string> {
  const saying = [...byFile].flatMap(([file, text]) => (EXEMPT.test(text) ? [file] : []));
  const folders = new Set(saying.flatMap((file) => /^(?:.*\/)?reviews\/[^/]+\//.exec(file)?.[0] ?? []));
  return new Set(
    [...byFile.keys()].filter(
      (file) =>
        saying.includes(file) ||
        [...folders].some((folder) => file.startsWith(folder)) ||
        (saying.length > 0 && /(?:^|\/)meetings\//.test(file)),
    ),
  );
}

/** The same without any word of such a file: where it is and which rule it breaks. */
export function withoutExemptWords(
  diagnostics: readonly Diagnostic[],
  hidden: ReadonlySet<string>,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { code, severity, span, related = [] } = diagnostic;
    if (![span, ...related.map((other) => other.span)].some(({ file }) => hidden.has(file)))
      return diagnostic;
    return {
      code,
      severity,
      span,
      message: `this breaks the rule ${code}; the file may hold exempt matter, so its words are not repeated here`,
      hint: `Run 'scrutiny check' on your own computer to see them; 'scrutiny explain ${code}' says why it is a rule.`,
      related: related.map((other) => ({ message: 'see also', span: other.span })),
    };
  });
}
