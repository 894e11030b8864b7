/**
 * The line on one screen: files → source → model → register → view → html → pdf → files, and where it stops.
 */

import type { IsoDate } from '../calendar/index.js';
import { hasErrors, worstFirst } from '../diagnostics/index.js';
import { type OutputFile, writeWhole } from '../files/index.js';
import type { Model } from '../model/index.js';
import { compareText } from '../order/index.js';
import type { PaperBrowser } from '../pdf/index.js';
import { type RegisterRead, readModel } from '../workspace/index.js';
import { type ChosenPaper, composePages, type Page, type PagesWanted, printPages } from './compose-pages.js';

export type { ChosenPaper, Format } from './compose-pages.js';

/** What `report` is to make. */
export interface PapersWanted extends PagesWanted {
  /** Which papers, once the register is known to be sound; may throw a UsageError. */
  readonly choose: (model: Model) => readonly ChosenPaper[];
  /** The day on which waivers must still hold. */
  readonly day: IsoDate;
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

/** Makes the papers of a meeting. All of them appear, or none. */
export async function makePapers(wanted: PapersWanted): Promise<PapersMade> {
  const waking = wanted.browser;
  try {
    const { model, diagnostics, texts } = readModel(wanted.place, () => wanted.day);
    if (!model) return { diagnostics, texts, written: [], remarks: [] };
    const chosen = wanted.choose(model);

    const pages = await composePages(model, chosen, wanted, texts);
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
    const outputs = [...printed.outputs, ...webPages(pages.value.pages)]
      .map((output): OutputFile => ({ ...output, isPrivate: wanted.isConfidential }))
      .toSorted((a, b) => compareText(a.path, b.path));
    // It ends while the papers are written; what is left to end is awaited below.
    void browser?.close();
    writeWhole(outputs, wanted.signal);
    return { ...found, written: outputs.map(({ path }) => path), remarks: browser?.warnings ?? [] };
  } finally {
    const browser = await waking?.catch(() => undefined);
    await browser?.close();
  }
}

function webPages(pages: readonly Page[]): readonly OutputFile[] {
  return pages.flatMap(({ path, web }) => (web ? [{ path: `${path}.html`, bytes: Buffer.from(web()) }] : []));
}
