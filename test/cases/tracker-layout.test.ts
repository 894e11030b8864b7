import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { openPage } from '../support/browser.js';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { pageOf } from '../support/papers.js';
import { type ReadPdf, readPdf } from '../support/read-pdf.js';
import { fixture } from '../support/registers.js';

/** A paper of a register, as the command prints it. */
async function printed(
  files: Readonly<Record<string, string>>,
  meeting: string,
  file: string,
): Promise<ReadPdf> {
  const folder = emptyFolder();
  writeFiles(folder, files);
  const host = fakeHost({ cwd: folder });
  expect(await run(['report', '-m', meeting, '--format', 'pdf'], host), host.err()).toBe(0);
  const pdf = await readPdf(readFileSync(join(folder, 'out', file)));
  rmSync(folder, { recursive: true, force: true });
  return pdf;
}

describe('fifteen recommendations of four reviews, none of which has actions', () => {
  const files = fixture(join('cases', 'one-level-tracker'));

  test('take four pages at most, each recommendation once', async () => {
    const { pages } = await printed(
      files,
      '2026-03-09',
      '2026-03-09-homes/07-progress-on-the-committees-recommendations.pdf',
    );
    expect(pages.length).toBeLessThanOrEqual(4);
    const appendix = pages.slice(pages.findIndex(({ text }) => /Ref .*Latest progress/.test(text)));
    const said = appendix
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ');
    const texts = Object.values(files).flatMap((file) =>
      [...file.matchAll(/^ {4}text: (.*)$/gm)].map((found) => found[1] ?? ''),
    );
    expect(texts).toHaveLength(15);
    for (const text of texts) expect(said.split(text)).toHaveLength(2);
    expect(said).not.toMatch(/worst open action|the recommendation itself|Recommendation:/i);
    expect(said.match(/Response awaited/g)).toHaveLength(1);
  });

  test('put what the committee is asked to do on page one', async () => {
    const page = pageOf(files, 'tracker');
    expect(page.indexOf('is asked to')).toBeLessThan(page.indexOf('At a glance'));
    expect(page.indexOf('At a glance')).toBeLessThan(page.indexOf('id="contents"'));
  });
});

describe('a review whose recommendations have nothing beneath them', () => {
  const chain = {
    'data/council.yaml': 'council: A Council\npanels: { p: A Panel }\n',
    'data/meetings/m.yaml':
      'date: 2020-03-02\npublished: 2020-02-21\npanel: p\nitems:\n  - { number: 5, title: T, report: tracker }\n',
    'data/reviews/r/review.yaml': `title: R\npanel: p\nrecommendations:\n  - ref: 0\n    text: That there is an action.\n    response: accepted\n    actions: [{ ref: 0.1, text: Act., owner: Us }]\n${Array.from(
      { length: 40 },
      (_, index) =>
        `  - { ref: ${index + 1}, text: That part ${index + 1} is done by the service that owns it., response: rejected, reason: The Council has no power to do it. }\n`,
    ).join('')}`,
  };

  test('fills its pages, and no recommendation is parted from its response', async () => {
    const { pages } = await printed(chain, '2020-03-02', '2020-03-02-p/05-t.pdf');
    const appendix = pages.filter(({ text }) => /Ref .*Latest progress/.test(text));
    expect(appendix.length).toBeGreaterThan(1);
    for (const [index, page] of appendix.entries()) {
      const lowest = Math.min(
        ...page.words.filter(({ y, text }) => y > 62 && text.trim() !== '').map(({ y }) => y),
      );
      if (index < appendix.length - 1) expect(lowest, `page ${index + 1}`).toBeLessThan(page.height * 0.25);
      const [asked, answered] = [/Recommendation: That part/g, /Response: rejected/g].map(
        (words) => page.text.match(words)?.length,
      );
      expect(asked).toBe(answered);
    }
  });
});

test('the highest column of a chart and its number are 45 mm high, on paper', async () => {
  const page = await openPage();
  await page.setViewport({ width: 643, height: 900 });
  await page.emulateMediaType('print');
  await page.setContent(pageOf(fixture('tracker'), 'tracker'));
  const height = await page.evaluate(
    () => document.querySelector('.trend .plot')?.getBoundingClientRect().height ?? 0,
  );
  expect((height * 25.4) / 96).toBeGreaterThan(44);
  expect((height * 25.4) / 96).toBeLessThan(46.5);
});

test('a long reference takes at most 20 mm of a tracker, and progress does not give way', async () => {
  const page = await openPage();
  await page.setViewport({ width: 643, height: 900 });
  await page.emulateMediaType('print');
  const files = fixture('tracker');
  const path = 'data/reviews/street-flooding/review.yaml';
  await page.setContent(
    pageOf(
      {
        ...files,
        [path]: (files[path] ?? '').replace('{ ref: 3.1,', '{ ref: OSC/ENV/2023-2024/RECOMMENDATION/0001,'),
        ...renamed(files, '3.1', 'OSC/ENV/2023-2024/RECOMMENDATION/0001'),
      },
      'tracker',
    ),
  );
  expect(await page.content()).toContain('RECOMMENDATION/');
  const widths = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.tracked > thead th')).map(
      (head) => head.getBoundingClientRect().width,
    ),
  );
  const [reference = 0, , latest = 0] = widths.map((width) => (width * 25.4) / 96);
  expect(reference).toBeLessThan(20.5);
  expect(latest).toBeGreaterThan(55);
});

/** Progress on an action under its other reference. */
function renamed(
  files: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.includes('street-flooding/progress'))
      .map(([path, text]) => [path, text.replace(`  ${from}:`, `  ${to}:`)]),
  );
}
