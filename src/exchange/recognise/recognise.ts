import type { IsoDate } from '../../calendar/index.js';
import { isKeyLike, makeSlug } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { Cell, Grid, Table } from '../grid/grid.js';
import { findHeading, guessHeading, type Heading } from './columns.js';
import type { DraftEntry, DraftRecommendation, DraftReview } from './drafts.js';
import { type InterpretedRows, interpretRows } from './interpret.js';
import { Ledger } from './ledger.js';
import { type Preface, readPreface } from './preface.js';
import { foldReference } from './references.js';
import { settleLoose, settleReview } from './settle.js';
import { type KnownRating, Statuses } from './statuses.js';
import type {
  ColumnOutcome,
  ImportedRating,
  ImportedReview,
  LooseReports,
  Mapping,
  Recognised,
} from './types.js';

/** What reading a grid needs to know. */
export interface RecogniseWanted {
  readonly mapping: Mapping;
  /** The ratings that council.yaml itself has; none where it leaves them to the program. */
  readonly ratings: readonly KnownRating[];
  /** The day of reports that name none. */
  readonly today: IsoDate;
  /** The day of all reports, where it was said. */
  readonly asAt: IsoDate | undefined;
  /** Keys that reviews have already. */
  readonly takenKeys: ReadonlySet<string>;
  /** A title for the review, where it was said. */
  readonly title: string | undefined;
}

interface ReadTable {
  readonly table: Table;
  readonly heading: Heading;
  readonly preface: Preface;
  readonly rows: InterpretedRows;
}

/** Reads the recommendations in a grid, and accounts for every cell of it. */
export function recogniseGrid(grid: Grid, wanted: RecogniseWanted): Recognised {
  const ledger = new Ledger();
  const ratings = grid.tables.flatMap((table) => readKey(table, ledger));
  const statuses = new Statuses(wanted.mapping, wanted.ratings.length > 0 ? wanted.ratings : ratings);
  const read: ReadTable[] = [];
  let council: string | undefined;
  let panel: string | undefined;
  for (const table of grid.tables) {
    const heading =
      findHeading(table, wanted.mapping) ??
      (isOnlyTable(grid, wanted.mapping) ? guessHeading(table) : undefined);
    if (!heading) {
      const preface = readPreface(
        table.before,
        read.length === 0 && grid.kind === 'document' ? table.rows : [],
        ledger,
      );
      council ??= preface.council;
      panel ??= preface.panel;
      for (const cell of cellsOf(table))
        if (!ledger.has(cell)) ledger.leave(cell, phrases.importing.left.noTable);
      continue;
    }
    const preface = readPreface(table.before, table.rows.slice(0, Math.max(0, heading.first)), ledger);
    council ??= preface.council;
    panel ??= preface.panel;
    noteHeadings(table, heading, ledger);
    const asAt = wanted.asAt ?? preface.asAt ?? wanted.today;
    read.push({
      table,
      heading,
      preface,
      rows: interpretRows(table, heading, { ledger, statuses, mapping: wanted.mapping, asAt }),
    });
  }
  const { reviews: drafts, loose } = asReviews(grid, read, wanted);
  const keys = new Set(wanted.takenKeys);
  const reviews = drafts.map(({ draft, footnotes }): ImportedReview => {
    const review = settleReview({ ...draft, panel: draft.panel ?? panel }, footnotes, ledger, keys);
    keys.add(review.key);
    return review;
  });
  for (const { rows } of read)
    for (const cell of rows.footnotes.values())
      if (!ledger.has(cell)) ledger.leave(cell, phrases.importing.left.footnote);
  return {
    reviews: reviews.filter(({ recommendations }) => recommendations.length > 0),
    loose,
    council,
    ratings,
    columns: read.flatMap(({ table, heading }) => asColumns(table, heading)),
    cells: ledger.outcomes(grid),
    statuses: statuses.used(),
  };
}

