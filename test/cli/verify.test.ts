import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { withEvidence, withoutEvidence } from '../../src/html/index.js';
import { emptyFolder, folderWith, writeFiles } from '../support/folder.js';
import { commit, git } from '../support/git.js';
import { fakeHost } from '../support/host.js';
import { keyPage, keyPaths } from '../support/listed-keys.js';
import { fixture, SMALL, small } from '../support/registers.js';

const NAME = 'out/2020-03-02-homes/04-homes-update';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';

async function scrutiny(cwd: string, ...argv: readonly string[]) {
  const host = fakeHost({ cwd });
  const code = await run(argv, host);
  return { code, out: host.out(), err: host.err() };
}

/** The small register in git, with its paper made. */
async function repository(...report: readonly string[]): Promise<string> {
  const cwd = folderWith(SMALL);
  writeFileSync(join(cwd, '.gitignore'), 'out/\n');
  git(cwd, 'init', '-q');
  commit(cwd);
  const made = await scrutiny(cwd, 'report', '-m', '2020-03-02', '--format', 'html', ...report);
  expect(made.code, made.err).toBe(0);
  return cwd;
}

/** A page with other words or other data, and an id that fits them. */
function forge(
  path: string,
  data: (was: string) => string,
  page: (was: string) => string = (was) => was,
): void {
  const parts = withoutEvidence(readFileSync(path, 'utf8'));
  writeFileSync(path, withEvidence(page(parts.page), data(parts.data ?? '')));
}

function rewrite(cwd: string, path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(cwd, path), changed);
}

describe('papers that are as they were made', () => {
  const cwd = emptyFolder();

  beforeAll(async () => {
    for (const name of ['tracker', 'exempt']) writeFiles(join(cwd, name), fixture(name));
    for (const [name, ...report] of [
      ['tracker', '-m', '2024-04-15'],
      ['tracker', '-m', '2024-01-22', '--split'],
      ['exempt', '-m', '2020-06-01'],
      ['exempt', '-m', '2020-06-01', '--confidential'],
      ['exempt', '-m', '2020-03-02', '--as-at', '2020-01-31'],
    ]) {
      const made = await scrutiny(join(cwd, name ?? ''), 'report', ...report);
      expect(made.code, made.err).toBe(0);
    }
  });

  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test('are identical, of every kind and in every part, as PDF and as HTML', async () => {
    const files = ['tracker', 'exempt'].flatMap((name) =>
      readdirSync(join(cwd, name, 'out'), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:pdf|html)$/.test(path))
        .map((path) => [name, join('out', path)] as const),
    );
    expect(files.length).toBeGreaterThan(15);
    for (const [name, file] of files) {
      const { code, out } = await scrutiny(join(cwd, name), 'verify', file);
      expect([file, code, out.split('\n')[0]]).toEqual([
        file,
        0,
        `${file}: identical. The register makes this very paper, to the byte.`,
      ]);
    }
  });

  test('are identical however much comes later', async () => {
    const home = await repository();
    writeFiles(home, {
      'data/meetings/2020-06-01-homes.yaml':
        'date: 2020-06-01\npanel: homes\nitems:\n  - { number: 3, title: Later, report: update, review: repairs }\n',
      'data/reviews/repairs/progress/2020-05-20.yaml':
        'as-at: 2020-05-20\nprogress:\n  1.1: { rating: green, note: Both were hired. }\n',
    });
    expect((await scrutiny(home, 'verify', `${NAME}.html`)).code).toBe(0);
  });
});

