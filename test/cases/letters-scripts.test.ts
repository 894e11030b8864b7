import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { readPdf } from '../support/read-pdf.js';

/** The papers of a register's meeting: as a page, as another program reads the PDF, and as it is heard. */
async function paperOf(cwd: string) {
  const host = fakeHost({ cwd });
  const code = await run(['report', '--meeting', '2026-03-02', '--format', 'pdf,html', '--as-heard'], host);
  const folder = join(cwd, 'out', '2026-03-02-homes');
  const fileOf = (ending: string) =>
    readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith(ending)) ?? ''));
  const pdf = await readPdf(fileOf('.pdf'));
  return {
    code,
    said: host.err(),
    html: fileOf('.html').toString('utf8'),
    pdf,
    heard: fileOf('.heard.txt').toString('utf8'),
  };
}

function registerOf(name: string): string {
  const cwd = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', name), cwd, { recursive: true });
  return cwd;
}

describe('f-arabic: the name of an officer in Arabic letters', () => {
  test('is printed as typed, set apart, without a warning', async () => {
    const { code, said, html, pdf, heard } = await paperOf(registerOf('f-arabic'));
    expect([code, said]).toEqual([0, expect.not.stringContaining('warning')]);
    expect(html).toContain('<bdi>محمد حسن</bdi>');
    expect(html).not.toContain('[U+');
    expect(heard).toContain('محمد حسن');
    expect(pdf.raw).not.toMatch(/<0000>$/m);
    expect(pdf.raw).toContain('NotoSansArabic-Regular');
  });
});
