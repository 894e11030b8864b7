import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { beyondTheEdge, look, type Sight } from '../support/accessibility.js';
import { openPage } from '../support/browser.js';
import { folderWith } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { small } from '../support/registers.js';

/** What a logo says of its size, and how wide it is to its height; one that says nothing is drawn in the frame that it is given. */
const LOGOS = {
  'ten times as wide as high': ['viewBox="0 0 600 60"', 10],
  'forty times as wide as high': ['width="2400" height="60"', 40],
  'five times as high as wide': ['viewBox="0 0 60 300"', 0.2],
  square: ['viewBox="0 0 100 100"', 1],
  'of 16 dots': ['width="16" height="16" viewBox="0 0 16 16"', 1],
  'of 3000 dots': ['width="3000" height="2000"', 1.5],
  'in per cent': ['width="100%" height="100%" viewBox="0 0 300 100"', 3],
  'without a size': ['', 2],
} as const;

const NAMES = {
  short: 'Ambridge Council',
  long: 'Armagh City, Banbridge and Craigavon Borough Council',
};

const PRINT: Sight = { name: 'print', width: 620, height: 1123, isPrint: true };
const PHONE: Sight = { name: 'telephone', width: 360, height: 740 };

async function pageWith(attributes: string, name: string): Promise<string> {
  const council = (small()['data/council.yaml'] ?? '').replace(
    'council: Ambridge Council',
    `council: ${name}`,
  );
  const cwd = folderWith({
    ...small({ 'data/council.yaml': `${council}branding: { logo: logo.svg }\n` }),
    'data/logo.svg': `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="100%" height="100%"/></svg>`,
  });
  const host = fakeHost({ cwd });
  expect(await run(['report', '--meeting', '2020-03-02', '--format', 'html'], host), host.err()).toBe(0);
  return readFileSync(join(cwd, 'out/2020-03-02-homes/04-homes-update.html'), 'utf8');
}

describe.each(Object.entries(LOGOS))('a logo %s', (what, [attributes, shape]) => {
  test.each(Object.entries(NAMES))(
    'stands beside a %s name, on paper and on a telephone',
    async (_, name) => {
      const html = await pageWith(attributes, name);
      const page = await openPage();
      for (const sight of [PRINT, PHONE]) {
        await look(page, html, sight);
        const seen = await page.evaluate(() => {
          const [logo, words, head] = ['.logo', '.council', '.masthead'].map((one) =>
            document.querySelector(one)?.getBoundingClientRect(),
          );
          if (!logo || !words || !head) throw new Error('there is no logo');
          const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
          return {
            isBeside: logo.right < words.left && logo.top < words.bottom && words.top < logo.bottom,
            isWithin: logo.left >= 0 && words.right <= innerWidth,
            width: logo.width / rem,
            height: logo.height / rem,
            head: head.height,
          };
        });
        expect(seen, sight.name).toMatchObject({ isBeside: true, isWithin: true });
        expect(seen.width / seen.height / shape, sight.name).toBeCloseTo(1, 1);
        expect(seen.width, sight.name).toBeLessThanOrEqual(11.01);
        expect(seen.height, sight.name).toBeLessThanOrEqual(2.61);
        if (what === 'of 16 dots') expect(seen.width).toBeCloseTo(1, 2);
        // 45 mm.
        if (sight.isPrint) expect(seen.head).toBeLessThanOrEqual(170);
        expect(await beyondTheEdge(page)).toEqual([]);
      }
    },
  );
});
