import { UsageError } from '../diagnostics/index.js';
import { makeMap } from '../edit/index.js';
import { responseNamed } from '../model/index.js';
import { phrases } from '../phrases/index.js';
import type { SourceDocument, SourceNode } from '../source/index.js';
import { FIELDS, foldHeading, isField } from './recognise/fields.js';
import { foldStatus } from './recognise/statuses.js';
import type { Mapping, Recognised } from './recognise/types.js';
import { writeNew } from './write/register-files.js';

/** A mapping as it was written, so that it can be kept. */
export interface WrittenMapping {
  /** By the heading as it was written. */
  readonly columns: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<string, string>;
}

export const NO_MAPPING: WrittenMapping = { columns: new Map(), statuses: new Map() };

/** Reads a mapping file. What is not yet filled in counts as not said. */
export function readMappingFile({ root }: SourceDocument): WrittenMapping {
  const group = (name: string): ReadonlyMap<string, string> => {
    const found = root?.kind === 'map' ? root.fields.find(({ key }) => key.text === name)?.value : undefined;
    return found?.kind === 'map'
      ? new Map(
          found.fields.flatMap(({ key, value }) =>
            isText(value) ? [[key.text, value.text.trim()] as const] : [],
          ),
        )
      : new Map();
  };
  return { columns: group('columns'), statuses: group('statuses') };
}

function isText(node: SourceNode | undefined): node is Extract<SourceNode, { kind: 'text' }> {
  return node?.kind === 'text' && node.text.trim() !== '' && node.text.trim() !== '?';
}

/** Two mappings as one; what the second says counts. */
export function joinMappings(one: WrittenMapping, other: WrittenMapping): WrittenMapping {
  return {
    columns: new Map([...one.columns, ...other.columns]),
    statuses: new Map([...one.statuses, ...other.statuses]),
  };
}

/**
 * What was typed after `--map`: `HEADING=FIELD` or `WORD=RATING`. What stands at the right tells which it is.
 *
 * @throws UsageError where there is no `=` in it
 */
export function parseAssignment(typed: string): WrittenMapping {
  const at = typed.lastIndexOf('=');
  const [left, right] = [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
  if (at < 0 || left === '' || right === '')
    throw new UsageError(
      `'${typed}' is no mapping. Write --map 'HEADING=FIELD', --map 'STATUS=RATING', or --map FILE.yaml.`,
    );
  return isField(right) || right === 'own' || right === 'leave'
    ? { columns: new Map([[left, right]]), statuses: new Map() }
    : { columns: new Map(), statuses: new Map([[left, right]]) };
}

/**
 * A mapping by which cells are read.
 *
 * @param ratings keys and labels of the register's ratings
 * @throws UsageError where a field or a rating is not known
 */
export function settleMapping(
  { columns, statuses }: WrittenMapping,
  ratings: readonly { readonly key: string; readonly label: string }[],
): Mapping {
  const keys = ratings.map(({ key }) => key);
  const settled: [string, string][] = [];
  const responses: [string, NonNullable<ReturnType<typeof responseNamed>>][] = [];
  for (const [status, meaning] of statuses) {
    const rating = ratings.find(
      ({ key, label }) =>
        foldStatus(key) === foldStatus(meaning) || foldStatus(label) === foldStatus(meaning),
    );
    const response = responseNamed(meaning);
    if (rating) settled.push([foldStatus(statusWritten(status)), rating.key]);
    else if (meaning === 'complete' || meaning === 'words')
      settled.push([foldStatus(statusWritten(status)), meaning]);
    else if (response) responses.push([foldStatus(status), response]);
    else
      throw new UsageError(
        `'${meaning}' is no rating of council.yaml. Write one of ${[...keys, 'complete', 'words'].join(', ')}; or a response, such as accepted.`,
      );
  }
  return {
    columns: new Map([...columns].map(([heading, field]) => [foldHeading(heading), asField(field)])),
    statuses: new Map(settled),
    responses: new Map(responses),
  };
}

/** `shaded #00b050` is the colour. */
function statusWritten(status: string): string {
  return /#[0-9a-f]{6}$/i.exec(status)?.[0].toLowerCase() ?? status;
}

function asField(word: string): Mapping['columns'] extends ReadonlyMap<string, infer T> ? T : never {
  if (isField(word) || word === 'own' || word === 'leave') return word;
  throw new UsageError(
    `'${word}' is nothing that a column can hold. Write one of ${[...FIELDS, 'own', 'leave'].join(', ')}.`,
  );
}

/** The mapping file: what was said so far, and a line for each status that nobody has named a rating for. */
export function mappingFileText(said: WrittenMapping, { statuses }: Recognised): string {
  const open = statuses
    .filter(({ became }) => became === undefined)
    .map(({ status, isColour }) => (isColour ? phrases.importing.report.fill(status) : status));
  const known = new Set([...said.statuses.keys()].map((status) => foldStatus(statusWritten(status))));
  const asked = open.filter((status) => !known.has(foldStatus(statusWritten(status))));
  const all = new Map<string, string>([...said.statuses, ...asked.map((status) => [status, '?'] as const)]);
  return writeNew(
    makeMap({
      columns: said.columns.size > 0 ? said.columns : undefined,
      statuses: all.size > 0 ? all : undefined,
    }),
    phrases.importing.coach.mapping,
  );
}
