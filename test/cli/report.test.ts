import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, sampleCopy, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { readPdf } from '../support/read-pdf.js';
import { SMALL, small } from '../support/registers.js';

const REPORT = ['report', '--meeting', '2018-02-19'];

describe('the paper', () => {
  test('is made as PDF and HTML where a person looks for it', async () => {
    const cwd = sampleCopy();
    const host = fakeHost({ cwd });
    expect(await run(REPORT, host)).toBe(0);
    expect(host.out()).toBe(
      'out/2018-02-19-culture-and-community/06-childrens-services-update.html\nout/2018-02-19-culture-and-community/06-childrens-services-update.pdf\n',
    );
    expect(readdirSync(join(cwd, 'out', '2018-02-19-culture-and-community'))).toEqual([
      '06-childrens-services-update.html',
      '06-childrens-services-update.pdf',
    ]);
  });

  test('is found from a folder inside the register too', async () => {
    const cwd = sampleCopy();
    const host = fakeHost({ cwd: join(cwd, 'data', 'reviews') });
    expect(await run([...REPORT, '--format', 'html'], host)).toBe(0);
    expect(
      existsSync(join(cwd, 'out', '2018-02-19-culture-and-community', '06-childrens-services-update.html')),
    ).toBe(true);
  });

  test('says another note when one note is changed, and nothing else differs', async () => {
    const cwd = sampleCopy();
    const paper = join(cwd, 'out', '2018-02-19-culture-and-community', '06-childrens-services-update.html');
    expect(await run([...REPORT, '--format', 'html'], fakeHost({ cwd }))).toBe(0);
    const before = readFileSync(paper, 'utf8');

    const progress = join(cwd, 'data', 'reviews', 'digital-safeguarding', 'progress', '2018-02-09.yaml');
    writeFileSync(
      progress,
      readFileSync(progress, 'utf8').replace(
        'Every secondary school has the pack.',
        'All but one secondary school has the pack.',
      ),
    );
    expect(await run([...REPORT, '--format', 'html'], fakeHost({ cwd }))).toBe(0);
    const after = readFileSync(paper, 'utf8');
    const page = (html: string) => html.replace(/<script type="application\/ld\+json".*<\/script>\n/, '');
    expect(page(after)).toBe(
      page(before).replace(
        '<td role="cell" data-column="Progress"><p>Every secondary school has the pack.',
        '<td role="cell" data-column="Progress"><p>All but one secondary school has the pack.',
      ),
    );
    expect(before).toContain('<p>Every secondary school has the pack.');
  });

  test('comes in separate files with --split, each with its own title', async () => {
    const cwd = sampleCopy();
    const host = fakeHost({ cwd });
    expect(await run([...REPORT, '--split', '--format', 'pdf'], host)).toBe(0);
    const files = host.out().trim().split('\n');
    expect(files.map((file) => file.slice(file.lastIndexOf('/') + 1))).toEqual([
      '06-childrens-services-update-appendix-a.pdf',
      '06-childrens-services-update-appendix-b.pdf',
      '06-childrens-services-update.pdf',
    ]);
    const [a, b, cover] = await Promise.all(
      files.map(async (file) => readPdf(readFileSync(join(cwd, file)))),
    );
    expect(a?.title).toContain('Appendix A. Recommendations');
    expect(a?.pages.map(({ text }) => text).join(' ')).toContain('That young people have a part');
    expect(b?.pages[0]?.text).toContain('Appendix B. Action plan and progress');
    expect(cover?.pages.map(({ text }) => text).join(' ')).not.toContain('Success measure');
    expect(cover?.outline.join(' ')).not.toContain('Appendix');
  });

  test('as at another day says so and has that day in its name', async () => {
    const cwd = sampleCopy();
    const host = fakeHost({ cwd });
    expect(await run([...REPORT, '--format', 'html', '--as-at', '2017-12-31'], host)).toBe(0);
    const file = join(
      cwd,
      'out/2018-02-19-culture-and-community/06-childrens-services-update-as-at-2017-12-31.html',
    );
    const html = readFileSync(file, 'utf8');
    expect(html.replace(/<[^>]*>/g, '')).toContain('This copy shows what was known on 31 December 2017.');
    expect(html).toContain('One of three sessions was held');
    expect(html).not.toContain('31 of 42 leads attended');
  });

  test('begins paragraph numbers again under each heading with numbering: by-section', async () => {
    const cwd = sampleCopy();
    const council = join(cwd, 'data', 'council.yaml');
    writeFileSync(council, `${readFileSync(council, 'utf8')}\nnumbering: by-section\n`);
    expect(await run([...REPORT, '--format', 'html'], fakeHost({ cwd }))).toBe(0);
    const html = readFileSync(
      join(cwd, 'out/2018-02-19-culture-and-community/06-childrens-services-update.html'),
      'utf8',
    );
    const numbers = [
      ...html.matchAll(/<p class="para[^"]*" id="[^"]+"><span class="n">([\d.]+) <\/span>/g),
    ].map((match) => match[1]);
    expect(numbers).toEqual('1.1 1.2 2.1 2.2 2.3 2.4 3.1 3.2 3.3 4.1 4.2 5.1 6.1'.split(' '));
    expect(html).toContain('>2. The panel is asked to:</h2>');
  });
});

