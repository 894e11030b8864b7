/** A message as a mail program reads it. */
export interface EmlRead {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Opens an `.eml` file (RFC 5322, 2045 and 2047), apart from the program that writes them. */
export function readEml(eml: string): EmlRead {
  const end = eml.indexOf('\r\n\r\n');
  const fields = new Map(
    eml
      .slice(0, end)
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), words(line.slice(colon + 2))] as const;
      }),
  );
  return { fields, body: decoded(eml.slice(end + 4), fields.get('Content-Transfer-Encoding')) };
}

function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, base: string) => Buffer.from(base, 'base64').toString());
}

function decoded(body: string, encoding: string | undefined): string {
  return bytesOf(body, encoding).toString('utf8').replace(/\r\n/g, '\n');
}

function bytesOf(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body);
  return Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
