import { element, escapeHtml, joinHtml } from './escape.js';
import type { Html } from './html.js';
import type { Block, Inline, Row } from './nodes.js';

/** Columns that do not fit beside each other on a telephone. */
const WIDE = 4;

/** There the table is moved sideways in its own frame, which the keyboard must reach (WCAG 2.2, 2.1.1) and which then needs a name. */
const SCROLLER = { class: 'wide', role: 'group', 'aria-label': 'Wide table', tabindex: '0' };

/**
 * A word in every cell: an empty one is not in the structure of the PDF, and the rows after it would slip. The roles are those of a paper's
 * own tables (templates/update/appendix-b.hbs), since it may be in a cell of one: a checker takes the cells after a table without them for its own.
 */
export function tableHtml(
  { aligns, head, rows }: Extract<Block, { kind: 'table' }>,
  inlinesHtml: (inlines: readonly Inline[]) => Html,
): Html {
  const rowHtml = (row: Row, name: string, attributes: Readonly<Record<string, string>>): Html => {
    const cells = row.cells.map((cell, column) => {
      const html = inlinesHtml(cell);
      const align = aligns[column];
      // Screen readers skip a dash, so an empty cell says "not given"; what an empty heading was meant to say nobody knows.
      const nothing = escapeHtml(name === 'td' ? 'not given' : '–');
      return element(
        name,
        html.trim() === '' ? nothing : html,
        align ? { ...attributes, class: align } : attributes,
      );
    });
    return element('tr', joinHtml(cells), { role: 'row' });
  };
  const heads = rowHtml(head, 'th', { scope: 'col', role: 'columnheader' });
  const cells = rows.map((row) => rowHtml(row, 'td', { role: 'cell' }));
  const groups = [
    element('thead', heads, { role: 'rowgroup' }),
    ...(cells.length === 0 ? [] : [element('tbody', joinHtml(cells), { role: 'rowgroup' })]),
  ];
  const whole = element('div', element('table', joinHtml(groups), { role: 'presentation' }), {
    role: 'table',
  });
  return aligns.length < WIDE ? whole : element('div', whole, SCROLLER);
}
