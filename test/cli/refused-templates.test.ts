import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { small } from '../support/registers.js';

/** A part that ships, with something changed in it. */
function changed(part: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(PROJECT, 'templates', part), 'utf8');
  expect(text).toContain(from);
  return { [`templates/${part}`]: text.replace(from, to) };
}

/** A style of the council's own. */
function styled(css: string): Readonly<Record<string, string>> {
  return { 'templates/shared/council.css': `/* Our own. */\n${css}\n` };
}

const CONTACT = 'shared/contact.hbs';
const CSS = /^templates\/shared\/council\.css:2:\d+ error /;

/** Each passes every checker of PDFs (or says nothing of which words): what a council's template does, where that is said to be, and how. */
const HAPPENINGS: readonly (readonly [
  what: string,
  files: () => Readonly<Record<string, string>>,
  place: RegExp,
  said: RegExp,
])[] = [
  [
    'opacity',
    () => styled('.para { opacity: 0.8; }'),
    CSS,
    /paper-words {2}on page 1 words are drawn as a picture, so that no screen reader finds them\n.*\n +╵ +\^+\n/,
  ],
  [
    'a filter',
    () => styled('h2 { filter: grayscale(1); }'),
    CSS,
    /paper-words {2}where the page shows '.*Purpose of the report.*' a screen reader would hear '.*'\n/,
  ],
  ['blending', () => styled('h1 { mix-blend-mode: multiply; }'), CSS, /words are drawn as a picture/],
  ['a mask', () => styled('h2 { mask: linear-gradient(#000, #0008); }'), CSS, /paper-words/],
  [
    'a number by a counter of CSS',
    () => styled('h2 { counter-increment: h; } h2::before { content: counter(h) ". "; }'),
    CSS,
    /paper-words {2}on page 1 '1', '\.' and more can be seen but not heard\n/,
  ],
  [
    'words by ::after',
    () => styled('.response::after { content: " (see the minutes)"; }'),
    CSS,
    /paper-words {2}on page \d '\(see the minutes\)' can be seen but not heard\n/,
  ],
  [
    'a number by ::marker',
    () => styled('.counts { list-style: decimal; } .counts li { display: list-item; }'),
    CSS,
    /paper-words {2}where the page shows '.*' a screen reader would hear '.*\d\. .*'\n/,
  ],
  [
    'an empty cell',
    () => changed('update/appendix-a.hbs', '<p class="response">{{line.response}}</p>', ''),
    /^templates error .*\n {2}a template of the register’s own: templates\/update\/appendix-a\.hbs/,
    /paper-words {2}a cell of the row '1 Mend roofs within a week\.' has no words\n/,
  ],
  [
    'a cell whose words are hidden',
    () => styled('.response { display: none; }'),
    CSS,
    /paper-words {2}a cell of the row '1 Mend roofs within a week\.' has no words\n/,
  ],
  [
    'a typeface of the machine',
    () => styled('h2 { font-family: monospace; }'),
    CSS,
    /paper-typeface {2}the paper is set in .+, a typeface of this machine\n/,
  ],
  [
    'a heading that skips a level',
    () => changed(CONTACT, '<h2 id="{{id}}">{{heading}}</h2>', '<h4 id="{{id}}">{{heading}}</h4>'),
    /^templates\/shared\/contact\.hbs:\d+:1 error /,
    /paper-headings {2}the heading 'Contact officer' is of level 4, and none of level 3 stands before it\n/,
  ],
  [
    'no language',
    () => changed('update/layout.hbs', '<html lang="{{language}}">', '<html>'),
    /^templates\/update\/layout\.hbs:3:1 error /,
    /paper-naming {2}the paper does not say which language it is in\n/,
  ],
  [
    'no title',
    () => changed('shared/head.hbs', '<title>{{documentTitle}}</title>', ''),
    /^templates\/shared\/head\.hbs:2:1 error /,
    /paper-naming {2}the paper has no title\n/,
  ],
  [
    'a picture without words',
    () =>
      changed(
        CONTACT,
        '<h2 id="{{id}}">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="9"><h2 id="{{id}}">',
      ),
    /^templates\/shared\/contact\.hbs:\d+:1 error /,
    /paper-naming {2}a picture does not say what it shows\n/,
  ],
  [
    'words on each page',
    () => styled('.council { position: fixed; top: 0; }'),
    CSS,
    /paper-words {2}where the page shows '.*' a screen reader would hear '.*Ambridge Council.*'\n/,
  ],
  [
    'a shadow of words',
    () => styled('h1 { text-shadow: 1px 1px 0 #ccc; }'),
    CSS,
    /paper-words {2}where the page shows '.*Homes Update.*' a screen reader would hear '.*Homes Update.*Homes Update.*'\n/,
  ],
  [
    'letters of no size',
    () => styled('h1 { font-size: 0; }'),
    CSS,
    /paper-words {2}where the page shows '.*Homes Update/,
  ],
  [
    'a cell that is missing',
    () =>
      changed(
        'update/appendix-a.hbs',
        '{{#if @root.appendixA.responseColumn}}<td role="cell" data-column="{{@root.appendixA.responseColumn}}"><p class="response">{{line.response}}</p>{{#if line.reason}}{{line.reason}}{{/if}}</td>{{/if}}',
        '',
      ),
    /^templates error .*\n {2}a template of the register’s own: templates\/update\/appendix-a\.hbs/,
    /paper-words {2}the row '1 Mend roofs within a week\.' has other columns than the table’s first row\n/,
  ],
  [
    'cells that stand in no row',
    () => styled('.recommendations tr { display: contents; }'),
    CSS,
    /paper-words/,
  ],
];

