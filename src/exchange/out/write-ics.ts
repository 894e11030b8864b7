import { addDays, type IsoDate } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';
import type { ExportedRegister } from './collect-export.js';

const { calendar } = phrases.exporting;

/**
 * Due dates of open actions and meetings to come, as a calendar (RFC 5545). Each has an id of its own that stays, so that a calendar which reads
 * the file again changes what it has.
 */
export function writeIcs({ council, day, reviews, meetings }: ExportedRegister): string {
  const stamp = `${compact(day)}T000000Z`;
  const dues = reviews.flatMap(({ key, title, recommendations }) =>
    recommendations.flatMap(({ text, actions }) =>
      actions.flatMap((action) => {
        const date = action.extendedTo?.lastDay ?? (action.extendedTo ? undefined : action.due?.lastDay);
        if (date === undefined || action.standing !== 'open') return [];
        return event({
          id: `${key}/${action.ref}`,
          stamp,
          date,
          summary: calendar.due(action.ref, oneLine(action.text ?? text ?? '')),
          description: [
            ...(title === undefined ? [] : [calendar.review(title)]),
            ...(action.owners.length > 0 ? [calendar.owner(action.owners.join('; '))] : []),
          ].join('\n'),
          place: undefined,
        });
      }),
    ),
  );
  const held = meetings.flatMap(({ date, panel, venue, time }) =>
    event({
      id: `meeting/${date}/${panel.key}`,
      stamp,
      date,
      summary: calendar.meeting(panel.name),
      description: time ?? '',
      place: venue,
    }),
  );
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//scrutiny//register//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(calendar.name(council))}`,
    ...held,
    ...dues,
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

interface Event {
  readonly id: string;
  readonly stamp: string;
  readonly date: IsoDate;
  readonly summary: string;
  readonly description: string;
  readonly place: string | undefined;
}

/** A whole day, which takes nobody's time. */
function event({ id, stamp, date, summary, description, place }: Event): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(id)}@scrutiny`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escapeText(place)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: IsoDate): string {
  return day.replaceAll('-', '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** Lines of at most 75 bytes, cut between characters: RFC 5545, section 3.1. */
function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  let size = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (size + bytes > (lines.length === 0 ? 75 : 74)) {
      lines.push(now);
      now = '';
      size = 0;
    }
    now += character;
    size += bytes;
  }
  return [...lines, now].join('\r\n ');
}
