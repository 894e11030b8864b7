// How full pages are, by their words: node scripts/judge/fullness.mjs PAPER.pdf … says how many are under 45 per cent, the last of a paper and
// of an appendix not counted, and names pages that begin with the contact officer. Ends with 1 where more than 6 in a hundred are, or any does.
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

const EMPTY = 0.45;
const MOST = 0.06;
/** The margins of a page and what stands in them, in points. */
const MARGIN = 66;
/** Running heads and feet are nearer to the edge. */
const RUNNING = 40;

function pagesOf(paper) {
  const { stdout } = spawnSync('pdftotext', ['-bbox', paper, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, , height, words]) => {
      const placed = [...words.matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)</g)]
        .map(([, top, foot, word]) => ({ top: Number(top), foot: Number(foot), word }))
        .filter(({ top, foot }) => top > RUNNING && foot < height - RUNNING);
      const last = Math.max(MARGIN, ...placed.map(({ foot }) => foot));
      return {
        fullness: (last - MARGIN) / (height - 2 * MARGIN),
        begins: placed
          .slice(0, 3)
          .map(({ word }) => word)
          .join(' '),
      };
    },
  );
}

let counted = 0;
const empty = [];
const contacts = [];
for (const paper of process.argv.slice(2)) {
  const pages = pagesOf(paper);
  for (const [index, { fullness, begins }] of pages.entries()) {
    const next = pages[index + 1];
    if (index > 0 && /^Contact officer/.test(begins)) contacts.push(`${basename(paper)} ${index + 1}`);
    if (!next || /^Appendix [A-Z]\./.test(next.begins)) continue;
    counted += 1;
    if (fullness < EMPTY) empty.push(`${basename(paper)} ${index + 1} (${Math.round(fullness * 100)} %)`);
  }
}
const share = empty.length / Math.max(1, counted);
console.log(
  `${empty.length} of ${counted} pages (${(share * 100).toFixed(1)} %) are under ${EMPTY * 100} % full${empty.length > 0 ? `: ${empty.slice(0, 20).join(', ')}` : ''}`,
);
if (contacts.length > 0) console.log(`pages that begin with the contact officer: ${contacts.join(', ')}`);
process.exitCode = share > MOST || contacts.length > 0 ? 1 : 0;
