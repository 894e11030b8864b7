import type { Diagnostic, SourceTexts } from '../diagnostics/index.js';
import type { Difference, Evidence } from '../facts/index.js';
import type { RegisterLocation } from '../files/index.js';
import type { FormerFolder } from '../git/index.js';
import type { ContentId } from '../hash/index.js';
import type { PaperBrowser } from '../pdf/index.js';
import type { Format } from '../workflows/compose-pages.js';

/** Identical: to the byte. Altered: not as it was made. Different: as it was made, and the register says something else. */
export type Verdict = 'identical' | 'altered' | 'different' | 'incomparable';

/** Why something could not be compared, or not further. */
export type Obstacle =
  | 'not-a-paper'
  | 'no-evidence'
  | 'damaged'
  | 'register-problems'
  | 'paper-problems'
  | 'other-tool'
  | 'other-browser'
  | 'no-browser'
  | 'other-templates'
  | 'other-typeface'
  | 'not-in-words';

/** A state of the register in git. */
export type Commit = Omit<FormerFolder, 'files'>;

/** What was found out about a file. */
export interface Verification {
  readonly verdict: Verdict;
  readonly format: Format | undefined;
  /** The id that the file gives itself, and the one that it has. */
  readonly contentId: ContentId;
  readonly evidence: Evidence | undefined;
  /** Where it is not as it was made, as far as that can be told. */
  readonly alterations: readonly Difference[];
  /** Where the register as it stands says something else. */
  readonly differences: readonly Difference[];
  /** The newest commit whose register says what the file says. */
  readonly commit: Commit | undefined;
  /** How many commits were looked at; undefined where there was no need to look. */
  readonly commits: number | undefined;
  readonly hindrances: readonly Obstacle[];
  /** The browser that there is, where it was asked. */
  readonly browser: string | undefined;
  /** Why no browser could print it, where that is so. */
  readonly fault?: string;
  /** What is wrong with the register as it is, or with its templates. */
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: SourceTexts;
}

export interface VerificationWanted {
  readonly bytes: Uint8Array;
  readonly place: RegisterLocation;
  readonly isBuiltinOnly: boolean;
  /** The search path on which git is found. */
  readonly path: string | undefined;
  readonly startBrowser: () => Promise<PaperBrowser>;
  readonly signal: AbortSignal;
}
