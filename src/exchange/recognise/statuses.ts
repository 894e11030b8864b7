import type { Cell } from '../grid/grid.js';
import { isSentence } from './columns.js';
import type { Mapping, StatusUse } from './types.js';

/** The ratings of a register, by which its own words are known. */
export interface KnownRating {
  readonly key: string;
  readonly label: string;
}

/** What a status cell says. */
export type StatusReading =
  | { readonly kind: 'rating'; readonly rating: string; readonly by: 'mapping' | 'register' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'words'; readonly words: string; readonly isAsked: boolean }
  /** A colour alone, of which nobody has said what it means. */
  | { readonly kind: 'colour'; readonly colour: string };

/** A status as it is compared. */
export function foldStatus(status: string): string {
  return status
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_–—-]+/g, ' ')
    .replace(/[.*:]+$/, '')
    .trim();
}

/**
 * Reads statuses by the council's key alone: a mapping, or the ratings that its own council.yaml has. No colour and no word has a meaning of
 * its own: amber is "on track" in one key, and blue "checked by peers".
 */
export class Statuses {
  readonly #mapping: Mapping['statuses'];
  readonly #ratings: ReadonlyMap<string, string>;
  readonly #used = new Map<
    string,
    { status: string; isColour: boolean; times: number; became: string | undefined; at: string }
  >();

  constructor({ statuses }: Mapping, ratings: readonly KnownRating[]) {
    this.#mapping = statuses;
    this.#ratings = new Map(
      ratings.flatMap(({ key, label }) => [
        [foldStatus(key), key],
        [foldStatus(label), key],
      ]),
    );
  }

  /** What a cell says; undefined where it says nothing. */
  read(cell: Cell): StatusReading | undefined {
    const status = cell.text === '' ? (cell.fill ?? '') : cell.text.replace(/\s+/g, ' ');
    if (status === '') return undefined;
    const isColour = cell.text === '';
    const percent = /^(\d{1,3}) ?%(?: ?(?:complete[d]?|done))?$/i.exec(status)?.[1];
    const mapped = this.#mapping.get(foldStatus(status));
    if (percent !== undefined && Number(percent) <= 100 && mapped === undefined)
      return { kind: 'percent', percent: Number(percent) };
    const reading = this.#named(status, isColour, mapped);
    // A sentence is a report and no key of anything.
    if (reading.kind !== 'words' || reading.isAsked) this.#count(status, isColour, cell.at, reading);
    return reading;
  }

  #named(status: string, isColour: boolean, mapped: string | undefined): StatusReading {
    if (mapped === 'complete') return { kind: 'complete' };
    if (mapped === 'words') return { kind: 'words', words: status, isAsked: false };
    if (mapped !== undefined) return { kind: 'rating', rating: mapped, by: 'mapping' };
    const known = isColour ? undefined : this.#ratings.get(foldStatus(status));
    if (known !== undefined) return { kind: 'rating', rating: known, by: 'register' };
    return isColour
      ? { kind: 'colour', colour: status }
      : { kind: 'words', words: status, isAsked: !isSentence(status) };
  }

  #count(status: string, isColour: boolean, at: string, reading: StatusReading): void {
    const folded = foldStatus(status);
    const before = this.#used.get(folded);
    const became =
      reading.kind === 'rating' ? reading.rating : reading.kind === 'complete' ? 'complete' : undefined;
    this.#used.set(folded, {
      status: before?.status ?? status,
      isColour,
      times: (before?.times ?? 0) + 1,
      became,
      at: before?.at ?? at,
    });
  }

  /** The statuses that occur, the most frequent first. */
  used(): readonly StatusUse[] {
    return [...this.#used.values()].toSorted((a, b) => b.times - a.times);
  }
}
