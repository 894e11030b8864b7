/**
 * The line on one screen: files → source → model → register → view → html → pdf → files, and where it stops.
 */

import { join, resolve } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { hasErrors, listProblems, type Problem, UsageError, worstFirst } from '../diagnostics/index.js';
import { type OutputFile, writeAtomically } from '../files/index.js';
import { compareText } from '../order/index.js';
import type { PaperBrowser } from '../pdf/index.js';
import { type RegisterRead, readModel } from '../workspace/index.js';
import { choosePapers } from './choose-papers.js';
import {
  composePages,
  documentsOf,
  type Format,
  type Page,
  type PagesWanted,
  printPages,
} from './compose-pages.js';
import type { Register } from './open-register.js';
import { readDay, readOptionalDay } from './read-request.js';
import { wakeBrowser } from './wake-browser.js';

export type { Format } from './compose-pages.js';

/** Which papers are to be made, and how. */
export interface PaperOptions {
  /** The day of the meeting, `2018-02-19`. */
  readonly meeting: string;
  /** The key of the panel, where two meet that day. */
  readonly panel?: string | undefined;
  /** The number of an item of the agenda; by default all that have a paper. */
  readonly item?: string | undefined;
  /** By default `pdf` and `html`; `docx` for Word. */
  readonly formats?: readonly Format[] | undefined;
  /** The folder for the papers; by default `out/` beside the register. */
  readonly out?: string | undefined;
  /** What was known on another day than the paper's own. */
  readonly asAt?: string | undefined;
  /** The cover paper and each appendix as files of their own. */
  readonly split?: boolean | undefined;
  /** The members' copy, which holds what is exempt from publication. */
  readonly confidential?: boolean | undefined;
  /** Whether a text beside each PDF says what a screen reader says of it. */
  readonly asHeard?: boolean | undefined;
  /** Whether the register's own templates are left aside. */
  readonly builtinTemplates?: boolean | undefined;
  /** The path of the browser to print with; by default `SCRUTINY_BROWSER`, then the one that comes with this package. */
  readonly browser?: string | undefined;
  /** Where the browser's settings are read from; by default the program's own environment. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Stops the work: nothing is written then, and the promise is rejected with `Interrupted`. */
  readonly signal?: AbortSignal | undefined;
}

/** The papers that were made, or why there are none. */
export interface MadePapers {
  /** The files, absolute and sorted; empty where there are errors. */
  readonly written: readonly string[];
  /** What is wrong with the register, its templates or what a paper would say. */
  readonly diagnostics: readonly Problem[];
  /** Remarks about the machine, such as that the browser runs without its sandbox. */
  readonly remarks: readonly string[];
}

/**
 * Makes the papers of a meeting, as `scrutiny report` does, to the same bytes. All of them appear, or none.
 *
 * @throws UsageError where there is no such meeting, panel or item, or where it must be said which of several
 * @throws MachineError where the machine cannot do it: no browser, no disk space, no permission
 *
 * @example
 * ```ts
 * import { makePapers, openRegister } from 'scrutiny-papers';
 *
 * const { written, diagnostics } = await makePapers(openRegister('data'), {
 *   meeting: '2018-02-19',
 *   formats: ['html'],
 * });
 * console.log(`${written.length} file, ${diagnostics.length} problems`); // 1 file, 0 problems
 * ```
 */
export async function makePapers(register: Register, options: PaperOptions): Promise<MadePapers> {
  const { env = process.env, signal = new AbortController().signal } = options;
  const formats = readFormats(options.formats);
  if (options.asHeard && !formats.includes('pdf'))
    throw new UsageError("asHeard reads the PDF, so formats has to have 'pdf' in it.");
  const meeting = readDay('meeting', options.meeting);
  const asAt = readOptionalDay('asAt', options.asAt);
  const browser = options.browser ?? env['SCRUTINY_BROWSER'];
  const { written, diagnostics, texts, remarks } = await reportMeeting({
    place: register,
    meeting,
    panel: options.panel,
    item: options.item,
    formats,
    out: options.out === undefined ? undefined : resolve(options.out),
    asAt,
    isConfidential: options.confidential ?? false,
    isSplit: options.split ?? false,
    isHeard: options.asHeard ?? false,
    isBuiltinOnly: options.builtinTemplates ?? false,
    browser: formats.includes('pdf') ? (await wakeBrowser({ browser, env, signal })).browser : undefined,
    signal,
  });
  return { written, diagnostics: listProblems({ diagnostics, texts }), remarks };
}

