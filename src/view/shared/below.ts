import {
  type Html,
  joinHtml,
  type ProseContext,
  paragraphHtml,
  proseInColumn,
  proseInlineInColumn,
} from '../../markdown/index.js';
import type { Annotations } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { Below } from '../paper-schema.js';

/** What a part of a row is called, over what of it is beneath the row. */
export type BelowHeading = keyof typeof phrases.below.headings;

/** Words in a column as block HTML; a table that needs the width of a page, and what follows it, is beneath the row. */
export function columnProse(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
  heading: BelowHeading,
): { readonly html: Html; readonly below: readonly Below[] } {
  const { html, below } = proseInColumn(markdown, context, language);
  return { html: joinHtml([...(html ? [html] : []), ...continued(below)]), below: headed(heading, below) };
}

/** The same with the first paragraph as inline HTML. */
export function columnLines(
  markdown: string,
  context: ProseContext,
  language: string | undefined,
  heading: BelowHeading,
): { readonly first: Html; readonly beneath: Html | null; readonly below: readonly Below[] } {
  const { first, beneath, below } = proseInlineInColumn(markdown, context, language);
  const more = [...(beneath ? [beneath] : []), ...continued(below)];
  return { first, beneath: more.length === 0 ? null : joinHtml(more), below: headed(heading, below) };
}

/** A notice of a row, and what of it is beneath. */
export interface RowNotice {
  readonly notice: Html | null;
  readonly below: readonly Below[];
}

/** The notice of a row, after what else is said there. */
export function composeRowNotice(
  { notice, lang }: Pick<Annotations, 'notice' | 'lang'>,
  context: ProseContext,
  before: readonly Html[] = [],
): RowNotice {
  const words = notice === undefined ? undefined : columnProse(notice, context, lang, 'notice');
  const parts = [...before, ...(words ? [words.html] : [])];
  return { notice: parts.length === 0 ? null : joinHtml(parts), below: words?.below ?? [] };
}

function continued(below: Html | null): readonly Html[] {
  return below ? [paragraphHtml(phrases.below.continued)] : [];
}

function headed(heading: BelowHeading, below: Html | null): readonly Below[] {
  return below ? [{ heading: phrases.below.headings[heading], html: below }] : [];
}
