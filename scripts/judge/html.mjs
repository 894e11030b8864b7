// Papers of every kind as pages, for scripts/judge-html.sh, after a build: node scripts/judge/html.mjs FOLDER. Looks at each in the browser in
// every way that test/support/accessibility.ts knows, writes what was found to FOLDER/reports/browser.txt, and leaves the pages for vnu.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { contrast } from '../../dist/colours/index.js';
import { compiled } from '../../test/bench/compiled.mjs';
import { launchBrowser } from '../browser.mjs';
import { papers } from './papers.mjs';

const { SIGHTS, faultsOf, look, pageFaults } = await compiled('accessibility.ts');
const [folder] = process.argv.slice(2);
for (const each of ['pages', 'reports']) mkdirSync(join(folder, each), { recursive: true });
const launched = await launchBrowser();
const browser = await launched.connected();
const judges = { axe: axe.source, contrast };

/** What is wrong with a page, in whichever of these ways it is looked at. */
async function everyFault(html, sights = SIGHTS) {
  const page = await browser.newPage();
  const found = [];
  for (const sight of sights) {
    await look(page, html, sight);
    for (const fault of await faultsOf(page, sight, judges)) found.push(`${fault} (${sight.name})`);
  }
  found.push(...(await pageFaults(page, html)));
  await page.close();
  return found;
}

const said = [`axe-core ${axe.version}, ${launched.version}`];
let count = 0;
let faults = 0;
for (const { name, path, refusal } of papers(join(folder, 'registers'), {
  formats: 'html',
  isLargeToo: false,
})) {
  if (refusal !== undefined) {
    faults += 1;
    said.push(`  ${name}: no page was made: ${refusal}`);
    continue;
  }
  copyFileSync(`${path}.html`, join(folder, 'pages', `${name}.html`));
  const html = readFileSync(`${path}.html`, 'utf8');
  count += 1;
  // The random ones are many: each is checked in every third way, the next in the ways after those.
  const sights = name.startsWith('drawn') ? SIGHTS.filter((_, index) => (index + count) % 3 === 0) : SIGHTS;
  const found = await everyFault(html, sights);
  faults += found.length;
  said.push(`${name}: ${found.length} faults (${sights.map((sight) => sight.name).join('; ')})`);
  said.push(...found.map((fault) => `  ${fault}`));
}

// What must be found: the judge itself is judged. Each control is a sound page with one fault planted in it.
const sound = readFileSync(
  join(folder, 'pages', 'tracked-2-06-progress-on-the-panels-recommendations-addendum.html'),
  'utf8',
);
const styled = (css) => sound.replace('</style>', `${css}</style>`);
const CONTROLS = [
  ['axe finds color-contrast-enhanced', styled('.by { color: #777 !important }')],
  ['axe finds heading-order', sound.replaceAll('h2', 'h4')],
  ['axe finds html-has-lang', sound.replace(/<html lang="[^"]*"/, '<html')],
  ['axe finds landmark-one-main', sound.replaceAll('main', 'div')],
  ['axe finds target-size', styled('.contact a { display: block; font-size: 8px; line-height: 1 }')],
  ['axe finds aria-required-children', sound.replaceAll('role="rowgroup"', 'role="list"')],
  ['contrast ', styled('.mark .shape { color: #ccc !important }')],
  ['the page is wider', styled('main { width: 1400px }')],
  ['moves', styled('a { transition: color 1s }')],
  ['the focus does not show', styled('a:focus-visible { outline: none !important }')],
  ['the focus does not go', sound.replace('class="skip"', '$& tabindex="-1"')],
  ['tables are not heard', styled('@media (max-width: 52rem) { thead { display: none !important } }')],
  ['tables are not heard', styled('[data-column]::before { content: attr(data-column) !important }')],
];
let blind = 0;
for (const [expected, html] of CONTROLS) {
  if ((await everyFault(html)).some((fault) => fault.startsWith(expected)))
    said.push(`control, as it should: ${expected}`);
  else {
    blind += 1;
    said.push(`control, not found: ${expected}`);
  }
}
await launched.end();

writeFileSync(join(folder, 'reports', 'browser.txt'), `${said.join('\n')}\n`);
console.log(
  said
    .filter((line) => /^ {2}|^control, not/.test(line))
    .slice(0, 60)
    .join('\n'),
);
console.log(
  `${count} pages in ${SIGHTS.length} ways: ${faults} faults; ${CONTROLS.length} planted faults, ${blind} of them not found`,
);
process.exitCode = faults + blind === 0 ? 0 : 1;
