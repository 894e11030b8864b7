import { type Diagnostic, nearest, type Severity } from '../diagnostics/index.js';
import { flag, object, required, type Schema, text } from '../view/index.js';
import { checkMarkup } from './check-markup.js';
import { type Findings, spanIn, startFindings } from './findings.js';
import { type Place, placesIn } from './html-context.js';
import { parsePart } from './parse-part.js';
import {
  type Fault,
  innerScope,
  lookUp,
  missing,
  namesWithin,
  type Placed,
  partScope,
  rootScope,
  type Scope,
  scopeWith,
} from './scope.js';
import { LAYOUT, type Part, partialName, type Templates, templateParts } from './templates.js';

/** A template that could be read. */
interface Readable {
  readonly part: Part;
  readonly program: hbs.AST.Program;
  readonly places: ReadonlyMap<hbs.AST.Node, Place>;
}

/** A part being checked: with what names, and called by which. */
interface Visit extends Readable {
  readonly scope: Scope;
  /** The parts that led here. */
  readonly chain: readonly string[];
}

/** Parts checked and read. */
export interface CheckedTemplates {
  readonly diagnostics: readonly Diagnostic[];
  /** By partial name. */
  readonly programs: ReadonlyMap<string, hbs.AST.Program>;
}

const BLOCKS = ['if', 'unless', 'each', 'with'];
const BLOCKS_HINT = `The blocks are ${BLOCKS.map((name) => `#${name}`).join(', ')}; there are no other helpers.`;

/**
 * Everything that is wrong with the templates: every name in every branch is looked up in the view, taken or not, before anything is
 * rendered. Handlebars' own strict mode sees only the branches that a paper happens to take.
 */
export function checkTemplates(templates: Templates, schema: Schema): CheckedTemplates {
  const findings = startFindings();
  for (const part of templates.parts.values()) checkMarkup(part, findings);
  const readable = new Map<string, Readable>();
  const programs = new Map<string, hbs.AST.Program>();
  for (const part of templateParts(templates)) {
    const parsed = parsePart(part);
    if ('fault' in parsed) findings.add(parsed.fault);
    else {
      readable.set(partialName(part), { part, ...parsed, places: placesIn(parsed.program) });
      programs.set(partialName(part), parsed.program);
    }
  }
  const known = templateParts(templates).map(partialName);
  const layout = readable.get(partialName({ name: LAYOUT }));
  if (layout) createVisitor(readable, known, findings)({ ...layout, scope: rootScope(schema), chain: [] });
  return { diagnostics: findings.all(), programs };
}