describe('--open', () => {
  test('hands the finished PDF to the program that opens such files', async () => {
    const cwd = sampleCopy();
    const note = join(folderWith({}), 'asked.txt');
    const script = `#!/bin/sh\necho "$1" >'${note}.new' && mv '${note}.new' '${note}'\n`;
    const programs = folderWith({ 'xdg-open': script, open: script });
    for (const name of ['xdg-open', 'open']) chmodSync(join(programs, name), 0o755);
    const env = { ...process.env, PATH: `${programs}:/usr/bin:/bin` };
    expect(await run([...REPORT, '--open'], fakeHost({ cwd, env }))).toBe(0);
    const asked = await vi.waitFor(() => readFileSync(note, 'utf8').trim());
    expect(asked).toBe(join(cwd, 'out/2018-02-19-culture-and-community/06-childrens-services-update.pdf'));
    expect(existsSync(asked)).toBe(true);
  });

  test('where nothing opens files, says so; the paper is made all the same', async () => {
    const cwd = sampleCopy();
    const host = fakeHost({ cwd, env: { ...process.env, PATH: folderWith({}) } });
    expect(await run([...REPORT, '--format', 'html', '--open'], host)).toBe(0);
    await vi.waitFor(() => expect(host.err()).toMatch(/update\.html could not be opened from here/));
  });
});

