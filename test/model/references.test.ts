import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byReference } from '../../src/model/index.js';
import { modelOf, SMALL, small, soundModel } from '../support/registers.js';

test('references are sorted as a person expects', () => {
  const refs = [
    'R10',
    'R2',
    '1.10',
    '1.2',
    'b)',
    'a)',
    '1 b)',
    '1 a)',
    'SR (25/26) 02',
    'SR (25/26) 01',
    '10',
    '9',
  ];
  expect(refs.toSorted(byReference)).toEqual([
    '1 a)',
    '1 b)',
    '1.2',
    '1.10',
    '9',
    '10',
    'R2',
    'R10',
    'SR (25/26) 01',
    'SR (25/26) 02',
    'a)',
    'b)',
  ]);
});

test('the order is one and the same, however they come', () => {
  const reference = fc.string({
    unit: fc.constantFrom('1', '2', '0', '.', 'a', ')', ' ', 'R'),
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.uniqueArray(reference, { maxLength: 8 }), (refs) => {
      expect(refs.toReversed().toSorted(byReference)).toEqual(refs.toSorted(byReference));
      for (const ref of refs) expect(byReference(ref, ref)).toBe(0);
    }),
  );
});

test('a reference is read as it is written: 1.10 is not 1.1', () => {
  const model = soundModel(
    small({
      'data/reviews/repairs/review.yaml': (SMALL['data/reviews/repairs/review.yaml'] ?? '').replace(
        'ref: 1.2',
        'ref: 1.10',
      ),
    }),
  );
  expect(model.reviews[0]?.recommendations[0]?.actions.map(({ ref }) => ref)).toEqual(['1.1', '1.10']);
});

test('one answer to two actions is an answer to each; a key is taken whole first', () => {
  const review = (SMALL['data/reviews/repairs/review.yaml'] ?? '').replace('ref: 1.2', 'ref: "R1, R2"');
  const progress = 'as-at: 2020-02-10\nprogress:\n  "R1, R2": { rating: green }\n';
  expect(
    soundModel(
      small({
        'data/reviews/repairs/review.yaml': review,
        'data/reviews/repairs/progress/2020-02-10.yaml': progress,
      }),
    ).reviews[0]?.progress[0]?.progress[0]?.refs,
  ).toEqual(['R1, R2']);
  const both = soundModel(
    small({
      'data/reviews/repairs/progress/2020-02-10.yaml':
        'as-at: 2020-02-10\nprogress:\n  1.1, 1.2: { rating: green }\n',
    }),
  );
  expect(both.reviews[0]?.progress[0]?.progress[0]?.refs).toEqual(['1.1', '1.2']);
});

test('the order of files makes no difference', () => {
  const { model } = modelOf(SMALL);
  const turned = modelOf(Object.fromEntries(Object.entries(SMALL).toReversed())).model;
  expect(turned).toEqual(model);
});
