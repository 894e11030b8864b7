import { isArray, Text, type Value } from '../../syntax/values.js';
import type { Element } from './tree.js';

/**
 * Gives each cell that others name as their heading an id by its place in the paper. The browser's own ids count on from paper to paper where
 * one of its processes prints several, and whether one does depends on how busy the machine is.
 */
export function nameCells(elements: readonly Element[]): void {
  const names = new Map<string, Text>();
  for (const element of elements) {
    if (!element.id) continue;
    const name = Text.ascii(`node${String(names.size + 1).padStart(8, '0')}`);
    names.set(element.id.source, name);
    element.id = name;
  }
  for (const { attributes } of elements) {
    const ofCell = attributes.get('Table');
    const headers = ofCell?.get('Headers');
    if (ofCell && headers !== undefined && isArray(headers)) ofCell.set('Headers', renamed(headers, names));
  }
}

function renamed(ids: readonly Value[], names: ReadonlyMap<string, Text>): readonly Value[] {
  return ids.flatMap((id) => (id instanceof Text ? (names.get(id.source) ?? []) : []));
}
