import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { CODES } from '../../src/diagnostics/index.js';
import { fakeHost } from '../support/host.js';

async function explain(...argv: readonly string[]) {
  const host = fakeHost();
  return { code: await run(['explain', ...argv], host), out: host.out(), err: host.err() };
}

test('says why, with a bad and a good example', async () => {
  const { code, out } = await explain('rating-unknown');
  expect(code).toBe(0);
  expect(out).toBe(
    [
      'rating-unknown: A rating that is not in the key',
      'An error, unless council.yaml sets it.',
      '',
      'A rating is one of the council’s own key, which is printed beneath the table.',
      '',
      'Not so:',
      '',
      '      rating: ambre',
      '',
      'But so:',
      '',
      '      rating: amber',
      '',
    ].join('\n'),
  );
});

test('lists every code where none is asked for', async () => {
  const { out } = await explain();
  for (const code of Object.keys(CODES)) expect(out).toContain(code);
});

test('tells the nearest code to a mistyped one', async () => {
  const { code, err } = await explain('rating-unknow');
  expect(code).toBe(2);
  expect(err).toBe("error: There is no code 'rating-unknow'. Did you mean 'rating-unknown'?\n");
});

test('gives JSON to scripts', async () => {
  expect(JSON.parse((await explain('owner-missing', '--json')).out)).toMatchObject({
    schema: 1,
    code: 'owner-missing',
    level: 'warning',
    settable: true,
    title: 'An action without an owner',
  });
  expect(JSON.parse((await explain('--json')).out).codes).toHaveLength(Object.keys(CODES).length);
});

test('says where a rule can weigh no more than a warning', async () => {
  expect((await explain('rating-overdue')).out).toContain('A warning at most.');
});
