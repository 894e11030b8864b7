import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { filesOf, REGISTERS } from '../support/arbitrary-register.js';
import { drawn } from '../support/campaign.js';
import { folderWith, PROJECT, sampleCopy } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

type Json = { readonly [key: string]: unknown };

/** What a command gives in a folder; it must end well. */
async function given(cwd: string, ...argv: readonly string[]): Promise<string> {
  const host = fakeHost({ cwd, today: day('2018-03-20') });
  const code = await run([...argv], host);
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${host.err()}${host.out()}`);
  return host.out();
}

async function exported(cwd: string, ...argv: readonly string[]): Promise<Uint8Array> {
  const path = (await given(cwd, 'export', ...argv)).trim();
  return readFileSync(join(cwd, path));
}

describe('the sample as a spreadsheet', () => {
  test('has a sheet for the review, one with every report, and the council’s key', async () => {
    const book = read(await exported(sampleCopy(), '--format', 'xlsx'), { cellStyles: true });
    expect(book.SheetNames).toEqual(['digital-safeguarding', 'Reports', 'Key']);
    const rows: string[][] = utils.sheet_to_json(book.Sheets['digital-safeguarding'] ?? {}, {
      header: 1,
      raw: false,
    });
    expect(rows.slice(0, 3).map(([title]) => title)).toEqual([
      'Digital Safeguarding: Sexting and Youth Produced Sexual Imagery',
      'Culture and Community Scrutiny Panel',
      'Middlesbrough Council. As at 20 March 2018',
    ]);
    expect(rows[3]?.[0]).toMatch(/invented/);
    expect(rows[4]).toEqual([
      'Reference',
      'Recommendation',
      'Response',
      'Reason for response',
      'Action reference',
      'Action',
      'Owner',
      'Due',
      'Success measure',
      'Reported on',
      'Rating',
      'Progress',
      'Revised due date requested',
      'Reason for the request',
      'Evidence',
      'Reported by',
    ]);
    expect(rows[5]?.slice(4, 8)).toEqual([
      '1.1',
      'Offer a lesson pack on the sharing of images to every secondary school.',
      'Schools Support Officer',
      '31 Dec 2017',
    ]);
  });

  test('keeps its heads in sight, can be filtered, and has ratings to choose from', async () => {
    const { unzip } = await import('../../src/exchange/grid/zip.js');
    const parts = unzip('x', await exported(sampleCopy(), '--format', 'xlsx'), () => true);
    const sheet = Buffer.from(parts.get('xl/worksheets/sheet1.xml') ?? []).toString();
    expect(sheet.slice(0, 600)).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    expect(sheet.slice(-1_200)).toMatch(/<autoFilter ref="A5:P\d+"/);
    expect(sheet.slice(-1_200)).toMatch(
      /<dataValidation [^>]*type="list"[^>]*>\s*<formula1>'?Key'?!\$A\$3:\$A\$5<\/formula1>/,
    );
  });

  test('is the same to the byte, whenever it is made', async () => {
    const folder = sampleCopy();
    for (const format of ['xlsx', 'csv', 'json', 'ics']) {
      const first = await exported(folder, '--format', format);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(
        Buffer.compare(Buffer.from(first), Buffer.from(await exported(folder, '--format', format))),
      ).toBe(0);
    }
  });
});

test('what looks like a formula is never calculated, and comes back as it was', async () => {
  const evil = '=HYPERLINK("http://x.example","y")';
  const cwd = folderWith({
    'data/council.yaml': 'council: Norbury Council\npanels: { p: Homes Panel }\n',
    'data/reviews/roofs/review.yaml': `title: Roofs\npanel: p\nrecommendations:\n  - ref: 1\n    text: '${evil}'\n    owner: '@SUM(A1)'\n    due: '-1+1'\n`,
  });
  const csv = Buffer.from(await exported(cwd, '--format', 'csv')).toString();
  expect(csv).toContain(`"'=HYPERLINK(""http://x.example"",""y"")"`);
  expect(csv).not.toMatch(/(?:^|,)"?[=@+-]/m);
  const sheet = read(await exported(cwd, '--format', 'xlsx')).Sheets['roofs'] ?? {};
  expect(Object.values(sheet).some((cell: { f?: string }) => cell.f !== undefined)).toBe(false);
  const empty = folderWith({ 'r.csv': csv });
  await given(empty, 'import', 'r.csv', '--council', 'Norbury Council', '--panel', 'Homes Panel');
  const back = readFileSync(join(empty, 'data/reviews/roofs/review.yaml'), 'utf8');
  expect(back).toContain(evil);
  expect(back).toContain('@SUM(A1)');
});

test('JSON is as its schema says, and the schema is the one that ships', async () => {
  const schema = JSON.parse(readFileSync(join(PROJECT, 'schemas/export.json'), 'utf8'));
  const { EXPORT_SCHEMA } = await import('../../src/exchange/out/write-json.js');
  expect(schema).toEqual(JSON.parse(JSON.stringify(EXPORT_SCHEMA)));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const value = JSON.parse(await given(sampleCopy(), 'export', '--format', 'json', '--out', '-'));
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...value, council: 1 })).toBe(false);
});

test('every key of the JSON is in its description', async () => {
  const value = JSON.parse(await given(sampleCopy(), 'export', '--format', 'json', '--out', '-'));
  const keys = (found: unknown): readonly string[] => {
    if (Array.isArray(found)) return found.flatMap(keys);
    return typeof found === 'object' && found !== null
      ? Object.entries(found).flatMap(([key, part]) => [key, ...keys(part)])
      : [];
  };
  const page = readFileSync(join(PROJECT, 'docs/json.md'), 'utf8');
  const section = page.slice(page.indexOf('## export'));
  expect(
    [...new Set(keys(value))].filter((key) => !new RegExp(`[\`.]${key}(?:\\[\\])?[\`.]`).test(section)),
  ).toEqual([]);
});

