import { type CheckResult, countProblems, listProblems } from '../../diagnostics/index.js';
import { jsonText } from '../sanitise.js';

/** For scripts. Lines and columns count from 1 in UTF-16 units; the end is just past the last character. */
export function jsonReport(result: CheckResult): string {
  const diagnostics = listProblems(result);
  return jsonText({ schema: 1, files: result.files, ...countProblems(diagnostics), diagnostics });
}
