/**
 * Source: the text of a YAML file becomes a document which knows where every value stands.
 *
 * In: a file's name and text. Out: a `SourceDocument` with the faults of its syntax. `workspace/` calls it for each file;
 * `model/` reads its nodes, `edit/` changes texts by their places.
 */
export type { SourceDocument, SourceField, SourceList, SourceMap, SourceNode, SourceText } from './nodes.js';
export { parseSource } from './parse-source.js';
export { placeWithin } from './place-within.js';
