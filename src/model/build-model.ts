import { type Checked, checked, type Diagnostic, type Span } from '../diagnostics/index.js';
import { picturesIn } from '../markdown/index.js';
import { compareText } from '../order/index.js';
import { placeWithin, type SourceDocument } from '../source/index.js';
import { buildCouncil, DEFAULT_EXECUTIVE } from './build-council.js';
import { buildMeeting } from './build-meeting.js';
import { buildReview } from './build-review.js';
import { applyLaw } from './exemption-law.js';
import { nothingLeftOut } from './left-out.js';
import { namesIn } from './names.js';
import { runRules } from './rules/index.js';
import type { Reporting } from './shapes/shape.js';
import type { Council, Located, Meeting, Model, Review, ShownPicture } from './types.js';

/**
 * The register as a model, and everything that is wrong with it. A model comes back only where the council's file could be read;
 * what could not be read of the rest is left out and reported.
 *
 * @param unreadReviews keys of reviews that are there but were not read, so that whoever names them is not at fault
 */
export function buildModel(
  documents: readonly SourceDocument[],
  otherFiles: ReadonlySet<string>,
  unreadReviews: ReadonlySet<string> = new Set(),
): Checked<Model | undefined> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic);
  };
  const leftOut = nothingLeftOut();
  const reporting: Reporting = { report, leaveOut: leftOut.add };
  const placed = sortDocuments(documents, report);
  const council = buildCouncil(placed.council, reporting);
  const names = namesIn(council ?? NO_COUNCIL);
  const read = [...placed.reviews].flatMap(([key, { review, progress }]) =>
    review ? (buildReview(key, review, progress, reporting, names) ?? []) : [],
  );
  const { meetings, reviews } = applyLaw((council ?? NO_COUNCIL).nation, {
    meetings: placed.meetings.flatMap((document) => buildMeeting(document, reporting, names, read) ?? []),
    reviews: read,
  });
  const unreadable = new Set([
    ...unreadReviews,
    ...[...placed.reviews.keys()].filter((key) => !reviews.some((review) => review.key === key)),
  ]);

  const model: Model = {
    council: council ?? NO_COUNCIL,
    meetings: meetings.toSorted(
      (a, b) => compareText(a.date, b.date) || compareText(a.panel.key, b.panel.key),
    ),
    reviews: reviews.toSorted((a, b) => compareText(a.key, b.key)),
    pictures: listPictures(documents, council, meetings, reviews),
  };
  diagnostics.push(
    ...runRules({
      model,
      isCouncilKnown: council !== undefined,
      unreadableReviews: unreadable,
      otherFiles,
      leftOut,
    }),
  );
  return checked(council ? model : undefined, diagnostics);
}

/** Stands in for a council whose file cannot be read, so that the rules that do not need one still run. */
const NO_COUNCIL: Council = {
  span: { file: '', start: 0, end: 0 },
  spans: {},
  name: '',
  executive: DEFAULT_EXECUTIVE,
  nation: 'england',
  panels: [],
  services: [],
  officers: [],
  ratings: [],
  rules: { responseDue: { unit: 'months', count: 2 }, papersDueDays: 5, maxRevisions: 2, implications: [] },
  checks: new Map(),
  branding: { span: { file: '', start: 0, end: 0 }, spans: {}, logo: undefined, colour: undefined },
  numbering: 'continuous',
  actionPlan: 'portrait',
  notice: undefined,
  allow: [],
};

interface PlacedDocuments {
  readonly council: SourceDocument | undefined;
  readonly meetings: readonly SourceDocument[];
  readonly reviews: ReadonlyMap<
    string,
    { readonly review: SourceDocument | undefined; readonly progress: readonly SourceDocument[] }
  >;
}

