import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { renderPage } from '../../src/html/index.js';
import { describeProvenance, type UpdatePaper } from '../../src/view/index.js';
import { day } from '../support/host.js';
import { typicalPaper } from './papers.js';

const shipped = readTemplates({ kind: 'update', own: undefined }).value;
const PROVENANCE = describeProvenance(day('2018-02-09'), '1.2.3', 'a'.repeat(64));

function pageWith(paper: UpdatePaper, name = '', text = '') {
  const part = shipped.parts.get(name);
  const parts = part
    ? new Map([...shipped.parts, [name, { ...part, text: part.text + text }] as const])
    : shipped.parts;
  const { value, diagnostics } = renderPage(paper, { ...shipped, parts }, PROVENANCE);
  expect(diagnostics).toEqual([]);
  return value;
}

describe('the digest of the templates', () => {
  const without = typicalPaper({ contact: null });

  test('leaves out a part that this paper has no use for', () => {
    expect(shipped.parts.has('contact.hbs')).toBe(true);
    expect(pageWith(without, 'contact.hbs', '<p>More.</p>').html).toBe(pageWith(without).html);
    expect(pageWith(typicalPaper(), 'contact.hbs', '<p>More.</p>').templates).not.toBe(
      pageWith(typicalPaper()).templates,
    );
  });

  test('counts every style sheet, since all of them are in the page', () => {
    const digests = [...shipped.parts.keys()]
      .filter((name) => name.endsWith('.css'))
      .map((name) => pageWith(without, name, '\n').templates);
    expect(digests.length).toBeGreaterThan(4);
    expect(new Set([...digests, pageWith(without).templates]).size).toBe(digests.length + 1);
  });

  test('does not depend on what was rendered before', () => {
    const alone = pageWith(without).templates;
    pageWith(typicalPaper());
    expect(renderPage(typicalPaper(), shipped, PROVENANCE).value.templates).not.toBe(alone);
    expect(renderPage(without, shipped, PROVENANCE).value.templates).toBe(alone);
  });
});

describe('the digest of the typeface', () => {
  test('is that of the files in the page', () => {
    const plain = pageWith(typicalPaper());
    expect(pageWith(typicalPaper({ documentTitle: 'Another' })).fonts).toBe(plain.fonts);
    expect(pageWith(typicalPaper({ documentTitle: 'Ω' })).fonts).not.toBe(plain.fonts);
  });

  test('is SHA-256 of their names and lengths and of what they hold, in the order of their names', () => {
    const { html, fonts } = pageWith(typicalPaper());
    const files = [...shipped.fonts]
      .filter(([, bytes]) => html.includes(Buffer.from(bytes).toString('base64')))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const hash = createHash('sha256');
    for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
    expect(files.length).toBeGreaterThan(0);
    expect(fonts).toBe(hash.digest('hex'));
  });
});
