import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { PaperKind } from '../../src/model/index.js';
import { paperParts } from '../../src/workflows/compose-paper.js';
import { type Lost, lostWords, untold } from './lost-words.js';
import { MAP, markedRegister, type PlanShape } from './marked-register.js';
import type { Drawn } from './marked-words.js';
import { pageAddresses, pageWords } from './page-words.js';
import { modelOf, soundModel } from './registers.js';

const KINDS: readonly PaperKind[] = ['update', 'tracker', 'addendum'];
const TEMPLATES = new Map(KINDS.map((kind) => [kind, readTemplates({ kind, own: undefined }).value]));
const PICTURES = new Map([
  [
    MAP,
    {
      address:
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      isWide: false,
    },
  ],
]);

/** The pages of a register for its main meeting, each with its kind. */
export function pagesOf(files: Readonly<Record<string, string>>, isConfidential: boolean) {
  const model = soundModel(files);
  return model.meetings
    .filter(({ date }) => date === '2025-06-09')
    .flatMap((meeting) =>
      meeting.items.map((item) => {
        const [part] = paperParts(
          model,
          { meeting, item, asAt: undefined, isConfidential },
          PICTURES,
          false,
        ).parts;
        const kind = item.report ?? 'update';
        const templates = TEMPLATES.get(kind);
        if (!part || !templates) throw new Error('the paper has no parts');
        const { value, diagnostics } = renderHtml(part.paper, templates);
        if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
        return { kind, html: value };
      }),
    );
}

/** What the papers of a drawn register lost, or its members' copies where parts of it are exempt. */
export function lostIn(texts: readonly Drawn[], shape: PlanShape, isExempt = false): readonly Lost[] {
  const { files, filled: all } = markedRegister(texts, shape, isExempt);
  const filled = untold(all, files, modelOf(files).diagnostics);
  return pagesOf(files, isExempt).flatMap(({ kind, html }) =>
    lostWords(filled, kind, `${pageWords(html)}\n${pageAddresses(html)}`),
  );
}
