import fc from 'fast-check';
import { addDays, type IsoDate } from '../../src/calendar/index.js';
import { day } from './host.js';

/** Everything in these registers is dated within four days from here, so that what happens on one day often meets. */
const FIRST = day('2020-03-02');
const PANELS = ['town', 'coast'] as const;
const ACTIONS = ['harbour/1.1', 'harbour/1.2', 'harbour/2', 'quay/1.1', 'quay/1.2'] as const;

const ON = fc.nat(3).map((after) => addDays(FIRST, after));
const MAYBE_ON = fc.option(ON, { nil: undefined, freq: 2 });
const RARELY = fc.constantFrom(false, false, false, true);
const ACTION = fc.constantFrom(...ACTIONS);

const MEETING = fc.record({
  on: ON,
  panel: fc.constantFrom(...PANELS),
  published: MAYBE_ON,
  isExempt: RARELY,
  defers: RARELY,
  decisions: fc.array(
    fc.record({
      action: ACTION,
      decision: fc.constantFrom(
        'signed-off',
        'paused, reason: Frost.',
        'reopened, reason: It leaks.',
        'withdrawn, reason: No need.',
        'extension-granted, due: 2020-03-04, reason: Frost.',
        'extension-refused, reason: Enough.',
      ),
    }),
    { maxLength: 3 },
  ),
});

const ENTRY = fc.record({
  on: ON,
  action: ACTION,
  rating: fc.constantFrom(undefined, 'green', 'amber', 'red'),
  percent: fc.constantFrom(undefined, undefined, '40%', '100'),
  isComplete: RARELY,
  asksFor: fc.constantFrom(undefined, undefined, '2020-03-05', '2020-12-31'),
  isExempt: RARELY,
});

/** Keys that councils have, beside the usual one: owners who report in words, and a rating for what the panel has signed off. */
const KEYS = {
  usual: '',
  words: 'ratings: none\n',
  'signed off':
    'ratings:\n  blue: { label: Checked, signed-off: true }\n  green: { label: Green, closes: true }\n  amber: { label: Amber }\n  red: { label: Red }\n',
} as const;

const PLANNED = fc.record({ due: MAYBE_ON, agreed: MAYBE_ON, isExempt: RARELY });

/** A register whose days are close together, as it was drawn: `closeFiles` writes it down. */
export const CLOSE_REGISTERS = fc.record({
  meetings: fc.uniqueArray(MEETING, {
    minLength: 1,
    maxLength: 6,
    selector: ({ on, panel }) => `${on} ${panel}`,
  }),
  entries: fc.uniqueArray(ENTRY, { maxLength: 14, selector: ({ on, action }) => `${on} ${action}` }),
  actions: fc.tuple(PLANNED, PLANNED, PLANNED, PLANNED, PLANNED),
  answered: MAYBE_ON,
  key: fc.constantFrom('usual' as const, 'usual' as const, 'words' as const, 'signed off' as const),
  handedOver: MAYBE_ON,
});
export type CloseRegister = typeof CLOSE_REGISTERS extends fc.Arbitrary<infer R> ? R : never;

/**
 * A drawn register as the texts of its files.
 *
 * @param undecided a day whose meetings decided nothing
 */
export function closeFiles(
  { meetings, entries, actions, answered, handedOver, key }: CloseRegister,
  undecided?: IsoDate,
): Readonly<Record<string, string>> {
  const planned = (index: number, ref: string, words: string) => {
    const { due, agreed, isExempt } = actions[index] ?? {};
    return [
      `ref: ${ref}`,
      `text: ${isExempt ? `Sealed words ${index} of the plan.` : words}`,
      'owner: Harbour Master',
      ...(due ? [`due: ${due}`] : []),
      ...(agreed ? [`agreed: ${agreed}`] : []),
      ...(isExempt ? ['exempt: { paragraph: 3 }'] : []),
    ].join(', ');
  };
  const review = (title: string, more: readonly string[]) =>
    [
      `title: ${title}`,
      'panel: town',
      ...(answered ? [`executive-response: { date: ${answered}, decision: agreed }`] : []),
      ...more,
      '',
    ].join('\n');
  const dates = meetings.map(({ on }) => on).toSorted();
  return {
    'data/council.yaml': `council: Ambridge Council\npanels: { town: Town Panel, coast: Coast Panel }\n${KEYS[key]}`,
    'data/reviews/harbour/review.yaml': review('The Harbour', [
      ...(handedOver ? [`monitored-by: [ { panel: town }, { panel: coast, from: ${handedOver} } ]`] : []),
      'recommendations:',
      '  - ref: 1',
      '    text: Mend the harbour.',
      '    actions:',
      `      - { ${planned(0, '1.1', 'Hire two divers.')} }`,
      `      - { ${planned(1, '1.2', 'Buy a pump.')} }`,
      `  - { ${planned(2, '2', 'Paint the light.')} }`,
    ]),
    'data/reviews/quay/review.yaml': review('The Quay', [
      'recommendations:',
      '  - ref: 1',
      '    text: Mend the quay.',
      '    actions:',
      `      - { ${planned(3, '1.1', 'Order the stone.')} }`,
      `      - { ${planned(4, '1.2', 'Move the crane.')} }`,
    ]),
    ...Object.fromEntries(
      meetings.map(({ on, panel, published, isExempt, defers, decisions }) => {
        const next = dates.find((date) => date > on);
        const decided = [
          ...decisions.map(({ action, decision }) => `  - { action: ${action}, decision: ${decision} }`),
          ...(defers && next ? [`  - { item: 4, decision: deferred, to: ${next} }`] : []),
        ];
        return [
          `data/meetings/${on}-${panel}.yaml`,
          [
            `date: ${on}`,
            ...(published && published <= on ? [`published: ${published}`] : []),
            `panel: ${panel}`,
            'items:',
            `  - { number: 4, title: Harbour, report: update, review: harbour${isExempt ? ', exempt: { paragraph: 3 }' : ''} }`,
            '  - { number: 5, title: Tracker, report: tracker, review: all }',
            '  - { number: 6, title: Both, report: update, review: [quay, harbour] }',
            ...(decided.length > 0 && on !== undecided ? ['decisions:', ...decided] : []),
            '',
          ].join('\n'),
        ];
      }),
    ),
    ...Object.fromEntries(
      entries.map(({ on, action, rating, percent, isComplete, asksFor, isExempt }, index) => {
        const [review = '', ref = ''] = action.split('/');
        return [
          `data/reviews/${review}/progress/${on}-${ref}.yaml`,
          [
            `as-at: ${on}`,
            'progress:',
            `  ${ref}:`,
            `    note: ${isExempt ? `Sealed report ${index} of it` : `Said of it on ${on}`}.`,
            ...(rating && key !== 'words' ? [`    rating: ${rating}`] : []),
            ...(percent ? [`    percent: ${percent}`] : []),
            ...(isComplete ? ['    complete: true'] : []),
            ...(asksFor ? [`    revised-due: ${asksFor}`, '    reason: Frost.'] : []),
            ...(isExempt ? ['    exempt: { paragraph: 3 }'] : []),
            '',
          ].join('\n'),
        ];
      }),
    ),
  };
}
