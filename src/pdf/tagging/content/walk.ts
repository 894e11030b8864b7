import { UnsupportedPdf } from '../../syntax/document.js';
import { decodeText, isDict, Text } from '../../syntax/values.js';
import type { Fonts, Glyphs } from './fonts.js';
import { type Matrix, multiplied, Outline } from './geometry.js';
import { codeOf, Operators } from './operators.js';

/** What is under one mark of a page: its words, and what else is drawn there. */
export interface Marked {
  /** Where the operator that begins it stands. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly hasText: boolean;
  readonly hasPicture: boolean;
  /** Whether a glyph is drawn that its font does not have. */
  readonly hasMissingGlyph: boolean;
  /** Round what is drawn there but for its words, in the page's own units. */
  readonly outline: Outline;
}

/** Something to put into a content stream, before the byte at `at`. */
export interface Insertion {
  readonly at: number;
  readonly source: string;
  /** How many bytes it takes the place of; none where it is left out. */
  readonly skip?: number;
}

/** What one walk over a page's content finds. */
export interface PageContent {
  readonly bytes: Uint8Array;
  /** By number. */
  readonly marked: ReadonlyMap<number, Marked>;
  /** What makes artifacts of all that is drawn outside any mark. */
  readonly insertions: readonly Insertion[];
  /** Words outside any mark which are no running head or foot. */
  readonly unmarkedWords: readonly string[];
  /** Running heads and feet in which a glyph is missing. */
  readonly brokenHeads: readonly string[];
  /** The names of what is drawn with `Do`. */
  readonly drawn: ReadonlySet<string>;
}

const OP = {
  m: codeOf('m'),
  l: codeOf('l'),
  c: codeOf('c'),
  v: codeOf('v'),
  y: codeOf('y'),
  re: codeOf('re'),
  n: codeOf('n'),
  W: codeOf('W'),
  evenOddW: codeOf('W*'),
  q: codeOf('q'),
  Q: codeOf('Q'),
  cm: codeOf('cm'),
  BT: codeOf('BT'),
  ET: codeOf('ET'),
  Td: codeOf('Td'),
  Tf: codeOf('Tf'),
  Tm: codeOf('Tm'),
  Tj: codeOf('Tj'),
  Do: codeOf('Do'),
  sh: codeOf('sh'),
  BDC: codeOf('BDC'),
  BMC: codeOf('BMC'),
  EMC: codeOf('EMC'),
} as const;

const PAINTING: ReadonlySet<number> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'].map(codeOf));
/** What Skia never writes, and what would carry words or marks past this walk. */
const FOREIGN: ReadonlyMap<number, string> = new Map(
  ["'", '"', 'TJ', 'BI', 'ID', 'MP', 'DP', 'T*', 'TD'].map((operator) => [codeOf(operator), operator]),
);

const END = 'EMC\n';
const ARTIFACT = {
  plain: '/Artifact BMC\n',
  head: '/Artifact <</Type/Pagination/Subtype/Header>>BDC\n',
  foot: '/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n',
};

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

interface Graphics {
  readonly matrix: Matrix;
  readonly isClipped: boolean;
}

/** A mark while it is open. */
type Growing = { -readonly [Key in keyof Marked]: Marked[Key] };

interface Found {
  readonly marked: Map<number, Growing>;
  readonly insertions: Insertion[];
  readonly unmarkedWords: string[];
  readonly brokenHeads: string[];
  readonly drawn: Set<string>;
}

/** Words outside any mark, while they are being read. */
interface UntaggedText {
  readonly start: number;
  /** Whether they are in a box of the page's margin. */
  readonly isRunning: boolean;
  words: string;
  isBroken: boolean;
  /** Their height on the page. */
  y: number | undefined;
}

/** Walks once over the content of a page, as Skia writes it. `height` tells heads from feet. */
export function walkPage(bytes: Uint8Array, fonts: Fonts, height: number): PageContent {
  const walk = new Walk(bytes, fonts, height);
  walk.run();
  return { ...walk.found, bytes };
}

