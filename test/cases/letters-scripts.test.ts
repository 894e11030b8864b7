import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { readTemplates } from '../../src/files/index.js';
import { SHIPPED_FONTS } from '../../src/glyphs/characters.js';
import { printable } from '../../src/glyphs/index.js';
import { renderHtml } from '../../src/html/index.js';
import { typicalPaper } from '../html/papers.js';
import { emptyFolder, folderWith, PROJECT, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { readEml } from '../support/read-eml.js';
import { readPdf } from '../support/read-pdf.js';

const MEETING = '2026-03-02';

/** A command in a register's folder: its exit code and what it said. */
async function ran(cwd: string, ...args: readonly string[]) {
  const host = fakeHost({ cwd });
  const code = await run(args, host);
  return { code, out: host.out(), err: host.err() };
}

/** The paper of a register's meeting: as a page, as another program reads the PDF, and as it is heard. */
async function paperOf(cwd: string) {
  const { code, err } = await ran(cwd, 'report', '--meeting', MEETING, '--format', 'pdf,html', '--as-heard');
  const folder = join(cwd, 'out', `${MEETING}-homes`);
  const fileOf = (ending: string) =>
    readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith(ending)) ?? ''));
  const pdf = await readPdf(fileOf('.pdf'));
  return {
    code,
    said: err,
    html: fileOf('.html').toString('utf8'),
    pdf,
    text: pdf.pages.map(({ text }) => text).join(' '),
    heard: fileOf('.heard.txt').toString('utf8'),
  };
}

const HASAN = 'محمد حسن';
const HARAKAT = 'مُحَمَّد بْنُ حَسَن';
const NIQQUD_TYPED = 'דָּוִד בֶּן־גּוּרְיוֹן';
const NIQQUD = NIQQUD_TYPED.normalize('NFC');
const PERSIAN = 'می\u200cخواهم پژوهش';
const TITLE = 'Repairs إصلاحات 2025/26';
const MIXED = 'لا إله 12 و 2025/26 و ١٢٣ و (حسن) 45.6 محمد';
const LONG = `${HASAN} من نوسترود 25 أوت إنيم `.repeat(60).trim();

/** Names from right to left wherever a register has words. */
function scripts() {
  const cwd = emptyFolder();
  writeFiles(cwd, {
    'data/council.yaml': `council: مجلس Norbury Council
panels: { homes: "Homes Panel لجنة الإسكان (5)" }
officers:
  hasan: { name: ${HASAN}, role: Head of Homes, email: homes@example.org }
  masri: { name: مريم Al-Masri, role: "Roofing Manager (نائب المدير 2)", email: roofs@example.org }
`,
    'data/meetings/2026-03-02.yaml': `date: 2026-03-02
published: 2026-02-20
panel: homes
venue: قاعة المدينة 12
items:
  - { number: 5, title: "${TITLE}", report: update, review: repairs, contact: hasan }
`,
    'data/reviews/repairs/review.yaml': `title: "${TITLE}"
panel: homes
executive-response: { date: 2025-10-01, decision: agreed }
background: |
  Asked by ${HASAN}, 5 times (${HASAN}) 5, and by מ. לוי, 12.

  # عنوان

  *${HASAN}* and **${HARAKAT}**; ${MIXED}.

  | Name | الاسم |
  |---|---|
  | ${NIQQUD} | ${PERSIAN} |

  ${LONG}
background-papers: [ { title: التقرير النهائي, link: "https://example.org/final" } ]
recommendations:
  - ref: 1
    text: Mend roofs with ${HASAN} within a week.
    response: accepted
    actions:
      - { ref: 1.1, text: Hire two roofers, owner: [hasan, ${NIQQUD_TYPED}], due: 2026-06-30 }
      - { ref: 1.2, text: شراء سلالم, owner: masri, due: 2026-01-31 }
`,
    'data/reviews/repairs/progress/2026-02-10.yaml': `as-at: 2026-02-10
reported-by: ${HARAKAT}
progress:
  1.1: { rating: amber, note: "One was hired by ${HARAKAT}; שָׁלוֹם 5. 中" }
`,
  });
  return cwd;
}

