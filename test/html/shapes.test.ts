import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RATING_SHAPES } from '../../src/model/ratings.js';
import { openPage } from '../support/browser.js';
import { PROJECT } from '../support/folder.js';
import { pageOf } from '../support/papers.js';
import { small } from '../support/registers.js';

const SHAPES = readFileSync(join(PROJECT, 'templates', 'shared', 'shapes.hbs'), 'utf8');
const DRAWN = [...RATING_SHAPES, 'dashes', 'lines', 'pause', 'end', 'withheld'];

/** How dark each dot of a shape is, from 0 to 255, drawn at 40 by 40 with the paper's own styles. */
async function drawn(page: Awaited<ReturnType<typeof openPage>>, shape: string): Promise<readonly number[]> {
  await page.evaluate((name) => {
    document.body.innerHTML = `${document.querySelector('.shapes')?.outerHTML ?? ''}<svg id="one" class="shape" style="--on-white:#1a7340;--on-dark:#1a7340;width:40px;height:40px;margin:0"><use href="#${name}"/></svg>`;
  }, shape);
  const element = await page.$('#one');
  const picture = await element?.screenshot({ encoding: 'base64' });
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('nothing can be drawn');
    context.drawImage(image, 0, 0);
    const { data: dots } = context.getImageData(0, 0, image.width, image.height);
    return Array.from({ length: dots.length / 4 }, (_, index) => dots[index * 4 + 1] ?? 0);
  }, picture);
}

test('every shape differs from every other without its colour', async () => {
  expect(SHAPES).toContain('<symbol id="tick"');
  const page = await openPage();
  await page.setContent(pageOf(small(), 'update'));
  const all = new Map<string, readonly number[]>();
  for (const shape of DRAWN) all.set(shape, await drawn(page, shape));
  for (const [one, dots] of all) {
    expect(dots.filter((dot) => dot < 200).length, `${one} draws nothing`).toBeGreaterThan(100);
    for (const [other, others] of all) {
      if (one === other) continue;
      const different = dots.filter((dot, index) => Math.abs(dot - (others[index] ?? 0)) > 100).length;
      expect(different, `${one} and ${other} look alike`).toBeGreaterThan(60);
    }
  }
});

test.each(['tick', 'bar'])('what is cut out of the %s has the colour of the page', async (shape) => {
  const page = await openPage();
  await page.setContent(pageOf(small(), 'update'));
  const dots = await drawn(page, shape);
  const middle = dots.filter((_, index) => index % 40 > 10 && index % 40 < 30 && index > 400 && index < 1200);
  expect(middle.filter((dot) => dot > 240).length).toBeGreaterThan(20);
  expect(middle.filter((dot) => dot < 20)).toEqual([]);
});
