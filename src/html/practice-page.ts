import { fontFiles } from './fonts.js';
import type { Templates } from './templates.js';

/** So long that the finisher, too, has something to practise on. */
const ROWS = 40;

/** A little of everything that is drawn in every paper, in each weight of the typeface. */
const BODY = `<h1>Heading</h1>
<p>Words, <b>some of them bold</b>, and a <a href="#end">link</a></p>
<ol><li id="end"><span>1.</span> Item</li></ol>
<table><thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Progress</th></tr></thead><tbody>
${Array.from({ length: ROWS }, (_, index) => row(index + 1)).join('\n')}
</tbody></table>`;

function row(number: number): string {
  return `<tr><th scope="row">${number}</th><td><p>What is to be done</p><p>Head of Service</p></td><td><p>What has been reported of it since, in so many words.</p></td></tr>`;
}

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
b{font-weight:600}
p,li,td,th,h1{white-space:pre-wrap}
ol{list-style:none}
@page{@bottom-right{content:counter(page) " of " counter(pages)}}</style>
${BODY}
</html>`;
}
