import { InvalidArgumentError } from 'commander';
import { type IsoDate, isWholeDate, parseIsoDate, toIsoForm } from '../calendar/index.js';

const FORMATS = ['pdf', 'html', 'docx'] as const;

/** A day on the command line; says how to write it where it is written another way. */
export function parseDayOption(written: string): IsoDate {
  const day = parseIsoDate(written);
  if (day) return day;
  const asIso = toIsoForm(written);
  throw new InvalidArgumentError(
    asIso && isWholeDate(asIso) ? `Write it as ${asIso}.` : 'Write a date as year, month, day: 2018-02-19.',
  );
}

/** `pdf`, `html` and `docx`, with commas where there are several. */
export function formatList(written: string): readonly (typeof FORMATS)[number][] {
  const formats = written
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  if (formats.length === 0)
    throw new InvalidArgumentError('Write pdf, html or docx, or several with commas: pdf,html.');
  return [
    ...new Set(
      formats.map((part) => {
        const format = FORMATS.find((known) => known === part);
        if (!format)
          throw new InvalidArgumentError(
            `'${part}' is not a format: write pdf, html or docx, or several with commas: pdf,html.`,
          );
        return format;
      }),
    ),
  ];
}