describe('a register that has changed', () => {
  test('is reported action by action, with the newest commit that still agrees with the paper', async () => {
    const cwd = await repository();
    writeFiles(cwd, { 'notes.txt': 'Not the register.' });
    commit(cwd, 'Something else');
    rewrite(cwd, 'data/council.yaml', 'Streets Panel', 'Roads Panel');
    const agreeing = commit(cwd, 'Rename a panel that is not in the paper');
    rewrite(cwd, PROGRESS, 'One roofer was hired.', 'Two roofers were hired.');
    rewrite(cwd, PROGRESS, 'rating: amber', 'rating: green');
    commit(cwd, 'Say more than was said');
    rewrite(cwd, PROGRESS, 'Two roofers were hired.', 'All roofers were hired.');
    const { code, out } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(code).toBe(1);
    expect(out).toContain('different. It is as it was made, but the register now says something else.');
    expect(out).toContain('  action 1.1, rating: the file has “Amber”, the register “Green”\n');
    expect(out).toContain(
      '  action 1.1, report of 2020-02-10, note: the file has “One roofer was hired.”, the register “All roofers were hired.”\n',
    );
    expect(out).toContain(`in commit ${agreeing.slice(0, 12)} of `);
    expect(out).toContain(': Rename a panel that is not in the paper\n');
  });

  test('is reported where words of the paper have changed, and where only a link or a footnote has', async () => {
    const cwd = await repository();
    rewrite(
      cwd,
      'data/reviews/repairs/review.yaml',
      'panel: homes',
      'panel: homes\nbackground: Roofs leaked.',
    );
    expect((await scrutiny(cwd, 'verify', `${NAME}.html`)).out).toMatch(
      /Background.*nothing.*Roofs leaked\./,
    );
    git(cwd, 'checkout', '-q', '.');
    rewrite(cwd, PROGRESS, 'One roofer was hired.', 'One **roofer** was hired.');
    const { out } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(out).toContain('something else in:\n  a link, a footnote, or what is emphasised\n');
    expect(out).toMatch(/in commit [0-9a-f]{12} of /);
  });

  test('that no longer has the meeting, or is broken, is looked for in its commits', async () => {
    const cwd = await repository();
    rmSync(join(cwd, 'data/meetings/2020-03-02-homes.yaml'));
    const gone = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect([gone.code, gone.out.split('\n')[0]]).toEqual([
      1,
      `${NAME}.html: different. It is as it was made, but the register as it stands makes no such paper.`,
    ]);
    expect(gone.out).toMatch(/in commit [0-9a-f]{12} of .*: As it was\n/);
    git(cwd, 'checkout', '-q', '.');
    writeFileSync(join(cwd, 'data/council.yaml'), 'council: [');
    const broken = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('data/council.yaml:1:');
    expect(broken.out).toMatch(/in commit [0-9a-f]{12} of /);
  });

  test('without git, or with no commit that agrees, is reported as such', async () => {
    const cwd = await repository();
    rewrite(cwd, PROGRESS, 'One roofer', 'A roofer');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '--amend', '-m', 'Rewritten');
    expect((await scrutiny(cwd, 'verify', `${NAME}.html`)).out).toContain(
      'No commit of the register says the same; the only one was looked at.',
    );
    rmSync(join(cwd, '.git'), { recursive: true });
    expect((await scrutiny(cwd, 'verify', `${NAME}.html`)).out).toContain(
      'There is no history of the register in git to look for it in.',
    );
  });
});

describe('a paper that was altered', () => {
  test('is reported with the place, the old words and the new ones, in a page', async () => {
    const cwd = await repository();
    rewrite(cwd, `${NAME}.html`, '<p>One roofer was hired.', '<p>Two roofers were hired.');
    const { code, out } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(code).toBe(1);
    expect(out).toContain('altered. It is not as it was made: its content does not match its own id.');
    expect(out).toMatch(
      /It was altered in:\n {2}Appendix B\. Action plan and progress, 1\.1: the file has “[^”]*Two roofers were hired\.[^”]*”, the paper “[^”]*One roofer was hired\./,
    );
  });

  test('and whose register has changed since is held against the commit that it was made from', async () => {
    const cwd = await repository();
    rewrite(cwd, PROGRESS, 'rating: amber', 'rating: green');
    commit(cwd);
    rewrite(cwd, `${NAME}.html`, '<p>One roofer was hired.', '<p>Two roofers were hired.');
    const { out } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(out).toMatch(/It was altered in:\n.*Two roofers were hired\./);
    expect(out).toContain(
      'The register says something else in:\n  action 1.1, rating: the file has “Amber”, the register “Green”\n',
    );
  });

  test('with an id to match is found by its facts', async () => {
    const cwd = await repository();
    const path = join(cwd, `${NAME}.html`);
    const honest = readFileSync(path);
    const said = (was: string) => was.replace('One roofer was hired.', 'Two roofers were hired.');
    forge(path, said, (was) => was.replace('<p>One roofer was', '<p>Two roofers were'));
    const { code, out } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(code).toBe(1);
    expect(out).toContain('altered. The data that it carries is not what its own digest says.');
    expect(out).toContain(
      'It was altered in:\n  action 1.1, last report, note: the file has “Two roofers were hired.”, the paper “One roofer was hired.”\n  Appendix B',
    );
    writeFileSync(path, honest);
    forge(
      path,
      (was) => was,
      (was) => was.replace('<p>One roofer was', '<p>Two roofers were'),
    );
    const quiet = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(quiet.code).toBe(1);
    expect(quiet.out).toContain('Two roofers were');
  });

  test('is reported page by page in a PDF, and for its attached files', async () => {
    const cwd = await repository('--format', 'pdf');
    const pdf = readFileSync(join(cwd, `${NAME}.pdf`));
    const stream = pdf.indexOf('/Type/EmbeddedFile');
    const metadata = pdf.indexOf('<dc:title>');
    for (const [at, said] of [
      [pdf.indexOf('stream\n', stream) + 40, 'a file attached to the PDF'],
      [
        metadata + '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">'.length,
        'the metadata of the PDF: the file has “',
      ],
    ] as const) {
      const changed = Buffer.from(pdf);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(join(cwd, 'changed.pdf'), changed);
      const { code, out } = await scrutiny(cwd, 'verify', 'changed.pdf');
      expect(code).toBe(1);
      expect(out).toContain('altered. It is not as it was made');
      expect(out).toContain(said);
    }
  });
});

