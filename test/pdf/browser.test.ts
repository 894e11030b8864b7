import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Interrupted, MachineError } from '../../src/diagnostics/index.js';
import { readFonts } from '../../src/files/index.js';
import { trialPage } from '../../src/html/index.js';
import { embeddedBrowser, unpackBrowser } from '../../src/pdf/browser/bundled-chromium.js';
import { installedPaths } from '../../src/pdf/browser/find-browser.js';
import { BlockedRequest, examineBrowser, startBrowser } from '../../src/pdf/index.js';
import { noBrowser } from '../../src/pdf/paper-browser.js';
import { emptyFolder, folderWith } from '../support/folder.js';
import { readPdf } from '../support/read-pdf.js';
import { pageOf } from './tagging/page.js';

const PAGE = pageOf('<h1>Trial</h1><p>Words</p>').replace('<title>A paper<', '<title>Trial<');
const INFO = { day: '2018-02-09' };

/** Only the embedded browser is put into caches of its own here; where there is none, the machine's is used as it is. */
const embedded = embeddedBrowser();

function wishes(
  changes: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly browser?: string;
    readonly signal?: AbortSignal;
  } = {},
) {
  return {
    browser: process.env['SCRUTINY_BROWSER'],
    env: process.env,
    signal: new AbortController().signal,
    ...changes,
  };
}

/** A place for what is temporary, so that other browsers on the machine are not counted. */
const elsewhere = emptyFolder();

beforeAll(() => {
  vi.stubEnv('TMPDIR', elsewhere);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(elsewhere, { recursive: true, force: true });
});

function profiles(): readonly string[] {
  return readdirSync(elsewhere).filter((name) => name.startsWith('scrutiny-profile-'));
}

describe('the browser', () => {
  test('prints the same bytes in another time zone, language and home', async () => {
    const prints: Uint8Array[] = [];
    for (const env of [
      { TZ: 'UTC', LANG: 'en_GB.UTF-8' },
      { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', HOME: folderWith({}) },
    ]) {
      const browser = await startBrowser(
        wishes({
          env: {
            ...process.env,
            XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '', '.cache'),
            ...env,
          },
        }),
      );
      prints.push(await browser.print(PAGE, INFO), await browser.print(PAGE, INFO));
      await browser.close();
    }
    const [first, ...others] = prints.map((bytes) => Buffer.from(bytes));
    for (const other of others) expect(first && other.equals(first)).toBe(true);
  });

  test('prints tags, bookmarks, language and title', async () => {
    const browser = await startBrowser(wishes());
    const pdf = await readPdf(await browser.print(PAGE, INFO));
    await browser.close();
    expect([pdf.isTagged, pdf.outline, pdf.language, pdf.title, pdf.created]).toEqual([
      true,
      ['Trial'],
      'en-GB',
      'Trial',
      "D:20180209000000+00'00'",
    ]);
  });

  test('fetches nothing: what a page asks for is refused and named', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const browser = await startBrowser(wishes());
    try {
      const page = `<!doctype html><html lang="en"><title>t</title><h1>t</h1><style>@import "http://127.0.0.1:${port}/style.css";</style><img src="http://127.0.0.1:${port}/picture.png" alt=""><img src="file:///etc/hostname" alt=""></html>`;
      const failure = await browser.print(page, INFO).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(BlockedRequest);
      expect(failure instanceof BlockedRequest ? failure.addresses : []).toEqual(
        expect.arrayContaining([`http://127.0.0.1:${port}/picture.png`]),
      );
      expect(asked).toEqual([]);
    } finally {
      await browser.close();
      server.close();
    }
  });

  test('runs no script of a page', async () => {
    const browser = await startBrowser(wishes());
    const pdf = await readPdf(
      await browser.print(
        pageOf(
          '<h1>t</h1><p id="p">untouched</p><script>document.getElementById("p").textContent = "changed"</script>',
        ),
        INFO,
      ),
    );
    await browser.close();
    expect(pdf.pages[0]?.text).toContain('untouched');
  });

  test('is gone with all that it left when it is closed', async () => {
    const before = profiles();
    const browser = await startBrowser(wishes());
    expect(profiles().length).toBeGreaterThan(before.length);
    await browser.close();
    await browser.close();
    expect(profiles().filter((name) => !before.includes(name))).toEqual([]);
  });

  test('stopped by the person ends as an interruption and leaves nothing', async () => {
    const before = profiles();
    const stop = new AbortController();
    const browser = await startBrowser(wishes({ signal: stop.signal }));
    const printing = browser.print(PAGE.replace('Words', 'Words '.repeat(200_000)), INFO);
    stop.abort();
    await expect(printing).rejects.toBeInstanceOf(Interrupted);
    await browser.close();
    expect(profiles().filter((name) => !before.includes(name))).toEqual([]);
  });

  test('that is missing is reported in one paragraph', async () => {
    await expect(startBrowser(wishes({ browser: join(folderWith({}), 'nothing') }))).rejects.toThrow(
      MachineError,
    );
    const words = noBrowser('linux', 'arm64');
    expect(words).not.toContain('\n');
    for (const way of [
      'npm ci',
      'Chrome, Chromium or Edge',
      '--browser PATH',
      'SCRUTINY_BROWSER',
      'scrutiny doctor',
    ])
      expect(words).toContain(way);
  });

  test('that ends as soon as it starts is reported', async () => {
    // A program that starts and ends at once is no browser.
    const folder = folderWith({ 'chrome.sh': '#!/bin/sh\nexit 1\n' });
    chmodSync(join(folder, 'chrome.sh'), 0o755);
    await expect(startBrowser(wishes({ browser: join(folder, 'chrome.sh') }))).rejects.toThrow(
      /does not start/,
    );
  });

  test('does not start as root where a sandbox is required', async () => {
    const started = startBrowser(wishes({ env: { ...process.env, SCRUTINY_SANDBOX: 'required' } }));
    if (process.getuid?.() === 0) await expect(started).rejects.toThrow(/SCRUTINY_SANDBOX=required forbids/);
    else {
      const browser = await started;
      expect(browser.warnings).toEqual([]);
      await browser.close();
    }
  });

  test('is examined by being run', async () => {
    const findings = await examineBrowser(wishes(), trialPage(readFonts()));
    expect(findings.used).toMatchObject({ works: true, fault: null });
    expect(findings.used?.version).toMatch(/Chrom|Edg/);
    const none = await examineBrowser(wishes({ browser: '/no/such/browser' }), trialPage(readFonts()));
    expect(none.used).toBeNull();
    expect(none.fix).toContain('--browser');
  });
});

