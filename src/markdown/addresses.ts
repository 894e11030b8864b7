/**
 * A link that a reader may follow: http, https, mailto or tel, written plainly. Whatever is escaped, spaced or encoded so
 * that a browser might read another scheme is not.
 */
export function safeAddress(written: string): string | undefined {
  const address = written.trim();
  if (/[\u0000-\u0020\u007f-\u009f"<>\\^`{|}]/.test(address)) return undefined;
  return /^(?:https?:\/\/[^/?#]|mailto:[^@]+@|tel:\+?[\d()-])/i.test(address) ? address : undefined;
}

/** The path of a picture inside the register, or undefined where it leads elsewhere. */
export function picturePath(written: string): string | undefined {
  const path = decoded(written.trim());
  const isInside =
    /^[^/\\:?#][^\\:?#]*$/.test(path) && !path.split('/').some((part) => part === '..' || part === '');
  return isInside ? path.replace(/^(?:\.\/)+/, '') : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
