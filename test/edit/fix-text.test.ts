import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { fixText } from '../../src/edit/index.js';
import { splice } from '../../src/edit/splice.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { modelOf, SMALL, small } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';

async function fixed(files: Readonly<Record<string, string>>) {
  const cwd = folderWith(files);
  const host = fakeHost({ cwd, today: day('2020-03-10') });
  const code = await run(['check', '--fix'], host);
  return {
    cwd,
    code,
    out: host.out(),
    err: host.err(),
    text: (path: string) => readFileSync(join(cwd, path), 'utf8'),
  };
}

function mendedAlone(text: string): string {
  const file = { shown: PROGRESS, path: 'reviews/repairs/progress/2020-02-10.yaml', text };
  const problemsOf = (other: string) => modelOf(small({ [PROGRESS]: other })).diagnostics.length;
  return fixText(file, modelOf(small({ [PROGRESS]: text })).diagnostics, problemsOf);
}

describe('check --fix', () => {
  test('writes dates in their form and touches nothing else', async () => {
    const text = [
      '# Who said so?   (a note to ourselves)',
      'as-at:   "10/02/2020"  # the Monday',
      "reported-by: 'head-of-homes'",
      'progress:',
      '  1.1: { rating: amber, revised-due: 30 June 2020, reason: No roofer is free }',
      '',
    ].join('\n');
    const { code, err, text: now } = await fixed(small({ [PROGRESS]: text }));
    expect(code).toBe(0);
    expect(err).toBe(`mended ${PROGRESS}\n`);
    expect(now(PROGRESS)).toBe(
      text.replace('"10/02/2020"', '2020-02-10').replace('30 June 2020', '2020-06-30'),
    );
  });

  test('puts spaces for tabs where only one reading is right, then sees the dates', async () => {
    const tabbed = 'as-at: 10/02/2020\nprogress:\n  1.1:\n    rating: amber\n\tnote: One roofer was hired.\n';
    const { code, text } = await fixed(small({ [PROGRESS]: tabbed }));
    expect(code).toBe(0);
    expect(text(PROGRESS)).toBe(tabbed.replace('10/02/2020', '2020-02-10').replace('\t', '    '));
  });

  test('takes away spaces at the ends of lines, but not within words', async () => {
    const text = `as-at: 2020-02-10   \nprogress:  \n  1.1:\t\n    rating: amber  \n    note: |\n      One roofer  \n      was hired.   \n\n  \n`;
    const { code, text: now } = await fixed(small({ [PROGRESS]: text }));
    expect(code).toBe(0);
    expect(now(PROGRESS)).toBe(
      'as-at: 2020-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      One roofer  \n      was hired.   \n\n\n',
    );
  });

  test('keeps the mark at the beginning, the line ends and the permissions of a file', async () => {
    const text = `\ufeff${(SMALL[PROGRESS] ?? '').replace('2020-02-10', '10/02/2020').replaceAll('\n', '\r\n')}`;
    const cwd = folderWith(small());
    writeFileSync(join(cwd, PROGRESS), text, { mode: 0o640 });
    const before = statSync(join(cwd, PROGRESS)).mode;
    await run(['check', '--fix'], fakeHost({ cwd }));
    expect(readFileSync(join(cwd, PROGRESS), 'utf8')).toBe(text.replace('10/02/2020', '2020-02-10'));
    expect(statSync(join(cwd, PROGRESS)).mode).toBe(before);
  });

  test('leaves what has more than one answer, and says so as ever', async () => {
    const text = (SMALL[PROGRESS] ?? '')
      .replace('rating: amber', 'rating: ambre')
      .replace('2020-02-10', '2020-02-31');
    const { code, out, err, text: now } = await fixed(small({ [PROGRESS]: text }));
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toContain('date-invalid');
    expect(now(PROGRESS)).toBe(text);
  });

  test('writes through no link', async () => {
    const cwd = folderWith(small({ [PROGRESS]: '' }));
    const target = join(cwd, 'data', 'reviews', 'repairs', 'target.txt');
    const text = (SMALL[PROGRESS] ?? '').replace('2020-02-10', '10/02/2020');
    writeFileSync(target, text);
    mkdirSync(dirname(join(cwd, PROGRESS)));
    symlinkSync(target, join(cwd, PROGRESS));
    expect(await run(['check', '--fix'], fakeHost({ cwd }))).toBe(1);
    expect(readFileSync(target, 'utf8')).toBe(text);
  });

  test('changes nothing in the sample register', async () => {
    for (const file of ['council.yaml', 'reviews/digital-safeguarding/review.yaml']) {
      const text = readFileSync(join(PROJECT, 'data', file), 'utf8');
      expect(fixText({ shown: `data/${file}`, path: file, text }, [], () => 0)).toBe(text);
    }
  });
});

describe('a tab', () => {
  test('that could mean two things stays', () => {
    const text = 'as-at: 2020-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      One\n\t\tTwo\n';
    expect(mendedAlone(text)).toBe(text);
  });
});

test('splices leave every other character where it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.nat(20), fc.nat(5), fc.string())), (text, wanted) => {
      let at = 0;
      let expected = '';
      const splices = wanted.flatMap(([gap, width, words]) => {
        const start = at + gap;
        const end = start + width;
        if (end > text.length) return [];
        expected += text.slice(at, start) + words;
        at = end;
        return [{ start, end, text: words }];
      });
      expect(splice(text, splices)).toBe(expected + text.slice(at));
    }),
  );
});

test('the review of the small register needs no mending', () => {
  const text = SMALL[REVIEW] ?? '';
  expect(fixText({ shown: REVIEW, path: 'reviews/repairs/review.yaml', text }, [], () => 0)).toBe(text);
});
