import { structuredPatch } from 'diff';

/** A line of a comparison: what goes, what comes, and what is round about. */
export interface ChangedLine {
  readonly kind: 'same' | 'gone' | 'new' | 'place';
  readonly text: string;
}

/** What differs between two texts of a file, three lines of each round it, as git shows it. */
export function showChange(before: string, after: string): readonly ChangedLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 3 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    { kind: 'place', text: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@` },
    ...lines.map((line): ChangedLine => {
      const mark = line.charAt(0);
      return {
        kind: mark === '+' ? 'new' : mark === '-' ? 'gone' : 'same',
        text: line.slice(1).replace(/\r$/, ''),
      };
    }),
  ]);
}
