import type { Html } from './html.js';

/** The classes of what needs more room than a column of a paper's own tables has. */
export const WIDE_TABLE = 'wide';
export const WIDE_PICTURE = 'wide-picture';

/** Whether there is a table or a picture that needs more room than a column has. */
export function needsWidth(html: Html): boolean {
  return html.includes(`class="${WIDE_TABLE}"`) || html.includes(`class="${WIDE_PICTURE}"`);
}
