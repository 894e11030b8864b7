import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { SMALL, small } from '../support/registers.js';

const COUNCIL = 'data/council.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly messages: readonly string[];
}

async function check(cwd: string): Promise<Said> {
  const before = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort();
  const host = fakeHost({ cwd, today: day('2020-03-10') });
  const code = await run(['check'], host);
  // Nothing is left behind, whatever was found.
  expect(readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
  expect(host.err()).toBe('');
  return { code, out: host.out(), messages: host.out().match(/^data\S+ (?:error|warning) .*$/gm) ?? [] };
}

function withProgress(text: string): string {
  return folderWith(small({ [PROGRESS]: text }));
}

/** The small register with something else than a file in the place of its progress. */
function withOther(put: (path: string) => void): string {
  const cwd = folderWith(small({ [PROGRESS]: '' }));
  mkdirSync(dirname(join(cwd, PROGRESS)), { recursive: true });
  put(join(cwd, PROGRESS));
  return cwd;
}

describe('files that mean harm give one message each', () => {
  test('aliases that grow without end', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) => `  x-${index + 1}: [${`*a${index}, `.repeat(9)}*a${index}]`,
    );
    const bomb = `as-at: 2020-02-10\nx-a: &a0 [lol]\n${levels.map((line, index) => line.trim().replace(':', `: &a${index + 1}`)).join('\n')}\nprogress: {}\n`;
    const { code, out } = await check(withProgress(bomb));
    expect(code).toBe(1);
    expect(out).toContain('yaml-alias');
    expect(out.length).toBeLessThan(100_000);
  });

  test('ten thousand brackets, dashes or question marks deep', async () => {
    for (const mark of ['[', '{a: ', '- ', '? ']) {
      const { code, messages } = await check(
        withProgress(`as-at: 2020-02-10\nprogress: {}\nx-a:\n  ${mark.repeat(10_000)}\n`),
      );
      expect(code).toBe(1);
      expect(messages).toEqual([expect.stringContaining('yaml-too-deep')]);
    }
  });

  test('ten thousand levels of indentation', async () => {
    const deep = Array.from({ length: 2_000 }, (_, index) => `${' '.repeat(index + 1)}a:\n`).join('');
    const { code, messages } = await check(withProgress(`as-at: 2020-02-10\nprogress: {}\nx-a:\n${deep}`));
    expect(code).toBe(1);
    expect(messages).toEqual([expect.stringContaining('yaml-too-deep')]);
  });

  test('a file of 100 MB', async () => {
    const { code, messages } = await check(
      withOther((path) => {
        writeFileSync(path, 'as-at: 2020-02-10\n');
        truncateSync(path, 100_000_000);
      }),
    );
    expect(code).toBe(1);
    expect(messages).toEqual([
      expect.stringMatching(/file-too-large {2}this file has 100\.0 MB; at most 8\.0 MB are read/),
    ]);
  });

  test('a pipe in place of a file, which would never end', async () => {
    const { messages } = await check(withOther((path) => void execFileSync('mkfifo', [path])));
    expect(messages).toEqual([expect.stringContaining('file-unreadable  this is not an ordinary file')]);
  });

  test('a device in place of a file', async () => {
    const { messages } = await check(withOther((path) => symlinkSync('/dev/zero', path)));
    expect(messages).toEqual([expect.stringContaining('file-outside')]);
  });

  test('a link that leads out of the register', async () => {
    const { messages, out } = await check(withOther((path) => symlinkSync('/etc/passwd', path)));
    expect(messages).toEqual([expect.stringContaining('file-outside')]);
    expect(out).not.toContain('root:');
  });

  test('a link that leads to itself', async () => {
    const { messages } = await check(withOther((path) => symlinkSync(path, path)));
    expect(messages).toEqual([expect.stringContaining('its links lead in a circle')]);
  });

  test.each([
    ['Latin-1', Buffer.from([0x6e, 0x6f, 0x74, 0x65, 0x3a, 0x20, 0xa3])],
    ['UTF-16', Buffer.from('\ufeffas-at: 2020-02-10\n', 'utf16le')],
    ['NUL characters', Buffer.from('as-at: 2020-02-10\0\n')],
  ])('%s', async (_what, bytes) => {
    const { messages } = await check(withOther((path) => writeFileSync(path, bytes)));
    expect(messages).toEqual([expect.stringContaining('file-encoding')]);
  });
});

