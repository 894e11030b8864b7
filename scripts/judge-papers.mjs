// Papers of every kind for scripts/judge-pdf.sh, after a build: node scripts/judge-papers.mjs FOLDER. Each as NAME.pdf, and as the browser
// made it as NAME.before.pdf; and in controls/ what a judge that works must find fault with.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attach, packed } from '../dist/pdf/finish/attachment.js';
import { finish } from '../dist/pdf/finish/index.js';
import { readPdf } from '../dist/pdf/finish/syntax/read.js';
import { writePdf } from '../dist/pdf/finish/syntax/write.js';
import { launch } from '../dist/pdf/launch.js';
import { candidates } from '../dist/pdf/locate.js';
import { waitingPage } from '../dist/pdf/print.js';
import { asHeard } from '../dist/pdf/read/as-heard.js';
import { makeRegister } from '../test/bench/make-register.mjs';

const root = join(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
const papers = join(folder, 'papers');
const controls = join(folder, 'controls');
for (const each of [papers, controls]) mkdirSync(each, { recursive: true });
const wishes = {
  browser: process.env.SCRUTINY_BROWSER,
  env: process.env,
  signal: new AbortController().signal,
};
const launched = await launch(candidates(wishes)[0], wishes);
const browser = await launched.connected();

const WORDS = 'The panel asked that every school should know by the spring what had been done about it. ';
const NOTE = [
  WORDS.repeat(120),
  `| Ward | Visits | Remark |\n|---|---:|---|\n${Array.from({ length: 30 }, (_, row) => `| Ward ${row + 1} | ${row * 7} | ${row % 3 ? 'seen' : ''} |`).join('\n')}`,
  '1. first\n   - inner\n     - innermost\n2. second\n\n- a\n- b',
  'A claim[^1] and *another* **claim**[^2], with [a link](https://example.org/a) and `code`.\n\n> Quoted.',
  'Characters that no typeface has: 😀 𓀀, and ones that one has: ≥ ₂ ✓ ŵ ŷ Ω Ж.',
  '[^1]: Its source.\n[^2]: Another.',
].join('\n\n');
const indented = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** Registers by name: files, or a folder to copy; and what is asked of them. */
const REGISTERS = {
  sample: {
    copy: 'data',
    reports: [
      ['-m', '2018-02-19'],
      ['-m', '2018-03-26'],
      ['-m', '2018-02-19', '--split'],
    ],
  },
  exempt: {
    copy: 'test/fixtures/exempt/data',
    reports: [
      ['-m', '2020-03-02'],
      ['-m', '2020-06-01'],
      ['-m', '2020-06-01', '--confidential'],
    ],
  },
  heard: {
    copy: 'test/fixtures/heard/data',
    reports: [
      ['-m', '2021-03-08'],
      ['-m', '2021-06-14'],
    ],
  },
  long: { files: makeRegister({ recommendations: 60, actionsEach: 5 }), reports: [['-m', '2018-02-19']] },
  tracker: {
    files: tracked(makeRegister({ recommendations: 60, actionsEach: 5 })),
    reports: [['-m', '2018-02-19']],
  },
  rich: {
    files: rich(),
    reports: [
      ['-m', '2018-02-19'],
      ['-m', '2018-02-19', '--split'],
    ],
  },
  ...Object.fromEntries(
    Array.from({ length: Number(process.env.JUDGE_RANDOM ?? 12) }, (_, index) => [
      `drawn-${index + 1}`,
      {
        files: makeRegister({
          recommendations: 1 + ((index * 5) % 13),
          actionsEach: 1 + (index % 6),
          longestNote: 40 + index * 30,
        }),
        reports: [['-m', '2018-02-19']],
      },
    ]),
  ),
};

function tracked(files) {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace('report: update', 'report: tracker')]),
  );
}

