import type { PublicText } from './types.js';

/**
 * Texts with the escapes of JSON resolved (RFC 8259, section 7), so that none of them parts a word; only those that have any. Whatever else
 * has a backslash in it is searched as it stands besides.
 */
export function withoutEscapes(texts: readonly PublicText[]): readonly PublicText[] {
  return texts.flatMap(({ part, text }) =>
    text.includes('\\')
      ? [
          {
            part,
            text: text.replace(
              /\\(?:u([0-9a-fA-F]{4})|([^u]))/g,
              (_, number: string | undefined, sign: string | undefined) =>
                number === undefined
                  ? 'bfnrt'.includes(sign ?? '')
                    ? ' '
                    : (sign ?? '')
                  : String.fromCharCode(Number.parseInt(number, 16)),
            ),
          },
        ]
      : [],
  );
}
