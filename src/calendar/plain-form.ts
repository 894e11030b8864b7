/** Marks that look like a hyphen: those of Word and Excel, the minus sign, and the soft hyphen. */
const DASHES = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Marks that take no room, such as those that Excel and web pages put around dates. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * What was written, in one form for every case and every kind of dash, slash and space, so that no reading depends on them. Only a
 * reading is made from this: what is printed is what was written.
 */
export function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(DASHES, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .trim()
    .replace(/\.$/, '');
}
