const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  euro: '€',
  copy: '©',
};

/** Markdown lets an author write `&amp;` or `&#163;`; these become the characters themselves, which are escaped again when printed. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hexadecimal, name) => {
      if (typeof name === 'string') return NAMED[name] ?? whole;
      const number = Number.parseInt(decimal ?? hexadecimal, decimal ? 10 : 16);
      const isCharacter =
        number >= 0x20 &&
        number <= 0x10ffff &&
        !(number >= 0x7f && number <= 0x9f) &&
        !(number >= 0xd800 && number <= 0xdfff);
      return isCharacter ? String.fromCodePoint(number) : '\ufffd';
    },
  );
}
