import { jsonText } from '../sanitise.js';
import { type CheckResult, countsOf, findingsOf } from './findings.js';

/** For scripts. Lines and columns count from 1 in UTF-16 units; the end is just past the last character. */
export function jsonReport(result: CheckResult): string {
  const diagnostics = findingsOf(result).map(({ code, severity, message, hint, place, related }) => ({
    code,
    severity,
    message,
    hint,
    ...place,
    related: related.map((other) => ({ message: other.message, ...other.place })),
  }));
  return jsonText({ schema: 1, files: result.files, ...countsOf(diagnostics), diagnostics });
}
