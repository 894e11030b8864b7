/**
 * The line on one screen: files → source → model → register → view → html → pdf → files, and where it stops.
 */
import { join } from 'node:path';
import type { IsoDate } from './calendar/index.js';
import { type Checked, type Diagnostic, distinct, hasErrors, inFileOrder } from './diagnostics/index.js';
import { evidenceFiles, factsDigest, type Made, type PaperFacts } from './evidence/index.js';
import {
  type OutputFile,
  ownVersion,
  type RegisterPlace,
  readPictures,
  readTemplates,
  writeWhole,
} from './files/index.js';
import type { Item, Meeting, Model } from './model/index.js';
import { paperFile, paperFolder } from './paper-names.js';
import { kindOf, paperParts } from './paper-parts.js';
import type { PaperBrowser } from './pdf/index.js';
import { type RegisterRead, readModel } from './read-model.js';
import { type PaperWanted, paperRegister } from './register/index.js';
import { provenanceOf } from './view/index.js';
import type { Guard } from './withheld/index.js';

export type Format = 'pdf' | 'html';

/** What `report` is to make. */
export interface PapersWanted {
  readonly place: RegisterPlace;
  /** Which papers, once the register is known to be sound; may throw a UsageError. */
  readonly choose: (model: Model) => readonly ChosenPaper[];
  readonly formats: readonly Format[];
  /** The folder for all papers, absolute. */
  readonly out: string;
  readonly asAt: IsoDate | undefined;
  /** The day on which waivers must still hold. */
  readonly day: IsoDate;
  readonly isConfidential: boolean;
  readonly isSplit: boolean;
  /** Whether what a screen reader says of each PDF is written beside it. */
  readonly isHeard: boolean;
  /** Whether a register's own templates are left aside. */
  readonly isBuiltinOnly: boolean;
  /** The browser, still starting while the register is read; undefined where no PDF is wanted. */
  readonly browser: Promise<PaperBrowser> | undefined;
  readonly signal: AbortSignal;
}

export interface ChosenPaper {
  readonly meeting: Meeting;
  readonly item: Item;
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
    await aTurn();

