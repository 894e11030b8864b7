import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { everyTag, heard, readPdf } from '../support/read-pdf.js';
import { small } from '../support/registers.js';
import { reportShared } from '../support/shared-browser.js';

/** As papers were before: contents first, numbers before motions, how the paper was made before the appendices. */
const FORMER = `<!doctype html>
<html lang="{{language}}">
{{> head}}
<body>
{{> shapes}}
<a class="skip" href="#paper">{{labels.skip}}</a>
{{> masthead}}
<main id="paper" tabindex="-1">
{{#if withheld}}
<p class="withheld-item">{{withheld}}</p>
{{else}}
{{> notices}}
{{#if contents}}{{> contents contents}}{{/if}}
{{> section purpose}}
{{#if glance}}{{> glance glance}}{{/if}}
{{#if asks}}{{> section asks}}{{/if}}
{{#if background}}{{> section background}}{{/if}}
{{#if decisions}}{{> section decisions}}{{/if}}
<div class="closing">
{{#if contact}}{{> contact contact}}{{/if}}
{{> background-papers backgroundPapers}}
</div>
{{#if provenance}}{{> provenance provenance}}{{/if}}
{{#if appendixA}}{{> appendix-a}}{{/if}}
{{#if appendixB}}{{> appendix-b}}{{/if}}
{{/if}}
</main>
</body>
</html>
`;

/** The headings of the small register's paper, and the shapes of its pages. */
async function paperWith(files: Readonly<Record<string, string>>) {
  const cwd = emptyFolder();
  writeFiles(cwd, { ...small(), ...files });
  const [path = ''] = await reportShared(cwd, '2020-03-02', join(cwd, 'out'), { formats: ['pdf'] });
  const pdf = await readPdf(readFileSync(path));
  const tags = everyTag(pdf.pages.flatMap(({ structure }) => structure));
  const said = tags.filter(({ role }) => role === 'H2' || role === 'P').map((tag) => heard([tag]));
  return { said, lying: pdf.pages.map(({ width, height }) => width > height) };
}

const ORDER = [
  'Purpose of the report',
  'At a glance',
  'The panel is asked to:',
  'Needs attention',
  'Background papers',
  'Made by scrutiny',
  'Appendix A. Recommendations and the Executive’s response',
  'Appendix B. Action plan and progress',
] as const;

function orderOf(said: readonly string[]): readonly string[] {
  return said.flatMap((words) => ORDER.find((known) => words.startsWith(known)) ?? []);
}

test('a council’s own layout keeps the former order, and action-plan: landscape the former table', async () => {
  const { said, lying } = await paperWith({
    'data/council.yaml': `${small()['data/council.yaml'] ?? ''}action-plan: landscape\n`,
    'templates/update/layout.hbs': FORMER,
  });
  expect(orderOf(said)).toEqual(ORDER.filter((part) => part !== 'Needs attention'));
  expect(lying.at(0)).toBe(false);
  expect(lying.at(-1)).toBe(true);
});

test('the layout that ships puts motions first and how the paper was made last', async () => {
  const { said, lying } = await paperWith({});
  expect(orderOf(said)).toEqual([
    'Purpose of the report',
    'The panel is asked to:',
    'At a glance',
    'Needs attention',
    'Background papers',
    'Appendix A. Recommendations and the Executive’s response',
    'Appendix B. Action plan and progress',
    'Made by scrutiny',
  ]);
  expect(lying).not.toContain(true);
});
