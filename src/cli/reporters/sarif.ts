import type { Log, PhysicalLocation, ReportingConfiguration } from 'sarif';
import {
  type CheckResult,
  factsOf,
  inFull,
  listFindings,
  type Place,
  type Severity,
} from '../../diagnostics/index.js';
import { jsonText } from '../sanitise.js';

const LEVELS: Readonly<Record<Severity, ReportingConfiguration.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0, the OASIS standard for results of analysis: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifReport(result: CheckResult, version: string): string {
  const findings = listFindings(result);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'scrutiny',
            version,
            rules: codes.map((code) => ({
              id: code,
              help: { text: `'scrutiny explain ${code}' says why, with an example.` },
              defaultConfiguration: { level: LEVELS[factsOf(code).level] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: LEVELS[finding.severity],
          message: { text: inFull(finding) },
          locations: [{ physicalLocation: physical(finding.place) }],
          ...(finding.related.length > 0
            ? {
                relatedLocations: finding.related.map(({ message, place }, id) => ({
                  id,
                  message: { text: message },
                  physicalLocation: physical(place),
                })),
              }
            : {}),
        })),
      },
    ],
  };
  return jsonText(log);
}

function physical({ file, line, column, endLine, endColumn }: Place): PhysicalLocation {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
