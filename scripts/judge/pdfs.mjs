// Papers of every kind as PDFs, for scripts/judge-pdf.sh, after a build: node scripts/judge/pdfs.mjs FOLDER. In papers/ each as `report` makes
// it, which it must do twice to the same bytes, and beside it the same page as the browser prints it (NAME.before.pdf); in controls/ what
// judges that work must find fault with.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparePage } from '../../dist/pdf/browser/print.js';
import { asHeard } from '../../dist/pdf/inspect/as-heard.js';
import { readPdf } from '../../dist/pdf/syntax/read.js';
import { writePdf } from '../../dist/pdf/syntax/write.js';
import { attach, packAttachments } from '../../dist/pdf/tagging/attachment.js';
import { finish } from '../../dist/pdf/tagging/index.js';
import { launchBrowser } from '../browser.mjs';
import { papers } from './papers.mjs';

const [folder] = process.argv.slice(2);
for (const each of ['papers', 'controls', 'registers']) mkdirSync(join(folder, each), { recursive: true });
const launched = await launchBrowser();
const browser = await launched.connected();
const print = async (html) => (await preparePage(browser)).print(html);

/** A page with the numbers of its finished paper in the lines of its contents: the browser cannot know them. */
function numbered(html, finished) {
  const [, contents = ''] = /^Contents, \d+ lines?\n((?: .*\n)+)/m.exec(asHeard(finished)) ?? [];
  const numbers = [...contents.matchAll(/ (\d+)\]$/gm)].map(([, number]) => number);
  return numbers.length === 0
    ? html
    : html.replace(/<nav class="contents"[\s\S]*?<\/nav>/, (list) =>
        list.replaceAll('</a>', () => ` <span class="page">${numbers.shift()}</span></a>`),
      );
}

let faulty = 0;
let sample;
for (const { name, path, isSame, refusal } of papers(join(folder, 'registers'), {
  formats: 'pdf,html',
  isTwice: true,
})) {
  if (refusal !== undefined) {
    faulty += 1;
    console.log(`FAILED  ${name}: no paper was made: ${refusal}`);
    continue;
  }
  const html = readFileSync(`${path}.html`, 'utf8');
  const printed = await print(numbered(html, readFileSync(`${path}.pdf`)));
  sample ??= { html, printed };
  writeFileSync(join(folder, 'papers', `${name}.before.pdf`), printed.bytes);
  copyFileSync(`${path}.pdf`, join(folder, 'papers', `${name}.pdf`));
  if (isSame) continue;
  faulty += 1;
  console.log(`FAILED  ${name}: made twice, it is not the same to the byte`);
}

/** A page with one fault, as the browser prints it. */
async function control(name, html) {
  writeFileSync(join(folder, 'controls', `${name}.pdf`), (await print(html)).bytes);
}

// What must be found: each is what the finisher or its refusals are there to prevent. The names say by whom, and under which clause.
const good = await finish(sample.printed, { day: '2018-02-09' });
const spoilt = Buffer.from(good);
const described = '<pdfaSchema:namespaceURI>http://www.aiim.org/';
spoilt.write('other', spoilt.indexOf(described) + described.length, 'latin1');
writeFileSync(join(folder, 'controls', '3a+6.6.2.3+no-description-of-pdfuaid.pdf'), spoilt);

const facts = {
  name: 'facts.json',
  description: 'Facts',
  type: 'application/json',
  bytes: Buffer.from('{}'),
};
const document = readPdf(sample.printed.bytes);
attach(document, await packAttachments([facts]), '2018-02-09');
for (const number of document.objects.ofType('Filespec'))
  document.objects.get(number).delete('AFRelationship');
writeFileSync(join(folder, 'controls', '3a+6.8+no-relationship.pdf'), await writePdf(document));

await control(
  'ua1+7.2-4+empty-cell',
  '<!doctype html><html lang="en-GB"><title>t</title><h1>t</h1><table><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><td></td><td>c</td></tr></table></html>',
);
await control('ua1+7.4.2+skipped-heading', sample.html.replace(/<(\/?)h2/g, '<$1h4'));
await control('ua1+7.21.7+no-glyph', sample.html.replace('</h1>', ' \u{1f600}</h1>'));
// What no validator may miss who compares: a word gone, and a colour changed.
await control('text+word-gone', sample.html.replace(/(<h1[^>]*>)\S+/, '$1'));
await control('look+colour-changed', sample.html.replace('</style>', 'h1 { color: #15181b }</style>'));
await launched.end();
process.exitCode = faulty === 0 ? 0 : 1;
