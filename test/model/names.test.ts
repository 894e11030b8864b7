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

test('an officer is the same thing wherever somebody is named, and has the service itself', () => {
  const { council, meetings, reviews } = soundModel(
    small({
      'data/council.yaml': `${SMALL['data/council.yaml'] ?? ''}services: { homes: Homes Service }\n`.replace(
        /head-of-homes: \{/,
        'head-of-homes: { service: homes,',
      ),
      'data/meetings/2020-03-02-homes.yaml': (SMALL['data/meetings/2020-03-02-homes.yaml'] ?? '').replace(
        'report: update,',
        'report: update, service: homes, contact: head-of-homes,',
      ),
    }),
  );
  const [head] = council.officers;
  const [homes] = council.services;
  expect(head?.service).toBe(homes);
  expect(meetings[0]?.items[0]).toMatchObject({ service: homes, contact: { kind: 'officer' } });
  const contact = meetings[0]?.items[0]?.contact;
  expect(contact?.kind === 'officer' && contact.officer).toBe(head);
  const owner = reviews[0]?.recommendations[0]?.actions[0]?.owners[0];
  expect(owner?.kind === 'officer' && owner.officer).toBe(head);
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

test('an entry of a progress file may say by whom it was reported; otherwise its file does', () => {
  const path = 'data/reviews/repairs/progress/2020-02-10.yaml';
  const progress = (by: string) =>
    small({
      [path]: `as-at: 2020-02-10\nreported-by: head-of-homes\nprogress:\n  1.1: { rating: amber, reported-by: ${by} }\n  1.2: { rating: amber }\n`,
    });
  const [head, clerk] = soundModel(SMALL).council.officers;
  const { reviews } = soundModel(progress('clerk'));
  expect(
    reviews[0]?.progress[0]?.progress.map(({ reportedBy }) =>
      reportedBy?.kind === 'officer' ? reportedBy.officer.key : undefined,
    ),
  ).toEqual([clerk?.key, head?.key]);
  expect(modelOf(progress('clrek')).diagnostics).toMatchObject([
    { code: 'officer-unknown', hint: expect.stringMatching("^Did you mean 'clerk'") },
  ]);
});
