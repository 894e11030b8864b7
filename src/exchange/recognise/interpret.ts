import type { IsoDate } from '../../calendar/index.js';
import { type Response, responseNamed } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { Cell, Row, Table } from '../grid/grid.js';
import { beginsWithReferences, type Column, type Heading, isSentence, responseHead } from './columns.js';
import {
  type DraftAction,
  type DraftEntry,
  type DraftRecommendation,
  type DraftStem,
  newAction,
  newEntry,
  newRecommendation,
  saysAnything,
} from './drafts.js';
import { type Field, foldHeading } from './fields.js';
import type { Ledger } from './ledger.js';
import { asOwner, type OwnersSeen, ownersSeen, readOwners } from './people.js';
import { foldReference, isBeneath, isReference, leadingReference, splitReferences } from './references.js';
import { freshCells, type RowContext, rowKind } from './row-kinds.js';
import { foldStatus, type Statuses } from './statuses.js';
import type { Mapping } from './types.js';
import { readDay, readWhen, readWholeDay } from './when.js';

const { why, place, left } = phrases.importing;
/** The heading beneath which our own export says that an owner calls something complete. */
const SAID_COMPLETE = foldHeading(phrases.exporting.headings.complete);

/** What reading a table needs besides the table. */
export interface InterpretWanted {
  readonly ledger: Ledger;
  readonly statuses: Statuses;
  readonly mapping: Mapping;
  /** The day of reports that have none of their own. */
  readonly asAt: IsoDate;
}

/** The rows of a table, by the review that they name. */
export interface InterpretedRows {
  readonly recommendations: readonly DraftRecommendation[];
  readonly entries: readonly DraftEntry[];
  /** The review that a row names in a column of its own. */
  readonly reviewOf: ReadonlyMap<DraftRecommendation, string>;
  /** The keys that rows give to the reviews that they name. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** Notes beneath the table, by their mark. */
  readonly footnotes: ReadonlyMap<string, Cell>;
}

/** Reads the rows of a table beneath its headings. */
export function interpretRows(table: Table, heading: Heading, wanted: InterpretWanted): InterpretedRows {
  return new RowReader(table, heading, wanted).read();
}

class RowReader {
  readonly #columns: readonly Column[];
  readonly #rows: readonly Row[];
  readonly #wanted: InterpretWanted;
  readonly #ledger: Ledger;
  readonly #textField: 'recommendation' | 'action';
  readonly #isTwoLevel: boolean;
  readonly #sectionsRecommend: boolean;
  readonly #isReportsAlone: boolean;
  readonly #refsInText: boolean;
  readonly #refsInActions: boolean;
  readonly #owners: OwnersSeen;

  readonly #recommendations: DraftRecommendation[] = [];
  readonly #entries: DraftEntry[] = [];
  readonly #entryOfCell = new Map<Cell, DraftEntry>();
  readonly #reviewOf = new Map<DraftRecommendation, string>();
  readonly #keyOf = new Map<string, string>();
  readonly #footnotes = new Map<string, Cell>();
  #section: string | undefined;
  #stem: DraftStem | undefined;
  #current: DraftRecommendation | undefined;
  #lastTarget: DraftAction | undefined;
  #review: string | undefined;
  #isInLegend = false;
  #lastNumber = -1;

  constructor(table: Table, heading: Heading, wanted: InterpretWanted) {
    this.#columns = heading.columns;
    this.#rows = table.rows.slice(heading.last + 1);
    this.#wanted = wanted;
    this.#ledger = wanted.ledger;
    const has = (field: Field) => this.#columns.some((column) => column.field === field);
    this.#sectionsRecommend = has('action') && !has('recommendation') && this.#hasRecommendingSections();
    this.#isTwoLevel = has('action') && (has('recommendation') || this.#sectionsRecommend);
    this.#isReportsAlone = !has('recommendation') && !has('action');
    this.#textField = has('recommendation') ? 'recommendation' : 'action';
    const begins = (field: Field) =>
      this.#columns.some(
        (column) => column.field === field && beginsWithReferences(this.#rows, column.index),
      );
    this.#refsInText = begins(this.#textField);
    this.#refsInActions = begins('action');
    this.#owners = ownersSeen(this.#cellsOf('owner').map(({ text }) => text));
  }

