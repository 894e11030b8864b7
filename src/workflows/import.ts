/**
 * From a tracker to a register: files → exchange → files, checked on the way as any register is.
 */
import { basename, join, resolve } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import {
  type Diagnostic,
  hasErrors,
  MachineError,
  nearest,
  SourceTexts,
  UsageError,
} from '../diagnostics/index.js';
import {
  councilFile,
  type Finding,
  type Grid,
  type ImportedReview,
  isOwnExport,
  joinMappings,
  LARGEST_FILE,
  mappingFileText,
  type NewFile,
  NO_MAPPING,
  parseAssignment,
  planImport,
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
  writeAtomically,
} from '../files/index.js';
import { DEFAULT_RATINGS, type Model, makeSlug } from '../model/index.js';
import { parseSource } from '../source/index.js';
import { modelFrom, readForEditing } from '../workspace/index.js';
import { type EditedFile, editRegister } from './edit-register.js';

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
  /** The key of the review that the tracker is the next version of. */
  readonly review: string | undefined;
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
  /** What the tracker brings into reviews that the register has, and what of it does not fit. */
  readonly findings: readonly Finding[];
  /** Files of the register that were written, or would be, as they are shown. */
  readonly register: readonly EditedFile[];
  /** Files beside it, absolute. */
  readonly beside: readonly string[];
  /** The page with every cell, absolute. */
  readonly page: string;
  /** What is wrong with the register, before or after. */
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: SourceTexts;
}

/** The name of the file beside the register that remembers how trackers are read. */
const MAPPING_FILE = 'import-map.yaml';

/**
 * Reads a tracker and writes what is in it: a new register, new reviews, or what is new in those that there are. All files are written, or none.
 *
 * @throws UsageError where the file cannot be read, or something has to be said first
 */
export async function importTracker(wanted: ImportWanted): Promise<ImportResult> {
  const { place, path } = wanted;
  const grid = await readGrid(basename(path), readNamed(path, LARGEST_FILE));
  const page =
    wanted.report ?? join(place.home, 'out', `import-${makeSlug(grid.file.replace(/\.[a-z]+$/i, ''))}.html`);
  return wanted.isThere ? importIntoRegister(wanted, grid, page) : importAsRegister(wanted, grid, page);
}

function recognise(
  wanted: ImportWanted,
  grid: Grid,
  model: Model | undefined,
): { readonly said: WrittenMapping; readonly recognised: Recognised } {
  const said = readMappings(wanted);
  const ratings = model?.council.ratings ?? DEFAULT_RATINGS;
  // An export says its ratings in the words of the register that wrote it.
  const isCouncilsKey =
    model !== undefined && (model.council.spans['ratings'] !== undefined || isOwnExport(grid));
  const recognised = recogniseGrid(grid, {
    mapping: settleMapping(said, ratings),
    ratings: isCouncilsKey ? ratings : [],
    today: wanted.today,
    asAt: wanted.asAt,
    takenKeys: new Set(),
    title: wanted.title,
  });
  return { said, recognised };
}

/** What came of a tracker of which nothing is written yet. */
function makeResult(grid: Grid, recognised: Recognised, page: string, texts: SourceTexts): ImportResult {
  return { grid, recognised, page, findings: [], register: [], beside: [], diagnostics: [], texts };
}

/** Writes a register that is not there yet. */
function importAsRegister(wanted: ImportWanted, grid: Grid, page: string): ImportResult {
  const { place } = wanted;
  const { said, recognised } = recognise(wanted, grid, undefined);
  const result = makeResult(grid, recognised, page, new SourceTexts());
  if (recognised.reviews.length === 0) return result;
  const made = newFiles(wanted, recognised);
  const files = made.map(
    (file): RegisterFile => ({ ...file, shown: `${place.name}/${file.path}`, hasMark: false }),
  );
  const after = modelFrom(
    files.map((file) => parseSource(file)),
    { others: new Set(), unread: new Set() },
    () => wanted.today,
  );
  const texts = new SourceTexts(files.map(({ shown, text }) => [shown, text] as const));
  if (hasErrors(after.diagnostics)) return { ...result, diagnostics: after.diagnostics, texts };
  const beside = besideFiles(wanted, grid, recognised, said, page);
  if (!wanted.isDryRun)
    writeAtomically(
      [...made.map(({ path: inside, text }) => asOutput(join(place.folder, inside), text)), ...beside],
      wanted.signal,
    );
  return {
    ...result,
    texts,
    register: files.map(({ shown }) => ({ shown, isNew: true, lines: [1], changes: [] })),
    beside: beside.map(({ path }) => path),
  };
}

