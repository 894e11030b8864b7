import { ownVersion, readTemplates } from '../../files/index.js';
import { trialPage } from '../../html/index.js';
import { type BrowserFindings, type CandidateFinding, examineBrowser } from '../../pdf/index.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { browserWishes, type Host } from '../host.js';
import { jsonText, sanitise } from '../sanitise.js';

export interface DoctorOptions extends CommonOptions {
  readonly browser?: string;
  readonly json?: boolean;
}

/** Tries the browser and says what was found. */
export async function doctor(options: DoctorOptions, host: Host): Promise<ExitCode> {
  const { fonts } = readTemplates({ kind: 'update', own: undefined }).value;
  const findings = await examineBrowser(browserWishes(options, host), trialPage(fonts));
  const report = {
    schema: 1,
    scrutiny: ownVersion(),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    fonts: [...fonts.keys()],
    browser: findings,
  };
  host.stdout.write(options.json ? jsonText(report) : sanitise(inWords(report, findings)));
  return findings.used ? EXIT.done : EXIT.machine;
}

function inWords(
  {
    scrutiny,
    node,
    platform,
    fonts,
  }: {
    readonly scrutiny: string;
    readonly node: string;
    readonly platform: string;
    readonly fonts: readonly string[];
  },
  findings: BrowserFindings,
): string {
  return [
    `scrutiny   ${scrutiny}, on Node ${node}, ${platform}`,
    `typeface   Source Sans 3, ${fonts.length} files that ship with scrutiny; no font of this machine is used`,
    ...findings.candidates.flatMap(candidateLines),
    `cache      ${findings.cacheFolder}`,
    '',
    ...(findings.used
      ? ['Papers can be made on this machine.']
      : ['No paper can be printed on this machine yet.', findings.fix ?? '']),
    '',
  ].join('\n');
}

function candidateLines({
  name,
  path,
  works,
  version,
  sandbox,
  ownLibraries,
  fault,
}: CandidateFinding): readonly string[] {
  if (!works) return [`browser    ${name}: does not work`, `           ${fault ?? ''}`];
  return [
    `browser    ${name}: works (${version ?? 'version unknown'})`,
    `           ${path ?? ''}`,
    `sandbox    ${sandbox ? 'on' : 'off: it cannot start for root or without user namespaces; run as an ordinary user to have it'}`,
    `libraries  ${ownLibraries ? 'this machine lacks some (libnss3); the embedded ones are used' : 'of this machine'}`,
  ];
}