class Walk {
  readonly found: Found = {
    marked: new Map(),
    insertions: [],
    unmarkedWords: [],
    brokenHeads: [],
    drawn: new Set(),
  };
  readonly #bytes: Uint8Array;
  readonly #fonts: Fonts;
  readonly #height: number;
  readonly #operators: Operators;
  readonly #saved: Graphics[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #isClipped = false;
  #glyphs: Glyphs = [];
  /** Marks that are open: true for one whose words are given in place of its glyphs. */
  readonly #open: boolean[] = [];
  #current: Growing | undefined;
  /** The artifact that is open. */
  #artifact: keyof typeof ARTIFACT | undefined;
  #pathStart = -1;
  #loose: UntaggedText | undefined;

  constructor(bytes: Uint8Array, fonts: Fonts, height: number) {
    this.#bytes = bytes;
    this.#fonts = fonts;
    this.#height = height;
    this.#operators = new Operators(bytes);
  }

  run(): void {
    const operators = this.#operators;
    for (let operator = operators.next(); operator !== 0; operator = operators.next()) this.#do(operator);
    this.#closeArtifact(this.#bytes.length);
    if (this.#open.length > 0) throw new UnsupportedPdf('a mark does not end');
  }

  #do(operator: number): void {
    const operators = this.#operators;
    switch (operator) {
      case OP.Td:
        break;
      case OP.Tj:
        this.#show();
        break;
      case OP.BT:
        this.#beginText();
        break;
      case OP.ET:
        this.#endText();
        break;
      case OP.Tf:
        this.#glyphs = this.#fonts.get(operators.name)?.glyphs ?? [];
        break;
      case OP.Tm:
        if (this.#loose) this.#loose.y ??= multiplied(operators.matrix, this.#matrix)[5];
        break;
      case OP.BDC:
        this.#beginMark();
        break;
      case OP.BMC:
        this.#beginReversed();
        break;
      case OP.EMC:
        this.#endMark();
        break;
      case OP.q:
        this.#closeArtifact(operators.start);
        this.#saved.push({ matrix: this.#matrix, isClipped: this.#isClipped });
        break;
      case OP.Q:
        this.#restore();
        break;
      case OP.cm:
        this.#matrix = multiplied(operators.matrix, this.#matrix);
        break;
      case OP.W:
      case OP.evenOddW:
        this.#isClipped = true;
        break;
      case OP.Do:
      case OP.sh:
        this.#draw(operator);
        break;
      default:
        this.#path(operator);
        break;
    }
  }

  #path(operator: number): void {
    const operators = this.#operators;
    const point = (index: number) =>
      this.#current?.outline.point(this.#matrix, operators.number(index), operators.number(index + 1));
    switch (operator) {
      case OP.re:
        this.#current?.outline.point(
          this.#matrix,
          operators.number(0) + operators.number(2),
          operators.number(1) + operators.number(3),
        );
        break;
      case OP.c:
        point(4);
        point(2);
        break;
      case OP.v:
      case OP.y:
        point(2);
        break;
      case OP.m:
      case OP.l:
        break;
      case OP.n:
        this.#pathStart = -1;
        return;
      default:
        if (PAINTING.has(operator)) this.#paint();
        else if (FOREIGN.has(operator)) throw new UnsupportedPdf(`it draws with '${FOREIGN.get(operator)}'`);
        return;
    }
    point(0);
    if (this.#pathStart === -1) this.#pathStart = operators.start;
  }