describe('the browsers of a machine', () => {
  test('are found where each system keeps them', () => {
    const folder = folderWith({
      'bin/chromium': '',
      '.cache/puppeteer/chrome/linux-1/chrome-linux64/chrome': '',
    });
    for (const path of ['bin/chromium', '.cache/puppeteer/chrome/linux-1/chrome-linux64/chrome'])
      chmodSync(join(folder, path), 0o755);
    expect(installedPaths({ PATH: join(folder, 'bin'), HOME: folder }, 'linux')).toEqual([
      join(folder, 'bin/chromium'),
      join(folder, '.cache/puppeteer/chrome/linux-1/chrome-linux64/chrome'),
    ]);
  });
});

// Where it is missing on such a machine, the tests fail.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded browser', () => {
  const signal = new AbortController().signal;

  function unpacked(env: Readonly<Record<string, string>>) {
    if (!embedded) throw new Error('none is embedded here');
    return unpackBrowser(embedded, env, signal);
  }

  test('is unpacked once into a private folder, by two first runs at once too', async () => {
    const cache = folderWith({});
    const [one, two] = await Promise.all([
      unpacked({ XDG_CACHE_HOME: cache }),
      unpacked({ XDG_CACHE_HOME: cache }),
    ]);
    expect(one.path).toBe(two.path);
    expect(readdirSync(join(cache, 'scrutiny'))).toEqual([`chromium-${embedded?.version}`]);
    expect(statSync(join(cache, 'scrutiny')).mode & 0o777).toBe(0o700);
    expect(existsSync(one.libraries)).toBe(true);
    expect(existsSync(one.fonts)).toBe(true);

    // A file that was cut short is noticed and put right.
    truncateSync(one.path, 1_000);
    const mended = await unpacked({ XDG_CACHE_HOME: cache });
    expect(readFileSync(mended.path).length).toBeGreaterThan(100_000_000);
  });

  test('is not run from a folder that somebody else could have put there', async () => {
    const open = folderWith({});
    mkdirSync(join(open, 'scrutiny'));
    chmodSync(join(open, 'scrutiny'), 0o777);
    await expect(unpacked({ XDG_CACHE_HOME: open })).rejects.toThrow(
      /could have been put there by somebody else/,
    );

    const linked = folderWith({});
    symlinkSync(folderWith({}), join(linked, 'scrutiny'));
    await expect(unpacked({ XDG_CACHE_HOME: linked })).rejects.toThrow(
      /could have been put there by somebody else/,
    );
  });

  test('is unpacked for one run only where there can be no cache', async () => {
    const blocked = folderWith({ file: '' });
    const once = await unpacked({ XDG_CACHE_HOME: join(blocked, 'file', 'cache') });
    expect(existsSync(once.path)).toBe(true);
    once.discard();
    expect(existsSync(once.path)).toBe(false);
  });
});
