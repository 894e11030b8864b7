import type { Severity } from '../../diagnostics/index.js';
import { type CheckResult, type Finding, inFull, listFindings } from '../../diagnostics/index.js';
import { sha256 } from '../../hash/index.js';
import { jsonText } from '../sanitise.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlabReport(result: CheckResult): string {
  const seen = new Map<string, number>();
  const entries = listFindings(result).map((finding) => ({
    description: inFull(finding),
    check_name: finding.code,
    fingerprint: computeFingerprint(finding, seen),
    severity: SEVERITIES[finding.severity],
    location: {
      path: finding.place.file,
      lines: { begin: finding.place.line, end: finding.place.endLine },
    },
  }));
  return jsonText(entries);
}

/** The same while the mistake stays, wherever lines above it push it; two alike in one file are told apart by their order. */
function computeFingerprint({ code, message, place }: Finding, seen: Map<string, number>): string {
  const mistake = JSON.stringify([code, place.file, message]);
  const before = seen.get(mistake) ?? 0;
  seen.set(mistake, before + 1);
  return sha256([`${mistake} ${before}`]);
}
