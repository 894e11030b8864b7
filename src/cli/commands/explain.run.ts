import { CODES, type Code, factsOf, isCode, nearest, UsageError } from '../../diagnostics/index.js';
import { contents, EXPLANATIONS, explainCode } from '../../rule-docs/index.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { jsonText } from '../sanitise.js';

export interface ExplainOptions extends CommonOptions {
  readonly json?: boolean;
}

/** Explains one code, or lists them all. */
export function explain(asked: string | undefined, { json }: ExplainOptions, host: Host): ExitCode {
  if (asked === undefined) {
    const all = Object.keys(CODES).filter(isCode);
    host.stdout.write(json ? asJson({ codes: all.map(describeCode) }) : contents());
    return EXIT.done;
  }
  if (!isCode(asked)) {
    const near = nearest(asked, Object.keys(CODES));
    throw new UsageError(
      `There is no code '${asked}'. ${near ? `Did you mean '${near}'?` : "'scrutiny explain' lists them all."}`,
    );
  }
  host.stdout.write(json ? asJson(describeCode(asked)) : explainCode(asked));
  return EXIT.done;
}

function describeCode(code: Code) {
  const { level, most } = factsOf(code);
  return { code, level, settable: most !== undefined, ...EXPLANATIONS[code] };
}

function asJson(value: object): string {
  return jsonText({ schema: 1, ...value });
}