function rich() {
  return {
    'data/council.yaml':
      'council: Ambridge Council\npanels: { all: Overview and Scrutiny Panel }\nbranding: { logo: logo.svg, colour: "#7a1f5c" }\n',
    'data/logo.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="40" height="40" fill="#7a1f5c"/><circle cx="80" cy="20" r="18" fill="#2f5d8a"/></svg>',
    'data/meetings/2018-02-19-all.yaml':
      'date: 2018-02-19\npublished: 2018-02-09\npanel: all\nitems:\n  - { number: 6, title: Updates, report: update, review: [one, two] }\n',
    'data/reviews/one/review.yaml': `title: One\npanel: all\nexecutive-response: { date: 2017-09-05, decision: agreed }\nbackground: |\n${indented(NOTE, 2)}\nrecommendations:\n  - ref: 1\n    text: Mend.\n    response: accepted\n    notice: A notice with **weight**.\n    actions:\n      - { ref: 1.1, text: Mend roofs., owner: Roofers, due: 2018-03-31 }\n      - { ref: 1.2, text: Trwsio’r toeau., lang: cy, owner: Towyr, due: 2018-03-31 }\n`,
    'data/reviews/one/progress/2018-02-09.yaml': `as-at: 2018-02-09\nreported-by: Roofers\nprogress:\n  1.1:\n    rating: amber\n    note: |\n${indented(NOTE, 6)}\n    evidence: [ { title: Record, link: "https://example.org/record" } ]\n`,
    'data/reviews/two/review.yaml':
      'title: Dau\nlang: cy\npanel: all\nrecommendations:\n  - { ref: R1, text: Paint., response: accepted, owner: Painters, due: 2018-12 }\n',
  };
}

/**
 * Keeps a paper as `report` made it, with all that it carries, and beside it the same page as the browser prints it. Where the paper opens
 * with its contents the page is given the numbers to print.
 */
async function keep(name, html, made) {
  const printed = await (await waitingPage(browser)).print(numbered(html, readFileSync(made)));
  writeFileSync(join(papers, `${name}.before.pdf`), printed.bytes);
  copyFileSync(made, join(papers, `${name}.pdf`));
  return printed;
}

/** A page with the numbers of its finished paper in the lines of its contents. */
function numbered(html, finished) {
  const [, contents = ''] = /^Contents, \d+ lines?\n((?: .*\n)+)/m.exec(asHeard(finished)) ?? [];
  const numbers = [...contents.matchAll(/ (\d+)\]$/gm)].map(([, number]) => number);
  return numbers.length === 0
    ? html
    : html.replace(/<nav class="contents"[\s\S]*?<\/nav>/, (list) =>
        list.replaceAll('</a>', () => ` <span class="page">${numbers.shift()}</span></a>`),
      );
}

let sample;
let html;
for (const [name, { copy, files = {}, reports }] of Object.entries(REGISTERS)) {
  const home = join(folder, 'registers', name);
  if (copy) cpSync(join(root, copy), join(home, 'data'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  for (const [index, report] of reports.entries()) {
    const out = join(home, `out-${index}`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'bin', 'scrutiny.js'), 'report', ...report, '--out', out],
      { cwd: home, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${name} ${report.join(' ')}: ${stderr}`);
    for (const path of readdirSync(out, { recursive: true }).filter((each) => each.endsWith('.html'))) {
      const page = readFileSync(join(out, path), 'utf8');
      html ??= page;
      const printed = await keep(
        `${name}-${index}-${path.replaceAll('/', '-').replace('.html', '')}`,
        page,
        join(out, path.replace('.html', '.pdf')),
      );
      sample ??= printed;
    }
  }
}

// What must be found: each is what the finisher or its refusals are there to prevent.
const good = await finish(sample, { title: '', language: 'en-GB', day: '2018-02-09' });
const spoilt = Buffer.from(good);
const described = '<pdfaSchema:namespaceURI>http://www.aiim.org/';
spoilt.write('other', spoilt.indexOf(described) + described.length, 'latin1');
writeFileSync(join(controls, '3a+6.6.2.3+no-description-of-pdfuaid.pdf'), spoilt);
const document = readPdf(sample.bytes);
const attached = {
  name: 'facts.json',
  description: 'Facts',
  type: 'application/json',
  bytes: Buffer.from('{}'),
};
attach(document, await packed([attached]), '2018-02-09');
for (const number of document.objects.ofType('Filespec'))
  document.objects.get(number).delete('AFRelationship');
writeFileSync(join(controls, '3a+6.8+no-relationship.pdf'), await writePdf(document));
const emptied =
  '<!doctype html><html lang="en-GB"><title>t</title><h1>t</h1><table><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><td></td><td>c</td></tr></table></html>';
writeFileSync(
  join(controls, 'ua1+7.2-4+empty-cell.pdf'),
  (await (await waitingPage(browser)).print(emptied)).bytes,
);
const skipped = html.replace(/<(\/?)h2/g, '<$1h4');
writeFileSync(
  join(controls, 'ua1+7.4.2+skipped-heading.pdf'),
  (await (await waitingPage(browser)).print(skipped)).bytes,
);
await launched.end();
