import type { SourceField, SourceList, SourceMap, SourceNode } from '../source/index.js';
import type { Path, Where } from './changes.js';
import type { Step } from './values.js';

/** What a value hangs on: a key of a map, a dash of a list, or the file itself. */
export type Holder =
  | { readonly kind: 'file' }
  | { readonly kind: 'field'; readonly map: SourceMap; readonly field: SourceField }
  | { readonly kind: 'item'; readonly list: SourceList; readonly index: number };

/** How far a path leads in a file. */
export interface Place {
  readonly holder: Holder;
  readonly node: SourceNode | undefined;
  /** The steps that were taken, with numbers for what was known by a key. */
  readonly taken: readonly Step[];
  /** The steps to what is not there yet. */
  readonly missing: readonly string[];
}

/** Follows a path as far as it leads; a sentence where it leads to nothing that can be made. */
export function findPlace(root: SourceNode | undefined, path: Path): Place | string {
  let holder: Holder = { kind: 'file' };
  let node = root;
  const taken: Step[] = [];
  for (const [index, step] of path.entries()) {
    const next = takeStep(node, step);
    if (typeof next === 'string') return next;
    if (next === undefined) {
      const missing = path.slice(index).filter((rest) => typeof rest === 'string');
      return missing.length === path.length - index
        ? { holder, node, taken, missing }
        : `there is no ${nameStep(path.slice(index).find((rest) => typeof rest !== 'string') ?? step)}`;
    }
    holder = next;
    node = next.kind === 'field' ? next.field.value : next.list.items[next.index];
    taken.push(next.kind === 'field' ? next.field.key.text : next.index);
  }
  return { holder, node, taken, missing: [] };
}

type Taken = Exclude<Holder, { kind: 'file' }>;

/** What a step leads to; nothing where a key is missing that can be made, and a sentence where it cannot. */
function takeStep(node: SourceNode | undefined, step: Step | Where): Taken | string | undefined {
  if (typeof step === 'string') {
    if (node === undefined) return undefined;
    if (node.kind !== 'map') return `'${step}' has no place here: there is ${nameKind(node)} already`;
    const field = node.fields.find(({ key }) => key.text === step);
    return field && { kind: 'field', map: node, field };
  }
  if (node?.kind !== 'list') return `there is no ${nameStep(step)}`;
  const index = typeof step === 'number' ? step : node.items.findIndex((item) => isThere(item, step));
  return index in node.items ? { kind: 'item', list: node, index } : `there is no ${nameStep(step)}`;
}

function isThere(item: SourceNode | undefined, { key, is }: Where): boolean {
  if (item?.kind !== 'map') return false;
  const value = item.fields.find((field) => field.key.text === key)?.value;
  return value?.kind === 'text' && value.text.trim() === is;
}

function nameStep(step: Step | Where): string {
  if (typeof step === 'object') return `'${step.key}: ${step.is}'`;
  return typeof step === 'number' ? `item ${step + 1}` : `'${step}'`;
}

function nameKind({ kind }: SourceNode): string {
  return kind === 'text' ? 'a text' : kind === 'list' ? 'a list' : 'a group of keys';
}
