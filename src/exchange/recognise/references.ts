/** Roman or one letter, digits with dots between, a code with digits: what a council may write for a reference. */
const REFERENCE =
  /^(?:(?:rec(?:ommendation)?|action|minute|min|no|ref|item|para|sc|task)\.? ?)?(?:[a-z]{0,6}[ .:/-]?(?:\(?\d{2}\/\d{2}\)? ?)?\d{1,6}[a-z]?(?:[./:-]\w{1,8}){0,5}|\d{1,3} ?[a-z]{2,5} ?\d{1,3}|[a-z]|[ivx]{1,5}|[a-z]{1,5}&?[a-z]{0,3} \d{1,3})(?: ?\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\))?[.):]*[*†¹²³]*$/i;

/** Whether the whole of a short text is one reference. */
export function isReference(text: string): boolean {
  return (
    text.length <= 24 &&
    !text.includes('\n') &&
    (REFERENCE.test(text) || /^[A-Z]{1,6}[\w&./() -]*\d[\w&./() -]*$/.test(text)) &&
    !/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text)
  );
}

/** References in one cell: "R2, R4 & R5", "1.1 and 1.2", "R2,4,5". */
export function splitReferences(text: string): readonly string[] {
  const parts = text
    .split(/\s*(?:[,;&+\n]|\band\b)\s*/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || !parts.every(isReference)) return [text.trim()];
  const letters = /^\D*/.exec(parts[0] ?? '')?.[0] ?? '';
  return parts.map((part) => (/^\d/.test(part) && letters !== '' ? `${letters}${part}` : part));
}

/** What a reference is compared by: "R1.", "R 1" and "r1" are one. */
export function foldReference(ref: string): string {
  return ref
    .toLowerCase()
    .replace(/^(?:recommendation|rec|action|no|ref)\b\.?\s*/, '')
    .replace(/[\s()]+/g, '')
    .replace(/[.:)]+$/, '');
}

const BEFORE_WORDS =
  /^(?<ref>(?:recommendation|rec|action)\.? ?(?<number>\d+[a-z]?(?:\.\d+)*)|[A-Za-z]{1,4}[ -]?\d{1,4}[a-z]?(?:\.\d+)*|\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|\(?[a-z]\)|\(?[ivx]{1,5}\))(?<mark>\s*[:.)–—-]+\s*|\s+(?=[A-Z]))(?=\S)(?<words>[\s\S]+)$/i;

/** A reference that stands before the words: "R1: Mend the roofs", "1. Mend", "a) mend". */
export function leadingReference(text: string): { readonly ref: string; readonly words: string } | undefined {
  const match = BEFORE_WORDS.exec(text);
  const { ref = '', number, mark = '', words = '' } = match?.groups ?? {};
  if (!match) return undefined;
  // "3 schools", "12 March": a bare number before words is a quantity unless a mark follows it.
  if (/^\d+$/.test(ref) && mark.trim() === '') return undefined;
  if (/^[A-Za-z]{1,4}[ -]?\d/.test(ref) && mark.trim() === '' && !/^r/i.test(ref)) return undefined;
  const closed = mark.trimStart().startsWith(')') && !ref.endsWith(')') ? `${ref})` : ref;
  return { ref: number ?? closed, words: words.trim() };
}

/** Whether one reference is beneath another: 1.1 and 1a beneath 1, but not 10. */
export function isBeneath(ref: string, parent: string): boolean {
  const [child, above] = [foldReference(ref), foldReference(parent)];
  return (
    above !== '' &&
    child.length > above.length &&
    child.startsWith(above) &&
    /^[.a-z/-]/.test(child.slice(above.length))
  );
}
