/** The digest of parts that follow one another, in small hexadecimal digits; texts are taken as UTF-8. */
export function sha256(parts: readonly (string | Uint8Array)[]): string {
  // Loaded with the first digest: it takes as long as all else that a short command loads.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
