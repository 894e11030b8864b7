/**
 * From a tracker to a register: files → exchange → files, checked on the way as any register is.
 */
import { basename, join, resolve } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { type Diagnostic, hasErrors, nearest, SourceTexts, UsageError } from '../diagnostics/index.js';
import {
  councilFile,
  type Grid,
  type ImportedReview,
  joinMappings,
  LARGEST_FILE,
  mappingFileText,
  type NewFile,
  NO_MAPPING,
  parseAssignment,
  type Recognised,
  readGrid,
  readMappingFile,
  recogniseGrid,
  reportPage,
  reviewFiles,
  settleMapping,
  type WrittenMapping,
} from '../exchange/index.js';
import {
  fileExists,
  type OutputFile,
  type RegisterFile,
  type RegisterLocation,
  readNamed,
  readRegister,
  writeAtomically,
} from '../files/index.js';
import { type Model, makeSlug } from '../model/index.js';
import { parseSource } from '../source/index.js';
import { modelFrom } from '../workspace/index.js';

/** What is to be imported, and into what. */
export interface ImportWanted {
  /** Where the register is, or will be. */
  readonly place: RegisterLocation;
  readonly isThere: boolean;
  /** The tracker, absolute. */
  readonly path: string;
  /** What was typed after each `--map`: an assignment, or a file of them. */
  readonly maps: readonly string[];
  /** Where relative paths begin. */
  readonly cwd: string;
  readonly today: IsoDate;
  /** The day of reports that name none. */
  readonly asAt: IsoDate | undefined;
  readonly title: string | undefined;
  readonly panel: string | undefined;
  readonly council: string | undefined;
  /** The page with every cell, absolute; by default in `out/` beside the register. */
  readonly report: string | undefined;
  readonly isDryRun: boolean;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface ImportResult {
  readonly grid: Grid;
  readonly recognised: Recognised;
  /** Files that were written, or would be; absolute. */
  readonly files: readonly OutputFile[];
  /** The page with every cell, absolute. */
  readonly page: string;
  /** What is wrong with the register, before or after. */
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: SourceTexts;
}

/** The name of the file beside the register that remembers how trackers are read. */
const MAPPING_FILE = 'import-map.yaml';

/**
 * Reads a tracker and writes what is in it as new reviews. All files are written, or none.
 *
 * @throws UsageError where the file cannot be read, or something has to be said first
 */
export async function importTracker(wanted: ImportWanted): Promise<ImportResult> {
  const { place, path, isThere } = wanted;
  const grid = await readGrid(basename(path), readNamed(path, LARGEST_FILE));
  const before = isThere ? readRegister(place) : undefined;
  const held = before
    ? modelFrom(
        before.value.files.map((file) => parseSource(file)),
        before.value,
        () => wanted.today,
        () => before.diagnostics,
      )
    : { model: undefined, diagnostics: [] };
  const page =
    wanted.report ?? join(place.home, 'out', `import-${makeSlug(grid.file.replace(/\.[a-z]+$/i, ''))}.html`);
  const texts = (files: readonly RegisterFile[]) =>
    new SourceTexts(files.map(({ shown, text }) => [shown, text] as const));
  const mappingPath = join(place.home, MAPPING_FILE);
  const said = readMappings(wanted, mappingPath);
  const ratings = held.model?.council.ratings ?? DEFAULT_KEYS;
  const recognised = recogniseGrid(grid, {
    mapping: settleMapping(said, ratings),
    ratings: held.model?.council.spans['ratings'] ? ratings : [],
    today: wanted.today,
    asAt: wanted.asAt,
    takenKeys: new Set(),
    title: wanted.title,
  });
  const result = { grid, recognised, page, files: [] };
  if (hasErrors(held.diagnostics))
    return { ...result, diagnostics: held.diagnostics, texts: texts(before?.value.files ?? []) };
  if (recognised.reviews.length === 0) return { ...result, diagnostics: [], texts: texts([]) };
  refuseKnown(recognised.reviews, held.model);

  const made = newFiles(wanted, recognised, held.model);
  const files = made.map(
    (file): RegisterFile => ({ ...file, shown: `${place.name}/${file.path}`, hasMark: false }),
  );
  const all = [...(before?.value.files ?? []), ...files];
  const after = modelFrom(
    all.map((file) => parseSource(file)),
    { others: before?.value.others ?? new Set(), unread: new Set() },
    () => wanted.today,
  );
  if (hasErrors(after.diagnostics)) return { ...result, diagnostics: after.diagnostics, texts: texts(all) };
  const mapping = mappingFileText(said, recognised);
  const outputs: readonly OutputFile[] = [
    ...made.map(({ path: inside, text }) => asOutput(join(place.folder, inside), text)),
    ...(isWorthKeeping(said, recognised) ? [asOutput(mappingPath, mapping)] : []),
    asOutput(page, reportPage(grid, recognised)),
  ];
  if (!wanted.isDryRun) writeAtomically(outputs, wanted.signal);
  return { ...result, files: outputs, diagnostics: [], texts: texts(all) };
}

const DEFAULT_KEYS = ['Green', 'Amber', 'Red'].map((label) => ({ key: label.toLowerCase(), label }));

function asOutput(path: string, text: string): OutputFile {
  return { path, bytes: Buffer.from(text), isRewrite: fileExists(path) };
}

function isWorthKeeping({ columns, statuses }: WrittenMapping, recognised: Recognised): boolean {
  return (
    columns.size > 0 || statuses.size > 0 || recognised.statuses.some(({ became }) => became === undefined)
  );
}

/** What is remembered beside the register, then what was typed. */
function readMappings({ maps, cwd }: ImportWanted, remembered: string): WrittenMapping {
  const fromFile = (path: string) =>
    readMappingFile(
      parseSource({ shown: basename(path), path, text: new TextDecoder().decode(readNamed(path, 1_000_000)) })
        .value,
    );
  const typed = maps.map((map) => (map.includes('=') ? parseAssignment(map) : fromFile(resolve(cwd, map))));
  return [...(fileExists(remembered) ? [fromFile(remembered)] : []), ...typed].reduce(
    joinMappings,
    NO_MAPPING,
  );
}

function refuseKnown(reviews: readonly ImportedReview[], model: Model | undefined): void {
  const known = reviews.find(({ key }) => model?.reviews.some((review) => review.key === key));
  if (known)
    throw new UsageError(
      `The register has a review '${known.key}' already. Give this one another title with --title.`,
    );
}

function newFiles(
  wanted: ImportWanted,
  { reviews, council, ratings }: Recognised,
  model: Model | undefined,
): readonly NewFile[] {
  const source = basename(wanted.path);
  if (model) return reviews.flatMap((review) => reviewFiles(review, panelOf(wanted, review, model), source));
  const name = wanted.council ?? council;
  const panels = new Map(
    reviews.map((review) => panelNamed(wanted.panel ?? review.panel ?? '')).filter(([key]) => key !== ''),
  );
  const missing = [
    ...(name === undefined ? ["--council 'NAME OF THE COUNCIL'"] : []),
    ...(panels.size === 0 ? ["--panel 'NAME OF THE PANEL'"] : []),
  ];
  if (name === undefined || missing.length > 0)
    throw new UsageError(
      `There is no register here yet, and the file does not say whose it is. Add ${missing.join(' and ')}.`,
    );
  const [first = ''] = panels.keys();
  return [
    councilFile(name, panels, ratings),
    ...reviews.flatMap((review) =>
      reviewFiles(review, panelNamed(wanted.panel ?? review.panel ?? '')[0] || first, source),
    ),
  ];
}

/** A panel by its name: "Homes Scrutiny Panel" has the key homes-scrutiny-panel. */
function panelNamed(name: string): readonly [key: string, name: string] {
  return name === '' ? ['', ''] : [makeSlug(name), name];
}

function panelOf({ panel }: ImportWanted, review: ImportedReview, { council: { panels } }: Model): string {
  const named = panel ?? review.panel;
  const same = (words: string) => makeSlug(words);
  const found =
    named === undefined
      ? undefined
      : panels.find(({ key, name, short }) => [key, name, short].some((one) => same(one) === same(named)));
  if (found) return found.key;
  const [only, another] = panels;
  if (panel === undefined && only && !another) return only.key;
  const keys = panels.map(({ key }) => key);
  const near = panel === undefined ? undefined : nearest(panel, keys);
  throw new UsageError(
    `${panel === undefined ? 'Say whose review it is with --panel' : `There is no panel '${panel}'`}. ${near ? `Did you mean '${near}'?` : `The panels are ${keys.join(', ')}.`}`,
  );
}
