/**
 * The middle of the line, which `report` and `verify` share: register → view → html → pdf, as bytes that are not yet written.
 */
import { join } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { type Checked, type Diagnostic, distinct, hasErrors, SourceTexts } from '../diagnostics/index.js';
import type { DocumentWords } from '../exchange/index.js';
import { type BuildInfo, evidenceFiles, factsDigest, type PaperFacts, writeJsonLd } from '../facts/index.js';
import {
  type OutputFile,
  ownVersion,
  type RegisterLocation,
  readPictures,
  readTemplates,
} from '../files/index.js';
import type { Guard } from '../leak-check/index.js';
import type { Item, Meeting, Model } from '../model/index.js';
import type { OwnTemplate, PaperBrowser } from '../pdf/index.js';
import { type PaperWanted, paperRegister } from '../register/index.js';
import { describeProvenance } from '../view/index.js';
import { kindOf, paperParts } from './compose-paper.js';
import { paperFile, paperFolder } from './paper-names.js';

export type Format = 'pdf' | 'html' | 'docx';

/** How papers are to be made, whichever they are. */
export interface PagesWanted {
  readonly place: RegisterLocation;
  readonly formats: readonly Format[];
  /** The folder for all papers, absolute. */
  readonly out: string;
  readonly asAt: IsoDate | undefined;
  readonly isConfidential: boolean;
  readonly isSplit: boolean;
  /** Whether a register's own templates are left aside. */
  readonly isBuiltinOnly: boolean;
}

export interface ChosenPaper {
  readonly meeting: Meeting;
  readonly item: Item;
}

/** A paper or a part of one as HTML, with the path that its files have but for the ending. */
export interface Page {
  readonly path: string;
  /** As it is printed. */
  readonly html: string;
  /** The same with the data that it carries, where a page for the web is wanted. */
  readonly web: string | undefined;
  /** What a document says beside its page. */
  readonly words: DocumentWords;
  readonly day: string;
  readonly facts: PaperFacts;
  /** What it was made with, but for the browser. */
  readonly made: BuildInfo;
  /** Set where the public copy withholds something. */
  readonly guard: Guard | undefined;
  /** Those of its templates that are the register's own. */
  readonly ownTemplates: readonly OwnTemplate[];
}

export interface Pages {
  readonly pages: readonly Page[];
  /** The templates' texts, for the frames of their diagnostics. */
  readonly texts: SourceTexts;
}

/** Papers as pages, and all that is wrong with their templates or with what they would say. */
export async function composePages(
  model: Model,
  chosen: readonly ChosenPaper[],
  wanted: PagesWanted,
  registerTexts: SourceTexts,
): Promise<Checked<Pages>> {
  const { renderPage, withEvidence } = await import('../html/index.js');
  const pictures = readPictures(wanted.place, model.pictures);
  const own = wanted.isBuiltinOnly ? undefined : join(wanted.place.home, 'templates');
  const kinds = [...new Set(chosen.map(kindOf))].map((kind) => [kind, readTemplates({ kind, own })] as const);
  const templates = new Map(kinds.map(([kind, { value }]) => [kind, value]));
  const diagnostics: Diagnostic[] = [
    ...pictures.diagnostics,
    // Each kind of paper has read the shared parts.
    ...distinct(kinds.flatMap(([, read]) => read.diagnostics)),
  ];
  const texts = new SourceTexts(
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
    const provenance = describeProvenance(register.day, ownVersion(), digest);
    const guard = register.isWithholding
      ? await guardFor(model, paperWanted, registerTexts.with(texts))
      : undefined;
    for (const { part, paper } of parts) {
      const { value: page, diagnostics: faults } = renderPage(paper, set, provenance);
      const { html, templates: templatesUsed, fonts } = page;
      diagnostics.push(...faults);
      const name = paperFile({
        item,
        part,
        asAt: register.isOtherDay ? register.day : undefined,
        isConfidential: wanted.isConfidential,
      });
      const made: BuildInfo = {
        tool: ownVersion(),
        browser: null,
        part,
        facts: digest,
        templates: templatesUsed,
        fonts,
      };
      const web = wanted.formats.includes('html') ? withEvidence(html, writeJsonLd(facts, made)) : undefined;
      diagnostics.push(...(guard?.leaksInPage(web ?? html, name) ?? []));
      pages.push({
        path: join(wanted.out, paperFolder(meeting), name),
        html,
        web,
        words: {
          title: paper.documentTitle,
          language: paper.language,
          colour: paper.council.colour,
          ...paper.running,
          day: paper.day,
          creator: `scrutiny ${ownVersion()}`,
        },
        day: paper.day,
        facts,
        made,
        guard,
        ownTemplates: [...set.parts.values()].filter(({ isOwn }) => isOwn),
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
  texts: SourceTexts,
): Promise<Guard> {
  const { makeGuard } = await import('../leak-check/index.js');
  return makeGuard(model, paperRegister(model, { ...paper, isConfidential: true }), texts);
}

/** Pages as PDFs, and what of them is withheld and is there all the same. */
export async function printPages(
  pages: readonly Page[],
  browser: PaperBrowser,
  isHeard: boolean,
): Promise<{ readonly outputs: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { explainFailure, heardOfPdf, textsOfPdf } = await import('../pdf/index.js');
  const outputs: OutputFile[] = [];
  const leaks: Diagnostic[] = [];
  for (const [index, { path, html, day, facts, made, guard, ownTemplates }] of pages.entries()) {
    try {
      const attachments = () => evidenceFiles(facts, { ...made, browser: browser.version });
      const info = { day, creator: `scrutiny ${made.tool}`, attachments };
      const bytes = await browser.print(html, info, index === pages.length - 1);
      if (guard) leaks.push(...(await textsOfPdf(bytes)).flatMap((texts) => guard.leaksInTexts(texts)));
      outputs.push({ path: `${path}.pdf`, bytes });
      if (isHeard) outputs.push({ path: `${path}.heard.txt`, bytes: Buffer.from(await heardOfPdf(bytes)) });
    } catch (failure) {
      const diagnostics = explainFailure(failure, ownTemplates);
      if (diagnostics.length === 0) throw failure;
      return { outputs: [], diagnostics };
    }
  }
  return { outputs, diagnostics: leaks };
}

/** Pages as Word documents. Their words are those of the page, which has been searched for what is withheld. */
export async function documentsOf(pages: readonly Page[]): Promise<readonly OutputFile[]> {
  const { documentWriter } = await import('../exchange/index.js');
  const writeDocx = await documentWriter();
  return pages.map(({ path, html, words }) => ({ path: `${path}.docx`, bytes: writeDocx(html, words) }));
}
