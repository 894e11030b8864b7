import { availableParallelism } from 'node:os';
import { finish } from './finish/index.js';
import type { Printed } from './print.js';

/** After so many it goes no quicker. */
const MOST_TIMES = 5;

/**
 * Finishes again and again what the browser printed for practice, as long as it prints the paper itself: what runs for the first time runs slowly,
 * and a long paper is then finished in two thirds of the time. Nothing comes of it. Where there is one processor it would be taken from the browser.
 */
export function finishForPractice(practised: Printed, printing: Promise<unknown>): void {
  if (availableParallelism() < 2) return;
  let isPrinted = false;
  const end = () => {
    isPrinted = true;
  };
  printing.then(end, end);
  const practise = async () => {
    for (let time = 0; time < MOST_TIMES; time += 1) {
      // Whatever else waits for the browser to be at work goes first.
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (isPrinted) return;
      await finish(practised, { title: '', language: '', day: '2000-01-01' });
    }
  };
  practise().catch(() => undefined);
}
