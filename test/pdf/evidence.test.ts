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

/** All that is heard, paragraph by paragraph. */
function saidIn({ pdf }: Made): readonly string[] {
  return everyTag(pdf.pages.flatMap(({ structure }) => structure))
    .filter(({ role }) => role === 'P')
    .map((tag) => heard([tag]));
}

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

  test('carries the digest of those facts, of the templates and of the typeface, and prints and says none of them', () => {
    const { made: how, facts } = paper.file;
    expect(how['facts']).toBe(createHash('sha256').update(JSON.stringify(facts)).digest('hex'));
    for (const which of ['templates', 'fonts']) expect(how[which]).toMatch(/^[0-9a-f]{64}$/);
    expect(saidIn(paper).join(' ')).not.toMatch(/[0-9a-f]{64}/);
    expect(paper.html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '')).not.toMatch(/[0-9a-f]{64}/);
  });

  test('says which version made it and, in what it carries, which browser', () => {
    expect(saidIn(paper).at(-1)).toBe(
      `Made by scrutiny ${ownVersion()} from the register as at 9 February 2018; “scrutiny verify” checks a copy.`,
    );
    expect(paper.file.made['tool']).toBe(ownVersion());
    expect(paper.file.made['browser']).toMatch(/Chrome\/\d+\./);
    expect(paper.pdf.raw).toContain(`<xmp:CreatorTool>scrutiny ${ownVersion()}</xmp:CreatorTool>`);
  });

  test('says it in one line, the last of its last page', () => {
    const last = paper.pdf.pages.at(-1)?.words.filter(({ y }) => y > 54) ?? [];
    const lowest = Math.min(...last.map(({ y }) => y));
    const line = last.filter(({ y }) => Math.abs(y - lowest) < 2);
    expect(line.map(({ text }) => text).join(' ')).toMatch(/^Made by scrutiny .* checks a copy\.$/);
    for (const { size } of line) expect(size).toBeGreaterThanOrEqual(9.4);
  });
});

describe('the digest of the templates', () => {
  const digest = async (templates: Readonly<Record<string, string>>) => {
    const cwd = sampleCopy();
    writeFiles(cwd, templates);
    return (await made(cwd)).file.made['templates'];
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
