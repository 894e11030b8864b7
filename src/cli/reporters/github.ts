import type { Severity } from '../../diagnostics/index.js';
import { type CheckResult, inFull, listFindings } from '../../diagnostics/index.js';
import { sanitise } from '../sanitise.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport(result: CheckResult): string {
  return listFindings(result)
    .map((finding) => {
      const { file, line, column, endLine, endColumn } = finding.place;
      // GitHub refuses columns where a place runs over several lines.
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
      return `::${COMMANDS[finding.severity]} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(finding.code)}::${data(inFull(finding))}\n`;
    })
    .join('');
}

/** A line end would end the command and begin another, which a register's words must never do. */
function data(text: string): string {
  return sanitise(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
