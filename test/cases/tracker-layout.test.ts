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

test('an addendum of one report is one page, its dates each on one line', async () => {
  const meeting = (date: string, published: string, more = '') =>
    `date: ${date}\npublished: ${published}\npanel: p\nitems:\n  - { number: 5, title: T, report: update, review: r }\n${more}`;
  const { pages } = await printed(
    {
      'data/council.yaml': 'council: A Council\npanels: { p: A Panel }\n',
      'data/meetings/a.yaml': meeting(
        '2019-06-03',
        '2019-05-24',
        'decisions: [ { action: r/1.1, decision: extension-granted, due: 2019-09-30 } ]\n',
      ),
      'data/meetings/b.yaml': meeting(
        '2019-10-07',
        '2019-09-27',
        'decisions: [ { action: r/1.1, decision: extension-granted, due: 2020-01-31 } ]\n',
      ),
      'data/meetings/m.yaml': meeting(
        '2020-03-02',
        '2020-02-21',
        '  - { number: 6, title: Add, report: addendum, review: r }\n',
      ),
      'data/reviews/r/review.yaml':
        'title: R\npanel: p\nexecutive-response: { date: 2019-03-12, decision: agreed }\nrecommendations:\n  - ref: 1\n    text: Do.\n    response: accepted\n    actions:\n      - { ref: 1.1, text: Do it., owner: [Us, Cleveland Police], due: 2019-05-31 }\n',
      'data/reviews/r/progress/p0.yaml':
        'as-at: 2019-05-20\nreported-by: Us\nprogress:\n  1.1: { rating: amber, note: N., revised-due: 2019-09-30, reason: we had no staff }\n',
      'data/reviews/r/progress/p.yaml':
        'as-at: 2020-02-10\nprogress:\n  1.1: { rating: amber, note: N., revised-due: 2020-06, reason: "We had no staff; the post was frozen. It is filled now." }\n',
      'data/reviews/r/progress/p2.yaml':
        'as-at: 2020-02-27\nprogress:\n  1.1: { revised-due: 2020-07, note: Later still. }\n',
    },
    '2020-03-02',
    '2020-03-02-p/06-add.pdf',
  );
  expect(pages).toHaveLength(1);
  const words = pages[0]?.words ?? [];
  const reported = words.filter(({ text }) => text.startsWith('Reported on')).map(({ y }) => Math.round(y));
  const dates = words
    .filter(({ text }) => /^(27|10) February 2020$/.test(text))
    .map(({ y }) => Math.round(y));
  expect(reported).toHaveLength(2);
  expect(dates).toEqual(expect.arrayContaining(reported));
  expect(pages[0]?.text).toMatch(/Updates received since publication.*As published.*Now.*Background papers/);
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
