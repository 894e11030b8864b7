import { weekdayOf } from '../calendar/index.js';
import type { Mailbox, Message } from './messages.js';

/**
 * A message as a file that a mail program opens as a draft: RFC 5322, with MIME (RFC 2045 and 2047) where it is more than ASCII. The date is
 * the day that the message speaks of, so the same register gives the same bytes; the program that sends it gives it an identifier.
 * Somebody without an address stands as an empty group, which RFC 6854 allows in every such field.
 */
export function writeEml({ day, from, to, copies, subject, body }: Message): string {
  const { encoding, text } = encodedBody(body);
  return [
    ...field('From', [writeAddress(from)]),
    ...field('To', [writeAddress(to)]),
    ...(copies.length > 0 ? field('Cc', copies.map(writeAddress)) : []),
    ...field('Subject', encodedWords(subject)),
    `Date: ${writeDate(day)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    'X-Unsent: 1',
    '',
    text,
  ].join('\r\n');
}

const LINE = 76;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function writeDate(day: Message['day']): string {
  const [year, month, date] = day.split('-');
  return `${DAYS[weekdayOf(day)] ?? ''}, ${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year} 00:00:00 +0000`;
}

/** A field, folded before its parts where a line would grow too long. */
function field(name: string, parts: readonly string[]): readonly string[] {
  const separator = name === 'Subject' ? '' : ',';
  const lines: string[] = [];
  let line = `${name}:`;
  for (const [index, part] of parts.entries()) {
    const written = `${part}${index < parts.length - 1 ? separator : ''}`;
    if (line.length + 1 + written.length > LINE && line.trim() !== '' && !line.endsWith(':')) {
      lines.push(line);
      line = '';
    }
    line += ` ${written}`;
  }
  return [...lines, line];
}

function writeAddress({ name, email }: Mailbox): string {
  const phrase = writePhrase(name);
  return email !== undefined && isAddress(email) ? `${phrase} <${email}>` : `${phrase}:;`;
}

/** An address that needs no quoting; anything else would have to be looked at by a person. */
function isAddress(email: string): boolean {
  return (
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(email) &&
    email.length <= 254
  );
}

/** A display name: quoted where it is ASCII, otherwise as encoded words. */
function writePhrase(name: string): string {
  const words = withoutControls(name);
  if (/^[ -~]*$/.test(words) && words.length <= 60) return `"${words.replace(/["\\]/g, '\\$&')}"`;
  return encodedWords(words).join(' ');
}

/** What a terminal or a mail program would take for the end of a field becomes a space. */
function withoutControls(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** Unstructured words: as they are where they are short and ASCII, otherwise in encoded words that never part a character (RFC 2047, section 5). */
function encodedWords(written: string): readonly string[] {
  const words = withoutControls(written);
  // "=?" would be read as an encoded word.
  if (/^[ -~]*$/.test(words) && !words.includes('=?'))
    return words.split(' ').every((word) => word.length < 60) ? words.split(' ') : chunks(words);
  return chunks(words);
}

function chunks(words: string): readonly string[] {
  const room = 75 - '=?utf-8?B??='.length;
  const found: string[] = [];
  let chunk = '';
  for (const character of words) {
    if (Math.ceil(Buffer.byteLength(chunk + character) / 3) * 4 > room) {
      found.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...found, chunk].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`);
}

/** As it is where it is ASCII in short lines; else quoted-printable, or base64 where that is shorter. */
function encodedBody(body: string): { readonly encoding: string; readonly text: string } {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  if (lines.every((line) => /^[\t -~]*$/.test(line) && line.length <= LINE && !/[ \t]$/.test(line)))
    return { encoding: '7bit', text: lines.join('\r\n') };
  const quoted = lines.map(quotedPrintable).join('\r\n');
  const base = Buffer.from(lines.join('\r\n'))
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n');
  return base.length < quoted.length
    ? { encoding: 'base64', text: base }
    : { encoding: 'quoted-printable', text: quoted };
}

/** One line (RFC 2045, section 6.7): what is not ASCII, `=`, and space at its end are written by their bytes; long lines are broken softly. */
function quotedPrintable(line: string): string {
  const pieces = [...line].map((character, index, all) =>
    /[!-<>-~]/.test(character) || (/[\t ]/.test(character) && index < all.length - 1)
      ? character
      : [...Buffer.from(character)]
          .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
          .join(''),
  );
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces) {
    if (current.length + piece.length > LINE - 1) {
      lines.push(`${current}=`);
      current = '';
    }
    current += piece;
  }
  return [...lines, current].join('\r\n');
}