test('a calendar has the due dates of what is open, and the meetings to come', async () => {
  const text = await given(sampleCopy(), 'export', '--format', 'ics', '--out', '-');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
  expect(events[0]?.summary).toBe('Meeting: Culture and Community Scrutiny Panel');
  expect(events[0]?.startDate.toString()).toBe('2018-03-26');
  const due = events.find(({ uid }) => uid === 'digital-safeguarding%2F1.2@scrutiny');
  expect(due?.startDate.toString()).toBe('2018-03-31');
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

/** What a sheet can hold of a register: everything but what meetings decided, and what is withheld. */
function held(json: string): unknown {
  const value: { reviews: readonly Json[] } = JSON.parse(json);
  const lists = (thing: Json, key: string): readonly Json[] => (Array.isArray(thing[key]) ? thing[key] : []);
  const squeezed = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(/\s+/g, ' ').trim();
    if (Array.isArray(part)) return part.map(squeezed);
    if (typeof part !== 'object' || part === null) return part;
    // A length of time counts from the Executive's response, which is the review's and no row's.
    if ('lastDay' in part && 'date' in part && part.date === null) return { ...part, lastDay: null };
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, squeezed(one)]));
  };
  return squeezed(
    value.reviews.map((review) => ({
      key: review['review'],
      title: review['title'],
      recommendations: lists(review, 'recommendations')
        .filter(({ text }) => text !== null)
        .map(({ actions: _, ...one }, index) => ({
          ...one,
          actions: lists(
            lists(review, 'recommendations').filter(({ text }) => text !== null)[index] ?? {},
            'actions',
          )
            .filter(({ text }) => text !== null)
            .map(({ extendedTo: _e, standing: _s, decided: _d, withheld: _w, ...action }) => action),
        })),
    })),
  );
}

describe('an export, imported into an empty folder', () => {
  test.each(['xlsx', 'csv'])(
    '%s of the sample gives the same recommendations, actions, owners, dates and reports',
    async (format) => {
      const cwd = sampleCopy();
      const empty = folderWith({});
      writeFileSync(join(empty, `tracker.${format}`), await exported(cwd, '--format', format));
      const said = await given(
        empty,
        'import',
        `tracker.${format}`,
        '--council',
        'Middlesbrough Council',
        '--panel',
        'Culture and Community Scrutiny Panel',
        ...(format === 'csv' ? ['--map', 'Green=green', '--map', 'Amber=amber', '--map', 'Red=red'] : []),
      );
      const [before, after] = await Promise.all(
        [cwd, empty].map((one) => given(one, 'export', '--format', 'json', '--out', '-')),
      );
      expect(held(after ?? '')).toEqual(held(before ?? ''));
      expect(said).not.toMatch(/not understood/);
      await given(empty, 'check');
    },
  );

  test('of registers as they are drawn', async () => {
    await fc.assert(
      fc.asyncProperty(REGISTERS, async (made) => {
        const cwd = folderWith(filesOf(made));
        const empty = folderWith({});
        const on = ['--as-at', '2021-01-01'];
        writeFileSync(join(empty, 'tracker.xlsx'), await exported(cwd, '--format', 'xlsx', ...on));
        await given(
          empty,
          'import',
          'tracker.xlsx',
          '--council',
          'Norbury Council',
          '--panel',
          'Homes Panel',
        );
        const [before, after] = await Promise.all(
          [cwd, empty].map((one) => given(one, 'export', '--format', 'json', '--out', '-', ...on)),
        );
        expect(held(after ?? '')).toEqual(held(before ?? ''));
      }),
      drawn({ share: 15, campaign: 400 }),
    );
  });
});
