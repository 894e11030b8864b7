import type { IsoDate } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';
import type { Cell, Row } from '../grid/grid.js';
import { foldHeading } from './fields.js';
import type { Ledger } from './ledger.js';
import { freshCells } from './row-kinds.js';
import { dayInWords, readDay } from './when.js';

/** What stands over a table: its title, and perhaps whose it is and of when. */
export interface Preface {
  readonly title: string | undefined;
  readonly council: string | undefined;
  readonly panel: string | undefined;
  readonly asAt: IsoDate | undefined;
}

const PANEL = /\b(?:panel|committee|board|commission)\b/i;
const COUNCIL = /\bcouncil\b/i;

/** Reads what stands over a table; each cell is said to be taken, or left. */
export function readPreface(before: readonly Cell[], rows: readonly Row[], ledger: Ledger): Preface {
  const { place, why } = phrases.importing;
  let title: string | undefined;
  let council: string | undefined;
  let panel: string | undefined;
  let asAt: IsoDate | undefined;
  const cells = [...before.map((cell) => [cell]), ...rows.map(freshCells)];
  const take = (cell: Cell, where: string, as?: string) =>
    ledger.take(cell, undefined, where, 'guessed', why.documentTitle, as);
  for (const row of cells) {
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index];
      if (!cell) continue;
      const labelled = labelOf(cell, row[index + 1]);
      if (labelled) {
        const { label, value, cells: both } = labelled;
        const day = /date|as at|updated/.test(label) ? readDay(value) : undefined;
        if (
          /^(?:title|topic|subject|review|name of review|review title|scrutiny review)$/.test(label) &&
          title === undefined
        )
          title = value.text;
        else if (
          /^(?:committee|panel|board|commission|select committee|scrutiny committee|scrutiny panel)$/.test(
            label,
          )
        )
          panel ??= value.text;
        else if (/^(?:council|authority)$/.test(label)) council ??= value.text;
        else if (day !== undefined && !/meeting/.test(label)) asAt ??= day;
        else {
          for (const one of both) ledger.leave(one, phrases.importing.left.preface);
          index += both.length - 1;
          continue;
        }
        const where =
          /^(?:committee|panel|board|commission|select committee|scrutiny committee|scrutiny panel)$/.test(
            label,
          )
            ? place.panel
            : /^(?:council|authority)$/.test(label)
              ? place.council
              : day !== undefined
                ? place.asAtAll
                : place.title;
        for (const one of both) take(one, where);
        index += both.length - 1;
        continue;
      }
      const day = /\b(?:as at|position at|updated?|to)\b/i.test(cell.text)
        ? dayInWords(cell.text)
        : undefined;
      if (row.length > 1 && day === undefined) continue;
      if (COUNCIL.test(cell.text) && cell.text.length < 80) {
        council ??= councilIn(cell.text);
        if (council !== undefined) take(cell, place.council);
      }
      if (PANEL.test(cell.text) && cell.text.length < 120) {
        panel ??= panelIn(cell.text);
        if (panel !== undefined) take(cell, place.panel);
      }
      if (day !== undefined) {
        asAt ??= day;
        take(cell, place.asAtAll, asAt);
      } else if (
        title === undefined &&
        cell.text.length < 160 &&
        !/^(?:appendix|annex|agenda item|item)\b.{0,6}$/i.test(cell.text)
      ) {
        if (council === undefined || cell.text.length > council.length + 3) {
          const words = cell.text.replace(/\s+/g, ' ');
          const others =
            council === undefined
              ? words
              : words.replace(council, '').replace(/^[\s–—:,-]+|[\s–—:,-]+$/g, '');
          title = others === '' ? words : others;
          take(cell, place.title);
        }
      } else if (!ledger.has(cell)) ledger.leave(cell, phrases.importing.left.preface);
    }
  }
  return { title, council, panel, asAt };
}

interface Labelled {
  readonly label: string;
  readonly value: Cell;
  readonly cells: readonly Cell[];
}

const LABELS =
  /^(?:title|topic|subject|review|review title|name of review|scrutiny review|(?:scrutiny |select )?(?:committee|panel|board|commission)|council|authority|date|date updated|last updated|updated|as at|meeting date|date of meeting|minute|minute no|chair|lead officer|contact|portfolio holder|cabinet member)$/;

/** "Committee: Homes" in one cell, or "Committee" and "Homes" in two. */
function labelOf(cell: Cell, next: Cell | undefined): Labelled | undefined {
  const [, label = '', words = ''] = /^([^:\n]{2,40}):\s*(\S[\s\S]*)$/.exec(cell.text) ?? [];
  if (label !== '' && LABELS.test(foldHeading(label)))
    return { label: foldHeading(label), value: { ...cell, text: words.trim() }, cells: [cell] };
  const alone = foldHeading(cell.text);
  if (next && LABELS.test(alone)) return { label: alone, value: next, cells: [cell, next] };
  return undefined;
}

function councilIn(text: string): string | undefined {
  return /(?:^|[–—:,-]\s*)((?:[A-Z][\w’'&.-]*\s+|of\s+|and\s+|the\s+)*(?:Council|Council of [A-Z]\w+))(?=$|\s*[–—:,.-])/
    .exec(text)?.[1]
    ?.trim();
}

function panelIn(text: string): string | undefined {
  return /(?:^|[–—:,-]\s*)((?:[A-Z][\w’'&,.-]*\s+|of\s+|and\s+|the\s+|for\s+)*(?:Panel|Committee|Board|Commission))(?=$|\s*[–—:,.-])/
    .exec(text)?.[1]
    ?.trim();
}
