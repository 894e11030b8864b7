import { decodeEntities, type Html } from '../markdown/index.js';
import type { AddendumPaper, Glance, Paper, Section, TrackerPaper } from '../view/index.js';
import type { SectionFacts } from './types.js';

type Line = SectionFacts['paragraphs'][number];

/** A paper section by section, in its own words. Its tables of actions and recommendations are not among them: those are facts by themselves. */
export function listSections(paper: Paper): readonly SectionFacts[] {
  return listParts(paper).flatMap((section) => section ?? []);
}

function listParts(paper: Paper): readonly (SectionFacts | undefined)[] {
  const own = (after: keyof Paper['ownSections']) => paper.ownSections[after].map(numbered);
  const purpose = [numbered(paper.purpose), ...own('purpose')];
  const asks = numbered(paper.asks);
  const implications = numbered(paper.implications);
  switch (paper.kind) {
    case 'update':
      return [
        ...purpose,
        asks,
        glanced(paper.glance),
        numbered(paper.background),
        ...own('background'),
        numbered(paper.evidence),
        ...own('evidence'),
        numbered(paper.decisions),
        ...own('decisions'),
        numbered(paper.oversight),
        implications,
      ];
    case 'tracker':
      return [
        ...purpose,
        asks,
        glanced(paper.glance),
        totalled(paper.totals),
        trended(paper.trend),
        ...own('decisions'),
        implications,
      ];
    case 'addendum':
      return [
        ...purpose,
        summarised(paper),
        asks,
        arrived(paper.arrivals),
        ...own('decisions'),
        implications,
      ];
  }
}

function numbered(section: Section | null): SectionFacts | undefined {
  return section
    ? {
        // A heading that goes on in its paragraphs ends in a colon.
        heading: section.heading.replace(/:$/, ''),
        paragraphs: section.paragraphs.flatMap(({ number, subheading, html, letters, beneath, requests }) => [
          { number, text: subheading ? `${subheading}: ${readAs(html)}` : readAs(html) },
          ...letters.map((lettered) => ({ number: lettered.letter, text: readAs(lettered.html) })),
          ...(beneath ? [unnumbered(readAs(beneath))] : []),
          ...requested(requests),
        ]),
      }
    : undefined;
}

/** Each request as its columns and what is in them. */
function requested(table: Section['paragraphs'][number]['requests']): readonly Line[] {
  if (!table) return [];
  const { columns } = table;
  return table.rows.map((row) => ({
    number: readAs(row.reference),
    text: [
      `${columns.action}: ${[readAs(row.action), ...row.remarks].join('; ')}`,
      `${columns.due}: ${[readAs(row.due), row.overdue ?? []].flat().join('; ')}`,
      `${columns.asked}: ${[readAs(row.asked), row.passed ?? []].flat().join('; ')}`,
      `${columns.moves}: ${row.moves}`,
      `${columns.reason}: ${readAs(row.reason)}`,
      `${columns.evidence}: ${row.noEvidence ?? row.evidence.map(({ title }) => readAs(title)).join('; ')}`,
    ].join('; '),
  }));
}

function glanced(glance: Glance | null): SectionFacts | undefined {
  return glance
    ? { heading: glance.heading, paragraphs: [glance.sentence, ...glance.remarks].map(unnumbered) }
    : undefined;
}

function totalled(totals: TrackerPaper['totals']): SectionFacts | undefined {
  if (!totals) return undefined;
  return withRows(
    totals.section,
    (totals.table?.rows ?? []).map(({ title, total, counts, overdue }) =>
      row(readAs(title), [
        total,
        ...counts.map(({ mark, number }) => ({ column: mark.word, number })),
        overdue,
      ]),
    ),
  );
}

function trended(trend: TrackerPaper['trend']): SectionFacts | undefined {
  if (!trend) return undefined;
  return withRows(
    trend.section,
    trend.rows.map(({ label, numbers }) => row(label, numbers)),
  );
}

function summarised({ summary, changes }: AddendumPaper): SectionFacts | undefined {
  if (!summary) return undefined;
  return withRows(
    summary,
    (changes?.rows ?? []).map(({ reference, before, since }) => ({
      number: readAs(reference),
      text: `${changes?.columns.before}: ${before.word}; ${changes?.columns.since}: ${since.word}`,
    })),
  );
}

function arrived(arrivals: AddendumPaper['arrivals']): SectionFacts | undefined {
  if (!arrivals) return undefined;
  const { columns } = arrivals;
  const said = ({ mark, words, remarks }: ArrivalCell) =>
    [...(mark ? [mark.word] : []), ...[words, ...remarks].map(readAs)].join('; ');
  return {
    heading: arrivals.heading,
    paragraphs: arrivals.groups.flatMap(({ reference, rows }) =>
      rows.map(({ dated, before, since }) => ({
        number: `${reference}, ${dated}`,
        text: `${columns.before}: ${said(before)} ${columns.since}: ${said(since)}`,
      })),
    ),
  };
}

type ArrivalCell = NonNullable<AddendumPaper['arrivals']>['groups'][number]['rows'][number]['since'];

function withRows(section: Section, rows: readonly Line[]): SectionFacts {
  return {
    heading: section.heading,
    paragraphs: [...(numbered(section)?.paragraphs ?? []), ...rows],
  };
}

/** A row of numbers: its name, then each after its column. */
function row(name: string, numbers: readonly { readonly column: string; readonly number: string }[]): Line {
  return { number: name, text: numbers.map(({ column, number }) => `${column} ${number}`).join('; ') };
}

function unnumbered(text: string): Line {
  return { number: null, text };
}

/** Elements that are a part of a line: a comma after a link stands close to it. */
const INLINE = /<\/?(?:a|code|del|em|small|span|strong|sup)\b[^>]*>/g;

/** Safe HTML as its words on one line. */
export function readAs(html: Html): string {
  return decodeEntities(html.replace(INLINE, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
