/**
 * The parts that ship, as the engine compiled them when this program was built: the build puts them in the place of this file in `dist/`
 * (`scripts/precompiled-templates.mjs`). The sources themselves have none, and compile every part.
 */

/** Compiled parts, by the digest of name and text: a part of another text is compiled afresh. */
export const COMPILED_PARTS: ReadonlyMap<string, TemplateSpecification> = new Map();

/** The digests of whole sets that were checked when they were compiled; nothing was found in them. */
export const CHECKED_SETS: ReadonlySet<string> = new Set();
