import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { findRegister, readPictures } from '../../src/files/index.js';
import { measurePicture, rasterKind } from '../../src/files/picture-faults.js';
import { folderWith, PROJECT, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { SMALL } from '../support/registers.js';

function caseCopy(name: string): string {
  const folder = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', name), folder, { recursive: true });
  return folder;
}

async function checked(cwd: string): Promise<{ readonly code: number; readonly out: string }> {
  const host = fakeHost({ cwd });
  return { code: await run(['check'], host), out: host.out() };
}

const MEETING = 'data/meetings/2026-03-02-homes.yaml';

describe('two papers of one file name', () => {
  test('a-same-name: are refused at the second item', async () => {
    const { code, out } = await checked(caseCopy('a-same-name'));
    expect(code).toBe(1);
    expect(out).toContain('item-duplicate');
  });

  test.each([
    ['5', 'Repairs', '05', 'Repairs', 'refused'],
    ['6a', 'Roofs & gutters', '6A', 'Roofs, gutters', 'refused'],
    ['5', 'Repairs', '05', 'Repairs confidential', 'refused'],
    ['5', 'Repairs', '05', 'Repairs appendix A', 'refused'],
    ['5', 'Repairs', '05', 'Roofs', 'taken'],
    ['5', 'Repairs', '6', 'Repairs', 'taken'],
  ])('%s %s and %s %s are %s', async (one, title, other, second, outcome) => {
    const cwd = caseCopy('a-same-name');
    const item = (number: string, name: string) =>
      `  - { number: "${number}", title: "${name}", report: update, review: repairs }\n`;
    writeFileSync(
      join(cwd, MEETING),
      `date: 2026-03-02\npanel: homes\nitems:\n${item(one, title)}${item(other, second)}`,
    );
    const { out } = await checked(cwd);
    expect(out.includes('would have the same file name')).toBe(outcome === 'refused');
  });

  test('panels whose papers would lie in one folder are an error in council.yaml', async () => {
    const cwd = caseCopy('a-same-name');
    const council = join(cwd, 'data/council.yaml');
    writeFileSync(
      council,
      readFileSync(council, 'utf8').replace(/^panels:\n/m, 'panels:\n  Homes: The Other Panel\n'),
    );
    const { code, out } = await checked(cwd);
    expect(code).toBe(1);
    expect(out).toMatch(/council\.yaml/);
    expect(out).toContain('would lie in the same folder');
  });
});

describe('pictures', () => {
  test('a-svg-id: a drawing that names its own parts is accepted', async () => {
    const { code, out } = await checked(caseCopy('a-svg-id'));
    expect(out).not.toContain('image-missing');
    expect(code).toBe(0);
  });

  test('a-broken-picture: is named at the line that uses it', async () => {
    const { code, out } = await checked(caseCopy('a-broken-picture'));
    expect(code).toBe(1);
    expect(out).toMatch(/the picture 'pictures\/map\.png' is damaged/);
    expect(out).toMatch(/progress\/2026-02-10\.yaml:\d+:\d+/);
  });

  const svg = (inner: string, more = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${more}>${inner}</svg>`;

  function isTaken(text: string): boolean {
    const folder = folderWith(SMALL);
    writeFiles(folder, { 'data/a.svg': text });
    const span = { file: 'data/council.yaml', start: 0, end: 1 };
    const wanted = [{ path: 'a.svg', span, room: undefined }];
    return readPictures(findRegister(folder, undefined), wanted).diagnostics.length === 0;
  }

  test.each([
    `<use xlink:href="#r"/>`,
    `<use href='#r'/>`,
    `<use href = "#r"/>`,
    `<path fill="url(#g)"/>`,
    `<path fill="url('#g')"/>`,
    `<path style="fill:url(&quot;#g&quot;)"/>`,
    `<image href="data:image/png;base64,AAAA"/>`,
    `<text>set and script</text>`,
  ])('a drawing with %s is taken', (inner) => {
    expect(isTaken(svg(inner))).toBe(true);
  });

  test.each([
    `<script>1</script>`,
    `<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>`,
    `<animate attributeName="x"/>`,
    `<set attributeName="href" to="x"/>`,
    `<use href="other.svg#r"/>`,
    `<image href="https://example.org/a.png"/>`,
    `<image href="data:image/svg+xml,x"/>`,
    `<image href="&#104;ttps://example.org/a.png"/>`,
    `<path fill="url(https://example.org/#g)"/>`,
    String.raw`<style>a{fill:\75 rl(https://example.org)}</style>`,
    String.raw`<style>@\69mport "a.css"</style>`,
    `<style>a{background:image-set("a.png" 1x)}</style>`,
    `<rect onload="x"/>`,
    `<foreignObject/>`,
  ])('a drawing with %s is refused', (inner) => {
    expect(isTaken(svg(inner))).toBe(false);
  });

  test('a drawing that ends too early is refused', () => {
    expect(isTaken(svg('<path/>').slice(0, -6))).toBe(false);
  });

  const PNG = readFileSync(join(PROJECT, 'test/fixtures/check/image-missing/good/data/pictures/roof.png'));
  // Made with one pixel each.
  const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

  test.each([
    ['png', PNG],
    ['gif', GIF],
    ['webp', WEBP],
  ])('a whole %s is taken, and one that is cut anywhere is not', (kind, bytes) => {
    const found = rasterKind(bytes);
    expect(found).toBe(kind);
    if (!found) return;
    expect(measurePicture(bytes, found)).not.toHaveProperty('fault');
    for (let length = 12; length < bytes.length - (kind === 'png' ? 4 : 0); length += 1)
      expect(measurePicture(bytes.subarray(0, length), found)).toHaveProperty(
        'fault',
        expect.stringContaining('is damaged'),
      );
  });

  test('a picture of too many pixels, or of none, is named', () => {
    const sized = (width: number, height: number) => {
      const bytes = Buffer.from(GIF);
      bytes.writeUInt16LE(width, 6);
      bytes.writeUInt16LE(height, 8);
      const measured = measurePicture(bytes, 'gif');
      return 'fault' in measured ? measured.fault : measured;
    };
    expect(sized(60_000, 1_000)).toEqual({ width: 60_000, height: 1_000, isFree: false });
    expect(sized(60_000, 1_001)).toContain('is too large: 60000 by 1001 pixels');
    expect(sized(0, 5)).toContain('no width');
  });
});
