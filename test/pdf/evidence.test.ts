import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { ownVersion } from '../../src/files/index.js';
import { emptyFolder, PROJECT, sampleCopy, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { everyTag, heard, type ReadPdf, readPdf } from '../support/read-pdf.js';

const NAME = '2018-02-19-culture-and-community/06-childrens-services-update';

interface Made {
  readonly pdf: ReadPdf;
  readonly html: string;
  readonly file: FactsFile;
}

interface FactsFile {
  readonly made: Readonly<Record<string, string>>;
  readonly facts: { readonly actions: readonly { readonly ref: string }[] };
}

async function made(cwd: string): Promise<Made> {
  const host = fakeHost({ cwd });
  expect(await run(['report', '--meeting', '2018-02-19'], host), host.err()).toBe(0);
  const pdf = await readPdf(readFileSync(join(cwd, 'out', `${NAME}.pdf`)));
  const file: FactsFile = JSON.parse(pdf.attachments.get('facts.json') ?? '');
  return { pdf, html: readFileSync(join(cwd, 'out', `${NAME}.html`), 'utf8'), file };
}

/** The block in small type, line by line, as it is heard. */
function block({ pdf }: Made): readonly string[] {
  const said = everyTag(pdf.pages.flatMap(({ structure }) => structure))
    .filter(({ role }) => role === 'H2' || role === 'P')
    .map((tag) => heard([tag]));
  const at = said.indexOf('How this paper was made');
  return said.slice(at + 1, at + 5);
}

const digests = (lines: readonly string[]) => lines.flatMap((line) => /[0-9a-f]{64}/.exec(line)?.[0] ?? []);

describe('the sample paper', () => {
  let paper: Made;
  const cwd = emptyFolder();

  beforeAll(async () => {
    cpSync(join(PROJECT, 'data'), join(cwd, 'data'), { recursive: true });
    paper = await made(cwd);
  });

  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test('carries its facts and a table of its actions, as the data behind it', () => {
    expect([...paper.pdf.attachments.keys()].toSorted()).toEqual(['actions.csv', 'facts.json']);
    expect(paper.pdf.raw.match(/\/AFRelationship\/Data/g)).toHaveLength(2);
    const table = (paper.pdf.attachments.get('actions.csv') ?? '').split('\r\n').slice(1, -1);
    const refs = paper.file.facts.actions.map(({ ref }) => ref);
    expect(table.map((row) => row.split(',')[2])).toEqual(refs);
    expect(refs).toContain('7.2');
  });

  test('prints the digest of those facts, of the templates and of the typeface, in its page too', () => {
    const { made: how, facts } = paper.file;
    expect(how['facts']).toBe(createHash('sha256').update(JSON.stringify(facts)).digest('hex'));
    expect(digests(block(paper))).toEqual([how['facts'], how['templates'], how['fonts']]);
    for (const digest of digests(block(paper)))
      expect(paper.html).toContain(`<span class="digest">${digest}</span>`);
  });

  test('says which version made it and, in what it carries, which browser', () => {
    expect(block(paper)[0]).toContain(
      `Made by scrutiny ${ownVersion()} from the council’s register as at 9 February 2018.`,
    );
    expect(paper.file.made['tool']).toBe(ownVersion());
    expect(paper.file.made['browser']).toMatch(/Chrome\/\d+\./);
    expect(paper.pdf.raw).toContain(`<xmp:CreatorTool>scrutiny ${ownVersion()}</xmp:CreatorTool>`);
  });

  test('has the block in type of 10 points, before its appendices and on no page alone', () => {
    const page = paper.pdf.pages.find(({ text }) => text.includes('How this paper was made'));
    const sizes = page?.words
      .filter(({ text }) => /SHA-256|Made by scrutiny/.test(text))
      .map(({ size }) => size);
    expect(sizes?.length).toBeGreaterThan(2);
    for (const size of sizes ?? []) expect(size).toBeGreaterThanOrEqual(9.99);
    expect(page?.text).toContain('Background papers');
    const order = paper.pdf.outline;
    expect(order.indexOf('How this paper was made')).toBeLessThan(
      order.findIndex((title) => title.startsWith('Appendix A')),
    );
  });
});

describe('the digest of the templates', () => {
  const digest = async (templates: Readonly<Record<string, string>>) => {
    const cwd = sampleCopy();
    writeFiles(cwd, templates);
    const host = fakeHost({ cwd });
    expect(await run(['report', '--meeting', '2018-02-19', '--format', 'html'], host), host.err()).toBe(0);
    const html = readFileSync(join(cwd, 'out', `${NAME}.html`), 'utf8');
    return /Templates \(SHA-256\): <span class="digest">([0-9a-f]{64})/.exec(html)?.[1];
  };

  test('changes with a part that the paper is made with, and with no other', async () => {
    const shipped = await digest({});
    expect(shipped).toBeDefined();
    expect(await digest({ 'templates/shared/council.css': ':root { --tint: #fafafa; }\n' })).not.toBe(
      shipped,
    );
    const notices = readFileSync(join(PROJECT, 'templates/shared/notices.hbs'), 'utf8');
    expect(await digest({ 'templates/shared/notices.hbs': `${notices}\n` })).not.toBe(shipped);
  });
});
