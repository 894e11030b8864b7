/**
 * Signs that Markdown would read and an author meant as they are typed. Each is exchanged for a noncharacter of Unicode while the text is
 * read, so that every place in it stays where it was.
 */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['*', '\ufdd0'],
  ['~', '\ufdd1'],
  ['[', '\ufdd2'],
  ['\\', '\ufdd3'],
  ['>', '\ufdd4'],
]);
const TYPED: ReadonlyMap<string, string> = new Map([...SIGNS].map(([sign, place]) => [place, sign]));

/** `*` with a letter or digit on both sides, as in `A*A*A`, or alone between brackets. */
const STARS = /(?<=[\p{L}\p{N}])\*+(?=[\p{L}\p{N}])|(?<=\()\*(?=\))/gu;
/** Only `~~` strikes out. */
const TILDE = /(?<!~)~(?!~)/g;
/** `\\server` is the beginning of an address on a council's own network. */
const NETWORK = /(?<![^\s(“"'])\\\\(?=[\p{L}\p{N}])/gu;
/** `>90%` is more than that, and no quotation. */
const MORE_THAN = /^( {0,3})>(?=[\d=£€$])/gm;
/** `[label]: address`, with what could be an address. */
const DEFINITION = /^( {0,3})\[(?!\^)((?:\\.|[^\\[\]\n]){1,999})\]:[ \t]*(?:\n[ \t]*)?<?([^\s>]*)/gm;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]+:|[/#])|^[^\s:]+\.(?:png|jpe?g|svg|gif|webp|pdf|html?)$/i;

/** A text in which the signs that are meant as typed are no signs of Markdown. */
export function hideSigns(source: string): string {
  const plain = source.replace(/[\ufdd0-\ufdd4]/g, '');
  return hideDefinitions(plain)
    .replace(STARS, hidden)
    .replace(TILDE, hidden)
    .replace(NETWORK, hidden)
    .replace(MORE_THAN, (line) => line.replace('>', hidden));
}

/** Words with the signs as they were typed. */
export function showSigns(text: string): string {
  return /[\ufdd0-\ufdd4]/.test(text)
    ? text.replace(/[\ufdd0-\ufdd4]/g, (place) => TYPED.get(place) ?? place)
    : text;
}

/** An address with the signs as they were typed: marked has written what is beyond ASCII in percent signs. */
export function showSignsInAddress(address: string): string {
  return showSigns(
    address.replace(/%EF%B7%9([0-4])/gi, (_, digit: string) => String.fromCharCode(0xfdd0 + Number(digit))),
  );
}

function hidden(signs: string): string {
  return Array.from(signs, (sign) => SIGNS.get(sign) ?? sign).join('');
}

/** A definition counts where it has an address and a link uses it, and only the first of its label; any other is words. */
function hideDefinitions(source: string): string {
  if (!source.includes(']:')) return source;
  const used = new Set(
    Array.from(source.matchAll(/\[((?:\\.|[^\\[\]]){1,999})\](?!:)/g), ({ 1: label = '' }) => asLabel(label)),
  );
  const defined = new Set<string>();
  return source.replace(DEFINITION, (all: string, indent: string, label: string, address: string) => {
    const key = asLabel(label);
    if (used.has(key) && ADDRESS.test(address) && !defined.has(key)) {
      defined.add(key);
      return all;
    }
    return `${indent}${hidden('[')}${all.slice(indent.length + 1)}`;
  });
}

function asLabel(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase();
}
