import { nearest } from '../diagnostics/index.js';
import type { Names } from './names.js';

/** The names that are known where a template stands, innermost first. */
export interface Scope {
  readonly here: Names;
  readonly outer: Scope | undefined;
  /** Names given with `as |name|`. */
  readonly given: ReadonlyMap<string, Names>;
  readonly root: Names;
  /** Whether there is an `@index` here. */
  readonly isInList: boolean;
}

/** What a path leads to, or why it leads nowhere. */
export type Found = { readonly names: Names } | Fault;

export interface Fault {
  readonly message: string;
  readonly hint: string;
}

/** The scope of the page itself. */
export function rootScope(names: Names): Scope {
  return { here: names, outer: undefined, given: new Map(), root: names, isInList: false };
}

/** The scope of a part: it knows what it is called with, and `@root`, and nothing of the names round its caller. */
export function partScope(names: Names, caller: Scope): Scope {
  return { ...caller, here: names, outer: undefined, given: new Map() };
}

/** Follows a path such as `group.rows`, `../heading`, `@root.head.title` or `this`. */
export function lookUp(path: hbs.AST.PathExpression, scope: Scope): Found {
  const parts = path.parts.filter((part) => typeof part === 'string');
  if (path.data) return lookUpData(parts, path, scope);
  const reached = outward(scope, path.depth);
  if (!reached) {
    return {
      message: `'${path.original}' goes further out than this part reaches`,
      hint: 'A part knows what it is called with, and everything through @root.',
    };
  }
  const [first, ...rest] = parts;
  // `this.name` and `./name` never mean a name given with `as |name|`, as in the engine itself.
  const isScoped = path.depth > 0 || /^\.|this\b/.test(path.original);
  const given = first === undefined || isScoped ? undefined : reached.given.get(first);
  return given === undefined
    ? descend(reached.here, parts, path.original, isScoped ? [] : [...reached.given.keys()])
    : descend(given, rest, path.original);
}

/** What can be written within names: its own, or nothing where it is plain words. */
export function namesWithin(names: Names): readonly string[] {
  return typeof names === 'object' && !isList(names) ? Object.keys(names) : [];
}

export function isList(names: Names): names is readonly [Names] {
  return Array.isArray(names);
}

function outward(scope: Scope, depth: number): Scope | undefined {
  let reached: Scope | undefined = scope;
  for (let step = 0; step < depth; step += 1) reached = reached?.outer;
  return reached;
}

function lookUpData(parts: readonly string[], path: hbs.AST.PathExpression, scope: Scope): Found {
  const [first = '', ...rest] = parts;
  if (first === 'root') return descend(scope.root, rest, path.original);
  const ofLists: Readonly<Record<string, Names>> = {
    index: 'text',
    key: 'text',
    first: 'flag',
    last: 'flag',
  };
  const found = Object.hasOwn(ofLists, first) && rest.length === 0 ? ofLists[first] : undefined;
  if (found === undefined)
    return { message: `there is no '@${first}'`, hint: 'There are @root, @index, @key, @first and @last.' };
  return scope.isInList
    ? { names: found }
    : { message: `there is no '@${first}' here`, hint: 'It stands within {{#each}} only.' };
}

function descend(
  from: Names,
  parts: readonly string[],
  original: string,
  alsoKnown: readonly string[] = [],
): Found {
  let names = from;
  for (const [depth, part] of parts.entries()) {
    const next = child(names, part);
    if (next === undefined) {
      const known = [...(depth === 0 ? alsoKnown : []), ...namesWithin(names)];
      return {
        message: parts.length > 1 ? `there is no '${part}' in '${original}'` : `there is no '${part}' here`,
        hint: hintOf(part, known, isList(names)),
      };
    }
    names = next;
  }
  return { names };
}

function child(names: Names, part: string): Names | undefined {
  return typeof names === 'object' && !isList(names) && Object.hasOwn(names, part) ? names[part] : undefined;
}

function hintOf(written: string, known: readonly string[], isOfList: boolean): string {
  if (isOfList) return 'It is a list: go through it with {{#each}}.';
  const near = nearest(written, known);
  return `${near ? `Did you mean '${near}'? ` : ''}What can stand there: ${known.join(', ') || 'nothing more'}.`;
}
