import { phrases } from '../../phrases/index.js';
import type { Cell, Grid } from '../grid/grid.js';
import type { CellOutcome, How } from './types.js';

/** Whatever has a reference in the end; it is asked for when everything is known. */
export interface Referred {
  readonly ref: string;
}

interface Noted {
  readonly how: How;
  readonly of: Referred | undefined;
  readonly place: string;
  readonly as: string | undefined;
  readonly why: string | undefined;
}

/** What became of each cell: none is forgotten, because whatever nobody took is left. */
export class Ledger {
  readonly #noted = new Map<Cell, Noted[]>();

  take(
    cell: Cell,
    of: Referred | undefined,
    place: string,
    how: 'taken' | 'guessed' = 'taken',
    why?: string,
    as?: string,
  ): void {
    this.#note(cell, { how, of, place, why, as });
  }

  /** Left aside, for this reason. */
  leave(cell: Cell, why: string): void {
    this.#note(cell, { how: 'left', of: undefined, place: why, why: undefined, as: undefined });
  }

  has(cell: Cell): boolean {
    return this.#noted.has(cell);
  }

  #note(cell: Cell, noted: Noted): void {
    const before = this.#noted.get(cell) ?? [];
    this.#noted.set(cell, [...before, noted]);
  }

  /** Every cell with words, in the order of the file, and what became of it. */
  outcomes({ tables }: Grid): readonly CellOutcome[] {
    return tables.flatMap((table) => {
      const cells = [...table.before, ...table.rows.flatMap(({ cells: row }) => row)];
      const distinct = [...new Set(cells.filter((cell): cell is Cell => cell !== undefined))];
      return distinct
        .filter((cell) => cell.text !== '' || this.#noted.has(cell))
        .map((cell) => this.#outcome(cell, table.name));
    });
  }

  #outcome(cell: Cell, table: string): CellOutcome {
    const noted = this.#noted.get(cell);
    if (!noted)
      return {
        cell,
        table,
        how: 'left',
        place: phrases.importing.left.notUnderstood,
        as: undefined,
        why: undefined,
      };
    const isLeft = noted.every(({ how }) => how === 'left');
    const kept = noted.filter(({ how }) => isLeft || how !== 'left');
    const places = [...new Set(kept.map(({ of, place }) => (of ? `${of.ref}, ${place}` : place)))];
    const whys = [...new Set(kept.flatMap(({ why }) => why ?? []))];
    const written = [...new Set(kept.flatMap(({ as }) => as ?? []))];
    return {
      cell,
      table,
      how: isLeft ? 'left' : kept.some(({ how }) => how === 'guessed') ? 'guessed' : 'taken',
      place: places.join('; '),
      as: written.length > 0 ? written.join('; ') : undefined,
      why: whys.length > 0 ? whys.join('; ') : undefined,
    };
  }
}
