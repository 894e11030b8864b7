import { fontFiles } from './fonts.js';
import type { Templates } from './templates.js';

/** What every paper has: a heading, words, a list and a table. */
const BODY = `<h1>A page to try the browser with</h1>
<p>Some words.</p>
<ul><li><p>An item of a list.</p></li></ul>
<table><thead><tr><th scope="col">Ref</th><th scope="col">Action</th></tr></thead>
<tbody><tr><th scope="row">1.1</th><td><p>What is to be done.</p></td></tr></tbody></table>`;

/** A small page in the typeface of the papers, by which `doctor` tries whether a browser's PDF can be finished. */
export function trialPage(fonts: Templates['fonts']): string {
  const faces = fontFiles({ fonts }, BODY).map(({ face }) => face);
  return `<!doctype html>
<html lang="en-GB">
<title>A page to try the browser with</title>
<style>${faces.join('\n')}
html{font-family:"Source Sans 3"}
b,h1,th{font-weight:600}
ul{list-style:none}</style>
${BODY}
</html>`;
}
