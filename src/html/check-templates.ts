import Handlebars from 'handlebars';
import { type Code, type Diagnostic, lineStarts, nearest, type Span } from '../diagnostics/index.js';
import { missingCharacters } from '../lettering/index.js';
import type { Names } from './names.js';
import { LAYOUT, type Part, partialName, type Templates, templateParts } from './templates.js';

type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** The names of the view that are known where a template stands, innermost last. */
interface Scope {
  readonly here: Names;
  readonly outer: Scope | undefined;
  /** Names given with `as |name|`, and the root. */
  readonly given: ReadonlyMap<string, Names>;
}

/** A part being checked, and what it is called with. */
interface Walk {
  readonly part: Part;
  readonly scope: Scope;
  readonly root: Names;
  /** The parts which led here, so that one which calls itself ends. */
  readonly chain: readonly string[];
}

const BLOCKS = ['if', 'unless', 'each', 'with'];

/**
 * Everything that is wrong with the templates: every name in every branch is looked up in the view, taken or not, before anything is
 * rendered. Handlebars' own strict mode sees only the branches that a paper happens to take.
 */
export function checkTemplates(templates: Templates, names: Names): readonly Diagnostic[] {
  const checker = new Checker(templates);
  return checker.check(names);
}

class Checker {
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #programs = new Map<string, hbs.AST.Program>();
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #starts = new Map<string, readonly number[]>();
  readonly #walked = new Set<string>();

  constructor(templates: Templates) {
    this.#parts = new Map(templateParts(templates).map((part) => [partialName(part), part]));
    for (const [name, part] of this.#parts) {
      const program = this.#parsed(part);
      if (program) this.#programs.set(name, program);
    }
  }