    const pages = await composePages(model, chosen, wanted, texts);
    const found = {
      diagnostics: inFileOrder([...diagnostics, ...pages.diagnostics]),
      texts: new Map([...texts, ...pages.value.texts]),
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
    const web = wanted.formats.includes('html')
      ? pages.value.pages.map(({ path, html }) => ({ path: `${path}.html`, bytes: Buffer.from(html) }))
      : [];
    const outputs = [...printed.outputs, ...web]
      .map((output): OutputFile => ({ ...output, isPrivate: wanted.isConfidential }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    // It ends while the papers are written; what is left to end is awaited below.
    void browser?.close();
    writeWhole(outputs, wanted.signal);
    return { ...found, written: outputs.map(({ path }) => path), remarks: browser?.warnings ?? [] };
  } finally {
    const browser = await waking?.catch(() => undefined);
    await browser?.close();
  }
}

/** A paper or a part of one as HTML, with the path that its files have but for the ending. */
interface Page {
  readonly path: string;
  readonly html: string;
  readonly title: string;
  readonly language: string;
  readonly day: string;
  readonly facts: PaperFacts;
  /** What it was made with, but for the browser. */
  readonly made: Made;
  /** Set where the public copy withholds something. */
  readonly guard: Guard | undefined;
}

interface Pages {
  readonly pages: readonly Page[];
  /** The templates' texts, for the frames of their diagnostics. */
  readonly texts: ReadonlyMap<string, string>;
}

async function composePages(
  model: Model,
  chosen: readonly ChosenPaper[],
  wanted: PapersWanted,
  registerTexts: RegisterRead['texts'],
): Promise<Checked<Pages>> {
  const { renderPage } = await import('./html/index.js');
  const pictures = readPictures(wanted.place, model.pictures);
  const own = wanted.isBuiltinOnly ? undefined : join(wanted.place.home, 'templates');
  const kinds = [...new Set(chosen.map(kindOf))].map((kind) => [kind, readTemplates({ kind, own })] as const);
  const templates = new Map(kinds.map(([kind, { value }]) => [kind, value]));
  const diagnostics: Diagnostic[] = [
    ...pictures.diagnostics,
    // Each kind of paper has read the shared parts.
    ...distinct(kinds.flatMap(([, read]) => read.diagnostics)),
  ];
  const texts = new Map(
    [...templates.values()].flatMap(({ parts }) =>
      [...parts.values()].map(({ shown, text }) => [shown, text] as const),
    ),
  );
  if (hasErrors(diagnostics)) return { value: { pages: [], texts }, diagnostics };

  const pages: Page[] = [];
  for (const { meeting, item } of chosen) {
    const set = templates.get(kindOf({ item }));
    if (!set) continue;
    const paperWanted = { meeting, item, asAt: wanted.asAt, isConfidential: wanted.isConfidential };
    const { register, parts, facts } = paperParts(model, paperWanted, pictures.value, wanted.isSplit);
    const digest = factsDigest(facts);
    const provenance = provenanceOf(register.day, ownVersion(), digest);
    const guard = register.isWithholding
      ? await guardFor(model, paperWanted, new Map([...registerTexts, ...texts]))
      : undefined;
    for (const { part, paper } of parts) {
      await aTurn();
      const { value: page, diagnostics: faults } = renderPage(paper, set, provenance);
      const { html, templates: templatesUsed, fonts } = page;
      diagnostics.push(...faults);
      const name = paperFile({
        item,
        part,
        asAt: register.isOtherDay ? register.day : undefined,
        isConfidential: wanted.isConfidential,
      });
      diagnostics.push(...(guard?.leaksInPage(html, name) ?? []));
      pages.push({
        path: join(wanted.out, paperFolder(meeting), name),
        html,
        title: paper.documentTitle,
        language: paper.language,
        day: paper.day,
        facts,
        made: {
          tool: ownVersion(),
          browser: null,
          part,
          facts: digest,
          templates: templatesUsed,
          fonts,
        },
        guard,
      });
      // The templates are at fault in the same way for every paper: once is enough.
      if (hasErrors(faults)) return { value: { pages, texts }, diagnostics: distinct(diagnostics) };
    }
  }
  return { value: { pages, texts }, diagnostics: distinct(diagnostics) };
}

/** What must not be found in a public paper is what its members' copy knows. Loaded only where there is any. */
async function guardFor(
  model: Model,
  paper: Omit<PaperWanted, 'isConfidential'>,
  texts: RegisterRead['texts'],
): Promise<Guard> {
  const { guardOf } = await import('./withheld/index.js');
  return guardOf(model, paperRegister(model, { ...paper, isConfidential: true }), texts);
}

/** Lets the browser be answered, which is starting meanwhile: our own stages do not wait for anything. */
function aTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function printPages(
  pages: readonly Page[],
  browser: PaperBrowser,
  isHeard: boolean,
): Promise<{ readonly outputs: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { diagnosticsOf, heardOfPdf, textsOfPdf } = await import('./pdf/index.js');
  const outputs: OutputFile[] = [];
  const leaks: Diagnostic[] = [];
  for (const [index, { path, html, title, language, day, facts, made, guard }] of pages.entries()) {
    try {
      const attachments = evidenceFiles(facts, { ...made, browser: browser.version });
      const info = { title, language, day, creator: `scrutiny ${made.tool}`, attachments };
      const bytes = await browser.print(html, info, index === pages.length - 1);
      if (guard) leaks.push(...(await textsOfPdf(bytes)).flatMap((texts) => guard.leaksInTexts(texts)));
      outputs.push({ path: `${path}.pdf`, bytes });
      if (isHeard) outputs.push({ path: `${path}.heard.txt`, bytes: Buffer.from(await heardOfPdf(bytes)) });
    } catch (failure) {
      const diagnostics = diagnosticsOf(failure);
      if (diagnostics.length === 0) throw failure;
      return { outputs: [], diagnostics };
    }
  }
  return { outputs, diagnostics: leaks };
}
