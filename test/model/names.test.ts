import { expect, test } from 'vitest';
import { modelOf, SMALL, small, soundModel } from '../support/registers.js';

test('a panel is the same thing wherever it is named', () => {
  const { council, meetings, reviews } = soundModel(SMALL);
  const [homes] = council.panels;
  expect(homes?.name).toBe('Homes Panel');
  expect(meetings[0]?.panel).toBe(homes);
  expect(reviews[0]?.panel).toBe(homes);
  expect(reviews[0]?.monitoredBy[0]?.panel).toBe(homes);
});

test('a rating is the same thing, by its key or by its label', () => {
  const { council, reviews } = soundModel(
    small({
      'data/reviews/repairs/progress/2020-02-10.yaml':
        'as-at: 2020-02-10\nprogress:\n  1.1: { rating: amber }\n  1.2: { rating: AMBER }\n',
    }),
  );
  const amber = council.ratings.find(({ label }) => label === 'Amber');
  expect(amber).toBeDefined();
  expect(reviews[0]?.progress[0]?.progress.map(({ rating }) => rating)).toEqual([amber, amber]);
  for (const { rating } of reviews[0]?.progress[0]?.progress ?? []) expect(rating).toBe(amber);
});

test('a name that the council does not have is one error for each mention, and still one thing', () => {
  const files = small(
    Object.fromEntries(
      Object.entries(SMALL).map(([path, text]) => [path, text.replace('panel: homes', 'panel: hoems')]),
    ),
  );
  const { model, diagnostics } = modelOf(files);
  expect(diagnostics.map(({ code }) => code)).toContain('panel-unknown');
  expect(model?.meetings[0]?.panel).toMatchObject({ key: 'hoems', name: 'hoems' });
  expect(model?.reviews[0]?.panel).toBe(model?.meetings[0]?.panel);
});
