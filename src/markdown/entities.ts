import { decodeHTMLStrict } from 'entities/decode';

/** A name or a number between `&` and `;`. */
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z][a-z\d]{1,31});/gi;

/** HTML lets an author write `&eacute;` or `&#163;`; these become the characters themselves, which are escaped again when printed. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

/** One entity as its character; a name that HTML does not have stays as typed. */
function decodeEntity(entity: string, decimal?: string, hexadecimal?: string): string {
  const digits = decimal ?? hexadecimal;
  if (digits === undefined) return decodeHTMLStrict(entity);
  return characterNumbered(Number.parseInt(digits, decimal === undefined ? 16 : 10)) ?? '\ufffd';
}

/** The character of a number, unless it is a control character, half a pair or none at all. */
export function characterNumbered(point: number): string | undefined {
  const isSpace = point === 9 || point === 10 || point === 0x85;
  const isCharacter =
    isSpace ||
    (point >= 0x20 &&
      point <= 0x10ffff &&
      !(point >= 0x7f && point <= 0x9f) &&
      !(point >= 0xd800 && point <= 0xdfff));
  return isCharacter ? String.fromCodePoint(point) : undefined;
}
