import { escapeHtml } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { Grid } from '../grid/grid.js';
import type { CellOutcome, Recognised } from '../recognise/types.js';
import { columnPlace, countCells } from './lines.js';

const { report } = phrases.importing;

/** The report as one page: every cell with words, in the order of the file, and what became of it. No script, no request. */
export function reportPage(grid: Grid, recognised: Recognised): string {
  const { taken, guessed, left } = countCells(recognised);
  const title = report.title(grid.file);
  const body = [
    `<h1>${html(title)}</h1>`,
    `<p>${html(report.counts(taken, guessed, left))}</p>`,
    recognised.reviews.length === 0 ? `<p>${html(report.nothing)}</p>` : '',
    list(
      recognised.reviews.map(({ title: name, recommendations }) =>
        report.reviewTitle(
          name,
          recommendations.length,
          recommendations.reduce((sum, { actions }) => sum + actions.length, 0),
        ),
      ),
    ),
    section(
      report.columns,
      list(
        recognised.columns.map(
          (column) =>
            `${report.column(column.heading === '' ? report.noHeading : column.heading, columnPlace(column))}${column.why === undefined ? '' : ` (${column.why})`}`,
        ),
      ),
    ),
    statusesHtml(recognised),
    section(
      report.beside,
      list(
        grid.remarks.map(
          ({ kind, at, words }) => `${report.remark[kind]}, ${at}${words === undefined ? '' : `: ${words}`}`,
        ),
      ),
    ),
    ...[...new Set(recognised.cells.map(({ table }) => table))].map((table) =>
      section(`${report.rows}: ${table}`, cellTable(recognised.cells.filter((cell) => cell.table === table))),
    ),
  ].join('\n');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1a1a1a; background: #fff; }
main { max-width: 75rem; margin: 0 auto; padding: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #bbb; overflow-wrap: anywhere; white-space: pre-line; }
th { border-bottom: 2px solid #555; }
th:first-child, td:first-child { white-space: nowrap; }
tr.guessed td:last-child { font-weight: 600; }
tr.left { background: #f3f0e6; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616; } tr.left { background: #2d2a20; } }
`;

function html(words: string): string {
  return escapeHtml(words);
}

function section(heading: string, content: string): string {
  return content === '' ? '' : `<section><h2>${html(heading)}</h2>\n${content}</section>`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : `<ul>\n${lines.map((line) => `<li>${html(line)}</li>`).join('\n')}\n</ul>\n`;
}

function statusesHtml({ statuses }: Recognised): string {
  const open = statuses.filter(({ became }) => became === undefined);
  if (open.length === 0) return '';
  const words = open.map(
    ({ status, isColour, times, at }) =>
      `${isColour ? report.fill(status) : status}: ${report.times(times)}, ${at}`,
  );
  return section(report.statuses, `<p>${html(report.statusHint)}</p>\n${list(words)}`);
}

function cellTable(cells: readonly CellOutcome[]): string {
  const rows = cells.map(({ cell, how, place, as, why }) => {
    const became = `${report.how[how]}: ${place}${as === undefined ? '' : ` = ${as}`}${why === undefined ? '' : `\n${why}`}`;
    const words = cell.text === '' ? report.fill(cell.fill ?? '') : cell.text;
    return `<tr class="${how}"><td>${html(cell.at)}</td><td>${html(words)}</td><td>${html(became)}</td></tr>`;
  });
  return `<table>\n<thead><tr><th scope="col">${html(report.cell)}</th><th scope="col">${html(report.words)}</th><th scope="col">${html(report.became)}</th></tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n`;
}