function readFormats(asked: readonly string[] = ['pdf', 'html']): readonly Format[] {
  const known = ['pdf', 'html', 'docx'] as const;
  const formats = known.filter((format) => asked.includes(format));
  if (formats.length === 0 || asked.some((format) => !known.some((one) => one === format)))
    throw new UsageError("formats has to hold 'pdf', 'html' or 'docx', or several of them.");
  return formats;
}

/** What `report` is to make. */
export interface PapersWanted extends Omit<PagesWanted, 'out'> {
  readonly meeting: IsoDate;
  readonly panel: string | undefined;
  readonly item: string | undefined;
  /** The folder for all papers, absolute; by default `out/` beside the register. */
  readonly out: string | undefined;
  /** Whether what a screen reader says of each PDF is written beside it. */
  readonly isHeard: boolean;
  /** The browser, still starting while the register is read; undefined where no PDF is wanted. */
  readonly browser: Promise<PaperBrowser> | undefined;
  readonly signal: AbortSignal;
}

/** What came of it: the files written, or why none were. */
export interface PapersMade extends Omit<RegisterRead, 'model' | 'files' | 'unread'> {
  readonly written: readonly string[];
  /** Remarks about the machine, such as a sandbox that could not be had. */
  readonly remarks: readonly string[];
}

/**
 * Makes the papers of a meeting. All of them appear, or none.
 *
 * @throws UsageError where there is no such paper, once the register is known to be sound
 */
export async function reportMeeting(wanted: PapersWanted): Promise<PapersMade> {
  const waking = wanted.browser;
  try {
    const { model, diagnostics, texts } = readModel(wanted.place, () => wanted.asAt ?? wanted.meeting);
    if (!model) return { diagnostics, texts, written: [], remarks: [] };
    const chosen = choosePapers(model, { ...wanted, date: wanted.meeting });

    const out = wanted.out ?? join(wanted.place.home, 'out');
    const pages = await composePages(model, chosen, { ...wanted, out }, texts);
    const found = {
      diagnostics: worstFirst([...diagnostics, ...pages.diagnostics]),
      texts: texts.with(pages.value.texts),
    };
    if (hasErrors(pages.diagnostics)) return { ...found, written: [], remarks: [] };

    const browser = await waking;
    const printed = browser
      ? await printPages(pages.value.pages, browser, wanted.isHeard)
      : { outputs: [], diagnostics: [] };
    if (printed.diagnostics.length > 0)
      return {
        ...found,
        diagnostics: [...found.diagnostics, ...printed.diagnostics],
        written: [],
        remarks: [],
      };
    const documents = wanted.formats.includes('docx') ? await documentsOf(pages.value.pages) : [];
    const outputs = [...printed.outputs, ...webPages(pages.value.pages), ...documents]
      .map((output): OutputFile => ({ ...output, isPrivate: wanted.isConfidential }))
      .toSorted((a, b) => compareText(a.path, b.path));
    // It ends while the papers are written; what is left to end is awaited below.
    void browser?.close();
    writeAtomically(outputs, wanted.signal);
    return { ...found, written: outputs.map(({ path }) => path), remarks: browser?.warnings ?? [] };
  } finally {
    const browser = await waking?.catch(() => undefined);
    await browser?.close();
  }
}

function webPages(pages: readonly Page[]): readonly OutputFile[] {
  return pages.flatMap(({ path, web }) => (web ? [{ path: `${path}.html`, bytes: Buffer.from(web) }] : []));
}