function sortDocuments(
  documents: readonly SourceDocument[],
  report: (diagnostic: Diagnostic) => void,
): PlacedDocuments {
  let council: SourceDocument | undefined;
  const meetings: SourceDocument[] = [];
  const reviews = new Map<string, { review: SourceDocument | undefined; progress: SourceDocument[] }>();
  const findOrAddReview = (key: string) => {
    const known = reviews.get(key) ?? { review: undefined, progress: [] };
    reviews.set(key, known);
    return known;
  };
  for (const document of documents) {
    const [folder, key, name, file, ...deeper] = document.path.split('/');
    if (document.path === 'council.yaml') council = document;
    else if (folder === 'meetings' && key?.endsWith('.yaml') && name === undefined) meetings.push(document);
    else if (folder === 'reviews' && key && name === 'review.yaml') findOrAddReview(key).review = document;
    else if (
      folder === 'reviews' &&
      key &&
      name === 'progress' &&
      file?.endsWith('.yaml') &&
      deeper.length === 0
    )
      findOrAddReview(key).progress.push(document);
    else reportUnused(document, report);
  }
  for (const [key, { review, progress }] of reviews) {
    const [first] = progress;
    if (!review && first) {
      report({
        code: 'file-missing',
        severity: 'error',
        span: { file: first.file, start: 0, end: 0 },
        message: `progress is reported on the review '${key}', but it has no review.yaml`,
        hint: `Add reviews/${key}/review.yaml, or move this file to the right review.`,
      });
    }
  }
  return { council, meetings, reviews };
}

function reportUnused(document: SourceDocument, report: (diagnostic: Diagnostic) => void): void {
  const isEnding = /\.yml$/i.test(document.path) || /\.yaml$/.test(document.path) === false;
  report({
    code: 'file-unused',
    severity: 'warning',
    span: { file: document.file, start: 0, end: 0 },
    message: 'nothing reads this file',
    hint: isEnding
      ? 'Give its name the ending .yaml, in small letters.'
      : 'A register has council.yaml, meetings/DATE-PANEL.yaml, reviews/KEY/review.yaml and reviews/KEY/progress/DATE.yaml.',
  });
}

function listPictures(
  documents: readonly SourceDocument[],
  council: Council | undefined,
  meetings: readonly Meeting[],
  reviews: readonly Review[],
): Model['pictures'] {
  const logo = council?.branding.logo;
  const sources = new Map(documents.map(({ file, text }) => [file, text]));
  const items = meetings.flatMap((meeting) => meeting.items);
  const onPages: readonly HasProse[] = [
    ...(council ? [council] : []),
    ...meetings,
    ...items,
    ...items.flatMap(({ implications, sections }) => [...implications, ...sections]),
    ...reviews,
  ];
  const inColumns: readonly HasProse[] = [
    ...reviews.flatMap(({ recommendations }) =>
      recommendations.flatMap((recommendation) => [recommendation, ...recommendation.actions]),
    ),
    ...reviews.flatMap(({ progress }) => progress.flatMap((report) => report.progress)),
  ];
  const shownIn = (placed: HasProse, room: ShownPicture['room']) =>
    Object.entries(placed).flatMap(([name, value]) =>
      picturesInValue(value, placed.spans?.[name] ?? placed.span, sources).map((shown) => ({
        ...shown,
        room,
      })),
    );
  return [
    ...(logo && council
      ? [{ path: logo, span: council.branding.spans['logo'] ?? council.span, room: undefined }]
      : []),
    ...onPages.flatMap((placed) => shownIn(placed, 'page')),
    ...inColumns.flatMap((placed) => shownIn(placed, 'column')),
  ];
}

/** A noun with texts, and where they are in its file. */
type HasProse = Pick<Located, 'span'> & Partial<Pick<Located, 'spans'>>;

/** The pictures that a text or a list of texts shows, each where its mark is in the file. */
function picturesInValue(
  value: unknown,
  span: Span,
  sources: ReadonlyMap<string, string>,
): readonly Omit<ShownPicture, 'room'>[] {
  const texts = Array.isArray(value) ? value : [value];
  let before = '';
  return texts.flatMap((text) => {
    if (typeof text !== 'string') return [];
    const found = text.includes('![') ? picturesIn(text) : [];
    const node = { text: before + text, span };
    const start = before.length;
    before = `${node.text}\n`;
    return found.map((picture) => ({
      path: picture.path,
      span: placeWithin(node, sources.get(span.file) ?? '', start + picture.start, start + picture.end),
    }));
  });
}
