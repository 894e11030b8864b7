// The floor: nothing but the browser and the page. node floor.mjs PAGE.html PAPER.pdf
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';

const [page, paper] = process.argv.slice(2);
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'scrutiny');
const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json'), 'utf8'),
);
const browser = await puppeteer.launch({
  executablePath: process.env.SCRUTINY_BROWSER ?? join(cache, `chromium-${version}`, 'chromium'),
  headless: 'shell',
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const tab = await browser.newPage();
  await tab.setContent(readFileSync(page, 'utf8'), { waitUntil: 'load' });
  writeFileSync(
    paper,
    await tab.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }),
  );
} finally {
  await browser.close();
}