  check(names: Names): readonly Diagnostic[] {
    const layout = this.#parts.get(partialName({ name: LAYOUT, shown: LAYOUT, text: '' }));
    if (layout) {
      this.#walkPart({
        part: layout,
        root: names,
        chain: [],
        scope: { here: withStyles(names), outer: undefined, given: new Map() },
      });
    }
    return [...this.#diagnostics.values()];
  }

  #parsed(part: Part): hbs.AST.Program | undefined {
    for (const { character, index } of missingCharacters(part.text)) {
      this.#report(
        'glyph-missing',
        { file: part.shown, start: index, end: index + character.length },
        `the paper's typeface has no character '${character}'`,
        'Draw it, or write it in words.',
        'warning',
      );
    }
    const script = /<script/i.exec(part.text);
    if (script)
      this.#report(
        'template-raw',
        { file: part.shown, start: script.index, end: script.index + script[0].length },
        'a paper holds no scripts',
        'Take it out: the paper is read without one.',
      );
    try {
      return Handlebars.parse(part.text, { srcName: part.shown });
    } catch (failure) {
      const { line, message } = syntaxFault(failure);
      const starts = this.#startsOf(part);
      const start = starts[line - 1] ?? 0;
      this.#report(
        'template-syntax',
        { file: part.shown, start, end: Math.max(start + 1, (starts[line] ?? part.text.length) - 1) },
        message,
        'See that each {{#…}} has its {{/…}}, and each {{ its }}.',
      );
      return undefined;
    }
  }

  #walkPart(walk: Walk): void {
    const name = partialName(walk.part);
    const program = this.#programs.get(name);
    const key = `${name} ${JSON.stringify(walk.scope.here)}`;
    if (!program || walk.chain.includes(name) || this.#walked.has(key)) return;
    this.#walked.add(key);
    this.#walkBody(program.body, { ...walk, chain: [...walk.chain, name] });
  }

  #walkBody(body: readonly Node[], walk: Walk): void {
    for (const node of body) {
      if (isMustache(node)) this.#checkMustache(node, walk);
      else if (isBlock(node)) this.#checkBlock(node, walk);
      else if (isPartial(node)) this.#checkPartial(node, walk);
      else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
        this.#report(
          'template-syntax',
          this.#spanOf(node, walk),
          'templates here know no decorators or inline partials',
          'Put the piece into a file of its own and call it with {{> name}}.',
        );
      }
    }
  }

  #checkMustache(node: hbs.AST.MustacheStatement, walk: Walk): void {
    if (node.params.length > 0) {
      this.#report(
        'template-name',
        this.#spanOf(node.path, walk),
        `there is no helper '${wordsOf(node.path)}'`,
        `The helpers are ${BLOCKS.map((name) => `#${name}`).join(', ')}.`,
      );
      return;
    }
    const names = this.#namesOf(node.path, walk);
    if (names === undefined) return;
    if (typeof names !== 'string') {
      this.#report(
        'template-name',
        this.#spanOf(node, walk),
        `'${wordsOf(node.path)}' is not words but a group of them`,
        `It has ${available(names)}.`,
      );
    } else if (!node.escaped && names === 'text') {
      this.#report(
        'template-raw',
        this.#spanOf(node, walk),
        `{{{${wordsOf(node.path)}}}} would put what somebody typed into the page as HTML`,
        `Write {{${wordsOf(node.path)}}}.`,
      );
    }
  }

  #checkBlock(node: hbs.AST.BlockStatement, walk: Walk): void {
    const helper = wordsOf(node.path);
    const subject = node.params[0];
    if (!BLOCKS.includes(helper) || !subject) {
      this.#report(
        'template-name',
        this.#spanOf(node.path, walk),
        `there is no block '#${helper}'`,
        `The blocks are ${BLOCKS.map((name) => `#${name}`).join(', ')}.`,
      );
      return;
    }
    const names = this.#namesOf(subject, walk);
    if (node.inverse) this.#walkBody(node.inverse.body, walk);
    if (names === undefined) return;
    if (helper === 'if' || helper === 'unless') {
      this.#walkBody(node.program.body, walk);
      return;
    }
    const isList = Array.isArray(names);
    if (helper === 'each' && !isList) {
      this.#report(
        'template-name',
        this.#spanOf(subject, walk),
        `'${wordsOf(subject)}' is not a list`,
        'Use {{#with}} or {{#if}}.',
      );
      return;
    }
    const here = helper === 'each' && isList ? itemNames(names) : names;
    const given = new Map(walk.scope.given);
    const [first, second] = node.program.blockParams ?? [];
    if (first) given.set(first, here);
    if (second) given.set(second, 'text');
    this.#walkBody(node.program.body, { ...walk, scope: { here, outer: walk.scope, given } });
  }

  #checkPartial(node: hbs.AST.PartialStatement, walk: Walk): void {
    const called = wordsOf(node.name);
    const part = this.#parts.get(called);
    if (!part) {
      const near = nearest(called, this.#parts.keys());
      this.#report(
        'template-partial',
        this.#spanOf(node, walk),
        `there is no part called '${called}'`,
        near ? `Did you mean '${near}'?` : `The parts are ${[...this.#parts.keys()].join(', ')}.`,
      );
      return;
    }
    const subject = node.params[0];
    const names = subject ? this.#namesOf(subject, walk) : walk.scope.here;
    if (names === undefined) return;
    const added = (node.hash?.pairs ?? []).flatMap(({ key, value }) => {
      const found = this.#namesOf(value, walk);
      return found === undefined ? [] : [[key, found] as const];
    });
    const here =
      added.length > 0 && typeof names === 'object' && !Array.isArray(names)
        ? { ...names, ...Object.fromEntries(added) }
        : names;
    this.#walkPart({ ...walk, part, scope: { here, outer: undefined, given: new Map() } });
  }

  /** What a path leads to; reports and gives nothing where it leads nowhere. */
  #namesOf(expression: Expression, walk: Walk): Names | undefined {
    if (expression.type === 'StringLiteral' || expression.type === 'NumberLiteral') return 'text';
    if (expression.type === 'BooleanLiteral') return 'flag';
    if (!isPath(expression)) {
      this.#report(
        'template-syntax',
        this.#spanOf(expression, walk),
        'only names can stand here',
        'Helpers within helpers are not known.',
      );
      return undefined;
    }
    let scope: Scope | undefined = walk.scope;
    for (let depth = 0; depth < expression.depth; depth += 1) scope = scope?.outer;
    if (!scope) {
      this.#report(
        'template-name',
        this.#spanOf(expression, walk),
        `'${expression.original}' goes further out than this part reaches`,
        'A part knows only what it is called with.',
      );
      return undefined;
    }
    const parts = expression.parts.filter((part) => typeof part === 'string');
    if (expression.data) return this.#dataNames(parts, expression, walk);
    const [first, ...rest] = parts;
    if (first === undefined) return scope.here;
    const start =
      expression.depth === 0 && !/^(?:this|\.)/.test(expression.original)
        ? scope.given.get(first)
        : undefined;
    return this.#descend(start ?? scope.here, start === undefined ? parts : rest, expression, walk, scope);
  }

  #dataNames(parts: readonly string[], expression: hbs.AST.PathExpression, walk: Walk): Names | undefined {
    const [first = '', ...rest] = parts;
    if (first === 'root') return this.#descend(withStyles(walk.root), rest, expression, walk, walk.scope);
    if (['index', 'key', 'first', 'last'].includes(first) && rest.length === 0)
      return first === 'first' || first === 'last' ? 'flag' : 'text';
    this.#report(
      'template-name',
      this.#spanOf(expression, walk),
      `there is no '@${first}'`,
      'There are @root, @index, @key, @first and @last.',
    );
    return undefined;
  }

  #descend(
    from: Names,
    parts: readonly string[],
    expression: hbs.AST.PathExpression,
    walk: Walk,
    scope: Scope,
  ): Names | undefined {
    let names = from;
    for (const part of parts) {
      const next =
        typeof names === 'object' && !isNamesList(names) && Object.hasOwn(names, part)
          ? childOf(names, part)
          : undefined;
      if (next === undefined) {
        const known = namesIn(names);
        const near = nearest(part, [...known, ...(names === scope.here ? scope.given.keys() : [])]);
        this.#report(
          'template-name',
          this.#spanOf(expression, walk),
          parts.length > 1
            ? `there is no '${part}' in '${expression.original}'`
            : `there is no '${part}' here`,
          `${near ? `Did you mean '${near}'? ` : ''}What can stand there: ${[...known, ...(names === scope.here ? scope.given.keys() : [])].join(', ') || 'nothing more'}.`,
        );
        return undefined;
      }
      names = next;
    }
    return names;
  }

  #report(
    code: Code,
    span: Span,
    message: string,
    hint: string,
    severity: Diagnostic['severity'] = 'error',
  ): void {
    const key = `${span.file} ${span.start} ${code} ${message}`;
    if (!this.#diagnostics.has(key)) this.#diagnostics.set(key, { code, severity, span, message, hint });
  }

  #spanOf({ loc }: Node, { part }: Walk): Span {
    const starts = this.#startsOf(part);
    const offset = ({ line, column }: { readonly line: number; readonly column: number }) =>
      (starts[line - 1] ?? 0) + column;
    return { file: part.shown, start: offset(loc.start), end: offset(loc.end) };
  }

  #startsOf(part: Part): readonly number[] {
    const known = this.#starts.get(part.name) ?? lineStarts(part.text);
    this.#starts.set(part.name, known);
    return known;
  }
}

