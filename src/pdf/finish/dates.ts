/**
 * Puts the paper's own day, 00:00 UTC, where the browser has written the time of printing (ISO 32000-1, 14.3.3 and 7.9.4).
 * The date has a fixed length, so nothing else in the file moves.
 *
 * @param day such as `2018-02-09`
 */
export function withDay(bytes: Uint8Array, day: string): Uint8Array {
  const date = `D:${day.replaceAll('-', '')}000000+00'00'`;
  const file = Buffer.from(bytes);
  for (const key of ['/CreationDate', '/ModDate']) {
    for (
      let at = file.indexOf(key, 0, 'latin1');
      at !== -1;
      at = file.indexOf(key, at + key.length, 'latin1')
    ) {
      const match = /^\/\w+ ?\((D:\d{14}\+00'00')\)/.exec(file.toString('latin1', at, at + 48));
      const written = match?.[1];
      if (!match || written === undefined) continue;
      file.write(date, at + match[0].indexOf(written), written.length, 'latin1');
    }
  }
  return file;
}
