// Pictures of each kind of page, for docs/gallery/ and the README: made from the papers that the command itself makes. Needs pdftoppm and fc-match.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../dist/cli/index.js';
import { compiled } from '../test/bench/compiled.mjs';
import { makeRegister } from '../test/bench/make-register.mjs';
import { launchBrowser } from './browser.mjs';

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

/** The first page of a PDF on which words stand. */
function pageWith(paper, words) {
  const pages = execFileSync('pdftotext', ['-layout', `${paper}.pdf`, '-'], { encoding: 'utf8' }).split('\f');
  const index = pages.findIndex((text) => text.includes(words));
  if (index < 0) throw new Error(`${paper} has no page with ${words}`);
  return index + 1;
}

function pagesIn(paper) {
  return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [`${paper}.pdf`], { encoding: 'utf8' }))?.[1]);
}

/** Every page of a PDF. */
function pictureAll(name, paper) {
  for (let page = 1; page <= pagesIn(paper); page += 1) picture(`${name}-${page}`, paper, page);
}

/** The embedded browser has no letters of one width of its own: those of this machine are lent to it. */
const mono = execFileSync('fc-match', ['-f', '%{file}', 'monospace'], { encoding: 'utf8' });
const monoFace = `@font-face { font-family: Mono; src: url(data:font/ttf;base64,${readFileSync(mono).toString('base64')}) }`;

