// The letters of a text from poppler, page by page, for scripts/judge-pdf.sh. A page with words from right to left has its letters in the order
// of their numbers: where on a line such words stand is for each program to find.
import { readFileSync } from 'node:fs';

const APART = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
// Spaces, and what draws nothing.
const UNDRAWN = /[\s\0\p{Cf}]+/gu;
const pages = readFileSync(0, 'utf8').normalize('NFKC').split('\f');
for (const page of pages) {
  const isApart = APART.test(page);
  const letters = page.replace(UNDRAWN, '');
  console.log(isApart ? [...letters.normalize('NFKD')].sort().join('') : letters);
}
