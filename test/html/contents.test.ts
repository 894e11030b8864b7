import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { openPage } from '../support/browser.js';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { makeRegister } from '../support/make-register.js';
import { small } from '../support/registers.js';

let long = '';
let short = '';

beforeAll(async () => {
  long = await pageOf(makeRegister({ recommendations: 30, actionsEach: 5 }), '2018-02-19');
  short = await pageOf(small(), '2020-03-02');
});

/** The web page that `report` makes. */
async function pageOf(files: Readonly<Record<string, string>>, meeting: string): Promise<string> {
  const cwd = emptyFolder();
  writeFiles(cwd, files);
  const host = fakeHost({ cwd });
  expect(await run(['report', '-m', meeting, '--format', 'html'], host), host.err()).toBe(0);
  const [path = ''] = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.html'),
  );
  const html = readFileSync(join(cwd, 'out', path), 'utf8');
  rmSync(cwd, { recursive: true, force: true });
  return html;
}

/** The contents of a page: what is seen of them, and where their lines lead. */
async function contentsOf(html: string, media: 'screen' | 'print', width = 1200) {
  const page = await openPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaType(media);
  await page.setContent(html);
  const found = await page.evaluate(() => {
    const list = document.querySelector('nav.contents');
    const lines = Array.from(list?.querySelectorAll('a') ?? []);
    return {
      isSeen: list?.checkVisibility() ?? false,
      name: document.getElementById(list?.getAttribute('aria-labelledby') ?? '')?.textContent,
      words: lines.map((line) => line.textContent),
      targets: lines.map((line) => document.getElementById(line.hash.slice(1))?.textContent?.trim() ?? null),
      heights: lines.map((line) => line.getBoundingClientRect().height),
      isBefore: list?.nextElementSibling?.querySelector('h2')?.textContent,
    };
  });
  return found;
}

describe('the contents on a screen', () => {
  test('lead to every section, in order, by its own words, and have no page numbers', async () => {
    const { isSeen, name, words, targets, isBefore } = await contentsOf(long, 'screen');
    expect(isSeen).toBe(true);
    expect(name).toBe('Contents');
    // What members decide on comes before them.
    expect(isBefore).toBe('Background');
    expect(words.slice(0, 3)).toEqual(['Purpose of the report', 'The panel is asked to', 'At a glance']);
    expect(words.at(-1)).toBe('Recommendations 26 to 30');
    for (const [index, line] of words.entries()) {
      const begins = line?.replace(/^Recommendations (\d+) to .*/, 'Recommendation $1.');
      expect(targets[index]?.startsWith(begins ?? '?'), `${line}: ${targets[index]?.slice(0, 40)}`).toBe(
        true,
      );
    }
  });

  test('are there for a short paper too', async () => {
    const { isSeen, words } = await contentsOf(short, 'screen');
    expect(isSeen).toBe(true);
    expect(words).toContain('Appendix B. Action plan and progress');
  });

  test.each([1200, 320])('are large enough to be touched in a window of %d', async (width) => {
    // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels.
    const { heights } = await contentsOf(long, 'screen', width);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });
});

test('a reader who prints the page gets no contents, since nobody can number them there', async () => {
  expect((await contentsOf(long, 'print')).isSeen).toBe(false);
});
