import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, checked, type Diagnostic, type Span } from '../diagnostics/index.js';
import { measureDrawing } from './drawing-size.js';
import type { RegisterLocation } from './find-register.js';
import { measurePicture, type PictureSize, type RasterKind, rasterKind } from './picture-faults.js';
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
  /** Where it is in a text: on a page, or in a column of a table. A logo is in none. */
  readonly room: 'page' | 'column' | undefined;
}

/** A picture as a paper shows it. */
export interface Picture {
  /** All of it, as a `data:` address. */
  readonly address: string;
  /** Unknown of a drawing that says nothing of its size. */
  readonly size: PictureSize | undefined;
  /** It is so much wider than high, and so large, that in a column of a table nobody could read it. */
  readonly isWide: boolean;
}

/** From so many times its height on, and so many dots. */
const WIDE = { ratio: 2, width: 400 };

/** Reads pictures, by path, with their `data:` addresses: what a paper shows travels inside it. */
export function readPictures(
  place: RegisterLocation,
  wanted: readonly PictureWanted[],
): Checked<ReadonlyMap<string, Picture>> {
  const diagnostics: Diagnostic[] = [];
  const pictures = new Map<string, Picture>();
  const realFolder = realpathSync(place.folder);
  for (const { path, span } of wanted) {
    if (pictures.has(path)) continue;
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
    const { type, size } = found;
    pictures.set(path, {
      address: `data:${type};base64,${Buffer.from(outcome.bytes).toString('base64')}`,
      size,
      isWide:
        size !== undefined &&
        size.width >= WIDE.ratio * size.height &&
        (size.isFree || size.width >= WIDE.width),
    });
  }
  return checked(pictures, diagnostics);
}

type Found =
  | { readonly type: string; readonly size: PictureSize | undefined }
  | { readonly fault: string; readonly hint: string };

/** What a picture is, or why it cannot be printed. */
function detectType(path: string, bytes: Uint8Array): Found {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const wanted = ENDINGS[ending];
  const kind = rasterKind(bytes);
  const drawing = ending === 'svg' ? new TextDecoder().decode(bytes) : undefined;
  if (drawing !== undefined && isQuietSvg(drawing))
    return { type: 'image/svg+xml', size: measureDrawing(drawing) };
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
  const measured = measurePicture(bytes, kind);
  return 'fault' in measured
    ? {
        fault: `the picture '${path}' ${measured.fault}`,
        hint: 'Put a whole copy of it in its place, in a smaller size if need be.',
      }
    : { type: `image/${kind}`, size: measured };
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
