import { fontFiles } from './fonts.js';
import type { Templates } from './templates.js';

/** A little of everything that is drawn in every paper, in each weight of the typeface. */
const BODY = `<h1>Heading</h1>
<p>Words, <b>some of them bold</b>, and a <a href="#end">link</a></p>
<table><thead><tr><th>Ref</th><th>Progress</th></tr></thead><tbody><tr><th>1</th><td>Reported</td></tr></tbody></table>
<ol><li id="end">Item</li></ol>`;

/**
 * A page for the browser to practise on while the first paper is still being made. It has the typeface with the very same words as a paper has it,
 * by which the browser knows it again.
 */
export function practicePage(fonts: Templates['fonts']): string {
  const faces = fontFiles({ fonts }, BODY).map(({ face }) => face);
  return `<!doctype html>
<html lang="en-GB">
<title>Practice</title>
<style>${faces.join('\n')}
html{font-family:"Source Sans 3"}
b{font-weight:600}</style>
${BODY}
</html>`;
}
