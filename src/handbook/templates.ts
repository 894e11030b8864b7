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
} satisfies Readonly<Record<string, Explanation>>;
