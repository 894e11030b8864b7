import { inflateSync } from 'node:zlib';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of words on a page, in points from the lower left corner. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

/** An element of the structure: its role and what is in it. */
export interface Tag {
  readonly role: string;
  readonly alt: string | undefined;
  readonly lang: string | undefined;
  readonly children: readonly (Tag | string)[];
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWords[];
  /** All words in the order of the page's content. */
  readonly text: string;
  readonly structure: readonly (Tag | string)[];
  /** Where its links lead outside the file. */
  readonly addresses: readonly string[];
}

export interface ReadPdf {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly created: string | undefined;
  readonly isTagged: boolean;
  readonly outline: readonly string[];
  readonly pages: readonly ReadPage[];
  readonly showsTitle: boolean;
  /** The files that it carries, by name. */
  readonly attachments: ReadonlyMap<string, string>;
  /** The whole file as Latin-1, what is compressed in it uncompressed; made when it is asked for. */
  readonly raw: string;
}

/** Reads a PDF back with another program than the one which made it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  });
  const document = await task.promise;
  try {
    const metadata = await document.getMetadata();
    const info: Readonly<Record<string, unknown>> = { ...metadata.info };
    const marks = await document.getMarkInfo();
    const preferences: Readonly<Record<string, unknown>> = { ...(await document.getViewerPreferences()) };
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPage(await document.getPage(number)));
    return {
      title: textOf(info['Title']),
      language: textOf(info['Language']),
      created: textOf(info['CreationDate']),
      isTagged: marks?.Marked === true,
      outline: titlesOf((await document.getOutline()) ?? []),
      pages,
      showsTitle: preferences['DisplayDocTitle'] === true,
      attachments: attachedTo(await document.getAttachments()),
      get raw() {
        return uncompressed(bytes);
      },
    };
  } finally {
    await task.destroy();
  }
}

function attachedTo(found: unknown): ReadonlyMap<string, string> {
  const files: readonly unknown[] = typeof found === 'object' && found !== null ? Object.values(found) : [];
  return new Map(
    files.flatMap((file) =>
      typeof file === 'object' &&
      file !== null &&
      'filename' in file &&
      'content' in file &&
      file.content instanceof Uint8Array
        ? [[String(file.filename), Buffer.from(file.content).toString('utf8')]]
        : [],
    ),
  );
}

/** A file with its streams laid open, fonts and pictures apart. */
function uncompressed(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const parts = [file.toString('latin1')];
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('\nendstream', at);
    if (file.toString('latin1', at - 3, at) === 'end' || end === -1) continue;
    // What is not compressed is there already.
    if (file[at + 7] === 0x78) parts.push(inflateSync(file.subarray(at + 7, end)).toString('latin1'));
  }
  return parts.join('\n');
}

/** The names of all fonts that a PDF draws with, as the file has them. */
export async function fontsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const names = new Set<string>();
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      for (const [index, operator] of fnArray.entries()) {
        if (operator !== OPS.setFont) continue;
        const given: readonly unknown[] = Array.isArray(argsArray[index]) ? argsArray[index] : [];
        const font: unknown = page.commonObjs.get(String(given[0]));
        if (typeof font === 'object' && font !== null && 'name' in font) names.add(String(font.name));
      }
    }
    return [...names].sort();
  } finally {
    await task.destroy();
  }
}

/** A link that leads to another place of the same file. Pages are counted from 1. */
export interface InnerLink {
  readonly page: number;
  readonly leadsTo: number;
  /** Left, bottom, right, top. */
  readonly box: readonly number[];
}

/** Every link into the file itself, in the order of its pages and of what is on them. */
export async function innerLinks(bytes: Uint8Array): Promise<readonly InnerLink[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const links: InnerLink[] = [];
  try {
    for (let page = 1; page <= document.numPages; page += 1) {
      const annotations: readonly { readonly dest?: unknown; readonly rect: readonly number[] }[] = await (
        await document.getPage(page)
      ).getAnnotations();
      for (const { dest, rect } of annotations) {
        if (typeof dest !== 'string') continue;
        const [ref] = (await document.getDestination(dest)) ?? [];
        links.push({ page, leadsTo: (await document.getPageIndex(ref)) + 1, box: rect });
      }
    }
    return links;
  } finally {
    await task.destroy();
  }
}

/** The whole text of a structure, blocks parted by spaces, white space folded. */
export function heard(tags: readonly (Tag | string)[]): string {
  return said(tags).replace(/\s+/g, ' ').trim();
}

/** Every element below, in order. */
export function everyTag(tags: readonly (Tag | string)[]): readonly Tag[] {
  return tags.flatMap((tag) => (typeof tag === 'string' ? [] : [tag, ...everyTag(tag.children)]));
}

const INLINE = new Set(['Span', 'Link', 'NonStruct', 'Em', 'Strong', 'Lbl', 'Code', 'Sub']);

function said(tags: readonly (Tag | string)[]): string {
  return tags
    .map((tag) =>
      typeof tag === 'string' ? tag : INLINE.has(tag.role) ? said(tag.children) : ` ${said(tag.children)} `,
    )
    .join('');
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

function addressesOf(annotations: readonly { readonly unsafeUrl?: unknown }[]): readonly string[] {
  return annotations.flatMap(({ unsafeUrl }) => (typeof unsafeUrl === 'string' ? [unsafeUrl] : []));
}

async function readPage(page: PdfPage): Promise<ReadPage> {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const words: PlacedWords[] = [];
  const marked = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of content.items) {
    if ('str' in item) {
      const transform: readonly number[] = item.transform;
      const text = item.str + (item.hasEOL ? '\n' : '');
      if (item.str.trim() !== '')
        words.push({
          text: item.str,
          x: transform[4] ?? 0,
          y: transform[5] ?? 0,
          size: Math.abs(transform[3] ?? 0) || item.height,
          width: item.width,
        });
      const id = open.findLast((found) => found !== undefined);
      if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + text);
    } else if (item.type === 'beginMarkedContentProps') open.push(item.id);
    else if (item.type === 'beginMarkedContent') open.push(undefined);
    else open.pop();
  }
  const tree: unknown = await page.getStructTree();
  return {
    width: x1 - x0,
    height: y1 - y0,
    words,
    text: words.map(({ text }) => text).join(' '),
    structure: tree ? [tagOf(tree, marked)] : [],
    addresses: addressesOf(await page.getAnnotations()),
  };
}

function tagOf(node: unknown, marked: ReadonlyMap<string, string>): Tag | string {
  const fields: Readonly<Record<string, unknown>> =
    typeof node === 'object' && node !== null ? { ...node } : {};
  if (fields['type'] === 'content') return marked.get(String(fields['id'])) ?? '';
  if (fields['type'] !== undefined) return '';
  const children: readonly unknown[] = Array.isArray(fields['children']) ? fields['children'] : [];
  return {
    role: String(fields['role'] ?? ''),
    alt: textOf(fields['alt']),
    lang: textOf(fields['lang']),
    children: children.map((child) => tagOf(child, marked)),
  };
}

function titlesOf(
  nodes: readonly { readonly title: string; readonly items: readonly unknown[] }[],
): readonly string[] {
  return nodes.flatMap(({ title, items }) => [title, ...titlesOf(items.filter(isOutline))]);
}

function isOutline(node: unknown): node is { readonly title: string; readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'title' in node && 'items' in node;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
