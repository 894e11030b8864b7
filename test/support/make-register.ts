/** How large a register to make. */
export interface RegisterSize {
  readonly reviews?: number;
  readonly recommendations: number;
  readonly actionsEach: number;
  /** Days on which progress is reported, oldest first. */
  readonly reportedOn?: readonly string[];
  /** Words of the longest note. */
  readonly longestNote?: number;
}

const WORDS =
  'the panel asked that every school and each service should know by the spring what had been done about the advice which members gave last year and how far young people parents and staff had noticed it'.split(
    ' ',
  );

/**
 * A register of any size as file texts by path, always the same for the same size: for long tables, and for the bench. All of it
 * is about nothing.
 */
export function makeRegister({
  reviews = 1,
  recommendations,
  actionsEach,
  reportedOn = ['2018-02-09'],
  longestNote = 60,
}: RegisterSize): Readonly<Record<string, string>> {
  const next = numbers(recommendations * 31 + actionsEach);
  const sentence = (words: number): string => {
    const start = next(WORDS.length);
    const chosen = Array.from(
      { length: Math.max(3, words) },
      (_, index) => WORDS[(start + index * 7) % WORDS.length] ?? 'and',
    );
    const text = chosen.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const keys = Array.from({ length: reviews }, (_, index) => `review-${String(index + 1).padStart(3, '0')}`);
  const files: Record<string, string> = {
    'data/council.yaml':
      'council: Ambridge Council\npanels: { all: Overview and Scrutiny Panel }\nofficers:\n  head: { role: Head of Service }\n  lead: { role: Service Lead }\n  officer: { role: Project Officer }\n',
    'data/meetings/2018-02-19-all.yaml': `date: 2018-02-19\npublished: 2018-02-09\npanel: all\nitems:\n  - { number: 6, title: Update, report: update, review: ${keys[0]} }\n`,
  };
  for (const key of keys) {
    const refs: string[] = [];
    const lines = [
      `title: ${sentence(5).slice(0, -1)}`,
      'panel: all',
      'executive-response: { date: 2017-09-05, decision: agreed }',
      'background: |',
      `  ${sentence(40)}`,
      'recommendations:',
    ];
    for (let r = 1; r <= recommendations; r += 1) {
      lines.push(
        `  - ref: ${r}`,
        `    text: ${sentence(10 + next(18))}`,
        '    response: accepted',
        '    actions:',
      );
      for (let a = 1; a <= actionsEach; a += 1) {
        refs.push(`${r}.${a}`);
        lines.push(
          `      - ref: ${r}.${a}`,
          `        text: ${sentence(6 + next(14))}`,
          `        owner: ${['head', 'lead', 'officer'][next(3)]}`,
          `        due: 2018-${String(1 + next(12)).padStart(2, '0')}-28`,
        );
        if (next(3) > 0) lines.push(`        success-measure: ${sentence(4 + next(6))}`);
      }
    }
    files[`data/reviews/${key}/review.yaml`] = `${lines.join('\n')}\n`;
    for (const day of reportedOn) {
      const reported = refs.flatMap((ref) =>
        next(12) === 0
          ? []
          : [
              `  ${ref}:`,
              `    rating: ${['green', 'amber', 'green', 'red'][next(4)]}`,
              '    note: |',
              `      ${sentence(8 + next(longestNote))}`,
            ],
      );
      files[`data/reviews/${key}/progress/${day}.yaml`] =
        `as-at: ${day}\nreported-by: head\nprogress:\n${reported.length > 0 ? reported.join('\n') : `  ${refs[0]}: { rating: amber }`}\n`;
    }
  }
  return files;
}

/** A small generator with a seed: xorshift, 32 bits (Marsaglia 2003). */
function numbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.abs(state) % below;
  };
}
