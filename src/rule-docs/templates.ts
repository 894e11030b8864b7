import type { Explanation } from './explanation.js';

/** Templates. */
export const TEMPLATES = {
  'template-syntax': {
    title: `A template that cannot be read`,
    why: `The template engine, Handlebars, cannot read it here.`,
    bad: `{{#each sections}} … `,
    good: `{{#each sections}} … {{/each}}`,
  },
  'template-name': {
    title: `A name that the paper does not have`,
    why: `A template can show only what the paper has; a name with a slip in it would print nothing.`,
    bad: `{{papr.title}}`,
    good: `{{paper.title}}`,
  },
  'template-partial': {
    title: `A part that is not there`,
    why: `Each part is a file beside the others; one that is not there cannot be put in.`,
    bad: `{{> glanse}}`,
    good: `{{> glance}}`,
  },
  'template-raw': {
    title: `Text that would be taken for HTML`,
    why: `Three braces print a value as HTML. Only words that have been made into safe HTML may be, so that nobody’s note can become part of the page.`,
    bad: `{{{title}}}`,
    good: `{{title}}`,
  },
  'template-failed': {
    title: `A template that fails while the paper is made`,
    why: `It could be read, but with this paper it ends in a fault.`,
    bad: `{{lookup rows.first "x"}}     (where there are no rows)`,
    good: `{{#if rows}}{{lookup rows.first "x"}}{{/if}}`,
  },
  'template-unknown': {
    title: `A file in templates/ that nothing uses`,
    why: `A file of another name serves no part of the paper, and what you changed in it would never be seen.`,
    bad: `templates/update/glanse.hbs`,
    good: `templates/update/glance.hbs`,
  },
  'style-address': {
    title: `A paper that reaches out`,
    why: `A paper never asks for anything outside itself: it must read the same in ten years, and tell nobody who reads it.`,
    bad: `background: url(https://www.example.org/crest.png)`,
    good: `background: url(data:image/png;base64,…)`,
  },
  'paper-words': {
    title: `Words that a screen reader would miss`,
    why: `They are on the page and not in the structure of the PDF, so that whoever listens does not hear them, and no checker of PDFs would notice. Styles do this to words: opacity, filters and blending, and numbers that the style sheet writes. An empty cell does it to all cells after it in the row.`,
    bad: `.notice { opacity: 0.8 }     li::before { content: "1." }     <td></td>`,
    good: `.notice { color: #454d53 }     <li><span class="n">1. </span>…     <td>–</td>`,
  },
  'paper-typeface': {
    title: `A character or a typeface that the paper does not bring`,
    why: `The PDF must hold the letters it is set in. A sign that no typeface of the paper has is an empty box, and a typeface of this machine would be another on the next one.`,
    bad: `font-family: Georgia`,
    good: `font-family: "Source Sans 3"`,
  },
  'paper-headings': {
    title: `Headings that skip a level`,
    why: `Whoever listens walks from heading to heading. The first is the title, and each later one is at most one level further in.`,
    bad: `<h1>…</h1> <h3>…</h3>`,
    good: `<h1>…</h1> <h2>…</h2>`,
  },
  'paper-naming': {
    title: `Something in the paper that has no name`,
    why: `A paper has a title and a language; a picture says in words what it shows; a link is heard with its words.`,
    bad: `<html>     <img src="…">`,
    good: `<html lang="{{language}}">     <img src="…" alt="The crest of the council">`,
  },
  'paper-contents': {
    title: `Contents that cannot say on which page something is`,
    why: `A paper of more than ten pages opens with its contents, and the number in each line is written once the pages are known. What a line leads to has to begin where its id is; otherwise the number would send people to the wrong page.`,
    bad: `<a id="costs"></a>
<h2>What it costs</h2>`,
    good: `<h2 id="costs">What it costs</h2>`,
  },
} satisfies Readonly<Record<string, Explanation>>;