/** Whether a file is one of our own exports as CSV, which have a column for the key of the review. */
export function isOwnExport({ tables }: Grid): boolean {
  const { reviewKey, review, ref } = phrases.exporting.headings;
  return tables.some(({ rows }) =>
    rows.some(({ cells }) =>
      [reviewKey, review, ref].every((heading, index) => cells[index]?.text === heading),
    ),
  );
}

/** The council's key as our own export writes it. A key in any other form is for the council to say. */
function readKey({ rows }: Table, ledger: Ledger): readonly ImportedRating[] {
  const { rating, meaning, closes } = phrases.exporting.headings;
  const head = rows.findIndex(({ cells }) =>
    [rating, meaning, closes].every((heading, index) => cells[index]?.text === heading),
  );
  if (head < 0) return [];
  return rows.slice(head + 1).flatMap(({ cells: [label, means, says] }) => {
    if (!label || label.text === '') return [];
    for (const cell of [label, means, says])
      if (cell) ledger.take(cell, undefined, phrases.importing.place.ratingKey);
    return [
      {
        key: makeSlug(label.text),
        label: label.text,
        meaning: means?.text,
        closes: says?.text === phrases.exporting.yes,
      },
    ];
  });
}

/** Whether no table of the file has headings that are known, so that what stands in it has to say. */
function isOnlyTable(grid: Grid, mapping: Mapping): boolean {
  return grid.tables.every((table) => !findHeading(table, mapping));
}

function cellsOf({ rows }: Table): readonly Cell[] {
  return [
    ...new Set(
      rows.flatMap(({ cells }) =>
        cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== ''),
      ),
    ),
  ];
}

function noteHeadings(table: Table, { first, last }: Heading, ledger: Ledger): void {
  if (last < 0) return;
  for (const row of table.rows.slice(first, last + 1))
    for (const cell of new Set(row.cells))
      if (cell && cell.text !== '') ledger.take(cell, undefined, phrases.importing.place.heading);
}

function asColumns(table: Table, { columns }: Heading): readonly ColumnOutcome[] {
  return columns.map(({ heading, field, key, why }) => ({
    table: table.name,
    heading,
    field,
    key: field === 'own' ? key : undefined,
    why,
  }));
}

interface ReviewDraft {
  readonly draft: DraftReview;
  readonly footnotes: ReadonlyMap<string, Cell>;
}

/** Which rows belong to which review: by a column that names it, by the sheet, or by the section where references begin again in each. */
function asReviews(
  grid: Grid,
  read: readonly ReadTable[],
  { title }: RecogniseWanted,
): { readonly reviews: readonly ReviewDraft[]; readonly loose: readonly LooseReports[] } {
  const plans = read.filter(({ rows }) => rows.recommendations.length > 0);
  const reviews = isOnePlan(grid, plans)
    ? [joinTables(grid, plans, title)]
    : plans.flatMap((one) => reviewsOfTable(grid, one, plans.length === 1 ? title : undefined));
  // Reports in a table of their own name their review, unless there is only one.
  const loose = read.filter((one) => !plans.includes(one)).flatMap(({ rows }) => rows.entries);
  const keyOf = new Map(read.flatMap(({ rows }) => [...rows.keyOf]));
  const unplaced: DraftEntry[] = [];
  for (const entry of loose) {
    const key = entry.review === undefined ? undefined : keyOf.get(entry.review);
    const found = reviews.find(
      ({ draft }) => (key !== undefined && draft.key === key) || draft.title === entry.review,
    );
    const review = found ?? (reviews.length === 1 ? reviews[0] : undefined);
    if (review) review.draft.entries.push(entry);
    else unplaced.push(entry);
  }
  return { reviews, loose: settleLoose(unplaced, keyOf) };
}

/** Whether the tables of a document are one plan, which headings between them cut into sections. */
function isOnePlan({ kind }: Grid, plans: readonly ReadTable[]): boolean {
  return (
    kind === 'document' &&
    plans.length > 1 &&
    !repeatsReferences(plans.map(({ rows }) => rows.recommendations))
  );
}

