import { expect, test } from 'vitest';
import { modelOf, SMALL, small, soundModel } from '../support/registers.js';

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
