import { nearest } from '../diagnostics/index.js';
import { flag, required, type Schema, text } from '../view/index.js';

/** Names, and where they are in the paper: `head.place`, `notices[].label`. */
export interface Placed {
  readonly schema: Schema;
  readonly at: string;
}

/** The names that are known where a template stands, innermost first. */
export interface Scope {
  readonly here: Placed;
  readonly outer: Scope | undefined;
  /** Names given with `as |name|`. */
  readonly given: ReadonlyMap<string, Placed>;
  readonly root: Schema;
  /** Whether there is an `@index` here. */
  readonly isInList: boolean;
  /** What an `{{#if}}` round this place has found to be there. */
  readonly there: ReadonlySet<string>;
}

/** Why a path leads nowhere. */
export interface Fault {
  readonly message: string;
  readonly hint: string;
}

/** The scope of the page itself. */
export function rootScope(schema: Schema): Scope {
  return {
    here: { schema, at: '' },
    outer: undefined,
    given: new Map(),
    root: schema,
    isInList: false,
    there: new Set(),
  };
}

/** The scope of a part: it knows what it is called with, and `@root`, and nothing of the names round its caller. */
export function partScope(here: Placed, caller: Scope): Scope {
  return { ...caller, here, outer: undefined, given: new Map() };
}

/** The scope in which something has been found to be there. */
export function scopeWith(scope: Scope, { at }: Placed): Scope {
  return { ...scope, there: new Set([...scope.there, at]) };
}

/** The scope within `{{#each}}` or `{{#with}}`. */
export function innerScope(scope: Scope, subject: Placed, given: readonly string[]): Scope {
  const schema = required(subject.schema);
  const here =
    schema.kind === 'list' ? { schema: schema.item, at: `${subject.at}[]` } : { schema, at: subject.at };
  const [item, index] = given;
  return {
    ...scopeWith(scope, subject),
    here,
    outer: scope,
    given: new Map([
      ...scope.given,
      ...(item ? [[item, here] as const] : []),
      ...(index ? [[index, { schema: text, at: '' }] as const] : []),
    ]),
    isInList: scope.isInList || schema.kind === 'list',
  };
}

/** Follows a path such as `group.rows`, `../heading`, `@root.head.title` or `this`. */
export function lookUp(path: hbs.AST.PathExpression, scope: Scope): Placed | Fault {
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
    ? descend(reached.here, parts, path.original, scope.there, isScoped ? [] : [...reached.given.keys()])
    : descend(given, rest, path.original, scope.there);
}

/** What can be written within names: its own, or nothing where it is plain words. */
export function namesWithin(schema: Schema): readonly string[] {
  const found = required(schema);
  return found.kind === 'object' ? Object.keys(found.fields) : [];
}

function outward(scope: Scope, depth: number): Scope | undefined {
  let reached: Scope | undefined = scope;
  for (let step = 0; step < depth; step += 1) reached = reached?.outer;
  return reached;
}

function lookUpData(parts: readonly string[], path: hbs.AST.PathExpression, scope: Scope): Placed | Fault {
  const [first = '', ...rest] = parts;
  if (first === 'root') return descend({ schema: scope.root, at: '' }, rest, path.original, scope.there);
  const ofLists: Readonly<Record<string, Schema>> = {
    index: text,
    key: text,
    first: flag,
    last: flag,
  };
  const schema = Object.hasOwn(ofLists, first) && rest.length === 0 ? ofLists[first] : undefined;
  if (schema === undefined)
    return { message: `there is no '@${first}'`, hint: 'There are @root, @index, @key, @first and @last.' };
  return scope.isInList
    ? { schema, at: `@${first}` }
    : { message: `there is no '@${first}' here`, hint: 'It stands within {{#each}} only.' };
}

function descend(
  from: Placed,
  parts: readonly string[],
  original: string,
  there: ReadonlySet<string>,
  alsoKnown: readonly string[] = [],
): Placed | Fault {
  let { schema, at } = from;
  for (const [depth, part] of parts.entries()) {
    const group = required(schema);
    const next =
      group.kind === 'object' && Object.hasOwn(group.fields, part) ? group.fields[part] : undefined;
    if (next === undefined) {
      const known = [...(depth === 0 ? alsoKnown : []), ...namesWithin(group)];
      return {
        message: parts.length > 1 ? `there is no '${part}' in '${original}'` : `there is no '${part}' here`,
        hint:
          group.kind === 'list' ? 'It is a list: go through it with {{#each}}.' : suggestNames(part, known),
      };
    }
    if (schema.kind === 'optional' && !there.has(at)) {
      const written = original.slice(0, original.length - parts.slice(depth).join('.').length - 1);
      return missing(written === '' ? 'this' : written, `take '${part}' from`);
    }
    at = at === '' ? part : `${at}.${part}`;
    schema = next;
  }
  return { schema: schema.kind === 'optional' && there.has(at) ? required(schema) : schema, at };
}

/** Not every paper has it, and nothing asks first whether this one has. */
export function missing(written: string, purpose: string): Fault {
  return {
    message: `not every paper has '${written}' to ${purpose}`,
    hint: `Put {{#if ${written}}} … {{/if}} round it.`,
  };
}

function suggestNames(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return `${near ? `Did you mean '${near}'? ` : ''}What can stand there: ${known.join(', ') || 'nothing more'}.`;
}
