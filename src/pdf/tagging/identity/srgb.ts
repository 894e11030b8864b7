/**
 * The colours of sRGB (IEC 61966-2-1) as an ICC profile, version 4, made from its numbers: a few hundred bytes, and nobody's licence.
 */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [names: readonly string[], body: Buffer])[] = [
    [['desc'], words('sRGB')],
    [['cprt'], words('None')],
    [['wtpt'], xyz(0.9642, 1, 0.8249)],
    [['rXYZ'], xyz(0.43607, 0.22249, 0.01392)],
    [['gXYZ'], xyz(0.38515, 0.71687, 0.09708)],
    [['bXYZ'], xyz(0.14307, 0.06061, 0.7141)],
    [['rTRC', 'gTRC', 'bTRC'], curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)],
    // From D65 to the D50 of profiles (ICC.1:2022, annex E).
    [['chad'], matrix([1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01707, -0.00923, 0.01508, 0.75168])],
  ];
  const count = tags.reduce((sum, [names]) => sum + names.length, 0);
  let offset = 128 + 4 + 12 * count;
  const table = [uint32(count)];
  for (const [names, body] of tags) {
    for (const name of names) table.push(Buffer.from(name, 'latin1'), uint32(offset), uint32(body.length));
    offset += body.length;
  }
  return Buffer.concat([header(offset), ...table, ...tags.map(([, body]) => body)]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04300000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  bytes.writeUInt16BE(2000, 24);
  bytes.writeUInt16BE(1, 26);
  bytes.writeUInt16BE(1, 28);
  bytes.write('acsp', 36, 'latin1');
  // The white point of every profile's connection space, D50.
  xyzNumbers(0.9642, 1, 0.8249).copy(bytes, 68);
  return bytes;
}

function tag(type: string, body: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (body.length % 4)) % 4);
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), body, padding]);
}

function words(text: string): Buffer {
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  return tag(
    'mluc',
    Buffer.concat([uint32(1), uint32(12), Buffer.from('enUS'), uint32(utf16.length), uint32(28), utf16]),
  );
}

function xyz(x: number, y: number, z: number): Buffer {
  return tag('XYZ ', xyzNumbers(x, y, z));
}

function xyzNumbers(x: number, y: number, z: number): Buffer {
  return Buffer.concat([x, y, z].map(fixed));
}

/** Parametric, of the third kind: a power with a straight foot. */
function curve(...parameters: readonly number[]): Buffer {
  return tag('para', Buffer.concat([Buffer.from([0, 3, 0, 0]), ...parameters.map(fixed)]));
}

function matrix(rows: readonly number[]): Buffer {
  return tag('sf32', Buffer.concat(rows.map(fixed)));
}

/** A number with sixteen bits behind the point. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
