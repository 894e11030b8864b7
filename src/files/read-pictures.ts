import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, checked, type Diagnostic, type Span } from '../diagnostics/index.js';
import type { RegisterPlace } from './find-register.js';
import { readInside } from './read-whole.js';

const LARGEST_PICTURE = 4_000_000;

const TYPES: readonly {
  readonly ending: RegExp;
  readonly type: string;
  readonly begins: (bytes: Uint8Array) => boolean;
}[] = [
  { ending: /\.png$/i, type: 'image/png', begins: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
  { ending: /\.jpe?g$/i, type: 'image/jpeg', begins: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { ending: /\.gif$/i, type: 'image/gif', begins: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  { ending: /\.webp$/i, type: 'image/webp', begins: (bytes) => startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) },
  {
    ending: /\.svg$/i,
    type: 'image/svg+xml',
    begins: (bytes) => isQuietSvg(new TextDecoder().decode(bytes)),
  },
];

/** A picture that the register names, and where. */
export interface PictureWanted {
  /** Inside the register, with `/`. */
  readonly path: string;
  readonly span: Span;
}

/** Reads pictures into `data:` addresses, by path: what a paper shows travels inside it. */
export function readPictures(
  place: RegisterPlace,
  wanted: readonly PictureWanted[],
): Checked<ReadonlyMap<string, string>> {
  const diagnostics: Diagnostic[] = [];
  const addresses = new Map<string, string>();
  const realFolder = realpathSync(place.folder);
  for (const { path, span } of wanted) {
    if (addresses.has(path)) continue;
    const outcome = readInside(join(realFolder, path), realFolder, LARGEST_PICTURE);
    if ('problem' in outcome) {
      diagnostics.push({
        code: 'image-missing',
        severity: 'error',
        span,
        message: `the picture '${path}' cannot be used: ${outcome.problem.message}`,
        hint: outcome.problem.hint,
      });
      continue;
    }
    const kind = TYPES.find(({ ending }) => ending.test(path));
    if (!kind?.begins(outcome.bytes)) {
      diagnostics.push({
        code: 'image-missing',
        severity: 'error',
        span,
        message: `'${path}' is not a picture that can be printed`,
        hint: 'Use a PNG, JPEG, GIF, WebP or SVG file; an SVG must hold no script and no address of another file.',
      });
      continue;
    }
    addresses.set(path, `data:${kind.type};base64,${Buffer.from(outcome.bytes).toString('base64')}`);
  }
  return checked(addresses, diagnostics);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Shown as an image an SVG runs no script and fetches nothing, but the file may also be opened by itself; so neither may be in it. */
function isQuietSvg(text: string): boolean {
  return (
    /<svg[\s>]/i.test(text) &&
    !/<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|@import/i.test(text) &&
    !/(?:href|src)\s*=\s*["']?(?!#|data:image\/(?:png|jpeg))/i.test(text) &&
    !/url\(\s*["']?(?!#)/i.test(text)
  );
}
