import { relative, sep } from 'node:path';
import type { IsoDate } from '../../calendar/index.js';
import {
  type CheckResult,
  countProblems,
  type Diagnostic,
  SourceTexts,
  type Span,
} from '../../diagnostics/index.js';
import { findRegister, ownVersion, type RegisterLocation } from '../../files/index.js';
import { formerReviewTexts } from '../../workflows/former-reviews.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { type Host, mayColour } from '../host.js';
import { filesWithExempt, isReadByOthers, withoutExemptWords } from '../reporters/exempt-words.js';
import { sanitiseLine } from '../sanitise.js';

export interface CheckOptions extends CommonOptions {
  readonly format: 'text' | 'json' | 'github' | 'gitlab' | 'sarif' | 'junit';
  readonly strict?: boolean;
  readonly fix?: boolean;
  readonly asAt?: IsoDate;
}

/** Checks the register and says what was found. */
export async function check(options: CheckOptions, host: Host): Promise<ExitCode> {
  const place = findRegister(host.cwd, options.data);
  if (options.fix) await mend(place, host);
  // Git answers while everything else is loaded and read.
  const history = formerReviewTexts(place, host.env);
  const { findProblems } = await import('../../workflows/check.js');
  const found = await findProblems({ place, asAt: options.asAt, today: host.today, history });
  const seen = seenFrom(relative(host.cwd, place.home), found);
  const hidden = isReadByOthers(host.env, options.format) ? filesWithExempt(seen.texts) : new Set<string>();
  const result = { ...seen, diagnostics: withoutExemptWords(seen.diagnostics, hidden) };
  host.stdout.write(await reported(result, options, host, hidden));
  const { errors, warnings } = countProblems(result.diagnostics);
  return errors > 0 || (options.strict && warnings > 0) ? EXIT.problems : EXIT.done;
}

/** Says which files were mended, apart from what the check then finds. */
async function mend(place: RegisterLocation, host: Host): Promise<void> {
  const { mendRegister } = await import('../../workflows/fix.js');
  // Whoever has pressed Ctrl-C meanwhile is heard before anything is written.
  await new Promise((resolve) => setImmediate(resolve));
  const { mended, left } = mendRegister(place, host.signal);
  for (const file of mended) host.stderr.write(`mended ${sanitiseLine(file)}\n`);
  for (const { file, line } of left) {
    const because =
      line === undefined ? '' : ` because of line ${line}: put that right by hand, then run --fix again`;
    host.stderr.write(`left ${sanitiseLine(file)} as it was${because}\n`);
  }
}

/** Each reporter is loaded where it is asked for. */
async function reported(
  result: CheckResult,
  { format, strict = false }: CheckOptions,
  host: Host,
  hidden: ReadonlySet<string>,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../reporters/json.js')).jsonReport(result);
    case 'github':
      return (await import('../reporters/github.js')).githubReport(result);
    case 'gitlab':
      return (await import('../reporters/gitlab.js')).gitlabReport(result);
    case 'sarif':
      return (await import('../reporters/sarif.js')).sarifReport(result, ownVersion());
    case 'junit':
      return (await import('../reporters/junit.js')).junitReport(result, strict);
    case 'text':
      return (await import('../reporters/text.js')).checkText(
        result,
        mayColour(host.stdout, host.env),
        hidden,
      );
  }
}

/** The same with files named from where the person is, where the register lies below: services look them up from there. */
function seenFrom(home: string, { diagnostics, texts, files }: CheckResult): CheckResult {
  if (home === '' || home.startsWith('..')) return { diagnostics, texts, files };
  const before = `${home.split(sep).join('/')}/`;
  const named = (span: Span): Span => ({ ...span, file: before + span.file });
  return {
    diagnostics: diagnostics.map((diagnostic): Diagnostic => {
      const related = diagnostic.related?.map((other) => ({ ...other, span: named(other.span) }));
      return { ...diagnostic, span: named(diagnostic.span), ...(related ? { related } : {}) };
    }),
    texts: new SourceTexts([...texts.byFile].map(([file, text]) => [before + file, text])),
    files,
  };
}