describe('what goes wrong is said in a sentence', () => {
  async function tried(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
    const cwd = folderWith(files);
    const paper = join(cwd, 'out', '2020-03-02-homes', '04-homes-update.html');
    writeFiles(cwd, { 'out/2020-03-02-homes/04-homes-update.html': 'the last good paper' });
    const host = fakeHost({ cwd });
    const code = await run(['report', '--meeting', '2020-03-02', '--format', 'html', ...argv], host);
    return {
      code,
      err: host.err(),
      out: host.out(),
      paper: readFileSync(paper, 'utf8'),
      files: readdirSync(join(cwd, 'out', '2020-03-02-homes')),
    };
  }

  const KEPT = { paper: 'the last good paper', out: '', files: ['04-homes-update.html'] };

  test('an unknown date: the meetings that there are', async () => {
    const got = await tried(SMALL, '--meeting', '2020-03-09');
    expect(got).toMatchObject({ ...KEPT, code: 2 });
    expect(got.err).toContain(
      'There is no meeting on 9 March 2020 in this register. The only meeting is:\n  2020-03-02   homes   (Homes Panel)',
    );
  });

  test('a date in another form: how to write it', async () => {
    const got = await tried(SMALL, '--meeting', '2/3/2020');
    expect(got).toMatchObject({ ...KEPT, code: 2 });
    expect(got.err).toContain('Write it as 2020-03-02.');
  });

  test('two panels on one day: which to choose from', async () => {
    const got = await tried(
      small({
        'data/meetings/2020-03-02-streets.yaml':
          'date: 2020-03-02\npanel: streets\nitems:\n  - { number: 1, title: Streets, report: update, review: repairs }\n',
      }),
    );
    expect(got).toMatchObject({ ...KEPT, code: 2 });
    expect(got.err).toContain(
      'Two panels meet on 2 March 2020. Say which one:\n  --panel homes   (Homes Panel)\n  --panel streets   (Streets Panel)',
    );
  });

  test('a mistyped panel: the nearest', async () => {
    const got = await tried(SMALL, '--panel', 'hoems');
    expect(got).toMatchObject({ ...KEPT, code: 2 });
    expect(got.err).toContain("There is no panel 'hoems'. Did you mean 'homes'?");
  });

  test('an item that is not there: those that are', async () => {
    const got = await tried(SMALL, '--item', '9');
    expect(got).toMatchObject({ ...KEPT, code: 2 });
    expect(got.err).toContain(
      'The meeting of 2 March 2020 has no item 9. The items with a paper are:\n  --item 4   (Homes Update)',
    );
  });

  test('an output folder that cannot be: the path and the reason', async () => {
    const cwd = folderWith({ ...SMALL, blocked: 'a file where a folder should be' });
    const host = fakeHost({ cwd });
    expect(
      await run(['report', '--meeting', '2020-03-02', '--format', 'html', '--out', 'blocked'], host),
    ).toBe(3);
    expect(host.err()).toMatch(
      /error: .*blocked.*04-homes-update\.html could not be written: a part of that path is a file, not a folder\. Nothing was changed\./,
    );
    expect(readFileSync(join(cwd, 'blocked'), 'utf8')).toBe('a file where a folder should be');
  });

  test('a template with a typing mistake: file, line and the name that was meant', async () => {
    const got = await tried({
      ...SMALL,
      'templates/update/contact.hbs': '<section>\n<h2>{{headin}}</h2>\n</section>\n',
    });
    expect(got).toMatchObject({ ...KEPT, code: 1 });
    expect(got.err).toContain(
      "templates/update/contact.hbs:2:7 error template-name  there is no 'headin' here",
    );
    expect(got.err).toContain("Did you mean 'heading'?");
  });

  test('a YAML file that breaks off: the line', async () => {
    const got = await tried(
      small({ 'data/meetings/2020-03-02-homes.yaml': 'date: 2020-03-02\npanel: "homes\n' }),
    );
    expect(got).toMatchObject({ ...KEPT, code: 1 });
    expect(got.err).toMatch(
      /data\/meetings\/2020-03-02-homes\.yaml:2:8 error yaml-syntax {2}the quotation mark that opens here is not closed/,
    );
  });

  test('a key written twice: both places', async () => {
    const got = await tried(
      small({
        'data/meetings/2020-03-02-homes.yaml': `${SMALL['data/meetings/2020-03-02-homes.yaml']}panel: streets\n`,
      }),
    );
    expect(got).toMatchObject({ ...KEPT, code: 1 });
    expect(got.err).toContain(
      "data/meetings/2020-03-02-homes.yaml:6:1 error yaml-duplicate-key  'panel' is written twice here",
    );
    expect(got.err).toContain('first written here: data/meetings/2020-03-02-homes.yaml:3:1');
  });

  test('an unknown officer: the nearest one', async () => {
    const got = await tried(
      small({
        'data/reviews/repairs/review.yaml': (SMALL['data/reviews/repairs/review.yaml'] ?? '').replace(
          'owner: head-of-homes',
          'owner: head-of-home',
        ),
      }),
    );
    expect(got).toMatchObject({ ...KEPT, code: 1 });
    expect(got.err).toContain(
      "data/reviews/repairs/review.yaml:9:52 error officer-unknown  'head-of-home' is not an officer that council.yaml knows",
    );
    expect(got.err).toContain("Did you mean 'head-of-homes'?");
  });

  test('several mistakes in several files: all at once, in order, and nothing is written', async () => {
    const got = await tried(
      small({
        'data/council.yaml': `${SMALL['data/council.yaml']}nation: engand\n`,
        'data/meetings/2020-03-02-homes.yaml': 'date: 2020-02-31\npanel: home\nitem: []\n',
        'data/reviews/repairs/progress/2020-02-10.yaml':
          'as-at: 2020-02-10\nprogress:\n  1.3: { rating: yellow }\n',
      }),
    );
    expect(got).toMatchObject({ ...KEPT, code: 1 });
    const places = [...got.err.matchAll(/^(data\/\S+) error (\S+)/gm)].map(
      ([, place, code]) => `${place} ${code}`,
    );
    expect(places).toEqual([
      'data/council.yaml:6:9 value-choice',
      'data/meetings/2020-03-02-homes.yaml:1:7 date-invalid',
      'data/meetings/2020-03-02-homes.yaml:3:1 key-unknown',
      'data/reviews/repairs/progress/2020-02-10.yaml:3:3 ref-unknown',
      'data/reviews/repairs/progress/2020-02-10.yaml:3:18 rating-unknown',
    ]);
  });

  test('no register at all: what makes one', async () => {
    const host = fakeHost({ cwd: folderWith({ 'readme.txt': 'nothing here' }) });
    expect(await run(REPORT, host)).toBe(2);
    expect(host.err()).toContain('name it with --data DIR');
  });

  test('none of these shows where in the program it arose', async () => {
    const got = await tried(SMALL, '--item', '9');
    expect(got.err).not.toMatch(/\n\s+at /);
  });

  test('no browser: what to do, in one paragraph, and exit code 3', async () => {
    const cwd = folderWith(SMALL);
    const host = fakeHost({ cwd });
    expect(
      await run(['report', '--meeting', '2020-03-02', '--browser', join(cwd, 'no-such-browser')], host),
    ).toBe(3);
    expect(host.err()).toMatch(
      /^error: There is no browser at .*no-such-browser.*--browser or SCRUTINY_BROWSER\.\n$/,
    );
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('problems in the register come before problems of the machine', async () => {
    const cwd = folderWith(
      small({ 'data/meetings/2020-03-02-homes.yaml': 'date: 2020-02-31\npanel: homes\n' }),
    );
    const host = fakeHost({ cwd });
    expect(await run(['report', '--meeting', '2020-03-09', '--browser', '/no/such/browser'], host)).toBe(1);
  });
});

describe('exempt matter', () => {
  const secret = small({
    'data/reviews/repairs/review.yaml': (SMALL['data/reviews/repairs/review.yaml'] ?? '').replace(
      'owner: head-of-homes,',
      'owner: head-of-homes, exempt: { paragraph: 3, reason: Tender under way },',
    ),
  });

  test('is withheld from the public copy, which says under which paragraph', async () => {
    const cwd = folderWith(secret);
    expect(await run(['report', '--meeting', '2020-03-02', '--format', 'html'], fakeHost({ cwd }))).toBe(0);
    const html = readFileSync(join(cwd, 'out/2020-03-02-homes/04-homes-update.html'), 'utf8');
    expect(html).toContain(
      'Withheld: exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A',
    );
    for (const words of [
      'Hire two roofers',
      'One roofer was hired',
      'Tender under way',
      '31 January 2020',
      'Head of Homes',
    ])
      expect(html).not.toContain(words);
  });

  test('is in the members’ copy, which says so on it and in its name', async () => {
    const cwd = folderWith(secret);
    const host = fakeHost({ cwd });
    expect(await run(['report', '--meeting', '2020-03-02', '--format', 'html', '--confidential'], host)).toBe(
      0,
    );
    expect(host.out()).toBe('out/2020-03-02-homes/04-homes-update-confidential.html\n');
    const html = readFileSync(join(cwd, 'out/2020-03-02-homes/04-homes-update-confidential.html'), 'utf8');
    expect(html).toContain('Hire two roofers');
    expect(html).toContain('<p class="confidential">NOT FOR PUBLICATION');
  });
});
