import { resolve } from 'node:path';
import { parseIsoDate } from '../../calendar/index.js';
import { type Difference, firstDifference, wordsAbout } from '../../facts/index.js';
import { findRegister, ownVersion, readNamed } from '../../files/index.js';
import { date } from '../../phrases/index.js';
import { type Obstacle, type Verdict, type Verification, verifyPaper } from '../../verify/index.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { browserWishes, type Host } from '../host.js';
import { showDiagnostics } from '../print-diagnostics.js';
import { sanitise } from '../sanitise.js';
import { printJson } from '../terminal/sheet.js';

export interface VerifyOptions extends CommonOptions {
  readonly confidential?: boolean;
  readonly builtinTemplates?: boolean;
  readonly browser?: string;
  readonly json?: boolean;
}

/** Far more than any paper has. */
const LARGEST_PAPER = 64_000_000;
/** More differences help nobody: the rest are counted. */
const MOST_SHOWN = 12;
const LONGEST_SHOWN = 160;

/** Says whether a file is the paper that it seems to be. */
export async function verify(file: string, options: VerifyOptions, host: Host): Promise<ExitCode> {
  const bytes = readNamed(resolve(host.cwd, file), LARGEST_PAPER);
  const place = findRegister(host.cwd, options.data);
  const verification = await verifyPaper({
    bytes,
    place,
    isBuiltinOnly: options.builtinTemplates ?? false,
    path: host.env['PATH'],
    startBrowser: async () => {
      const { startBrowser } = await import('../../pdf/index.js');
      return startBrowser(browserWishes(options, host));
    },
    signal: host.signal,
  });
  const isShown = options.confidential === true || verification.evidence?.facts.confidential !== true;
  if (verification.hindrances.some((hindrance) => hindrance.endsWith('-problems')))
    showDiagnostics(verification.diagnostics, verification.texts, host);
  if (options.json) printJson(verificationJson(file, verification, isShown), host);
  else host.stdout.write(sanitise(`${sentences(file, verification, isShown).join('\n')}\n`));
  return EXITS[verification.verdict];
}

const EXITS: Readonly<Record<Verdict, ExitCode>> = {
  identical: EXIT.done,
  altered: EXIT.problems,
  different: EXIT.problems,
  incomparable: EXIT.machine,
};

/** What was found, for a person. */
function sentences(file: string, found: Verification, isShown: boolean): readonly string[] {
  return [
    `${file}: ${verdictWords(found)}`,
    ...paperWords(found),
    ...listed('It was altered in:', found.alterations, 'the paper', isShown),
    ...listed('The register says something else in:', found.differences, 'the register', isShown),
    ...(isShown ? [] : ['It is a members’ copy: --confidential shows what it says.']),
    ...commitWords(found),
    ...found.hindrances.flatMap((hindrance) => HINDRANCES[hindrance](found)),
  ];
}

function verdictWords({
  verdict,
  hindrances,
  commits,
  differences,
  contentId,
  evidence,
}: Verification): string {
  switch (verdict) {
    case 'identical':
      return 'identical. The register makes this very paper, to the byte.';
    case 'altered':
      return contentId.said === contentId.found && evidence?.isWhole === false
        ? 'altered. The data that it carries is not what its own digest says.'
        : 'altered. It is not as it was made: its content does not match its own id.';
    case 'different':
      return differences.length > 0 || commits === undefined
        ? 'different. It is as it was made, but the register now says something else.'
        : 'different. It is as it was made, but the register as it stands makes no such paper.';
    case 'incomparable':
      return hindrances.includes('not-a-paper')
        ? 'cannot be compared. It is no paper that scrutiny has made.'
        : evidence
          ? 'as it was made, and the register says the same. Its bytes cannot be compared.'
          : 'cannot be compared.';
  }
}

function paperWords({ evidence }: Verification): readonly string[] {
  if (!evidence) return [];
  const { facts, made } = evidence;
  const day = parseIsoDate(facts.asAt);
  return [
    `  ${facts.title}; as at ${day ? date(day) : facts.asAt}`,
    `  made by scrutiny ${made.tool}${made.browser === null ? '' : ` with ${made.browser}`}`,
  ];
}

function listed(
  heading: string,
  differences: readonly Difference[],
  other: string,
  isShown: boolean,
): readonly string[] {
  if (differences.length === 0) return [];
  const quoted = (words: string | null, beside: string | null) =>
    words === null ? 'nothing' : `“${inShort(words, beside)}”`;
  const more = differences.length - MOST_SHOWN;
  return [
    heading,
    ...differences
      .slice(0, MOST_SHOWN)
      .map(({ where, was, now }) =>
        !isShown || (was === null && now === null)
          ? `  ${where}`
          : `  ${where}: the file has ${quoted(was, now)}, ${other} ${quoted(now, was)}`,
      ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** Of long words, those about the place where they begin to differ. */
function inShort(words: string, beside: string | null): string {
  if (words.length <= LONGEST_SHOWN) return words;
  const at = firstDifference(words, beside ?? '') ?? 0;
  return `${at === 0 ? '' : '… '}${wordsAbout(words, at) ?? ''} …`;
}

function commitWords({ commit, commits }: Verification): readonly string[] {
  if (commit)
    return [
      `It says what the register said in commit ${commit.commit.slice(0, 12)} of ${commit.date}: ${commit.subject}`,
    ];
  if (commits === undefined) return [];
  return [
    commits === 0
      ? 'There is no history of the register in git to look for it in.'
      : `No commit of the register says the same; ${commits === 1 ? 'the only one was' : `all ${commits} were`} looked at.`,
  ];
}

const HINDRANCES: Readonly<Record<Obstacle, (found: Verification) => readonly string[]>> = {
  'not-a-paper': () => [],
  'no-evidence': () => [
    'It carries no data by which it could be made again: it is older than that, or made with other templates.',
  ],
  damaged: () => ['It cannot be read any more where it was altered, so that is all that can be said.'],
  'paper-problems': () => [
    'The register or its templates have problems at present, so it cannot be made again.',
  ],
  'register-problems': () => ['The register has problems at present, so only its history was looked at.'],
  'other-tool': ({ evidence }) => [
    `It was made by scrutiny ${evidence?.made.tool ?? ''} and this is ${ownVersion()}: what the register says was compared, not the bytes.`,
  ],
  'other-browser': ({ evidence, browser }) => [
    `It was printed by ${evidence?.made.browser ?? 'no browser'} and the browser here is ${browser ?? 'another'}.`,
  ],
  'no-browser': ({ fault }) => [`It could not be printed again: ${fault ?? 'no browser starts here.'}`],
  'other-templates': () => ['The templates that it was made with have changed since.'],
  'other-typeface': () => ['It was made with other font files.'],
  'not-in-words': () => ['What differs is not among its words: a picture, or how the file is put together.'],
};

/** What was found, for scripts; docs/evidence.md has every key. */
function verificationJson(file: string, found: Verification, isShown: boolean): object {
  const { verdict, format, contentId, evidence, alterations, differences, commit, commits, hindrances } =
    found;
  const told = (all: readonly Difference[]) =>
    all.map(({ where, was, now }) => ({ where, was: isShown ? was : null, now: isShown ? now : null }));
  return {
    schema: 1,
    file,
    verdict,
    format: format ?? null,
    contentId: { said: contentId.said ?? null, found: contentId.found },
    made: evidence?.made ?? null,
    alterations: told(alterations),
    differences: told(differences),
    commit: commit ?? null,
    commits: commits ?? null,
    hindrances,
  };
}