/** `styles` is given to the layout by the renderer, beside the view. */
function withStyles(names: Names): Names {
  return typeof names === 'object' && !isNamesList(names) ? { ...names, styles: 'html' } : names;
}

function itemNames(names: readonly Names[]): Names {
  return names[0] ?? 'text';
}

function childOf(names: Names, part: string): Names | undefined {
  return typeof names === 'object' && !isNamesList(names) ? names[part] : undefined;
}

function isNamesList(names: Names): names is readonly [Names] {
  return Array.isArray(names);
}

function namesIn(names: Names): readonly string[] {
  return typeof names === 'object' && !isNamesList(names) ? Object.keys(names) : [];
}

function available(names: Names): string {
  return isNamesList(names) ? 'several: use {{#each}}' : namesIn(names).join(', ');
}

function wordsOf(expression: Node): string {
  return isPath(expression) ? expression.original : 'value' in expression ? String(expression.value) : '…';
}

function syntaxFault(failure: unknown): { readonly line: number; readonly message: string } {
  const message = failure instanceof Error ? failure.message : String(failure);
  const line = Number(/line (\d+)/i.exec(message)?.[1] ?? /:(\d+)/.exec(message)?.[1] ?? 1);
  const mismatch = /(\S+) doesn't match (\S+)/.exec(message);
  return {
    line,
    message: mismatch
      ? `the block '${mismatch[1]}' is closed by '${mismatch[2]}'`
      : 'this template cannot be read here',
  };
}

function isMustache(node: Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPartial(node: Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}

function isPath(node: Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