  read(): InterpretedRows {
    for (const [index, row] of this.#rows.entries()) this.#readRow(row, index);
    return {
      recommendations: this.#recommendations,
      entries: this.#entries.filter((entry) => saysAnything(entry) || entry.evidence.length > 0),
      reviewOf: this.#reviewOf,
      keyOf: this.#keyOf,
      footnotes: this.#footnotes,
    };
  }

  #cellsOf(field: Field): readonly Cell[] {
    const indexes = this.#columns.filter((column) => column.field === field).map(({ index }) => index);
    return this.#rows.flatMap(({ cells, number }) =>
      indexes.flatMap((index) => {
        const cell = cells[index];
        return cell && cell.row === number && cell.text !== '' ? [cell] : [];
      }),
    );
  }

  #hasRecommendingSections(): boolean {
    return this.#rows.some((row) => {
      const [first, second] = freshCells(row);
      return (
        first !== undefined && second === undefined && /^rec(?:ommendation)?s?\b\.? ?\w/i.test(first.text)
      );
    });
  }

  #readRow(row: Row, index: number): void {
    const gap = row.number - this.#lastNumber > 1;
    this.#lastNumber = row.number;
    if (gap) this.#isInLegend = false;
    const context: RowContext = {
      columns: this.#columns,
      sectionsRecommend: this.#sectionsRecommend,
      width: this.#columns.length,
      isLast: !this.#rows.slice(index + 1).some((later) => freshCells(later).length > 2),
      isInLegend: this.#isInLegend,
    };
    const kind = rowKind(row, context);
    const cells = freshCells(row);
    const [first] = cells;
    switch (kind) {
      case 'heading':
        for (const cell of cells) this.#ledger.leave(cell, left.repeatedHeading);
        return;
      case 'total':
        for (const cell of cells) this.#ledger.leave(cell, left.total);
        return;
      case 'legend':
        this.#isInLegend = true;
        for (const cell of cells) this.#ledger.leave(cell, left.legend);
        return;
      case 'footnote':
        for (const cell of cells) this.#readFootnote(cell);
        return;
      case 'section':
        if (first) this.#beginSection(first);
        return;
      case 'stem':
        this.#beginStem(cells);
        return;
      case 'recommendation':
        this.#readAcross(cells);
        return;
      default:
        this.#readData(row);
    }
  }

  #readFootnote(cell: Cell): void {
    const mark = /^(\*+|†|‡|[¹²³⁴-⁹]+|\(?\d\))/.exec(cell.text)?.[1];
    if (mark === undefined) this.#ledger.leave(cell, left.footnote);
    else this.#footnotes.set(mark.replace(/[()]/g, ''), cell);
  }

  #beginSection(cell: Cell): void {
    this.#section = cell.text.replace(/\s+/g, ' ');
    this.#stem = undefined;
    this.#current = undefined;
    this.#ledger.take(cell, undefined, place.section, 'guessed', undefined, 'x-section');
  }

  #beginStem(cells: readonly Cell[]): void {
    const words = cells.at(-1)?.text.replace(/\s+/g, ' ') ?? '';
    const given = cells.length > 1 ? (cells[0]?.text ?? '') : '';
    const leading = given === '' ? leadingReference(words) : undefined;
    this.#stem = { ref: given === '' ? (leading?.ref ?? '') : given, text: words };
    this.#current = undefined;
    for (const cell of cells) this.#ledger.take(cell, undefined, place.stem, 'guessed', undefined, 'x-stem');
  }

  /** A recommendation that lies across the table, over its actions. */
  #readAcross(cells: readonly Cell[]): void {
    const [first] = cells;
    const last = cells.at(-1);
    if (!first || !last) return;
    const leading = cells.length > 1 ? { ref: first.text, words: last.text } : leadingReference(last.text);
    const made = newRecommendation(leading?.words ?? last.text, this.#section, this.#stem);
    if (leading) Object.assign(made, { ref: cleanReference(leading.ref), hasOwnRef: true, refCell: first });
    made.textCell = last;
    this.#addRecommendation(made);
    for (const cell of cells) this.#ledger.take(cell, made, place.text, 'guessed', why.recommendationRow);
    this.#current = made;
    this.#lastTarget = made;
  }

  #addRecommendation(made: DraftRecommendation): void {
    this.#recommendations.push(made);
    if (this.#review !== undefined) this.#reviewOf.set(made, this.#review);
  }

  #cellAt(row: Row, field: Field): Cell | undefined {
    const column = this.#columns.find((one) => one.field === field);
    const cell = column && row.cells[column.index];
    return cell && (cell.text !== '' || cell.fill !== undefined) ? cell : undefined;
  }

  #readData(row: Row): void {
    const isFresh = (cell: Cell | undefined): cell is Cell =>
      cell !== undefined && cell.row === row.number && cell.text !== '';
    const review = this.#cellAt(row, 'review');
    if (review && review.text !== '') this.#review = review.text.replace(/\s+/g, ' ');
    const key = this.#cellAt(row, 'review-key');
    if (key && key.text !== '') {
      this.#ledger.take(key, undefined, place.reviewKey);
      if (this.#review !== undefined) this.#keyOf.set(this.#review, key.text);
    }
    if (this.#isWithheld(row)) return;
    const refCell = this.#cellAt(row, 'ref');
    const textCell = this.#cellAt(row, this.#textField);
    if (this.#isReportsAlone && refCell && isFresh(refCell)) {
      this.#readFacts(row, undefined, splitReferences(refCell.text));
      this.#ledger.take(refCell, undefined, place.ref);
      if (review) this.#ledger.take(review, undefined, place.review);
      return;
    }
    const several = isFresh(refCell) ? splitReferences(refCell.text) : [];
    if (several.length > 1 && !isFresh(textCell)) {
      this.#readFacts(row, undefined, several);
      if (refCell) this.#ledger.take(refCell, undefined, place.ref, 'guessed', why.severalReferences);
      return;
    }
    const target = this.#isTwoLevel ? this.#readTwoLevels(row) : this.#readOneLevel(row, refCell, textCell);
    const targets = Array.isArray(target) ? target : [target];
    for (const [index, one] of targets.entries())
      if (one) this.#readFacts(row, one, [], targets.length > 1 ? index : undefined);
    if (review && this.#current) this.#ledger.take(review, undefined, place.review);
  }

  /** A row of which an export says no more than that it is withheld: it is left as it is. */
  #isWithheld(row: Row): boolean {
    const column = this.#columns.find(
      ({ field, heading }) => field === 'leave' && foldHeading(heading) === 'withheld',
    );
    const cell = column && row.cells[column.index];
    const says = (['recommendation', 'action'] as const).some((field) => this.#cellAt(row, field)?.text);
    if (!cell || cell.text === '' || says) return false;
    for (const one of freshCells(row)) this.#ledger.leave(one, left.withheld);
    return true;
  }

  /** A row of a table with one level; a reference beneath the one before makes it that one's action. */
  #readOneLevel(row: Row, refCell: Cell | undefined, textCell: Cell | undefined): DraftAction | undefined {
    const isFresh = (cell: Cell | undefined): cell is Cell =>
      cell !== undefined && cell.row === row.number && cell.text !== '';
    if (!isFresh(textCell) && !isFresh(refCell)) {
      if (this.#lastTarget) return this.#lastTarget;
      if (!textCell) return undefined;
    }
    const leading =
      textCell && this.#refsInText && !isFresh(refCell) ? leadingReference(textCell.text) : undefined;
    const ref = isFresh(refCell) ? refCell.text : (leading?.ref ?? '');
    const isNew = isFresh(textCell) || (isFresh(refCell) && ref !== '');
    if (!isNew && this.#lastTarget) return this.#lastTarget;
    const words = leading?.words ?? textCell?.text ?? '';
    const known = ref === '' ? undefined : this.#known(ref);
    if (known && (words === '' || sameWords(known.text, words))) {
      if (refCell) this.#ledger.take(refCell, known, place.ref);
      if (textCell) this.#ledger.take(textCell, known, place.text);
      this.#lastTarget = known;
      return known;
    }
    const parent = this.#current;
    const beneath =
      ref !== '' &&
      parent !== undefined &&
      parent.hasOwnRef &&
      isBeneath(ref, parent.ref) &&
      this.#isBare(parent);
    const recommendation = beneath ? undefined : newRecommendation(words, this.#section, this.#stem);
    const made = recommendation ?? newAction(words, this.#section, this.#stem);
    made.textCell = isFresh(textCell) ? textCell : undefined;
    this.#giveReference(made, ref, isFresh(refCell) ? refCell : undefined, leading !== undefined);
    if (recommendation) {
      this.#addRecommendation(recommendation);
      this.#current = recommendation;
    } else parent?.actions.push(made);
    if (textCell)
      this.#ledger.take(
        textCell,
        made,
        place.text,
        beneath || leading ? 'guessed' : 'taken',
        beneath && parent ? why.beneath(parent.ref) : leading && why.referenceInText,
      );
    this.#lastTarget = made;
    return made;
  }

  #known(ref: string): DraftAction | undefined {
    const folded = foldReference(ref);
    return this.#recommendations
      .filter(({ section, stem }) => section === this.#section && stem === this.#stem)
      .flatMap((one) => [one, ...one.actions])
      .find((one) => one.hasOwnRef && foldReference(one.ref) === folded);
  }

  /** Whether nothing was said of who does it, by when and how it stands: then it stands over others. */
  #isBare(draft: DraftRecommendation): boolean {
    return (
      draft.owners.length === 0 &&
      draft.due === undefined &&
      !this.#entries.some(({ targets }) => targets.includes(draft))
    );
  }

  #giveReference(made: DraftAction, ref: string, cell: Cell | undefined, isFromText: boolean): void {
    if (ref === '') return;
    made.ref = cleanReference(ref);
    made.hasOwnRef = true;
    made.refCell = cell;
    if (cell)
      this.#ledger.take(cell, made, place.ref, isReference(cell.text) || !isFromText ? 'taken' : 'guessed');
  }

  /** A row of a table that has both: the recommendation may stand once over several actions, or be repeated. */
  #readTwoLevels(row: Row): DraftAction | readonly DraftAction[] | undefined {
    const isFresh = (cell: Cell | undefined): cell is Cell =>
      cell !== undefined && cell.row === row.number && cell.text !== '';
    const refCell = this.#cellAt(row, 'ref');
    const actionRefCell = this.#cellAt(row, 'action-ref');
    const textCell = this.#sectionsRecommend ? undefined : this.#cellAt(row, 'recommendation');
    const actionCell = this.#cellAt(row, 'action');
    const leading =
      textCell && this.#refsInText && !isFresh(refCell) ? leadingReference(textCell.text) : undefined;
    const words = leading?.words ?? textCell?.text ?? '';
    const ref = isFresh(refCell) ? refCell.text : (leading?.ref ?? '');
    const isSame =
      this.#current !== undefined &&
      (words === '' || sameWords(words, this.#current.text)) &&
      (ref === '' ||
        foldReference(ref) === foldReference(this.#current.ref) ||
        isBeneath(ref, this.#current.ref) ||
        words === '');
    const refIsOfAction =
      this.#sectionsRecommend ||
      (isSame &&
        ref !== '' &&
        this.#current !== undefined &&
        foldReference(ref) !== foldReference(this.#current.ref));
    if (!isSame && !this.#sectionsRecommend) {
      const made = newRecommendation(
        words === '' ? (actionCell?.text ?? '') : words,
        this.#section,
        this.#stem,
      );
      made.textCell = textCell ?? actionCell;
      this.#giveReference(made, ref, isFresh(refCell) ? refCell : undefined, leading !== undefined);
      this.#addRecommendation(made);
      if (textCell)
        this.#ledger.take(
          textCell,
          made,
          place.text,
          leading ? 'guessed' : 'taken',
          leading && why.referenceInText,
        );
      this.#current = made;
    } else if (this.#current) {
      if (textCell && isFresh(textCell)) this.#ledger.take(textCell, this.#current, place.text);
      if (isFresh(refCell) && !refIsOfAction) this.#ledger.take(refCell, this.#current, place.ref);
    }
    const over = this.#current;
    if (!over) {
      const made = newRecommendation(actionCell?.text ?? '', this.#section, this.#stem);
      made.textCell = actionCell;
      this.#giveReference(made, ref, isFresh(refCell) ? refCell : undefined, false);
      this.#addRecommendation(made);
      if (actionCell) this.#ledger.take(actionCell, made, place.text);
      this.#current = made;
      this.#lastTarget = made;
      return made;
    }
    if (!actionCell || actionCell.text === '' || (words === '' && over.textCell === actionCell)) {
      this.#lastTarget = isSame && !isFresh(textCell) ? (this.#lastTarget ?? over) : over;
      return this.#lastTarget;
    }
    if (!isFresh(actionCell)) {
      const known = over.actions.find((action) => action.textCell === actionCell);
      if (known) return known;
    }
    const again = isFresh(actionRefCell)
      ? this.#sameAction(over, actionRefCell.text, actionCell.text)
      : undefined;
    if (again) {
      this.#ledger.take(actionCell, again, place.text);
      if (actionRefCell) this.#ledger.take(actionRefCell, again, place.ref);
      this.#lastTarget = again;
      return again;
    }
    const parts = this.#alignedParts(row, actionCell);
    const made = parts.map((part, index) => {
      const action = newAction(part, this.#section, this.#stem);
      action.textCell = actionCell;
      const inText = this.#refsInActions || actionRefCell === undefined ? leadingReference(part) : undefined;
      const useText = inText !== undefined && (this.#refsInActions || isBeneath(inText.ref, over.ref));
      if (isFresh(actionRefCell) && parts.length === 1)
        this.#giveReference(action, actionRefCell.text, actionRefCell, false);
      else if (refIsOfAction && isFresh(refCell) && parts.length === 1)
        this.#giveReference(action, refCell.text, refCell, false);
      else if (useText && inText) {
        action.text = inText.words;
        this.#giveReference(action, inText.ref, undefined, true);
      }
      over.actions.push(action);
      this.#ledger.take(
        actionCell,
        action,
        place.text,
        parts.length > 1 || useText ? 'guessed' : 'taken',
        parts.length > 1 ? why.bulletsAligned : useText ? why.referenceInText : undefined,
      );
      if (index === parts.length - 1) this.#lastTarget = action;
      return action;
    });
    return made;
  }

  /** An action that an earlier row has in the same words under the same reference: one of several reports on it. */
  #sameAction(over: DraftRecommendation, ref: string, words: string): DraftAction | undefined {
    return over.actions.find(
      (action) =>
        action.hasOwnRef && foldReference(action.ref) === foldReference(ref) && sameWords(action.text, words),
    );
  }

  /** Several actions in one cell, where as many owners or dates stand beside them. */
  #alignedParts(row: Row, cell: Cell): readonly string[] {
    const parts = bulletParts(cell.text);
    const beside = (['due', 'owner', 'progress'] as const).flatMap((field) => {
      const other = this.#cellAt(row, field);
      return other && other.text !== '' ? [bulletParts(other.text).length] : [];
    });
    return parts.length > 1 && beside.includes(parts.length) ? parts : [cell.text];
  }

  /** Who does it, by when, and how it stands. */
  #readFacts(row: Row, target: DraftAction | undefined, named: readonly string[], part?: number): void {
    const over = this.#current ?? this.#recommendations.at(-1);
    const rowDay = this.#rowDay(row, target);
    const entries = new Map<string, DraftEntry>();
    const entryFor = (column: Column): DraftEntry => {
      const day = column.day ?? rowDay ?? this.#wanted.asAt;
      const found = entries.get(day);
      if (found) return found;
      const made = newEntry(day, (column.day ?? rowDay) !== undefined);
      if (target) made.targets.push(target);
      made.named.push(...named);
      made.review = this.#review;
      entries.set(day, made);
      return made;
    };
    for (const column of this.#columns) {
      const cell = row.cells[column.index];
      if (!cell || (cell.text === '' && cell.fill === undefined)) continue;
      if (cell.text === '' && column.field !== 'rating') continue;
      const shared = part === undefined ? cell : partOf(cell, part);
      this.#readFact(column, shared, cell, { row, target, over, entryFor });
    }
    for (const entry of entries.values()) this.#entries.push(entry);
  }

  #rowDay(row: Row, target: DraftAction | undefined): IsoDate | undefined {
    const cell = this.#cellAt(row, 'as-at');
    const day = cell && readDay(cell);
    if (cell && day)
      this.#ledger.take(
        cell,
        target,
        place['as-at'],
        'taken',
        undefined,
        day === cell.text ? undefined : day,
      );
    return day;
  }

  #readFact(
    column: Column,
    cell: Cell,
    origin: Cell,
    {
      row,
      target,
      over,
      entryFor,
    }: {
      readonly row: Row;
      readonly target: DraftAction | undefined;
      readonly over: DraftRecommendation | undefined;
      readonly entryFor: (column: Column) => DraftEntry;
    },
  ): void {
    const how = column.why === undefined ? 'taken' : 'guessed';
    const take = (of: DraftAction | undefined, where: string, reason = column.why, as?: string) =>
      this.#ledger.take(origin, of, where, reason === undefined ? how : 'guessed', reason, as);
    // What is not one whole day is kept as words, under a key of the council's own.
    const takeDay = <T extends DraftAction>(
      of: T | undefined,
      name: 'agreed' | 'responded',
      set: (draft: T, day: IsoDate) => void,
    ) => {
      const day = readWholeDay(cell);
      if (!of || day === undefined) {
        this.#keepOwn(of, `x-${name}`, cell, origin);
        return;
      }
      set(of, day);
      take(of, place[name], column.why, day === cell.text ? undefined : day);
    };
    switch (column.field) {
      case 'owner':
        if (target) {
          const { owners, isGuess } = readOwners(cell.text, this.#owners);
          for (const owner of owners) if (!target.owners.includes(owner)) target.owners.push(owner);
          take(target, place.owner, isGuess ? why.severalOwners : column.why);
        }
        return;
      case 'due':
        if (target) this.#readDue(target, cell, origin);
        return;
      case 'revised-due': {
        const when = readWhen(cell);
        if (when.kind === 'unreadable')
          this.#keepOwn(target, 'x-revised-due', cell, origin, why.unreadableDate);
        else {
          entryFor(column).revisedDue = when.written;
          take(target, place['revised-due'], column.why, when.isChanged ? when.written : undefined);
        }
        return;
      }
      case 'request-reason':
        entryFor(column).reasons.push(cell.text);
        take(target, place['request-reason']);
        return;
      case 'recommended':
        takeDay(over, 'agreed', (draft, day) => {
          draft.agreed = day;
        });
        return;
      case 'success-measure':
        if (target) {
          if (!target.measures.includes(cell.text)) target.measures.push(cell.text);
          take(target, place['success-measure']);
        }
        return;
      case 'agreed':
        takeDay(target, 'agreed', (draft, day) => {
          draft.agreed = day;
        });
        return;
      case 'addressed-to':
        if (over) {
          const { owners } = readOwners(cell.text, { alone: new Set() });
          for (const owner of owners) if (!over.addressedTo.includes(owner)) over.addressedTo.push(owner);
          take(over, place['addressed-to']);
        }
        return;
      case 'response':
        if (over) this.#readResponse(over, cell, origin, column);
        return;
      case 'responded':
        takeDay(over, 'responded', (draft, day) => {
          draft.responded = day;
        });
        return;
      case 'reason':
        if (over && !over.reasons.includes(cell.text)) {
          over.reasons.push(cell.text);
          take(over, place.reason);
        } else if (over) take(over, place.reason);
        return;
      case 'progress':
        this.#readNote(column, cell, origin, row, target, entryFor);
        return;
      case 'rating':
        this.#readStatus(column, cell, origin, target, entryFor);
        return;
      case 'percent': {
        const percent = /^(\d{1,3})(?:\.0+)? ?%?$/.exec(cell.text)?.[1];
        const share = /^(?:0?\.\d+|1)$/.test(cell.text)
          ? String(Math.round(Number(cell.text) * 100))
          : percent;
        if (share === undefined || Number(share) > 100)
          this.#addNote(entryFor(column), column.heading, cell, origin, target);
        else {
          entryFor(column).percent = Number(share);
          take(target, place.percent, column.why, share === cell.text ? undefined : share);
        }
        return;
      }
      case 'complete':
        if (foldHeading(column.heading) === SAID_COMPLETE && cell.text === phrases.exporting.yes) {
          entryFor(column).isComplete = true;
          take(target, place.complete);
        } else this.#readStatus(column, cell, origin, target, entryFor);
        return;
      case 'evidence':
        entryFor(column).evidence.push(cell.link === undefined ? cell.text : `${cell.text} (${cell.link})`);
        take(target, place.evidence);
        return;
      case 'reported-by':
        entryFor(column).reportedBy = asOwner(cell.text);
        take(target, place['reported-by']);
        return;
      case 'own':
        this.#keepOwn(target, column.key, cell, origin);
        return;
      case 'leave':
        this.#ledger.leave(origin, left.mapped);
        return;
      case 'as-at':
        if (!this.#ledger.has(origin)) this.#keepOwn(target, 'x-as-at', cell, origin);
        return;
      default:
        return;
    }
  }

  #readDue(target: DraftAction, cell: Cell, origin: Cell): void {
    const when = readWhen(cell);
    if (when.kind === 'unreadable') {
      this.#keepOwn(target, 'x-due', cell, origin, why.unreadableDate);
      return;
    }
    target.due = when.written;
    this.#ledger.take(
      origin,
      target,
      place.due,
      when.isDate ? 'taken' : 'guessed',
      when.isDate ? undefined : why.periodWords,
      when.isChanged ? when.written : undefined,
    );
  }

  #readResponse(over: DraftRecommendation, cell: Cell, origin: Cell, column: Column): void {
    const mapped: Response | undefined = this.#wanted.mapping.responses.get(foldStatus(cell.text));
    const read = mapped ? { head: mapped, rest: '' } : responseHead(cell.text);
    const response = read && responseNamed(read.head);
    if (!response) {
      // "Yes", "Supported": near enough to ask, not near enough to say.
      if (cell.text.length > 40) {
        if (!over.reasons.includes(cell.text)) over.reasons.push(cell.text);
        this.#ledger.take(origin, over, place.reason, 'guessed', why.responseWords);
      } else this.#keepOwn(over, 'x-response', cell, origin, why.responseWords);
      return;
    }
    over.response = response;
    if (read.rest !== '' && !over.reasons.includes(read.rest)) over.reasons.push(read.rest);
    this.#ledger.take(
      origin,
      over,
      place.response,
      read.rest === '' && column.why === undefined ? 'taken' : 'guessed',
      read.rest === '' ? column.why : why.responseAndReason,
      response,
    );
  }

  #readNote(
    column: Column,
    cell: Cell,
    origin: Cell,
    row: Row,
    target: DraftAction | undefined,
    entryFor: (column: Column) => DraftEntry,
  ): void {
    const earlier = this.#entryOfCell.get(origin);
    const onlyNote = this.#columns.every(({ field, index }) => {
      const other = row.cells[index];
      return (
        !['rating', 'percent', 'complete', 'revised-due', 'evidence', 'progress'].includes(field) ||
        !other ||
        other.row !== row.number ||
        (other.text === '' && other.fill === undefined)
      );
    });
    if (earlier && target && onlyNote) {
      if (!earlier.targets.includes(target)) earlier.targets.push(target);
      this.#ledger.take(origin, target, place.progress, 'guessed', why.forSeveral);
      return;
    }
    const entry = entryFor(column);
    this.#entryOfCell.set(origin, entry);
    this.#addNote(entry, this.#isOneOfSeveral(column) ? column.heading : '', cell, origin, target);
  }

  /** Whether another column's update is of the same day, so that each needs its heading. */
  #isOneOfSeveral(column: Column): boolean {
    return this.#columns.some(
      (other) => other !== column && other.field === 'progress' && other.day === column.day,
    );
  }

  #addNote(
    entry: DraftEntry,
    heading: string,
    cell: Cell,
    origin: Cell,
    target: DraftAction | undefined,
  ): void {
    const words =
      cell.link === undefined || cell.text.includes(cell.link) ? cell.text : `${cell.text} (${cell.link})`;
    entry.notes.push(heading === '' ? words : `${phrases.importing.underHeading(heading)} ${words}`);
    this.#ledger.take(
      origin,
      target,
      place.progress,
      heading === '' ? 'taken' : 'guessed',
      heading === '' ? undefined : why.updatesWithoutDay,
    );
  }

  #readStatus(
    column: Column,
    cell: Cell,
    origin: Cell,
    target: DraftAction | undefined,
    entryFor: (column: Column) => DraftEntry,
  ): void {
    const reading = this.#wanted.statuses.read(cell);
    if (!reading) return;
    switch (reading.kind) {
      case 'rating':
        entryFor(column).rating = reading.rating;
        this.#ledger.take(
          origin,
          target,
          place.rating,
          'taken',
          reading.by === 'mapping' ? why.statusMapped(reading.rating) : why.statusOfRegister(reading.rating),
          reading.rating,
        );
        return;
      case 'complete':
        entryFor(column).isComplete = true;
        this.#ledger.take(origin, target, place.complete, 'taken', why.mapped);
        return;
      case 'percent':
        entryFor(column).percent = reading.percent;
        this.#ledger.take(origin, target, place.percent, 'taken', undefined, String(reading.percent));
        return;
      case 'words':
        if (!reading.isAsked && isSentence(reading.words))
          this.#addNote(entryFor(column), '', cell, origin, target);
        else {
          const isPlainStatus = column.field === 'rating';
          entryFor(column).statuses.push(
            isPlainStatus ? reading.words : `${column.heading}: ${reading.words}`,
          );
          this.#ledger.take(
            origin,
            target,
            place.progress,
            'guessed',
            reading.isAsked ? why.statusWords : why.mapped,
          );
        }
        return;
      case 'colour':
        if (target || entryFor(column).named.length > 0) this.#ledger.leave(origin, left.colour);
    }
  }

  #keepOwn(target: DraftAction | undefined, key: string, cell: Cell, origin: Cell, reason?: string): void {
    if (!target) return;
    const words = cell.text.replace(/[ \t]+/g, ' ');
    const before = target.own.get(key);
    if (before !== words) target.own.set(key, before === undefined ? words : `${before}\n${words}`);
    this.#ledger.take(
      origin,
      target,
      phrases.importing.report.ownKey(key),
      reason === undefined ? 'taken' : 'guessed',
      reason,
    );
  }
}