  /** A mark may not be between a path and its painting, so it goes before the path (ISO 32000-1, 8.2). */
  #paint(): void {
    this.#openArtifact(this.#pathStart === -1 ? this.#operators.start : this.#pathStart);
    this.#pathStart = -1;
  }

  #draw(operator: number): void {
    this.#openArtifact(this.#operators.start);
    if (operator !== OP.Do) return;
    this.found.drawn.add(this.#operators.name);
    if (!this.#current) return;
    this.#current.hasPicture = true;
    for (const [x, y] of CORNERS) this.#current.outline.point(this.#matrix, x, y);
  }

  #restore(): void {
    this.#closeArtifact(this.#operators.start);
    const before = this.#saved.pop();
    if (!before) throw new UnsupportedPdf('a state of graphics is restored that was not saved');
    this.#matrix = before.matrix;
    this.#isClipped = before.isClipped;
  }

  #openArtifact(at: number): void {
    if (this.#artifact === 'plain' || this.#open.length > 0) return;
    this.#closeArtifact(at);
    this.found.insertions.push({ at, source: ARTIFACT.plain });
    this.#artifact = 'plain';
  }

  #closeArtifact(at: number): void {
    if (!this.#artifact) return;
    this.found.insertions.push({ at, source: END });
    this.#artifact = undefined;
  }

  #beginText(): void {
    if (this.#open.length > 0) return;
    const { start } = this.#operators;
    // The boxes in a page's margins come first, outside the box into which the page itself is clipped.
    const isRunning = this.#saved.length === 1 && !this.#isClipped;
    if (!isRunning) this.#openArtifact(start);
    this.#loose = { start, isRunning, words: '', isBroken: false, y: undefined };
  }

  #endText(): void {
    const loose = this.#loose;
    if (!loose) return;
    this.#loose = undefined;
    const words = loose.words.trim();
    if (!loose.isRunning) {
      if (words !== '') this.found.unmarkedWords.push(words);
      return;
    }
    const kind = (loose.y ?? 0) * 2 > this.#height ? 'head' : 'foot';
    // Runs that follow each other are one head or foot, so that readers keep their words together.
    if (this.#artifact !== kind) {
      this.#closeArtifact(loose.start);
      this.found.insertions.push({ at: loose.start, source: ARTIFACT[kind] });
      this.#artifact = kind;
    }
    if (loose.isBroken) this.found.brokenHeads.push(words);
  }

  #show(): void {
    const bytes = this.#bytes;
    const operators = this.#operators;
    let words = '';
    let isBroken = false;
    const isGiven = this.#open.at(-1) === true;
    do {
      const { hexStart, hexEnd } = operators;
      for (let at = hexStart; at + 4 <= hexEnd; at += 4) {
        const glyph =
          (digit(bytes[at]) << 12) |
          (digit(bytes[at + 1]) << 8) |
          (digit(bytes[at + 2]) << 4) |
          digit(bytes[at + 3]);
        const behind = this.#glyphs[glyph];
        // Glyph 0 is what a font draws for a character that it lacks. Nobody can hear one that stands for no character.
        if (glyph === 0 || behind === undefined) isBroken = true;
        words += glyph === 0 ? '\ufffd' : (behind ?? '');
      }
    } while (operators.hasNextGlyph());
    const given = isGiven ? '' : words;
    if (this.#current) {
      this.#current.hasText = true;
      this.#current.text += given;
      if (isBroken) this.#current.hasMissingGlyph = true;
    } else if (this.#loose) {
      this.#loose.words += given;
      this.#loose.isBroken ||= isBroken;
    }
  }

  #beginMark(): void {
    const { start, end, properties } = this.#operators;
    const dict = isDict(properties) ? properties : undefined;
    const mcid = dict?.get('MCID');
    const words = dict?.get('ActualText');
    if (typeof mcid === 'number') {
      if (this.#loose || this.#open.length > 0) throw new UnsupportedPdf('a mark stands within another');
      if (this.found.marked.has(mcid)) throw new UnsupportedPdf('a mark is there twice on a page');
      this.#closeArtifact(start);
      this.#current = {
        start,
        end,
        text: '',
        hasText: false,
        hasPicture: false,
        hasMissingGlyph: false,
        outline: new Outline(),
      };
      this.found.marked.set(mcid, this.#current);
    } else if (words instanceof Text) {
      if (this.#current) this.#current.text += decodeText(words);
      else if (this.#loose) this.#loose.words += decodeText(words);
    } else throw new UnsupportedPdf('a mark has no number');
    this.#open.push(words instanceof Text);
    this.#operators.properties = null;
  }

  /** Words from right to left are marked as such and stand as they are seen; in which order they are read the page tells. */
  #beginReversed(): void {
    const { name } = this.#operators;
    if (name !== 'ReversedChars') throw new UnsupportedPdf(`a mark is named '${name}'`);
    this.#open.push(false);
  }

  #endMark(): void {
    this.#open.pop();
    if (this.#open.length === 0) this.#current = undefined;
  }
}

function digit(byte: number | undefined): number {
  const value = byte ?? 48;
  return value <= 57 ? value - 48 : (value & 0x5f) - 55;
}
