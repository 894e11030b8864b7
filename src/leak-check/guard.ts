import type { Diagnostic, SourceTexts } from '../diagnostics/index.js';
import type { Model } from '../model/index.js';
import type { PaperRegister } from '../register/index.js';
import { exemptWords, paragraphUnderAct } from '../view/index.js';
import { collectSecrets } from './exempt-content.js';
import { AS_WRITTEN, WITHOUT_FIGURES } from './fold.js';
import { textsOfHtml } from './html-text.js';
import { withoutEscapes } from './json-text.js';
import { leaksFrom } from './leak-diagnostics.js';
import { publicLabels } from './public-names.js';
import { type Find, searchFor } from './search.js';
import type { PublicText } from './types.js';

/** Looks through the files of one public paper. */
export interface Guard {
  /** Exempt words in the source of a page, or in the name that its file is to have. */
  leaksInPage(html: string, fileName: string): readonly Diagnostic[];
  /** Exempt words in what can be read in a PDF. */
  leaksInTexts(texts: readonly PublicText[]): readonly Diagnostic[];
}

/**
 * A guard for one paper.
 *
 * @param members what the members' copy of the same paper knows
 * @param texts the register's files and the templates, by the names in which people know them
 */
export function makeGuard(model: Model, members: PaperRegister, texts: SourceTexts): Guard {
  const secrets = collectSecrets(members);
  const withheld = { secrets, ...publicLabels(model), standing: listBoilerplate(model) };
  const [asWritten, withoutFigures] = [searchFor(withheld, AS_WRITTEN), searchFor(withheld, WITHOUT_FIGURES)];
  const search = (inOrder: readonly PublicText[]) => {
    const finds = asWritten.in(inOrder);
    const told = new Set(finds.map(({ secret }) => secret));
    // What is found both ways is reported once.
    return [...finds, ...withoutFigures.in(inOrder).filter(({ secret }) => !told.has(secret))];
  };
  const found = (inOrder: readonly PublicText[]) => [...search(inOrder), ...search(withoutEscapes(inOrder))];
  const told = (finds: readonly Find[]) => leaksFrom(finds, secrets, paperTexts(members, texts));
  return {
    leaksInPage: (html, fileName) =>
      told([
        ...textsOfHtml(html).flatMap(found),
        ...search([{ part: 'the name of the file', text: fileName }]),
      ]),
    leaksInTexts: (texts) => told(found(texts)),
  };
}

/** What a public paper says in the place of what is withheld; a reason may well say the same. */
function listBoilerplate({ meetings, reviews }: Model): readonly string[] {
  const exemptions = [
    ...meetings.flatMap(({ items }) => items),
    ...reviews,
    ...reviews.flatMap(({ recommendations }) => recommendations),
    ...reviews.flatMap(({ recommendations }) => recommendations.flatMap(({ actions }) => actions)),
    ...reviews.flatMap(({ progress }) => progress.flatMap((report) => report.progress)),
  ].flatMap(({ exempt }) => (exempt ? [exemptWords(exempt), paragraphUnderAct(exempt)] : []));
  return [...new Set(exemptions), 'Local Government Act 1972'];
}

/** The files that the paper's words can come from: those of its meeting, its reviews and the council, and the templates. */
function paperTexts(
  { meeting, reviews }: PaperRegister,
  { byFile }: SourceTexts,
): ReadonlyMap<string, string> {
  const others = new Set([...byFile.keys()].filter((file) => /\/(?:meetings|reviews)\//.test(`/${file}`)));
  const own = new Set([
    meeting.file,
    ...reviews.flatMap(({ review }) => [review.span.file, ...review.progress.map(({ file }) => file)]),
  ]);
  return new Map([...byFile].filter(([file]) => own.has(file) || !others.has(file)));
}