function sameWords(one: string, other: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return fold(one) === fold(other);
}

/** A reference without what is beside it: a stop, a colon, the mark of a footnote, "Recommendation". */
function cleanReference(ref: string): string {
  const plain = ref.replace(/\s+/g, ' ').trim();
  const short = plain
    .replace(/[*†‡¹²³]+$/, '')
    .replace(/[:]+$/, '')
    .trim();
  return /^\d+\.$/.test(short) ? short.slice(0, -1) : short;
}

/** The bullets or paragraphs of a cell: two or more that a blank line or a bullet parts. */
function bulletParts(text: string): readonly string[] {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  if (blocks.length > 1) return blocks.map((block) => block.replace(/^[•▪◦●*–-]\s+/, ''));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 1 && lines.every((line) => /^(?:[•▪◦●*–-]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)/.test(line))
    ? lines.map((line) => line.replace(/^[•▪◦●*–-]\s+/, ''))
    : [text];
}

/** Of a cell with as many parts as actions, the one that belongs to this action; otherwise all of it. */
function partOf(cell: Cell, part: number): Cell {
  const parts = bulletParts(cell.text);
  const text = parts.length > 1 ? (parts[part] ?? '') : cell.text;
  return parts.length > 1 ? { ...cell, text } : cell;
}