function createVisitor(
  readable: ReadonlyMap<string, Readable>,
  known: readonly string[],
  findings: Findings,
): (visit: Visit) => void {
  const visited = new Set<string>();

  function visitPart(visit: Visit): void {
    const name = partialName(visit.part);
    const { here, isInList, there } = visit.scope;
    const key = JSON.stringify([name, here.at, namesWithin(here.schema), isInList, [...there].sort()]);
    if (visited.has(key)) return;
    visited.add(key);
    visitBody(visit.program, { ...visit, chain: [...visit.chain, name] });
  }

  function visitBody(program: hbs.AST.Program | undefined, visit: Visit): void {
    for (const node of program?.body ?? []) {
      if (isMustache(node)) visitMustache(node, visit);
      else if (isBlock(node)) visitBlock(node, visit);
      else if (isPartial(node)) visitPartial(node, visit);
      else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
        report(visit, node, 'template-syntax', {
          message: 'templates here know no decorators, inline parts or parts with a body',
          hint: 'Put the piece into a file of its own and call it with {{> name}}.',
        });
      }
    }
  }

  function visitMustache(node: hbs.AST.MustacheStatement, visit: Visit): void {
    if (node.params.length > 0 || node.hash) {
      report(visit, node.path, 'template-name', {
        message: `there is no helper '${wordsOf(node.path)}'`,
        hint: BLOCKS_HINT,
      });
      return;
    }
    const found = find(node.path, visit);
    if (found === undefined) return;
    const written = wordsOf(node.path);
    const schema = required(found.schema);
    if (schema.kind === 'list' || schema.kind === 'object') {
      report(visit, node, 'template-name', {
        message: `'${written}' is not words but ${schema.kind === 'list' ? 'a list of them' : 'a group of them'}`,
        hint:
          schema.kind === 'list'
            ? 'Go through it with {{#each}}.'
            : `It has ${namesWithin(schema).join(', ')}.`,
      });
      return;
    }
    if (found.schema.kind === 'optional')
      report(visit, node, 'template-name', missing(written, 'print here'), 'warning');
    const fault = placeFault(schema.kind, node.escaped, visit.places.get(node) ?? 'text', written);
    if (fault) report(visit, node, 'template-raw', fault);
  }

  function visitBlock(node: hbs.AST.BlockStatement, visit: Visit): void {
    const helper = wordsOf(node.path);
    const [subject, ...more] = node.params;
    if (!BLOCKS.includes(helper) || !subject || more.length > 0) {
      report(visit, node.path, 'template-name', {
        message: BLOCKS.includes(helper) ? `{{#${helper}}} takes one name` : `there is no block '#${helper}'`,
        hint: BLOCKS_HINT,
      });
      return;
    }
    for (const { value } of node.hash?.pairs ?? []) find(value, visit);
    const found = find(subject, visit);
    const sureOf = (isSure: boolean): Visit =>
      found && isSure ? { ...visit, scope: scopeWith(visit.scope, found) } : visit;
    visitBody(node.inverse, sureOf(helper === 'unless'));
    if (helper === 'if' || helper === 'unless') visitBody(node.program, sureOf(helper === 'if'));
    else if (found !== undefined && helper === 'each' && required(found.schema).kind !== 'list') {
      report(visit, subject, 'template-name', {
        message: `'${wordsOf(subject)}' is not a list`,
        hint: 'Use {{#with}} or {{#if}}.',
      });
    } else if (found !== undefined) {
      const scope = innerScope(visit.scope, found, node.program.blockParams ?? []);
      visitBody(node.program, { ...visit, scope });
    }
  }

  function visitPartial(node: hbs.AST.PartialStatement, visit: Visit): void {
    const called = wordsOf(node.name);
    const part = readable.get(called);
    if (!known.includes(called)) {
      const near = nearest(called, known);
      report(visit, node, 'template-partial', {
        message: `there is no part called '${called}'`,
        hint: near ? `Did you mean '${near}'?` : `The parts are ${known.join(', ')}.`,
      });
      return;
    }
    if (visit.chain.includes(called)) {
      report(visit, node, 'template-partial', {
        message: `the part '${called}' calls itself${visit.chain.at(-1) === called ? '' : ` by way of '${visit.chain.at(-1)}'`}, which never ends`,
        hint: 'Take this call out.',
      });
      return;
    }
    const [subject] = node.params;
    const found = subject ? find(subject, visit) : visit.scope.here;
    const added = (node.hash?.pairs ?? []).flatMap(({ key, value }) => {
      const schema = find(value, visit)?.schema;
      return schema === undefined ? [] : [[key, schema] as const];
    });
    if (found === undefined || !part) return;
    if (found.schema.kind === 'optional') {
      report(
        visit,
        node,
        'template-name',
        missing(subject ? wordsOf(subject) : 'this', `call '${called}' with`),
      );
      return;
    }
    const { schema, at } = found;
    const here =
      schema.kind === 'object'
        ? { schema: object({ ...schema.fields, ...Object.fromEntries(added) }), at }
        : found;
    visitPart({ ...part, scope: partScope(here, visit.scope), chain: visit.chain });
  }

  /** What a path leads to; reports and gives nothing where it leads nowhere. */
  function find(expression: hbs.AST.Expression, visit: Visit): Placed | undefined {
    if (expression.type === 'StringLiteral' || expression.type === 'NumberLiteral')
      return { schema: text, at: '' };
    if (expression.type === 'BooleanLiteral') return { schema: flag, at: '' };
    if (!isPath(expression)) {
      report(visit, expression, 'template-syntax', {
        message: 'only a name can stand here',
        hint: 'Helpers within helpers are not known.',
      });
      return undefined;
    }
    const found = lookUp(expression, visit.scope);
    if ('schema' in found) return found;
    report(visit, expression, 'template-name', found);
    return undefined;
  }

  function report(
    visit: Visit,
    node: hbs.AST.Node,
    code: 'template-name' | 'template-partial' | 'template-raw' | 'template-syntax',
    fault: Fault,
    severity: Severity = 'error',
  ): void {
    const { message, hint } = fault;
    findings.add({ code, severity, span: spanIn(visit.part, node.loc), message, hint });
  }

  return visitPart;
}

/** Words are escaped for text and for quoted attributes; safe HTML is safe in text alone. */
function placeFault(
  kind: 'text' | 'html' | 'flag',
  isEscaped: boolean,
  place: Place,
  written: string,
): Fault | undefined {
  if (!isEscaped && kind !== 'html')
    return {
      message: `{{{${written}}}} would put what somebody typed into the page as HTML`,
      hint: `Write {{${written}}}.`,
    };
  if (place === 'unquoted')
    return {
      message: `'${written}' stands in an attribute without quotes`,
      hint: 'Put quotes round the attribute’s value.',
    };
  if (place === 'tag')
    return { message: `'${written}' cannot stand here in a tag`, hint: `Write name="{{${written}}}".` };
  if (place === 'attribute' && kind === 'html')
    return {
      message: `'${written}' is HTML, which cannot stand in an attribute`,
      hint: 'Let it stand between tags.',
    };
  if (place === 'style' && written !== 'styles')
    return {
      message: `'${written}' cannot stand in a style`,
      hint: 'The council’s colour is there as var(--council); what stands in the margins comes from the view.',
    };
  return undefined;
}

function wordsOf(expression: hbs.AST.Node): string {
  return isPath(expression) ? expression.original : 'value' in expression ? String(expression.value) : '…';
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
