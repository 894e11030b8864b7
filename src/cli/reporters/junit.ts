import {
  type CheckResult,
  countProblems,
  type Finding,
  inFull,
  listFindings,
} from '../../diagnostics/index.js';
import { sanitise } from '../sanitise.js';

/**
 * A JUnit report, which most build servers show as tests: one test case for each problem, or a single one that passes. The format
 * knows no warnings; they are failures only where `--strict` makes them so, and otherwise a case that passes and says why.
 */
export function junitReport(result: CheckResult, isStrict: boolean): string {
  const findings = listFindings(result);
  const { errors, warnings } = countProblems(findings);
  const failures = errors + (isStrict ? warnings : 0);
  const cases = findings.map((finding) => writeCase(finding, isStrict));
  if (cases.length === 0) cases.push('    <testcase classname="register" name="No problems"/>');
  const counted = `name="scrutiny check" tests="${cases.length}" failures="${failures}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counted}>\n  <testsuite ${counted} skipped="0">\n${cases.join('\n')}\n  </testsuite>\n</testsuites>\n`;
}

function writeCase(finding: Finding, isStrict: boolean): string {
  const { file, line, column } = finding.place;
  const words = inFull(finding);
  const opening = `    <testcase classname="${xml(file)}" name="${xml(`${finding.code} at line ${line}`)}" file="${xml(file)}" line="${line}">`;
  const place = `${file}:${line}:${column}`;
  const isFailure = finding.severity === 'error' || (isStrict && finding.severity === 'warning');
  const body = isFailure
    ? `<failure type="${finding.code}" message="${xml(words)}">${xml(place)}</failure>`
    : `<system-out>${xml(`${place} ${finding.severity}: ${words}`)}</system-out>`;
  return `${opening}\n      ${body}\n    </testcase>`;
}

/** Text for XML 1.0, which has no room for most control characters (section 2.2). */
function xml(text: string): string {
  return sanitise(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, ' ');
}
