import type { Code, Diagnostic, Span } from '../../diagnostics/index.js';
import type { SourceDocument, SourceField, SourceMap, SourceNode, SourceText } from '../../source/index.js';

/** Who is told of what is found while a file is read. */
export interface Reporting {
  report(diagnostic: Diagnostic): void;
  /** Told of what could not be read: of nothing that is in it can anybody say that it is not there. */
  leaveOut(node: SourceNode): void;
}

/** For who only wants what can be read. */
export const UNREPORTED: Reporting = { report: () => undefined, leaveOut: () => undefined };

/** What a shape is given beside the value: where to report, and the file for places within words. */
export interface Reading extends Reporting {
  readonly document: SourceDocument;
  /** The group of keys in which the value stands. */
  readonly group?: SourceMap;
}

/** A JSON Schema, draft 7, as a plain value. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * What a value must look like. One definition reads the value *and* describes it to editors, so that the two cannot disagree.
 */
export interface Shape<T> {
  /** The value with its type, or undefined with a diagnostic reported. */
  read(node: SourceNode, reading: Reading): T | undefined;
  readonly schema: JsonSchema;
  /** What to call it in a message: "a date", "text". */
  readonly noun: string;
  /** Whether a key and its value would fit beneath it; undefined for what has no keys. */
  fits?(field: SourceField): boolean;
}

/** What is said of a value in place of the usual words. */
export interface Saying {
  readonly message: string;
  readonly hint: string;
}

/** Reports an error at a place. */
export function reportError(
  reading: Reading,
  code: Code,
  span: Span,
  message: string,
  hint: string,
): undefined {
  reading.report({ code, severity: 'error', span, message, hint });
  return undefined;
}

/** A shape for what is written as plain text. */
export function textShape<T>(
  noun: string,
  schema: JsonSchema,
  convert: (node: SourceText, reading: Reading) => T | undefined,
): Shape<T> {
  return {
    noun,
    schema,
    read: (node, reading) => {
      if (node.kind === 'text') return convert(node, reading);
      reading.leaveOut(node);
      return reportError(
        reading,
        'value-type',
        node.span,
        `this must be ${noun}, not a ${node.kind === 'list' ? 'list' : 'group of keys'}`,
        `Write ${noun} after the colon.`,
      );
    },
  };
}

function dashHint(node: SourceNode): string {
  const first = node.kind === 'map' ? node.fields[0]?.key.text : undefined;
  return first === undefined
    ? "Begin each item on a line of its own with '- '."
    : `Put a dash and a space before '${first}': each item of the list begins so.`;
}

/**
 * A list. Items that cannot be read are reported and left out.
 *
 * @param hintFor what to write in place of something else than a list
 */
export function list<T>(
  item: Shape<T>,
  hintFor: (node: SourceNode, reading: Reading) => string = dashHint,
): Shape<readonly T[]> {
  const noun = `a list of ${item.noun.replace(/^an? /, '')}s`;
  return {
    noun,
    schema: { type: 'array', items: item.schema },
    read: (node, reading) => {
      if (node.kind !== 'list') {
        reportError(reading, 'value-type', node.span, 'this must be a list', hintFor(node, reading));
        // Only the dash is missing: its keys say what it is.
        const only =
          node.kind === 'map' && node.fields.some((field) => item.fits?.(field))
            ? item.read(node, reading)
            : undefined;
        if (only !== undefined) return [only];
        reading.leaveOut(node);
        return undefined;
      }
      return node.items.flatMap((found) => {
        if (!found) {
          reportError(
            reading,
            'value-empty',
            node.span,
            'this list has a dash with nothing after it',
            'Write the item after the dash, or remove the dash.',
          );
          return [];
        }
        const value = item.read(found, reading);
        if (value !== undefined) return [value];
        reading.leaveOut(found);
        return [];
      });
    },
  };
}

/** One, or a list of them. */
export function oneOrMany<T>(item: Shape<T>): Shape<readonly T[]> {
  const many = list(item);
  return {
    noun: `${item.noun}, or a list`,
    schema: { anyOf: [item.schema, many.schema] },
    read: (node, reading) => {
      if (node.kind === 'list') return many.read(node, reading);
      const value = item.read(node, reading);
      return value === undefined ? undefined : [value];
    },
  };
}

/** A key that was meant to be beneath the one before it. */
export function reportBeside({ key }: SourceField, parent: string, reading: Reading): void {
  reportError(
    reading,
    'key-unknown',
    key.span,
    `'${key.text}' stands beside '${parent}', but belongs beneath it`,
    'Indent it: put two spaces before it, and before each line that belongs to it.',
  );
}

/** A key with nothing after its colon, where something must be. */
export function reportNothingAfter(key: SourceText, name: string, noun: string, reading: Reading): void {
  reportError(
    reading,
    'value-empty',
    key.span,
    `nothing is written after '${name}'`,
    `Write ${noun} after the colon.`,
  );
}
