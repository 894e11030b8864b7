import { element, escapeHtml, joinHtml } from './escape.js';
import type { Html } from './html.js';
import type { Block, Inline, Row } from './nodes.js';
import { fitTable, NOTHING } from './table-widths.js';
import { WIDE_TABLE } from './wide.js';

type Table = Extract<Block, { kind: 'table' }>;

/** On a telephone a wide table is moved sideways in its own frame, which the keyboard must reach (WCAG 2.2, 2.1.1) and which then needs a name. */
const SCROLLER = { class: WIDE_TABLE, role: 'group', 'aria-label': 'Wide table', tabindex: '0' };

/**
 * A word in every cell: an empty one is not in the structure of the PDF, and the rows after it would slip. The roles are those of a paper's
 * own tables (templates/update/appendix-b.hbs), since it may be in a cell of one: a checker takes the cells after a table without them for its own.
 */
export function tableHtml(table: Table, inlinesHtml: (inlines: readonly Inline[]) => Html): Html {
  const { letters, isWide, isSmall } = fitTable(table);
  const rowHtml = (row: Row, name: string, attributes: Readonly<Record<string, string>>): Html => {
    const cells = row.cells.map((cell, column) => {
      const html = inlinesHtml(cell);
      const align = table.aligns[column];
      // Screen readers skip a dash, so an empty cell says "not given"; what an empty heading was meant to say nobody knows.
      const nothing = escapeHtml(name === 'td' ? NOTHING : '–');
      return element(name, html.trim() === '' ? nothing : html, {
        ...attributes,
        ...(align ? { class: align } : {}),
        // How wide the column is at least, so that no other takes its room.
        ...(name === 'th' ? { style: `--letters:${letters[column] ?? 0}` } : {}),
      });
    });
    return element('tr', joinHtml(cells), { role: 'row' });
  };
  const heads = rowHtml(table.head, 'th', { scope: 'col', role: 'columnheader' });
  const cells = table.rows.map((row) => rowHtml(row, 'td', { role: 'cell' }));
  const groups = [
    element('thead', heads, { role: 'rowgroup' }),
    ...(cells.length === 0 ? [] : [element('tbody', joinHtml(cells), { role: 'rowgroup' })]),
  ];
  const attributes = { role: 'presentation', ...(isSmall ? { class: 'small' } : {}) };
  const whole = element('div', element('table', joinHtml(groups), attributes), { role: 'table' });
  return isWide ? element('div', whole, SCROLLER) : whole;
}
