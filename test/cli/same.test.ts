import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, PROJECT, sampleCopy } from '../support/folder.js';
import { loadedBy } from '../support/loaded.js';

const BIN = join(PROJECT, 'bin', 'scrutiny.js');
/** So that a test with another HOME does not unpack the browser again. */
const CACHE = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');

function scrutiny(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    encoding: 'utf8',
    // One that never ends has no status.
    timeout: 60_000,
    env: { ...process.env, XDG_CACHE_HOME: CACHE, ...env },
  });
}

describe('a command line that turns out to be wrong while the browser starts', () => {
  test.each([1, 2, 3])('ends at once, and the browser too: try %i', () => {
    const awkward = join(PROJECT, 'test/fixtures/awkward/data');
    const tried = scrutiny(['--data', awkward, 'report', '-m', '2020-03-02'], folderWith({}));
    expect(tried.stderr).toContain('Two panels meet on 2 March 2020');
    expect(tried.status).toBe(2);
  });
});

describe('the same register gives the same papers', () => {
  test('in another time zone, language, folder and home, to the byte', () => {
    const papers = [
      { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' },
      {
        TZ: 'Pacific/Kiritimati',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: folderWith({}),
        USER: 'somebody-else',
        TMPDIR: folderWith({}),
      },
    ].map((env) => {
      const cwd = sampleCopy();
      const made = scrutiny(['report', '--meeting', '2018-03-26'], cwd, env);
      expect(made.stderr.replace(/^note: .*\n/gm, '')).toBe('');
      expect(made.status).toBe(0);
      return ['pdf', 'html'].map((ending) =>
        readFileSync(
          join(cwd, `out/2018-03-26-culture-and-community/05-childrens-services-update.${ending}`),
        ),
      );
    });
    const [[pdf, html] = [], [otherPdf, otherHtml] = []] = papers;
    expect(pdf && otherPdf?.equals(pdf)).toBe(true);
    expect(html && otherHtml?.equals(html)).toBe(true);
  });

  test('when its files are written in another order and at another time', () => {
    const cwd = sampleCopy();
    const other = folderWith({});
    for (const path of ['data/reviews', 'data/meetings', 'data/council.yaml'])
      cpSync(join(cwd, path), join(other, path), { recursive: true });
    const [one, two] = [cwd, other].map((folder) => {
      expect(scrutiny(['report', '-m', '2018-02-19', '--format', 'html'], folder).status).toBe(0);
      return readFileSync(
        join(folder, 'out/2018-02-19-culture-and-community/06-childrens-services-update.html'),
        'utf8',
      );
    });
    expect(one).toBe(two);
  });
});

/** A script as V8 tells of it to NODE_V8_COVERAGE. */
interface Counted {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly count: number }[];
  }[];
}

describe('what is not needed is not loaded', () => {
  test.each([
    [['--help']],
    [['report', '--meeting', '2018-02-19', '--format', 'html']],
    [['templates']],
    [['check']],
    [['status', '--as-at', '2018-03-15']],
    [['show', 'digital-safeguarding/4.2']],
    [['changes', '--since', '2018-02-19', '--until', '2018-03-26', '--format', 'md']],
    [['chase', '--meeting', '2018-02-19', '--out', 'messages']],
  ])('%j loads neither Puppeteer nor what drives a browser or reads HTML', (argv) => {
    const loaded = loadedBy(argv);
    expect(loaded.some((url) => url.includes('/dist/cli/main.js'))).toBe(true);
    expect(loaded.filter((url) => /puppeteer|sparticuz|tar-stream|parse5|\/dist\/pdf\//.test(url))).toEqual(
      [],
    );
  });

  test('check loads no template and nothing that reads one', () => {
    const loaded = loadedBy(['check']);
    expect(loaded.some((url) => url.includes('/dist/workflows/check.js'))).toBe(true);
    expect(loaded.filter((url) => /handlebars|\/dist\/(?:html|view|pdf)\//.test(url))).toEqual([]);
  });

  test.each([
    [['status', '--as-at', '2018-03-15']],
    [['show', 'digital-safeguarding/4.2']],
    [['changes', '--since', '2018-02-19', '--until', '2018-03-26', '--format', 'md']],
    [['chase', '--meeting', '2018-02-19', '--out', 'messages']],
  ])('%j loads no template and nothing that reads one', (argv) => {
    const loaded = loadedBy(argv);
    expect(loaded.some((url) => url.includes('/dist/queries/index.js'))).toBe(true);
    expect(
      loaded.filter((url) => /handlebars|\/dist\/(?:html|pdf)\/|\/dist\/workflows\/report\.js/.test(url)),
    ).toEqual([]);
  });

  test('help loads neither YAML nor templates', () => {
    expect(loadedBy(['--help']).filter((url) => /node_modules\/(?!commander)/.test(url))).toEqual([]);
  });

  /** The program's files that a command loads, and the modules that it runs: each is a function there, which is called when it is first asked for. */
  function modulesRun(argv: readonly string[]): readonly string[] {
    const traces = folderWith({});
    const made = scrutiny(argv, sampleCopy(), { NODE_V8_COVERAGE: traces });
    expect(made.status, made.stderr).toBe(0);
    const [trace = ''] = readdirSync(traces);
    const { result }: { readonly result: readonly Counted[] } = JSON.parse(
      readFileSync(join(traces, trace), 'utf8'),
    );
    return result
      .filter(({ url }) => url.includes('/dist/program/'))
      .flatMap(({ url, functions }) => [
        url.replace(/.*\/dist\//, ''),
        ...functions.flatMap(({ functionName, ranges: [whole] }) =>
          functionName.includes('/') && whole && whole.count > 0 ? [functionName] : [],
        ),
      ]);
  }

  test('the program that is built does not run it either', () => {
    const drivesBrowsers = /puppeteer|sparticuz|tar-stream|dist\/pdf\//;
    expect(
      modulesRun(['--help']).filter((name) =>
        /node_modules\/(?!commander)|dist\/(?:html|pdf)\/|program\/(?:puppeteer|handlebars|parse5)/.test(
          name,
        ),
      ),
    ).toEqual([]);
    expect(
      modulesRun(['check'])
        .filter((name) => /^program\//.test(name))
        .toSorted(),
    ).toEqual(['program/scrutiny.cjs', 'program/user-cache.cjs']);
    const html = modulesRun(['report', '--meeting', '2018-02-19', '--format', 'html']);
    expect(html.filter((name) => drivesBrowsers.test(name))).toEqual([]);
    expect(html.some((name) => name.includes('dist/html/'))).toBe(true);
    const pdf = modulesRun(['report', '--meeting', '2018-02-19']);
    expect(pdf).toContain('program/puppeteer.cjs');
  });

  test('a PDF does load Puppeteer, so this check can fail', () => {
    expect(loadedBy(['report', '--meeting', '2018-02-19']).some((url) => url.includes('puppeteer'))).toBe(
      true,
    );
  });
});

describe('a whole process', () => {
  test('says in a sentence that the cache of its browser could have been planted, however early that shows', () => {
    const cache = folderWith({ 'scrutiny/anything': '' });
    chmodSync(join(cache, 'scrutiny'), 0o777);
    const cwd = sampleCopy();
    const made = scrutiny(['report', '--meeting', '2018-02-19'], cwd, { XDG_CACHE_HOME: cache });
    expect(made.stderr).toMatch(/^error: The folder .* could have been put there by somebody else/);
    expect(made.stderr).not.toMatch(/^ +at /m);
    expect(made.status).toBe(3);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