describe('words that mean harm', () => {
  test('keys of JavaScript’s own objects are keys like any other', async () => {
    const { messages } = await check(
      withProgress(
        'as-at: 2020-02-10\n__proto__: { polluted: yes }\nconstructor: x\nprogress:\n  __proto__: { rating: amber }\n',
      ),
    );
    expect(messages).toEqual([
      expect.stringContaining("'__proto__' is not a key of a progress file"),
      expect.stringContaining("'constructor' is not a key of a progress file"),
      expect.stringContaining("there is no action '__proto__'"),
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('officers, panels and ratings with such names are found', async () => {
    const { messages } = await check(
      folderWith(
        small({
          [COUNCIL]:
            'council: A\npanels: { homes: H, __proto__: P }\nofficers: { head-of-homes: {}, constructor: { role: C } }\n',
          [PROGRESS]:
            'as-at: 2020-02-10\nreported-by: constructor\nprogress:\n  1.1: { rating: __proto__ }\n',
        }),
      ),
    );
    expect(messages).toEqual([expect.stringContaining("'__proto__' is not a rating")]);
  });

  test('nothing can steer the terminal', async () => {
    const { out } = await check(
      withProgress(
        'as-at: 2020-02-10\nprogress:\n  "1.1\\e]0;owned\\a\\e[2J\u202e\u200b":\n    rating: "\\e[31mred"\n',
      ),
    );
    expect(out).toMatch(/ref-unknown/);
    expect(out).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'vbscript:x'])(
    'a link to %s',
    async (address) => {
      const { code, messages } = await check(
        withProgress(
          `as-at: 2020-02-10\nprogress:\n  1.1:\n    note: 'See [the list](${address}).'\n    evidence: [ { title: List, link: '${address}' } ]\n`,
        ),
      );
      expect(code).toBe(1);
      expect(messages).toEqual([
        expect.stringContaining('link-scheme'),
        expect.stringContaining('link-scheme'),
      ]);
    },
  );

  test('HTML, style sheets and the syntax of templates are words', async () => {
    const { code, out } = await check(
      withProgress(
        'as-at: 2020-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      <script>alert(1)</script> {{constructor}} {{> secret}} <style>*{display:none}</style>\n',
      ),
    );
    expect(code).toBe(0);
    expect(out).toContain('6:7 info html-text  HTML is printed as it was typed: <script>\n');
    expect(out).toContain('6:62 info html-text  HTML is printed as it was typed: <style>\n');
    expect(out).toMatch(/\n2 remarks in 4 files\./);
  });
});

describe('pictures that mean harm', () => {
  test.each([
    ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a handler', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['an address', '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>'],
    [
      'an entity',
      '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ],
    ['no picture at all', 'GIF'],
  ])('a logo with %s', async (_what, svg) => {
    const { code, messages } = await check(
      folderWith(
        small({ [COUNCIL]: `${SMALL[COUNCIL]}branding: { logo: logo.svg }\n`, 'data/logo.svg': svg }),
      ),
    );
    expect(code).toBe(1);
    expect(messages).toEqual([
      expect.stringContaining("image-missing  'logo.svg' is not a picture that can be printed"),
    ]);
  });

  test('a huge picture', async () => {
    const cwd = folderWith(
      small({ [COUNCIL]: `${SMALL[COUNCIL]}branding: { logo: logo.png }\n`, 'data/logo.png': 'x' }),
    );
    truncateSync(join(cwd, 'data', 'logo.png'), 1_000_000_000);
    const { messages } = await check(cwd);
    expect(messages).toEqual([expect.stringMatching(/image-missing .*at most 4\.0 MB are read/)]);
  });
});