function joinTables(grid: Grid, plans: readonly ReadTable[], title: string | undefined): ReviewDraft {
  const [first] = plans;
  const recommendations = plans.flatMap(({ rows, preface }, index) =>
    rows.recommendations.map((one) =>
      index === 0 || one.section !== undefined || preface.title === undefined
        ? one
        : withSection(one, preface.title),
    ),
  );
  return {
    draft: {
      title: title ?? first?.preface.title ?? nameOf(grid.file),
      key: undefined,
      panel: first?.preface.panel,
      recommendations,
      entries: plans.flatMap(({ rows }) => rows.entries),
    },
    footnotes: new Map(plans.flatMap(({ rows }) => [...rows.footnotes])),
  };
}

function reviewsOfTable(
  grid: Grid,
  { table, preface, rows }: ReadTable,
  title: string | undefined,
): readonly ReviewDraft[] {
  const isNamed = grid.kind === 'workbook' && !/^(?:sheet|tabelle|table|blad)\s*\d*$/i.test(table.name);
  const groups = groupsOf(rows, title ?? preface.title ?? (isNamed ? table.name : nameOf(grid.file)));
  const key = isNamed && isKeyLike(table.name) ? table.name : undefined;
  return [...groups].map(([groupTitle, recommendations]): ReviewDraft => {
    const own = new Set(recommendations.flatMap((one) => [one, ...one.actions]));
    return {
      draft: {
        title: groupTitle,
        key: rows.keyOf.get(groupTitle) ?? (groups.size === 1 ? key : undefined),
        panel: preface.panel,
        recommendations,
        entries:
          groups.size === 1
            ? [...rows.entries]
            : rows.entries.filter(({ targets }) => targets.some((target) => own.has(target))),
      },
      footnotes: rows.footnotes,
    };
  });
}

function withSection(draft: DraftRecommendation, section: string): DraftRecommendation {
  return Object.assign(draft, { section });
}

function groupsOf(
  { recommendations, reviewOf, keyOf }: InterpretedRows,
  whole: string,
): Map<string, DraftRecommendation[]> {
  const byReview = new Map<string, DraftRecommendation[]>();
  for (const one of recommendations) {
    const name = reviewOf.get(one) ?? whole;
    byReview.set(name, [...(byReview.get(name) ?? []), one]);
  }
  const repeats = byReview.size > 1 && repeatsReferences([...byReview.values()]);
  if (byReview.size > 1 && (repeats || keyOf.size > 0 || byReview.size <= recommendations.length / 2))
    return byReview;
  const bySection = new Map<string, DraftRecommendation[]>();
  for (const one of recommendations) {
    const section = one.section ?? '';
    bySection.set(section, [...(bySection.get(section) ?? []), one]);
  }
  if (bySection.size > 1 && repeatsReferences([...bySection.values()]))
    return new Map(
      [...bySection].map(([section, found]) => [
        section === '' ? whole : section,
        found.map((one) => Object.assign(one, { section: undefined })),
      ]),
    );
  const [named] = reviewOf.values();
  return byReview.size > 1 ? byReview : new Map([[named ?? whole, [...recommendations]]]);
}

/** Whether references begin again: some reference of one group is in another. */
function repeatsReferences(groups: readonly (readonly DraftRecommendation[])[]): boolean {
  const seen = new Set<string>();
  for (const group of groups) {
    const own = new Set(
      group
        .filter(({ hasOwnRef, ref }) => hasOwnRef && !/^\(?[a-z]\)?$/i.test(ref))
        .map(({ ref }) => foldReference(ref)),
    );
    if ([...own].some((ref) => seen.has(ref))) return true;
    for (const ref of own) seen.add(ref);
  }
  return false;
}

/** A file's name as a title: "scrutiny_tracker-2025.xlsx" is "scrutiny tracker 2025". */
function nameOf(file: string): string {
  const words = file
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? file : words.charAt(0).toUpperCase() + words.slice(1);
}
