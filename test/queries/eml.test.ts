import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeEml } from '../../src/queries/eml.js';
import type { Message } from '../../src/queries/index.js';
import { day } from '../support/host.js';
import { readEml } from '../support/read-eml.js';

const PLAIN: Message = {
  day: day('2024-09-20'),
  from: { name: 'Scrutiny Officer', email: 'scrutiny@ambridge.example' },
  to: { name: 'Tree Officer', email: 'trees@ambridge.example' },
  copies: [],
  subject: '1 update for the Places Scrutiny Panel, 7 October 2024',
  body: 'Dear Tree Officer,\n\nPlease write.\n',
  addresses: [],
  files: [],
  slug: 'tree-officer',
};

describe('a message as a file', () => {
  test('is as it stands where all of it is ASCII in short lines', () => {
    expect(writeEml(PLAIN)).toBe(
      [
        'From: "Scrutiny Officer" <scrutiny@ambridge.example>',
        'To: "Tree Officer" <trees@ambridge.example>',
        'Subject: 1 update for the Places Scrutiny Panel, 7 October 2024',
        'Date: Fri, 20 Sep 2024 00:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 7bit',
        'X-Unsent: 1',
        '',
        'Dear Tree Officer,',
        '',
        'Please write.',
        '',
      ].join('\r\n'),
    );
  });

  test('says Welsh names and long subjects in encoded words', () => {
    const { fields } = readEml(
      writeEml({
        ...PLAIN,
        to: { name: 'Bryn Ŵyn, Pennaeth', email: 'parks@ambridge.example' },
        subject: `Diweddariad ar gyfer y Panel Craffu ${'Ŵyn '.repeat(40)}`.trim(),
      }),
    );
    expect(fields.get('To')).toBe('Bryn Ŵyn, Pennaeth <parks@ambridge.example>');
    expect(fields.get('Subject')).toBe(`Diweddariad ar gyfer y Panel Craffu ${'Ŵyn '.repeat(40)}`.trim());
  });

  test('takes base64 where most of it is not ASCII, quoted-printable where little is', () => {
    expect(writeEml({ ...PLAIN, body: 'ŵŷ'.repeat(100) })).toContain('Content-Transfer-Encoding: base64');
    expect(writeEml({ ...PLAIN, body: 'The children’s services.\n' })).toContain('quoted-printable');
    expect(writeEml({ ...PLAIN, body: 'The children’s services.\n' })).toContain('children=E2=80=99s');
  });

  test('names somebody without an address, or with one that is none, as an empty group', () => {
    const copies = [
      { name: 'Friends of the Park', email: undefined },
      { name: 'Odd', email: 'a@b.example>, <evil@example.org' },
    ];
    const { fields } = readEml(writeEml({ ...PLAIN, copies }));
    expect(fields.get('Cc')).toBe('"Friends of the Park":;, "Odd":;');
  });

  test('puts a space where words of a head would begin another line', () => {
    const { fields } = readEml(writeEml({ ...PLAIN, subject: 'One\r\nBcc: all@ambridge.example' }));
    expect(fields.get('Subject')).toBe('One Bcc: all@ambridge.example');
    expect(fields.has('Bcc')).toBe(false);
  });

  test('has a quotation mark and a backslash in a name where they belong', () => {
    expect(writeEml({ ...PLAIN, to: { name: 'A "B" \\ C', email: undefined } })).toContain(
      'To: "A \\"B\\" \\\\ C":;',
    );
  });

  test('can be given no field of another’s making, whatever the words; and comes through as it was', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom('\r', '\n', ' ', 'a', 'ŵ', '=', '?', '"', '<', ':', '\u2028', '.', '😀'),
      }),
    );
    fc.assert(
      fc.property(anything, anything, anything, anything, (name, email, subject, body) => {
        const eml = writeEml({
          ...PLAIN,
          to: { name, email },
          copies: [{ name: subject, email: name }],
          subject,
          body,
        });
        expect(eml).toMatch(/^[\t\r\n -~]*$/);
        expect(eml.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
        const found = readEml(eml);
        expect([...found.fields.keys()]).toEqual([
          'From',
          'To',
          'Cc',
          'Subject',
          'Date',
          'MIME-Version',
          'Content-Type',
          'Content-Transfer-Encoding',
          'X-Unsent',
        ]);
        const flat = (text: string) =>
          Buffer.from(text)
            .toString()

            .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
            .trim();
        expect(flat(found.fields.get('Subject') ?? '')).toBe(flat(subject));
        expect(found.body).toBe(Buffer.from(body).toString().replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('keeps its lines within 76 characters', () => {
    const eml = writeEml({
      ...PLAIN,
      copies: Array.from({ length: 12 }, (_, index) => ({
        name: `Officer number ${index}`,
        email: undefined,
      })),
      body: `${'A long line of words that goes on and on’ '.repeat(10)}\n`,
    });
    for (const line of eml.split('\r\n')) expect(line.length, line).toBeLessThanOrEqual(76);
  });
});
