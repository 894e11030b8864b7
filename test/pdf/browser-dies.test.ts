import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { MachineError } from '../../src/diagnostics/index.js';
import { startBrowser } from '../../src/pdf/index.js';
import { emptyFolder, folderWith } from '../support/folder.js';
import { readPdf } from '../support/read-pdf.js';
import { pageOf } from './tagging/page.js';

const INFO = { day: '2018-02-09' };
const pageWith = (word: string) =>
  pageOf(`<h1>Trial</h1><p>${word}</p>`).replace('<title>A paper<', '<title>Trial<');
const LONG = pageWith('Words '.repeat(40_000));

const elsewhere = emptyFolder();
beforeAll(() => {
  vi.stubEnv('TMPDIR', elsewhere);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(elsewhere, { recursive: true, force: true });
});

function wishes(browser = process.env['SCRUTINY_BROWSER']) {
  return { browser, env: process.env, signal: new AbortController().signal };
}

describe('two prints at once', () => {
  test('each get their own paper, and so do three', async () => {
    const browser = await startBrowser(wishes());
    try {
      const words = ['alpha', 'beta', 'gamma'];
      const papers = await Promise.all(words.map((word) => browser.print(pageWith(word), INFO)));
      const texts = await Promise.all(papers.map(async (bytes) => (await readPdf(bytes)).pages[0]?.text));
      for (const [index, word] of words.entries()) expect(texts[index]).toContain(word);
    } finally {
      await browser.close();
    }
  });

  test('are both finished when the last is asked for while the first is under way', async () => {
    const browser = await startBrowser(wishes());
    const papers = await Promise.all([
      browser.print(LONG, INFO),
      browser.print(pageWith('last'), INFO, true),
    ]);
    await browser.close();
    expect(papers.map(({ length }) => length > 0)).toEqual([true, true]);
  });
});

/** The processes of this run's browsers, by what they were started with in this test's own temporary folder. */
function browsers(argument: (line: string) => boolean): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
        return line.includes(elsewhere) && argument(line);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function kill(argument: (line: string) => boolean): number {
  const found = browsers(argument);
  for (const pid of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  return found.length;
}

const isWhole = (line: string) => !line.includes('--type=');
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.runIf(process.platform === 'linux')('a browser that is killed', () => {
  test.each([0, 5, 40, 150, 400])('after %i ms of a print is started once more', async (wait) => {
    const browser = await startBrowser(wishes());
    try {
      const printing = browser.print(LONG, INFO);
      printing.catch(() => undefined);
      await later(wait);
      kill(isWhole);
      expect((await readPdf(await printing)).pages.length).toBeGreaterThan(1);
    } finally {
      await browser.close();
    }
  });

  test('while nothing is printed is started once more for the next paper', async () => {
    const browser = await startBrowser(wishes());
    kill(isWhole);
    expect((await browser.print(pageWith('after'), INFO)).length).toBeGreaterThan(0);
    await browser.close();
  });

  test('again and again is a failure of the machine, in a sentence', async () => {
    const browser = await startBrowser(wishes());
    const printing = browser.print(LONG, INFO).catch((failure: unknown) => failure);
    let isOver = false;
    const over = printing.then(() => {
      isOver = true;
    });
    while (!isOver) {
      kill(isWhole);
      await Promise.race([over, later(10)]);
    }
    const failure = await printing;
    await browser.close();
    expect(failure).toBeInstanceOf(MachineError);
    expect(String(failure)).toMatch(/ended twice while it was (printing|starting)/);
  });

  test('while it starts is started once more', async () => {
    const folder = folderWith({ 'chrome.sh': '#!/bin/sh\necho x >>"$0.starts"\nkill -KILL $$\n' });
    chmodSync(join(folder, 'chrome.sh'), 0o755);
    await expect(startBrowser(wishes(join(folder, 'chrome.sh')))).rejects.toThrow(
      /was ended twice while it was starting/,
    );
    expect(readFileSync(join(folder, 'chrome.sh.starts'), 'utf8')).toBe('x\nx\n');
  });
});