/** What a command prints on a terminal with colour, as HTML. */
async function terminal(folder, today, argv) {
  const printed = [];
  const output = { write: (text) => void printed.push(text), isTerminal: true, columns: 112 };
  const code = await run(argv, {
    cwd: folder,
    env: { TERM: 'xterm' },
    today,
    stdout: output,
    stderr: output,
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${printed.join('')}`);
  const colours = { 1: 'title', 2: 'quiet', 31: 'late', 32: 'done', 33: 'waiting' };
  const html = escaped(`$ scrutiny ${argv.join(' ')}\n\n${printed.join('')}`)
    .replace(/\u001b\[0m/g, '</span>')
    .replace(/\u001b\[(\d+)m/g, (_, colour) => `<span class="${colours[colour]}">`);
  return `<style>${monoFace}
    body { margin: 0; padding: 20px 24px; background: #16202a; color: #dfe6ea; }
    pre { margin: 0; font: 13px/1.45 Mono; }
    .title { font-weight: bold; color: #fff } .quiet { color: #93a3ad } .late { color: #ff8f80 } .done { color: #7fd495 } .waiting { color: #f2c55c }
  </style><pre>${html}</pre>`;
}

/** A message as a mail program shows it. */
function mail({ fields, body }) {
  const shown = ['From', 'To', 'Cc', 'Subject'].filter((name) => fields.has(name));
  return `<style>${monoFace}
    body { margin: 0; padding: 24px; background: #eef1f3; font: 14px/1.5 sans-serif; color: #1b262c; }
    main { background: #fff; border: 1px solid #cfd7dc; padding: 20px 24px; }
    dl { display: grid; grid-template-columns: 5em 1fr; margin: 0 0 16px; padding-bottom: 12px; border-bottom: 1px solid #cfd7dc; } dt { color: #5d6a72 } dd { margin: 0 }
    pre { margin: 0; white-space: pre-wrap; font: 12.5px/1.5 Mono; }
  </style><main><dl>${shown.map((name) => `<dt>${name}</dt><dd>${escaped(fields.get(name).replace(/:;|"/g, ''))}</dd>`).join('')}</dl><pre>${escaped(body)}</pre></main>`;
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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
pictureAll('sample', february);
picture('appendix-b-black-and-white', february, pageWith(february, 'Appendix B.'), '-gray');
const [march] = paperOf('march', undefined, '-m', '2018-03-26');
picture('second-paper', march, 1);
const split = paperOf('split', undefined, '--split').find((path) => path.endsWith('appendix-b'));
picture('split-appendix', split, 1);
const [many] = paperOf('many', makeRegister({ recommendations: 25, actionsEach: 8 }));
picture('contents', many, 1);
const [most] = paperOf('most', makeRegister({ recommendations: 60, actionsEach: 5 }));
picture('three-hundred-actions-1', most, 1);
picture('three-hundred-actions-2', most, 2);
picture('three-hundred-actions-plan', most, pageWith(most, 'Appendix B. ') + 4);
picture('three-hundred-actions-last', most, pagesIn(most));
const [long] = paperOf(
  'long',
  small({
    'data/reviews/repairs/review.yaml': review,
    'data/reviews/repairs/progress/2018-02-09.yaml': `as-at: 2018-02-09\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      ${words.repeat(75)}\n`,
  }),
);
picture('long-note', long, pagesIn(long) - 1);
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

// A panel with three reviews and five meetings: its tracker, and what came in after that was published.
const fixture = join(root, 'test', 'fixtures', 'tracker');
const northmoor = Object.fromEntries(
  readdirSync(fixture, { recursive: true })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, readFileSync(join(fixture, path), 'utf8')]),
);
const [tracker, addendum] = paperOf('northmoor', northmoor, '-m', '2024-04-15');
pictureAll('tracker', tracker);
picture('tracker-black-and-white', tracker, 2, '-gray');
pictureAll('addendum', addendum);

// Trackers of real offices, carried over as they are.
for (const [name, date] of [
  ['cabinet', '2025-12-04'],
  ['colours', '2025-12-10'],
  ['unanswered', '2025-11-17'],
  ['words', '2025-11-12'],
]) {
  const folder = join(root, 'test', 'fixtures', 'cases', `office-${name}`);
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
  for (const [index, paper] of paperOf(`office-${name}`, files, '-m', date).entries())
    pictureAll(`office-${name}-${index + 1}`, paper);
}

const office = join(root, 'test', 'fixtures', 'office');
const messages = join(work, 'messages');
await terminal(office, '2024-09-20', [
  ...['chase', '--meeting', '2024-10-07', '--panel', 'places'],
  ...['--out', messages],
]);
const { readEml } = await compiled('read-eml.ts');
const [message] = readdirSync(messages).sort();
const desk = {
  status: await terminal(root, '2018-03-15', ['status']),
  show: await terminal(root, '2018-04-01', ['show', 'digital-safeguarding/4.2']),
  'chase-message': mail(readEml(readFileSync(join(messages, message), 'utf8'))),
};

const screen = await launchBrowser();
try {
  const browser = await screen.connected();
  for (const { name, width, height, scheme, at, paper = march } of [
    { name: 'telephone', width: 390, height: 844, scheme: 'light', at: '' },
    { name: 'telephone-cards', width: 390, height: 844, scheme: 'light', at: '#appendix-b' },
    { name: 'telephone-dark', width: 390, height: 844, scheme: 'dark', at: '#appendix-b' },
    { name: 'desk', width: 1280, height: 800, scheme: 'light', at: '', paper: february },
    { name: 'tablet', width: 834, height: 1112, scheme: 'light', at: '#appendix-b', paper: february },
    { name: 'screen', width: 1100, height: 800, scheme: 'light', at: '' },
    { name: 'screen-dark', width: 1100, height: 800, scheme: 'dark', at: '#at-a-glance' },
    { name: 'tracker-telephone', width: 390, height: 844, scheme: 'light', at: '#totals', paper: tracker },
    { name: 'tracker-telephone-dark', width: 390, height: 844, scheme: 'dark', at: '#trend', paper: tracker },
    { name: 'tracker-screen-dark', width: 1100, height: 800, scheme: 'dark', at: '#trend', paper: tracker },
    {
      name: 'addendum-telephone',
      width: 390,
      height: 844,
      scheme: 'light',
      at: '#arrivals',
      paper: addendum,
    },
  ]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(readFileSync(`${paper}.html`, 'utf8'));
    if (at) await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), at);
    writeFileSync(join(gallery, `${name}.png`), await page.screenshot());
    await page.close();
  }
  for (const [name, html] of Object.entries(desk)) {
    const page = await browser.newPage();
    await page.setViewport({ width: name === 'chase-message' ? 860 : 940, height: 100 });
    await page.setContent(html);
    await page.evaluate(() => document.fonts.ready);
    writeFileSync(join(gallery, `${name}.png`), await page.screenshot({ fullPage: true }));
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
