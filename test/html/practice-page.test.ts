import { expect, test } from 'vitest';
import { readFonts, readTemplates } from '../../src/files/index.js';
import { practicePage, renderHtml } from '../../src/html/index.js';
import { typicalPaper } from './papers.js';

/** By these words a browser knows a typeface again. */
function facesIn(html: string): readonly string[] {
  return html.match(/@font-face\{[^}]*\}/g) ?? [];
}

test('what the browser practises on has the typeface with the very words of the papers', () => {
  const templates = readTemplates({ kind: 'update', own: undefined }).value;
  const ofPaper = facesIn(renderHtml(typicalPaper(), templates).value);
  const practised = facesIn(practicePage(readFonts()));
  expect(practised).toHaveLength(3);
  for (const face of practised) expect(ofPaper.includes(face)).toBe(true);
});
