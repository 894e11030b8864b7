/**
 * Source: the text of a YAML file becomes a document which knows where every value is.
 *
 * In: a file's name and text. Out: a `SourceDocument` with the faults of its syntax. `workspace/` calls it; `model/` and `edit/` use its places.
 */
export type {
  SourceDocument,
  SourceField,
  SourceList,
  SourceMap,
  SourceNode,
  SourceText,
  TextStyle,
} from './nodes.js';
export { parseSource } from './parse-source.js';
export { placeWithin } from './place-within.js';
