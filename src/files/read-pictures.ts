import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, checked, type Diagnostic, type Span } from '../diagnostics/index.js';
import type { RegisterLocation } from './find-register.js';
import { pictureFault, type RasterKind, rasterKind } from './picture-faults.js';
import { readInside } from './read-safely.js';

const LARGEST_PICTURE = 4_000_000;

/** Kinds of picture by how a name ends. */
const ENDINGS: Readonly<Record<string, RasterKind>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};

/** A picture that the register names, and where. */
export interface PictureWanted {
  /** Inside the register, with `/`. */
  readonly path: string;
  readonly span: Span;
}

/** Reads pictures into `data:` addresses, by path: what a paper shows travels inside it. */
export function readPictures(
  place: RegisterLocation,
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
    const found = detectType(path, outcome.bytes);
    if ('fault' in found) {
      diagnostics.push({
        code: 'image-missing',
        severity: 'error',
        span,
        message: found.fault,
        hint: found.hint,
      });
      continue;
    }
    addresses.set(path, `data:${found.type};base64,${Buffer.from(outcome.bytes).toString('base64')}`);
  }
  return checked(addresses, diagnostics);
}

type Found = { readonly type: string } | { readonly fault: string; readonly hint: string };

/** What a picture is, or why it cannot be printed. */
function detectType(path: string, bytes: Uint8Array): Found {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const wanted = ENDINGS[ending];
  const kind = rasterKind(bytes);
  if (ending === 'svg' && isQuietSvg(new TextDecoder().decode(bytes))) return { type: 'image/svg+xml' };
  if (kind && wanted && kind !== wanted)
    return {
      fault: `'${path}' holds a picture of another kind than its name says`,
      hint: `Name it so that it ends in .${kind === 'jpeg' ? 'jpg' : kind}.`,
    };
  if (!kind || !wanted)
    return {
      fault: bytes.length === 0 ? `'${path}' is empty` : `'${path}' is not a picture that can be printed`,
      hint: 'Use a PNG, JPEG, GIF, WebP or SVG file; an SVG must hold no script, no movement and no address of another file.',
    };
  const fault = pictureFault(bytes, kind);
  return fault === undefined
    ? { type: `image/${kind}` }
    : {
        fault: `the picture '${path}' ${fault}`,
        hint: 'Put a whole copy of it in its place, in a smaller size if need be.',
      };
}

/**
 * Shown as an image an SVG runs no script and fetches nothing, but the file may also be opened by itself; so neither may be in it. What it names
 * within itself, by #id, and pictures that it carries may be.
 */
function isQuietSvg(text: string): boolean {
  // What is hidden behind characters written by number is looked at as well.
  return isWholeSvg(text) && isQuiet(text) && isQuiet(unescaped(text));
}

function isWholeSvg(text: string): boolean {
  return (
    /<(?:[\w.-]+:)?svg[\s>]/i.test(text) &&
    /<\/(?:[\w.-]+:)?svg\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/i.test(text.slice(-2_000))
  );
}

const LOUD =
  /<(?:[\w.-]+:)?(?:script|foreignObject|handler|iframe|animate\w*|set)(?![\w-])|<\?xml-stylesheet|\son\w+\s*=|javascript:|<!ENTITY|@import|@keyframes|image-set\(|[\s:;]src\(/i;
const REACHING =
  /(?:href|src|xml:base)\s*=(?!\s*["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))|url\((?!\s*(?:["']|&quot;|&apos;)?\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))/i;

function isQuiet(text: string): boolean {
  return !LOUD.test(text) && !REACHING.test(text);
}

/** Characters that XML or CSS let be written by their number, as themselves. */
function unescaped(text: string): string {
  const character = (digits: string, base: number) => {
    const code = Number.parseInt(digits, base);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => character(digits, 16))
    .replace(/&#(\d+);/g, (_, digits: string) => character(digits, 10))
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, digits: string) => character(digits, 16))
    .replace(/\\(?=[^0-9a-f\n])/gi, '');
}