describe('f-arabic: the name of an officer in Arabic letters', () => {
  test('is printed as typed, set apart, without a warning', async () => {
    const cwd = folderWith({});
    cpSync(join(PROJECT, 'test/fixtures/cases/f-arabic'), cwd, { recursive: true });
    const { code, said, html, pdf, text, heard } = await paperOf(cwd);
    expect([code, said]).toEqual([0, expect.not.stringContaining('warning')]);
    expect(html).toContain(`<bdi>${HASAN}</bdi>`);
    expect(html).not.toContain('[U+');
    expect(heard).toContain(`Paragraph: ${HASAN}\n`);
    expect(text).toContain(HASAN);
    expect(pdf.raw).not.toMatch(/<0000>$/m);
    expect(pdf.raw).toContain('NotoSansArabic-Regular');
    expect(pdf.raw).not.toContain('NotoSansHebrew');
  });
});

describe('words from right to left', () => {
  let cwd = '';
  let paper: Awaited<ReturnType<typeof paperOf>>;
  beforeAll(async () => {
    cwd = scripts();
    paper = await paperOf(cwd);
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test('are heard as typed in every field, with their marks, their joiners and the digits among them', () => {
    const { heard } = paper;
    for (const line of [
      `Title: ${TITLE}, Homes Panel لجنة الإسكان (5), 2 March 2026`,
      'Paragraph: مجلس Norbury Council',
      'Paragraph: قاعة المدينة 12',
      `Heading 1: ${TITLE}`,
      'Heading 3: عنوان',
      `Asked by ${HASAN}, 5 times (${HASAN}) 5, and by מ. לוי, 12.`,
      `${HASAN} and ${HARAKAT}; ${MIXED}.`.normalize('NFC'),
      `Name: ${NIQQUD}`,
      `الاسم: ${PERSIAN}`,
      LONG,
      '[link: التقرير النهائي]',
      `Mend roofs with ${HASAN} within a week.`,
      'شراء سلالم',
      'Roofing Manager (نائب المدير 2)',
      `One was hired by ${HARAKAT.normalize('NFC')}; ${'שָׁלוֹם'.normalize('NFC')} 5. [U+4E2D]`,
    ])
      expect(heard).toContain(line);
  });

  test('are the title of the PDF, its bookmarks and what its links are called', () => {
    const { pdf } = paper;
    expect(pdf.title).toBe(`${TITLE}, Homes Panel لجنة الإسكان (5), 2 March 2026`);
    expect(pdf.outline).toContain('عنوان');
    const named = Buffer.from('التقرير النهائي', 'utf16le').swap16().toString('hex').toUpperCase();
    expect(pdf.raw).toContain(`/Contents<FEFF${named}>`);
  });

  test('are found by another program word by word in their order, in running heads too', () => {
    const { pdf, text } = paper;
    for (const words of [HASAN, 'التقرير النهائي', 'شراء سلالم', 'نائب المدير'])
      expect(text).toContain(words);
    expect(pdf.pages[1]?.text).toMatch(/Homes Panel\s+لجنة الإسكان\s+\(5\)/);
  });

  test('are set apart, so that digits and signs behind them belong to the English', () => {
    const { html } = paper;
    expect(html).toContain(`Asked by <bdi>${HASAN}</bdi>, 5 times (<bdi>${HASAN}</bdi>) 5`);
    expect(html).toContain('<h1>Repairs <bdi>إصلاحات</bdi> 2025/26</h1>');
    expect(html).toContain('content:"Homes Panel \\2067 لجنة الإسكان\\2069  (5)');
    expect(html).toMatch(/<title>[^<]*إصلاحات/);
    expect(html).not.toMatch(/<title>[^<]*<bdi>/);
  });

  test('leave no glyph without a character, and none in a font of the machine', () => {
    const { pdf } = paper;
    expect(pdf.raw).not.toMatch(/<0000>$/m);
    const fonts = [...pdf.raw.matchAll(/\/BaseFont\/([\w+-]+)/g)].map(([, name]) => name);
    for (const name of fonts) expect(name).toMatch(/^[A-Z]{6}\+(?:SourceSans3|NotoSans(?:Arabic|Hebrew))/);
  });

  test('are at the terminal, in JSON and in messages to owners as they were typed', async () => {
    const status = await ran(cwd, 'status', '--as-at', MEETING);
    expect(status.out).toContain('مجلس Norbury Council, as at 2 March 2026');
    expect(status.out).toContain(`Head of Homes; ${NIQQUD_TYPED}`);
    expect((await ran(cwd, 'status', '--json', '--as-at', MEETING)).out).toContain('"شراء سلالم"');
    expect((await ran(cwd, 'show', 'repairs/1.2', '--as-at', MEETING)).out).toContain('شراء سلالم');
    await ran(cwd, 'chase', '--meeting', MEETING, '--as-at', '2026-02-25', '--out', 'messages');
    const [message = ''] = readdirSync(join(cwd, 'messages'));
    const { fields, body } = readEml(readFileSync(join(cwd, 'messages', message), 'utf8'));
    expect(fields.get('Subject')).toContain('Homes Panel لجنة الإسكان (5)');
    expect(fields.get('To')).toContain('مريم Al-Masri');
    expect(body).toContain('Dear مريم Al-Masri,');
  });

  test('of another script are warned of, and printed by their numbers', async () => {
    const { out } = await ran(cwd, 'check');
    expect(out).toContain("glyph-missing  the paper's typeface has no character '中' (U+4E2D)");
    expect(out.match(/glyph-missing {2}/g)).toHaveLength(1);
  });
});

describe('a paper without such words', () => {
  test('is the same to the byte whether or not the faces for them ship', () => {
    const templates = readTemplates({ kind: 'update', own: undefined }).value;
    const fonts = new Map([...templates.fonts].filter(([name]) => !name.startsWith('noto')));
    expect(fonts.size).toBe(templates.fonts.size - 6);
    const html = renderHtml(typicalPaper(), templates).value;
    expect(renderHtml(typicalPaper(), { ...templates, fonts }).value).toBe(html);
    expect(html).not.toContain('<bdi>');
  });
});

describe('every character that is shipped', () => {
  test('is heard as it was typed', async () => {
    const characters = [
      ...new Set(
        SHIPPED_FONTS.flatMap(({ ranges }) => ranges).flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
        ),
      ),
    ].filter(
      (character) => printable(character) === character && !/[\s\p{Cc}\p{Cf}!-/:-@[-`{-~]/u.test(character),
    );
    // A mark is on a letter that a file has with it.
    const typed = characters.map((character) => {
      if (!/\p{M}/u.test(character)) return character;
      return (
        ['ب', 'ב', 'x']
          .map((letter) => letter + character)
          .find((both) => printable(both) === both.normalize('NFC')) ?? ''
      );
    });
    expect(typed.filter((each) => each !== '').length).toBeGreaterThan(2_500);
    const cwd = folderWith({
      'data/council.yaml': 'council: Norbury Council\npanels: { homes: Homes Panel }\n',
      'data/meetings/2026-03-02.yaml':
        'date: 2026-03-02\npanel: homes\nitems:\n  - { number: 5, title: Repairs, report: update, review: repairs }\n',
      'data/reviews/repairs/review.yaml': `title: Repairs\npanel: homes\nbackground: |\n  ${typed.map((each) => `a${each}`).join(' ')}\nrecommendations:\n  - { ref: 1, text: Mend roofs. }\n`,
    });
    const { code, pdf, heard } = await paperOf(cwd);
    expect(code).toBe(0);
    expect(pdf.raw).not.toMatch(/^<[0-9A-F]{4}> <0000>$/m);
    const found = new Set(heard.split(/\s+/).map((word) => word.normalize('NFC')));
    expect(typed.filter((each) => !found.has(`a${each}`.normalize('NFC')))).toEqual([]);
  });
});
