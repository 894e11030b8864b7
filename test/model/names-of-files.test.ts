import { describe, expect, test } from 'vitest';
import { itemName } from '../../src/model/index.js';
import { small, soundModel } from '../support/registers.js';

function named(title: string, number = '6'): string {
  return itemName({ number, title, exempt: undefined });
}

describe('the name of a paper’s file', () => {
  test('has the number with two digits and the title without accents, apostrophes and marks', () => {
    expect(named('Children’s Services: Café & Play')).toBe('06-childrens-services-cafe-play');
    expect(named('Roofs', '12a')).toBe('12a-roofs');
  });

  test('takes eighty characters of a title and no more, and never ends in a hyphen', () => {
    expect(named('a'.repeat(80))).toBe(`06-${'a'.repeat(80)}`);
    expect(named('a'.repeat(81))).toBe(`06-${'a'.repeat(80)}`);
    expect(named(`${'a'.repeat(79)} ${'b'.repeat(9)}`)).toBe(`06-${'a'.repeat(79)}`);
  });

  test('is still a name where no letter of the title is left', () => {
    expect(named('…')).toBe('06-paper');
  });
});

test('meetings of one day come in the order of their panels, whatever their files are called', () => {
  const on = (panel: string) => `date: 2020-04-06\npanel: ${panel}\n`;
  for (const [first, second] of [
    ['homes', 'streets'],
    ['streets', 'homes'],
  ] as const) {
    const { meetings } = soundModel(
      small({ 'data/meetings/x.yaml': on(first), 'data/meetings/y.yaml': on(second) }),
    );
    expect(meetings.map(({ date, panel }) => [date, panel.key])).toEqual([
      ['2020-03-02', 'homes'],
      ['2020-04-06', 'homes'],
      ['2020-04-06', 'streets'],
    ]);
  }
});