describe('what cannot be compared', () => {
  test('was made by another version: the facts are compared, the bytes not', async () => {
    const cwd = await repository();
    forge(join(cwd, `${NAME}.html`), (was) => was.replace(/"tool":"[^"]*"/, '"tool":"0.0.1"'));
    const same = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(same.code).toBe(3);
    expect(same.out).toContain(
      'as it was made, and the register says the same. Its bytes cannot be compared.',
    );
    expect(same.out).toContain('It was made by scrutiny 0.0.1 and this is ');
    rewrite(cwd, PROGRESS, 'rating: amber', 'rating: red');
    const other = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(other.code).toBe(1);
    expect(other.out).toContain('action 1.1, rating: the file has “Amber”, the register “Red”');
    expect(other.out).toMatch(/in commit [0-9a-f]{12} of /);
  });

  test('was made with other templates', async () => {
    const cwd = await repository();
    writeFiles(cwd, { 'templates/shared/council.css': ':root { --tint: #fafafa; }\n' });
    const { code, out } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect(code).toBe(3);
    expect(out).toContain('The templates that it was made with have changed since.');
    expect((await scrutiny(cwd, 'verify', `${NAME}.html`, '--builtin-templates')).code).toBe(0);
  });

  test.each([
    ['words', 'Dear Clerk,', 3],
    ['nothing', '', 3],
    ['another PDF', '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n9\n%%EOF\n', 3],
    ['another page', '<!doctype html>\n<html lang="en"><title>t</title></html>', 3],
  ])('is no paper: %s', async (_, text, code) => {
    const cwd = folderWith({ ...SMALL, file: text });
    const found = await scrutiny(cwd, 'verify', 'file');
    expect(found).toEqual({
      code,
      out: 'file: cannot be compared. It is no paper that scrutiny has made.\n',
      err: '',
    });
  });
});

describe('a hostile file', () => {
  test('is no file: a folder, a pipe, nothing, or a link to one of them', async () => {
    const cwd = folderWith(SMALL);
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    symlinkSync('pipe', join(cwd, 'link'));
    for (const [name, said] of [
      ['data', 'this is not an ordinary file'],
      ['pipe', 'this is not an ordinary file'],
      ['link', 'this is not an ordinary file'],
      ['none', 'cannot be read: there is no such file or folder'],
    ] as const) {
      const { code, out, err } = await scrutiny(cwd, 'verify', name);
      expect([name, code, out]).toEqual([name, 2, '']);
      expect(err).toContain(said);
    }
  });

  test('may be a link to a paper', async () => {
    const cwd = await repository();
    symlinkSync(`${NAME}.html`, join(cwd, 'link.html'));
    expect((await scrutiny(cwd, 'verify', 'link.html')).code).toBe(0);
  });

  test('unpacks to more than a machine holds, is nested without end, or goes round in circles', async () => {
    const zeros = deflateSync(Buffer.alloc(300_000_000)).toString('latin1');
    const ours = '<xmp:CreatorTool>scrutiny 0.1.0</xmp:CreatorTool>';
    const stream = (number: number, dict: string, body: string) =>
      `${number} 0 obj\n<<${dict}/Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\n`;
    const spec = '9 0 obj\n<</Type/Filespec/UF(facts.json)/EF<</F 1 0 R>>>>\nendobj\n';
    const cases = {
      bomb: `${stream(1, '/Filter/FlateDecode', zeros)}${stream(2, '/Filter/FlateDecode', zeros)}${spec}`,
      nested: `1 0 obj\n${'['.repeat(500_000)}\nendobj\n`,
      deep: `${stream(1, '', '['.repeat(1_000_000))}${spec}`,
      circle: '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[2 0 R]>>\nendobj\n',
      digits: '1'.repeat(2_000_000),
      backwards: `${stream(1, '', 'x').replace('/Length 1', '/Length -100')}${stream(2, '', 'x').replace('/Length 1', '').replace('endstream', '')}`,
      overlapping: stream(
        1,
        `/Type/ObjStm/N 20000/First ${'1 0 '.repeat(20_000).length}`,
        `${'1 0 '.repeat(20_000)}[${'0 '.repeat(500_000)}]`,
      ),
    };
    for (const [name, body] of Object.entries(cases)) {
      const cwd = folderWith(SMALL);
      writeFileSync(
        join(cwd, name),
        Buffer.from(`%PDF-1.7\n${ours}\n${body}startxref\n9\n%%EOF\n`, 'latin1'),
      );
      const { code, out, err } = await scrutiny(cwd, 'verify', name);
      expect([name, code, err]).toEqual([name, 1, '']);
      expect(out).toContain('altered.');
    }
  });

  test('cannot steer the terminal, nor show what only members may see', async () => {
    const cwd = await repository('--confidential');
    const path = join(cwd, `${NAME}-confidential.html`);
    rewrite(cwd, PROGRESS, 'One roofer was hired.', 'Two roofers were hired.');
    const hidden = await scrutiny(cwd, 'verify', `${NAME}-confidential.html`);
    expect(hidden.out).toContain('  action 1.1, report of 2020-02-10, note\n');
    expect(hidden.out).toContain('--confidential shows what it says');
    expect(hidden.out).not.toContain('roofers were hired');
    expect((await scrutiny(cwd, 'verify', `${NAME}-confidential.html`, '--confidential')).out).toContain(
      'Two roofers were hired.',
    );
    forge(path, (was) => was.replace(/"title":"/, '"title":"\\u001b[31m\\u202e'));
    const { out } = await scrutiny(cwd, 'verify', `${NAME}-confidential.html`);
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  test.each([
    ['no meeting', (facts: string) => facts.replace(/"meeting":\{[^}]*\}/, '"meeting":null')],
    ['lists for words', (facts: string) => facts.replace(/"title":"[^"]*"/, '"title":[]')],
    ['a day that never was', (facts: string) => facts.replace(/"date":"2020-03-02"/, '"date":"2020-02-31"')],
    [
      'facts without end',
      (facts: string) => facts.replace(/"actions":\[/, `"actions":[${'['.repeat(5000)}${']'.repeat(5000)},`),
    ],
    ['no facts', () => '{"schema":1}'],
    ['no JSON', () => '{'],
    [
      'actions of no shape',
      (facts: string) => facts.replace(/"actions":\[/, '"actions":[1,null,[[]],{"ref":{}},'),
    ],
  ])('says of itself %s', async (_, change) => {
    const cwd = await repository();
    forge(join(cwd, `${NAME}.html`), change);
    const { code, out, err } = await scrutiny(cwd, 'verify', `${NAME}.html`);
    expect([1, 3]).toContain(code);
    expect(out).not.toContain('identical');
    expect(err).toBe('');
  });
});

test('docs/evidence.md lists every key that verify prints, and no other', async () => {
  const cwd = await repository();
  const found = [JSON.parse((await scrutiny(cwd, 'verify', `${NAME}.html`, '--json')).out)];
  rewrite(cwd, PROGRESS, 'rating: amber', 'rating: red');
  rewrite(cwd, `${NAME}.html`, '<p>One roofer', '<p>A roofer');
  found.push(JSON.parse((await scrutiny(cwd, 'verify', `${NAME}.html`, '--json')).out));
  writeFiles(cwd, { words: 'Dear Clerk,' });
  found.push(JSON.parse((await scrutiny(cwd, 'verify', 'words', '--json')).out));
  expect(found.map(({ verdict }) => verdict)).toEqual(['identical', 'altered', 'incomparable']);
  expect(keyPaths(found)).toEqual(keyPage('evidence.md').listed('verify --json').toSorted());
  expect(small()).toEqual(SMALL);
});
