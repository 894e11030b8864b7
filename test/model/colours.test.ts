import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOf } from '../support/papers.js';
import { modelOf, SMALL, small } from '../support/registers.js';

const COUNCIL = 'data/council.yaml';

/** The small register, where the council has a colour of its own and its first rating too. */
function coloured(council: string, rating: string): Readonly<Record<string, string>> {
  return small({
    [COUNCIL]: `${SMALL[COUNCIL]}branding:
  colour: "${council}"
ratings:
  green: { label: Green, closes: true }
  amber:
    label: Amber
    colour: "${rating}"
  red: { label: Red }
`,
  });
}

function found(files: Readonly<Record<string, string>>) {
  return modelOf(files).diagnostics.map(({ code, severity, span, message, hint }) => ({
    said: `${severity} ${code}: ${message}`,
    there: (files[span.file] ?? '').slice(span.start, span.end),
    nearest: /"(#[0-9a-f]{6})"/.exec(hint ?? '')?.[1] ?? '',
  }));
}

test('both kinds of colour are reported at their own line, with what was measured and what is needed', () => {
  expect(found(coloured('#7a9a2b', '#f4c430'))).toEqual([
    {
      said: 'warning colour-contrast: the council’s colour is too pale: its contrast with the paper behind it is 3.2 to 1, and words need 7 to 1',
      there: '"#7a9a2b"',
      nearest: '#496100',
    },
    {
      said: "warning colour-contrast: the colour of the rating 'amber' is too pale: its contrast with the paper behind it is 1.5 to 1, and shapes need 3 to 1",
      there: '"#f4c430"',
      nearest: '#af8900',
    },
  ]);
});

test('a colour that falls short by a hair is not said to pass', () => {
  // 6.998 to 1.
  expect(found(coloured('#225d8a', '#1a7340')).map(({ said }) => said)).toEqual([
    expect.stringContaining('is 6.9 to 1, and words need 7 to 1'),
  ]);
});

test('the default colours, and none at all, are never at fault', () => {
  expect(found(SMALL)).toEqual([]);
});

test('the colour that is offered is the one in the paper, and nothing is said of it once it is written', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, colour, (council, rating) => {
      const files = coloured(council, rating);
      const offered = found(files);
      const nearest = (written: string, use: string) =>
        offered.find(({ said }) => said.includes(`${use} need`))?.nearest ?? written;
      const html = htmlOf(files);
      const isBright = offered.some(({ said }) => said.includes('too bright for words'));
      expect(html).toContain(`--council:${isBright ? '#14181b' : nearest(council, 'words')};`);
      expect(html).toContain(`--band:${council};`);
      expect(html).toContain(`--on-white:${nearest(rating, 'shapes')};`);
      if (!isBright)
        expect(found(coloured(nearest(council, 'words'), nearest(rating, 'shapes')))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test.each([
  // 2.995, 3.006 and 3.03 to 1 with the page.
  ['#959595', true],
  ['#949594', false],
  ['#949494', false],
  ['#ffee00', true],
])('the council’s colour %s is bright: %s', (colour, isBright) => {
  const files = coloured(colour, '#1a7340');
  const [said = ''] = found(files).map((one) => one.said);
  expect(said.startsWith('info colour-contrast: the council’s colour is too bright for words')).toBe(
    isBright,
  );
  expect(htmlOf(files).includes('--council:#14181b;')).toBe(isBright);
});
