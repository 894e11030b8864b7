// Papers of every kind as Word and registers as workbooks, for scripts/judge-office.sh, after a build: node scripts/judge/office.mjs FOLDER. Leaves
// them in FOLDER/files, each with a few of its words in FOLDER/words.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { papers } from './papers.mjs';

const root = join(import.meta.dirname, '..', '..');
const [folder] = process.argv.slice(2);
for (const each of ['files', 'words']) mkdirSync(join(folder, each), { recursive: true });
const keep = (name, from, words) => {
  copyFileSync(from, join(folder, 'files', name));
  writeFileSync(join(folder, 'words', `${name}.txt`), words);
};

let count = 0;
let faults = 0;
const homes = new Set();
for (const { name, path, isSame, refusal } of papers(join(folder, 'registers'), {
  formats: 'html,docx',
  isTwice: true,
  isLargeToo: false,
})) {
  if (refusal !== undefined || !isSame) {
    faults += 1;
    console.log(`FAILED  ${name}: ${refusal ?? 'made twice, it is not the same to the byte'}`);
    continue;
  }
  const [, council = ''] = /<p class="council">([^<]*)</.exec(readFileSync(`${path}.html`, 'utf8')) ?? [];
  keep(`${name}.docx`, `${path}.docx`, plain(council));
  count += 1;
  homes.add(dirname(dirname(dirname(path))));
}

for (const home of homes) {
  const name = home.slice(home.lastIndexOf('/') + 1);
  const out = join(home, 'register.xlsx');
  const made = spawnSync(
    process.execPath,
    [join(root, 'bin', 'scrutiny.js'), 'export', '--out', out, '--as-at', '2026-01-01'],
    { cwd: home, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    faults += 1;
    console.log(`FAILED  ${name}: no workbook: ${made.stderr.slice(-400)}`);
    continue;
  }
  keep(`${name}.xlsx`, out, 'As at 1 January 2026');
  count += 1;
}
console.log(`${count} documents and workbooks made`);
process.exitCode = faults > 0 || count < 40 ? 1 : 0;

/** As a text has it; of a long name its beginning, which no line breaks. */
function plain(html) {
  return html.replaceAll('&amp;', '&').replaceAll('&#39;', '’').split(/\s+/).slice(0, 1).join(' ');
}