/** Brings what is new into a register that is there. */
async function importIntoRegister(wanted: ImportWanted, grid: Grid, page: string): Promise<ImportResult> {
  const { place, signal } = wanted;
  const held = readForEditing(place, () => wanted.today);
  const { said, recognised } = recognise(wanted, grid, held.model);
  const result = makeResult(grid, recognised, page, held.texts);
  if (hasErrors(held.diagnostics)) return { ...result, diagnostics: held.diagnostics };
  if (recognised.reviews.length === 0 && recognised.loose.length === 0) return result;
  let findings: readonly Finding[] = [];
  const outcome = await editRegister({
    place,
    day: wanted.today,
    isDryRun: wanted.isDryRun,
    signal,
    plan: ({ model }) => {
      const plan = planImport(recognised, {
        model,
        sourceOf: (review) =>
          held.sources.find(({ file }) => file.path === `reviews/${review}/review.yaml`)?.parsed.value.root,
        into: intoReview(wanted, recognised, model),
        panelFor: (review) => panelOf(wanted, review, model),
        file: basename(wanted.path),
      });
      findings = plan.findings;
      return plan.edits;
    },
  });
  switch (outcome.kind) {
    case 'broken':
    case 'refused':
      return { ...result, diagnostics: outcome.diagnostics, texts: outcome.texts };
    case 'clash':
      throw new MachineError(
        `${outcome.shown} was changed by somebody else meanwhile. Nothing was written; import again.`,
      );
    case 'edited': {
      const beside = besideFiles(wanted, grid, recognised, said, page);
      if (!wanted.isDryRun) writeAtomically(beside, signal);
      return {
        ...result,
        findings,
        register: outcome.files,
        beside: beside.map(({ path }) => path),
        texts: outcome.texts,
      };
    }
  }
}

function intoReview({ review }: ImportWanted, { reviews }: Recognised, model: Model): string | undefined {
  if (review === undefined) return undefined;
  const keys = model.reviews.map(({ key }) => key);
  if (!keys.includes(review)) {
    const near = nearest(review, keys);
    throw new UsageError(
      `There is no review '${review}'. ${near ? `Did you mean '${near}'?` : `The reviews are ${keys.join(', ')}.`}`,
    );
  }
  if (reviews.length > 1)
    throw new UsageError(
      `The file has ${reviews.length} reviews, so --review cannot name the one that all of it is. Leave it out, or import each sheet by itself.`,
    );
  return review;
}

function besideFiles(
  { place }: ImportWanted,
  grid: Grid,
  recognised: Recognised,
  said: WrittenMapping,
  page: string,
): readonly OutputFile[] {
  return [
    ...(isWorthKeeping(said, recognised)
      ? [asOutput(join(place.home, MAPPING_FILE), mappingFileText(said, recognised))]
      : []),
    asOutput(page, reportPage(grid, recognised)),
  ];
}

function asOutput(path: string, text: string): OutputFile {
  return { path, bytes: Buffer.from(text), isRewrite: fileExists(path) };
}

function isWorthKeeping({ columns, statuses }: WrittenMapping, recognised: Recognised): boolean {
  return (
    columns.size > 0 || statuses.size > 0 || recognised.statuses.some(({ became }) => became === undefined)
  );
}

/** What is remembered beside the register, then what was typed. */
function readMappings({ place, maps, cwd }: ImportWanted): WrittenMapping {
  const remembered = join(place.home, MAPPING_FILE);
  const fromFile = (path: string) =>
    readMappingFile(
      parseSource({
        shown: basename(path),
        path,
        text: new TextDecoder().decode(readNamed(path, 1_000_000)),
      }).value,
    );
  const typed = maps.map((map) => (map.includes('=') ? parseAssignment(map) : fromFile(resolve(cwd, map))));
  return [...(fileExists(remembered) ? [fromFile(remembered)] : []), ...typed].reduce(
    joinMappings,
    NO_MAPPING,
  );
}

function newFiles(wanted: ImportWanted, { reviews, council, ratings }: Recognised): readonly NewFile[] {
  const source = basename(wanted.path);
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
  const found =
    named === undefined
      ? undefined
      : panels.find(({ key, name, short }) =>
          [key, name, short].some((one) => makeSlug(one) === makeSlug(named)),
        );
  if (found) return found.key;
  const [only, another] = panels;
  if (panel === undefined && only && !another) return only.key;
  const keys = panels.map(({ key }) => key);
  const near = panel === undefined ? undefined : nearest(panel, keys);
  throw new UsageError(
    `${panel === undefined ? 'Say whose review it is with --panel' : `There is no panel '${panel}'`}. ${near ? `Did you mean '${near}'?` : `The panels are ${keys.join(', ')}.`}`,
  );
}
