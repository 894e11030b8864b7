/** An address that stands in a text by itself. */
export interface Found {
  readonly address: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const POINTED = /<([a-z][a-z0-9+.-]{1,31}:[^\s\u0000-\u001f<>]*)>/iy;
const POINTED_MAIL = /<([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)>/iy;
const BARE = /(?:https?:\/\/|www\.)[a-z0-9[][^\s<\u0085]*/iy;
const LOCAL = /[\w.+-]{1,64}$/;
const DOMAIN = /[a-z0-9-]+(?:\.[a-z0-9-]+)+/iy;

/** `<https://…>` or `<somebody@example.org>`. */
export function readPointed(text: string, at: number): Found | undefined {
  const address = matchAt(POINTED, text, at);
  if (address) {
    const words = address.slice(1, -1);
    return { address: words, text: words, start: at, end: at + address.length };
  }
  const mail = matchAt(POINTED_MAIL, text, at);
  if (!mail) return undefined;
  const words = mail.slice(1, -1);
  return { address: `mailto:${words}`, text: words, start: at, end: at + mail.length };
}

/** `https://…` or `www.…`, without the full stop or bracket that ends the sentence round it. */
export function readBare(text: string, at: number): Found | undefined {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
  const match = matchAt(BARE, text, at);
  if (!match) return undefined;
  const words = withoutEnd(match);
  const address = /^www\./i.test(words) ? `http://${words}` : words;
  return { address, text: words, start: at, end: at + words.length };
}

/** The address round an `@`; what stands before `from` belongs to something else. */
export function readMail(text: string, at: number, from: number): Found | undefined {
  const local = LOCAL.exec(text.slice(Math.max(from, at - 64), at))?.[0].replace(/^[.-]+/, '');
  const domain = matchAt(DOMAIN, text, at + 1)?.replace(/[-.]+$/, '');
  if (!local || !domain?.includes('.')) return undefined;
  const words = `${local}@${domain}`;
  const end = at + 1 + domain.length;
  return { address: `mailto:${words}`, text: words, start: at - local.length, end };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Signs of the sentence, and brackets that were not opened within the address. */
function withoutEnd(address: string): string {
  let open = 0;
  for (const sign of address)
    if (sign === '(') open += 1;
    else if (sign === ')') open -= 1;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    if (last === ')' && open < 0) open += 1;
    else if (!/[?!.,:;*_~'"’”\]|]/.test(last)) break;
  }
  return address.slice(0, end);
}
