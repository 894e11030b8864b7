import { expect, test } from 'vitest';
import { nextAction, nextRecommendation } from '../../src/edit/index.js';

const used = (...refs: readonly string[]) => new Set(refs);

test.each([
  [['1', '2', '10'], '11'],
  [['R1.', 'R2.', 'R10.'], 'R11.'],
  [['a)', 'b)'], 'c)'],
  [['SR (25/26) 01', 'SR (25/26) 09'], 'SR (25/26) 10'],
  [['CEH.140715.20a', 'CEH.140715.20b'], 'CEH.140715.20c'],
  [['Minute 986'], 'Minute 987'],
  [[], '1'],
])('after the recommendations %j comes %s', (refs, next) => {
  expect(
    nextRecommendation(
      refs.map((ref) => ({ ref, actions: [] })),
      used(...refs),
    ),
  ).toBe(next);
});

test.each([
  [{ '1': ['1.1', '1.9', '1.10'], '2': [] }, '1', '1.11'],
  [{ '1': ['1.1'], '2': [] }, '2', '2.1'],
  [{ 'R1.': ['R1.1', 'R1.2'], 'R2.': [] }, 'R2.', 'R2.1'],
  [{ '1': ['1 a)', '1 b)'], '2': [] }, '2', '2 a)'],
  [{ '1': ['1 a)', '1 b)'], '2': [] }, '1', '1 c)'],
  [{ '1': ['A1', 'A2'], '2': ['A3'] }, '1', 'A4'],
  [{ '1': ['A1', 'A2'], '2': [] }, '2', 'A3'],
  [{ '3)': [] }, '3)', '3.1'],
])('in %j recommendation %s gets the action %s', (plan, ref, next) => {
  const all = Object.entries(plan).map(([name, actions]) => ({ ref: name, actions }));
  const own = all.find((one) => one.ref === ref) ?? { ref, actions: [] };
  expect(nextAction(all, own, used(...all.flatMap((one) => [one.ref, ...one.actions])))).toBe(next);
});

test('a reference that is used elsewhere is passed over', () => {
  expect(nextRecommendation([{ ref: '1', actions: [] }], used('1', '2', '3'))).toBe('4');
});
