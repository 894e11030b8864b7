import { type Diagnostic, hasErrors, MachineError, SourceTexts } from '../diagnostics/index.js';
import type { Evidence, PaperFacts } from '../facts/index.js';
import type { Model } from '../model/index.js';
import { composePages, type Format, type Page, printPages } from '../workflows/compose-pages.js';
import { asked, chosenFrom, isSameTool } from './facts-of-register.js';
import type { Obstacle, VerificationWanted } from './types.js';

/** The same paper, made again. */
export type RebuiltPaper =
  | { readonly bytes: Uint8Array; readonly facts: PaperFacts }
  | {
      readonly hindrances: readonly Obstacle[];
      readonly browser: string | undefined;
      readonly fault?: string;
    }
  | { readonly diagnostics: readonly Diagnostic[]; readonly texts: SourceTexts };

/** Makes the paper again from a model, if it can be the same to the byte. */
export async function rebuildPaper(
  wanted: VerificationWanted,
  evidence: Evidence,
  format: Format,
  model: Model,
  texts: SourceTexts,
): Promise<RebuiltPaper> {
  const chosen = chosenFrom(model, evidence);
  if (!chosen) return { hindrances: [], browser: undefined };
  if (!isSameTool(evidence)) return { hindrances: ['other-tool'], browser: undefined };
  const composed = await composePages(
    model,
    [chosen],
    {
      ...asked(evidence),
      place: wanted.place,
      formats: [format],
      out: '',
      isSplit: evidence.made.part !== 'whole',
      isBuiltinOnly: wanted.isBuiltinOnly,
    },
    texts,
  );
  if (hasErrors(composed.diagnostics))
    return { diagnostics: composed.diagnostics, texts: texts.with(composed.value.texts) };
  const page = composed.value.pages.find(({ made }) => made.part === evidence.made.part);
  if (!page) return { hindrances: [], browser: undefined };
  const { templates, fonts } = page.made;
  if (templates !== evidence.made.templates) return { hindrances: ['other-templates'], browser: undefined };
  if (fonts !== evidence.made.fonts) return { hindrances: ['other-typeface'], browser: undefined };
  return format === 'html'
    ? { bytes: Buffer.from(page.web ?? ''), facts: page.facts }
    : printPaper(wanted, evidence, page).catch(unprinted);
}

/** A file's own id shows whether it was altered; only what the register makes of it now needs a browser. */
function unprinted(failure: unknown): RebuiltPaper {
  if (!(failure instanceof MachineError)) throw failure;
  return { hindrances: ['no-browser'], browser: undefined, fault: failure.message };
}

async function printPaper(wanted: VerificationWanted, evidence: Evidence, page: Page): Promise<RebuiltPaper> {
  const browser = await wanted.startBrowser();
  try {
    if (browser.version !== evidence.made.browser)
      return { hindrances: ['other-browser'], browser: browser.version };
    const { outputs, diagnostics } = await printPages([page], browser, false);
    const [output] = outputs;
    return output ? { bytes: output.bytes, facts: page.facts } : { diagnostics, texts: new SourceTexts() };
  } finally {
    await browser.close();
  }
}
