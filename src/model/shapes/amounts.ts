import type { ResponseTime } from '../types.js';
import { reportError, type Shape, textShape } from './shape.js';

const UNITS: readonly (readonly [pattern: RegExp, time: (count: number) => ResponseTime])[] = [
  [/^(\d{1,4})\s+months?$/i, (count) => ({ unit: 'months', count })],
  [/^(\d{1,4})\s+weeks?$/i, (count) => ({ unit: 'days', count: count * 7 })],
  [/^(\d{1,4})\s+(?:calendar\s+)?days?$/i, (count) => ({ unit: 'days', count })],
  [/^(\d{1,4})\s+working[\s-]days?$/i, (count) => ({ unit: 'working days', count })],
];

/** "2 months", "8 weeks", "56 days", "20 working days". */
export const responseTime: Shape<ResponseTime> = textShape(
  'a number of months, weeks, days or working days',
  {
    type: 'string',
    pattern: '^\\s*[1-9]\\d{0,3}\\s+(?:months?|weeks?|(?:calendar\\s+)?days?|working[\\s-]days?)\\s*$',
  },
  (node, reading) => {
    const written = node.text.trim();
    for (const [pattern, time] of UNITS) {
      const count = Number(pattern.exec(written)?.[1] ?? 0);
      if (count > 0) return time(count);
    }
    return reportError(
      reading,
      'value-type',
      node.span,
      `'${node.text}' is not a number of months, weeks, days or working days`,
      "Write a number and its unit, such as '2 months', '8 weeks' or '20 working days'.",
    );
  },
);
