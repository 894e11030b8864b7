// Pictures of each kind of page, for docs/gallery/ and the README: made from the papers that the command itself makes. Needs pdftoppm.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from '../dist/pdf/launch.js';
import { candidates } from '../dist/pdf/locate.js';
import { makeRegister } from '../test/bench/make-register.mjs';

const root = join(import.meta.dirname, '..');
const gallery = join(root, 'docs', 'gallery');
const work = mkdtempSync(join(tmpdir(), 'scrutiny-gallery-'));

/** Makes a register's paper and gives the path of its files without the ending. */
function paperOf(name, files, ...options) {
  const folder = join(work, name);
  if (files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  } else cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  const meeting = options.includes('-m') ? [] : ['-m', '2018-02-19'];
  const made = spawnSync(
    process.execPath,
    [join(root, 'bin', 'scrutiny.js'), 'report', ...meeting, ...options],
    { cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`${name}: ${made.stderr}`);
  return made.stdout
    .trim()
    .split('\n')
    .filter((path) => path.endsWith('.pdf'))
    .map((path) => join(folder, path.replace(/\.pdf$/, '')));
}

/** One page of a PDF as a picture. */
function picture(name, paper, page, ...options) {
  execFileSync('pdftoppm', [
    '-r',
    '72',
    '-png',
    '-singlefile',
    '-f',
    String(page),
    '-l',
    String(page),
    ...options,
    `${paper}.pdf`,
    join(gallery, name),
  ]);
}

const small = (changes) => ({
  'data/council.yaml':
    'council: Ambridge Council\npanels: { homes: Homes Panel }\nbranding: { colour: "#5b2a86" }\n',
  'data/meetings/2018-02-19-homes.yaml':
    'date: 2018-02-19\npublished: 2018-02-09\npanel: homes\nitems:\n  - { number: 4, title: Homes Update, report: update, review: repairs }\n',
  ...changes,
});
const review =
  'title: Repairs\npanel: homes\nexecutive-response: { date: 2017-10-01, decision: agreed }\nrecommendations:\n  - ref: 1\n    text: Mend roofs within a week.\n    response: accepted\n    actions:\n      - { ref: 1.1, text: Hire two roofers, owner: Head of Homes, due: 2018-01-31 }\n';
const words =
  'The roofers have been round the estate street by street, and found what one finds after a winter: slipped slates, split lead, and gutters full of leaves. ';

rmSync(gallery, { recursive: true, force: true });
mkdirSync(gallery, { recursive: true });

const [february] = paperOf('february');
picture('cover', february, 1);
picture('cover-second-page', february, 2);
picture('appendix-a', february, 3);
picture('appendix-b', february, 4);
picture('appendix-b-black-and-white', february, 6, '-gray');
const [march] = paperOf('march', undefined, '-m', '2018-03-26');
picture('second-paper', march, 1);
const split = paperOf('split', undefined, '--split').find((path) => path.endsWith('appendix-b'));
picture('split-appendix', split, 1);
const [many] = paperOf('many', makeRegister({ recommendations: 25, actionsEach: 8 }));
picture('two-hundred-actions', many, 12);
const [long] = paperOf(
  'long',
  small({
    'data/reviews/repairs/review.yaml': review,
    'data/reviews/repairs/progress/2018-02-09.yaml': `as-at: 2018-02-09\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      ${words.repeat(75)}\n`,
  }),
);
const longPages = Number(
  /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [`${long}.pdf`], { encoding: 'utf8' }))?.[1],
);
picture('long-note', long, longPages - 1);
const [empty] = paperOf(
  'empty',
  small({
    'data/reviews/repairs/review.yaml':
      'title: Repairs\npanel: homes\nrecommendations:\n  - { ref: R1, text: Mend roofs within a week. }\n  - { ref: R2, text: Tell tenants when somebody will come. }\n',
  }),
);
picture('empty-plan', empty, 1);
const [one] = paperOf(
  'one',
  small({
    'data/reviews/repairs/review.yaml': review,
    'data/reviews/repairs/progress/2018-02-09.yaml':
      'as-at: 2018-02-09\nprogress:\n  1.1: { rating: green, note: Both have begun. }\n',
  }),
  '--confidential',
);
picture('one-action-members-copy', one, 1);

const wishes = {
  browser: process.env.SCRUTINY_BROWSER,
  env: process.env,
  signal: new AbortController().signal,
};
const screen = await launch(candidates(wishes)[0], wishes);
try {
  const browser = await screen.connected();
  for (const { name, width, height, scheme, at } of [
    { name: 'telephone', width: 390, height: 844, scheme: 'light', at: '' },
    { name: 'telephone-cards', width: 390, height: 844, scheme: 'light', at: '#appendix-b' },
    { name: 'telephone-dark', width: 390, height: 844, scheme: 'dark', at: '#appendix-b' },
    { name: 'screen', width: 1100, height: 800, scheme: 'light', at: '' },
    { name: 'screen-dark', width: 1100, height: 800, scheme: 'dark', at: '#at-a-glance' },
  ]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(readFileSync(`${march}.html`, 'utf8'));
    if (at) await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), at);
    writeFileSync(join(gallery, `${name}.png`), await page.screenshot());
    await page.close();
  }
} finally {
  await screen.end();
  rmSync(work, { recursive: true, force: true });
}

const pictures = readdirSync(gallery)
  .filter((name) => name.endsWith('.png'))
  .sort();
writeFileSync(
  join(gallery, 'README.md'),
  `# Gallery\n\nMade by \`npm run gallery\` from papers that the command really made.\n\n${pictures.map((name) => `## ${name.replace('.png', '').replaceAll('-', ' ')}\n\n![${name.replace('.png', '').replaceAll('-', ' ')}](${name})\n`).join('\n')}`,
);
console.log(
  `${pictures.length} pictures in ${pathToFileURL(gallery).pathname.split('/').slice(-2).join('/')}`,
);
