import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { findRegister } from '../../src/files/index.js';
import type { PaperBrowser } from '../../src/pdf/index.js';
import { verifyPaper } from '../../src/verify/index.js';
import { inspectFile } from '../../src/verify/inspect-file.js';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { SMALL } from '../support/registers.js';

const NAME = 'out/2020-03-02-homes/04-homes-update';
const cwd = emptyFolder();
const files = new Map<string, Buffer>();

beforeAll(async () => {
  writeFiles(cwd, SMALL);
  const host = fakeHost({ cwd });
  expect(await run(['report', '-m', '2020-03-02'], host), host.err()).toBe(0);
  for (const format of ['pdf', 'html']) files.set(format, readFileSync(join(cwd, `${NAME}.${format}`)));
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function fileOf(format: string): Buffer {
  const file = files.get(format);
  if (!file) throw new Error(`there is no ${format}`);
  return file;
}

function changed(file: Buffer, at: number, by: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = ((copy[at] ?? 0) + by) % 256;
  return copy;
}

/** Whether a file is known for a paper that is not as it was made. */
async function isFound(file: Buffer): Promise<boolean> {
  const { isOurs, contentId } = await inspectFile(file);
  return isOurs && contentId.said !== contentId.found;
}

function verified(bytes: Buffer) {
  return verifyPaper({
    bytes,
    place: findRegister(cwd, undefined),
    isBuiltinOnly: false,
    path: process.env['PATH'],
    startBrowser: () => Promise.reject(new Error('not for a page')),
    signal: new AbortController().signal,
  });
}

describe.each(['pdf', 'html'])('one byte of a %s', (format) => {
  test('that was not changed is as it was', async () => {
    expect(await isFound(fileOf(format))).toBe(false);
  });

  test('changed anywhere is found', async () => {
    const file = fileOf(format);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) =>
        isFound(changed(file, at, by)),
      ),
      { numRuns: 150 },
    );
  });

  test('changed at its ends, in its id, its marks, its data and its metadata is found', async () => {
    const file = fileOf(format);
    const places =
      format === 'pdf'
        ? ['/ID[<', '/EmbeddedFile', '<xmp:CreatorTool>scrutiny', 'startxref', '/Type/XRef', '<dc:title>']
        : ['data-content-id="', 'ld+json', '"facts"', 'Made by scrutiny', '</html>', '<style>', '@type'];
    const around = places.flatMap((mark) => {
      const at = file.lastIndexOf(mark);
      expect(at, mark).toBeGreaterThan(-1);
      return Array.from({ length: mark.length + 70 }, (_, index) => at + index);
    });
    const ends = Array.from({ length: 40 }, (_, index) => [index, file.length - 1 - index]).flat();
    const missed: number[] = [];
    for (const at of [...ends, ...around].filter((place) => place < file.length))
      if (!(await isFound(changed(file, at, 1)))) missed.push(at);
    expect(missed).toEqual([]);
  });

  test('added or taken away is found', async () => {
    const file = fileOf(format);
    for (const other of [
      Buffer.concat([file, Buffer.from('\n')]),
      Buffer.concat([Buffer.from('\n'), file]),
      file.subarray(0, -1),
      Buffer.concat([file.subarray(0, 5000), file.subarray(5001)]),
    ])
      expect(await isFound(other)).toBe(true);
  });
});

test('verify reports a page with one byte changed anywhere as altered, and never fails', async () => {
  const file = fileOf('html');
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const { verdict } = await verified(changed(file, at, by));
      expect(verdict).toBe('altered');
    }),
    { numRuns: 10 },
  );
});

test('a paper that another browser printed is not compared byte by byte, and not reported as altered', async () => {
  let isClosed = false;
  const other: PaperBrowser = {
    version: 'Other/1',
    path: '',
    source: 'chosen',
    warnings: [],
    print: () => Promise.reject(new Error('not to be asked')),
    close: async () => {
      isClosed = true;
    },
  };
  const found = await verifyPaper({
    bytes: fileOf('pdf'),
    place: findRegister(cwd, undefined),
    isBuiltinOnly: false,
    path: process.env['PATH'],
    startBrowser: async () => other,
    signal: new AbortController().signal,
  });
  expect([found.verdict, found.hindrances, found.browser]).toEqual([
    'incomparable',
    ['other-browser'],
    'Other/1',
  ]);
  expect(isClosed).toBe(true);
});
