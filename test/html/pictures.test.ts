import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { findRegister, readPictures, smallPictures } from '../../src/files/index.js';
import { look } from '../support/accessibility.js';
import { openPage } from '../support/browser.js';
import { folderWith } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { SMALL } from '../support/registers.js';

const span = { file: 'data/council.yaml', start: 0, end: 1 };

function drawing(attributes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0h9v9z"/></svg>`;
}

const sized = (width: number, height: number) => drawing(`width="${width}" height="${height}"`);

/** A picture as the disk has it. */
function read(svg: string) {
  const folder = folderWith({ ...SMALL, 'data/a.svg': svg });
  return readPictures(findRegister(folder, undefined), [{ path: 'a.svg', span, room: 'page' }]).value;
}

/** What is said of a picture in a text of that room. */
function warned(width: number, height: number, room: 'page' | 'column' = 'page'): string | undefined {
  const pictures = read(sized(width, height));
  return smallPictures([{ path: 'a.svg', span, room }], pictures)[0]?.message;
}

describe('a picture that a page has no room for', () => {
  test('is told with the size that it is printed in', () => {
    expect(warned(400, 4000)).toBe(
      'this picture of 400 by 4000 pixels is printed 16 mm wide and 160 mm high, which may be too small to read',
    );
    expect(warned(4000, 400)).toContain('printed 150 mm wide and 15 mm high');
  });

  test.each([
    // An eighth of its height is 20 mm on a page.
    [500, 4000, false],
    [499, 4000, true],
    // Half as large as it was made, 1210 dots are 160 mm.
    [150, 1209, false],
    [150, 1210, true],
    [1600, 1200, false],
    [16, 16, false],
    [300, 30, false],
  ])('of %d by %d: %s', (width, height, isTold) => {
    expect(warned(width, height) !== undefined).toBe(isTold);
  });

  test('is looked at in the room that it has: a wide one in a column has the width of the page', () => {
    expect(warned(390, 100, 'column')).toBeUndefined();
    expect(warned(900, 600, 'column')).toBeUndefined();
    expect(warned(1500, 760, 'column')).toBeUndefined();
    expect(warned(2000, 200, 'column')).toContain('printed 150 mm wide');
    expect(warned(1000, 510, 'column')).toBeUndefined();
  });
});

test('a drawing that has only a shape is told by what becomes of it', () => {
  const free = (width: number, height: number) =>
    smallPictures(
      [{ path: 'a.svg', span, room: 'page' }],
      read(drawing(`viewBox="0 0 ${width} ${height}"`)),
    )[0]?.message;
  expect(free(1, 10)).toBe(
    'this drawing is printed 16 mm wide and 160 mm high, which may be too small to read',
  );
  expect(free(10, 1)).toBeUndefined();
});

test.each([
  ['width="300" height="200"', { width: 300, height: 200, isFree: false }],
  ['width="25.4mm" height="1in"', { width: 96, height: 96, isFree: false }],
  ['viewBox="0 0 120 40"', { width: 120, height: 40, isFree: true }],
  ['viewBox="0 0 120 40" width="240"', { width: 240, height: 80, isFree: false }],
  ['viewBox="-5,-5,60,30" height="100%"', { width: 60, height: 30, isFree: true }],
  ['width="100%" height="100%"', undefined],
  ['viewBox="0 0 0 0"', undefined],
  ['', undefined],
])('a drawing with %s is known by its size', (attributes, size) => {
  expect(read(drawing(attributes)).get('a.svg')?.size).toEqual(size);
});

/** A register with pictures of every shape wherever an author may put one. */
function pictured(): string {
  const show = (name: string) => `As seen:\n\n![${name}](pictures/${name}.svg)\n\nAnd so on.`;
  const files = {
    'data/council.yaml': 'council: Ambridge Council\npanels: { homes: Homes Scrutiny Panel }\n',
    'data/pictures/tall.svg': sized(400, 4000),
    'data/pictures/wide.svg': sized(1800, 450),
    'data/pictures/photo.svg': sized(2000, 1500),
    'data/pictures/dot.svg': sized(16, 16),
    'data/reviews/repairs/review.yaml': JSON.stringify({
      title: 'Repairs',
      panel: 'homes',
      background: show('tall'),
      'background-papers': [],
      recommendations: [
        {
          ref: '1',
          text: show('photo'),
          response: 'accepted in part',
          reason: show('wide'),
          actions: [
            { ref: '1.1', text: show('wide'), owner: 'Head of Homes', due: '2020-05-31' },
            { ref: '1.2', text: show('tall'), owner: 'Head of Homes', due: '2020-04-30' },
            { ref: '1.3', text: 'See ![dot](pictures/dot.svg) on it.', owner: 'Head of Homes' },
          ],
        },
      ],
    }),
    'data/reviews/repairs/progress/a.yaml': JSON.stringify({
      'as-at': '2020-02-10',
      progress: { '1.1': { rating: 'amber', note: show('photo') }, '1.2': { note: show('wide') } },
    }),
    'data/meetings/m.yaml': JSON.stringify({
      date: '2020-03-02',
      panel: 'homes',
      items: [
        {
          number: 4,
          title: 'Repairs',
          report: 'update',
          review: 'repairs',
          implications: { Financial: show('wide') },
          sections: [{ title: 'Consultation', after: 'purpose', text: show('photo') }],
        },
      ],
    }),
  };
  return folderWith(files);
}

test('every picture is whole on a page, in its shape, and a wide one beneath its row has the width of the page', async () => {
  const cwd = pictured();
  expect(await run(['report', '--meeting', '2020-03-02', '--format', 'html'], fakeHost({ cwd }))).toBe(0);
  const html = readFileSync(join(cwd, 'out/2020-03-02-homes/04-repairs.html'), 'utf8');
  const page = await openPage();
  await look(page, html, { name: 'print', width: 620, height: 1123, isPrint: true });
  const seen = await page.$$eval('main img', (pictures) =>
    pictures.map((picture) => {
      const { width, height, left, right } = picture.getBoundingClientRect();
      return {
        name: picture.getAttribute('alt'),
        isWhole: left >= 0 && right <= innerWidth + 0.5 && height <= 605,
        shape: Math.round((width / height) * 100) / 100,
        width: Math.round(width),
        isBelow: picture.closest('tr.more') !== null,
      };
    }),
  );
  const shapes: Readonly<Record<string, number>> = { tall: 0.1, wide: 4, photo: 1.33, dot: 1 };
  expect(seen.map(({ name }) => name).toSorted()).toEqual(
    [...Array(3).fill('photo'), ...Array(4).fill('wide'), ...Array(2).fill('tall'), 'dot'].toSorted(),
  );
  expect(seen.filter(({ isWhole, shape, name }) => !isWhole || shape !== shapes[name ?? ''])).toEqual([]);
  const wide = seen.filter(({ name }) => name === 'wide');
  expect(wide.filter(({ width }) => width < 540)).toEqual([]);
  expect(wide.filter(({ isBelow }) => isBelow)).toHaveLength(3);
  expect(seen.filter(({ name, isBelow }) => name !== 'wide' && isBelow)).toEqual([]);
});

test('check warns at the lines of those that are too small to read, and of no others', async () => {
  const host = fakeHost({ cwd: pictured(), today: day('2020-03-01') });
  await run(['check'], host);
  const told = [...host.out().matchAll(/^(data\/\S+?):\d+:\d+ warning image-small/gm)].map(
    ([, file]) => file,
  );
  expect(told).toEqual(['data/reviews/repairs/review.yaml', 'data/reviews/repairs/review.yaml']);
});