describe('a template that would take words from those who listen stops the paper', () => {
  test.each(HAPPENINGS)('%s', async (_, files, place, said) => {
    const cwd = folderWith({ ...small({ 'data/meetings/2020-03-02-homes.yaml': MEETING }), ...files() });
    const host = fakeHost({ cwd });
    expect(await run(['report', '-m', '2020-03-02'], host)).toBe(1);
    expect(host.err()).toMatch(place);
    expect(host.err()).toMatch(said);
    expect(host.err()).toContain('No paper was made.');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('and where no line of the register’s own templates looks like it, each of them is named', async () => {
    const cwd = folderWith({
      ...small(),
      ...styled('h1 { zoom: 0.0001; }'),
      ...changed(CONTACT, '<p>', '<p >'),
    });
    const host = fakeHost({ cwd });
    expect(await run(['report', '-m', '2020-03-02'], host)).toBe(1);
    expect(host.err()).toContain('a template of the register’s own: templates/shared/council.css');
    expect(host.err()).toContain('a template of the register’s own: templates/shared/contact.hbs');
  });

  test('but not what takes none away: a caption over a table whose head repeats, capitals by style', async () => {
    const cwd = folderWith({
      ...small(),
      ...styled('h2 { text-transform: uppercase; }'),
      ...changed(
        'update/appendix-a.hbs',
        '<thead role="rowgroup">',
        '<caption>What was recommended</caption><thead role="rowgroup">',
      ),
    });
    const host = fakeHost({ cwd });
    expect(await run(['report', '-m', '2020-03-02', '--as-heard'], host), host.err()).toBe(0);
    const heard = readFileSync(join(cwd, 'out/2020-03-02-homes/04-homes-update.heard.txt'), 'utf8');
    expect(heard.split('\n').filter((line) => line.includes('What was recommended'))).toEqual([
      // A table that has handed its role over has no caption, but its words are heard before the rows.
      '  Words: What was recommended',
    ]);
    expect(heard).toContain('Heading 2: PURPOSE OF THE REPORT\n');
  });
});

/** A meeting with a contact officer, so that its section is there. */
const MEETING =
  'date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nitems:\n  - { number: 4, title: Homes Update, report: update, review: repairs, contact: clerk }\n';
