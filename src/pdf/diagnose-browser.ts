import { MachineError } from '../diagnostics/index.js';
import { cacheFolder } from '../user-cache/index.js';
import { type BrowserWishes, candidates } from './browser/find-browser.js';
import { launch } from './browser/launch.js';
import { preparePage } from './browser/print.js';
import { finishPaper, noBrowser } from './paper-browser.js';

/** What came of trying one browser. */
export interface CandidateFinding {
  readonly source: 'chosen' | 'embedded' | 'installed';
  readonly name: string;
  readonly path: string | null;
  /** Whether it printed a page that could be finished as a paper. */
  readonly works: boolean;
  readonly version: string | null;
  readonly sandbox: boolean | null;
  /** Whether the machine lacked libraries and the embedded ones were used. */
  readonly ownLibraries: boolean | null;
  /** Why it does not work, and what to do. */
  readonly fault: string | null;
}

/** Everything `doctor` says about browsers. */
export interface BrowserFindings {
  /** In the order in which they are tried; the first that works is used. */
  readonly candidates: readonly CandidateFinding[];
  readonly used: CandidateFinding | null;
  readonly cacheFolder: string;
  /** What to do, where none works. */
  readonly fix: string | null;
}

/**
 * Tries each browser in turn until one prints a page that can be finished.
 *
 * @param trial a small page in the typeface of the papers
 */
export async function examineBrowser(wishes: BrowserWishes, trial: string): Promise<BrowserFindings> {
  const findings: CandidateFinding[] = [];
  for (const candidate of candidates(wishes)) {
    const about = { source: candidate.source, name: candidate.name };
    try {
      const launched = await launch(candidate, wishes);
      try {
        const { version } = launched;
        const page = await preparePage(await launched.connected());
        await finishPaper(await page.print(trial), { day: '2000-01-01' }, []);
        findings.push({
          ...about,
          path: launched.path,
          works: true,
          version,
          sandbox: launched.hasSandbox,
          ownLibraries: launched.usesOwnLibraries,
          fault: null,
        });
        break;
      } finally {
        await launched.end();
      }
    } catch (failure) {
      if (wishes.signal.aborted) throw failure;
      const fault =
        failure instanceof MachineError
          ? failure.message
          : `It starts, but makes no paper: ${failure instanceof Error ? failure.message : String(failure)}`;
      findings.push({
        ...about,
        path: candidate.path ?? null,
        works: false,
        version: null,
        sandbox: null,
        ownLibraries: null,
        fault,
      });
    }
  }
  const used = findings.find(({ works }) => works) ?? null;
  return {
    candidates: findings,
    used,
    cacheFolder: cacheFolder(wishes.env),
    fix: used ? null : (findings[0]?.fault ?? noBrowser()),
  };
}
