import { type Diagnostic, lineStarts } from '../diagnostics/index.js';
import { LAYOUT, partialName, type Templates, templateParts } from './templates.js';

/** What the template engine tells of a failure. */
interface RenderFault {
  readonly message: string;
  readonly lineNumber: number | undefined;
  readonly column: number | undefined;
  readonly endColumn: number | undefined;
}

/** A failure while a paper was filled in, with the part it happened in. */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';
  readonly part: string;
  readonly fault: RenderFault;

  constructor(part: string, failure: unknown) {
    const fault = readFault(failure);
    super(fault.message);
    this.part = part;
    this.fault = fault;
  }
}

function readFault(failure: unknown): RenderFault {
  const message = failure instanceof Error ? failure.message : String(failure);
  const numberAt = (name: 'lineNumber' | 'column' | 'endColumn') => {
    const fields: Readonly<Record<string, unknown>> =
      typeof failure === 'object' && failure !== null ? { [name]: Reflect.get(failure, name) } : {};
    const value = fields[name];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    message,
    lineNumber: numberAt('lineNumber'),
    column: numberAt('column'),
    endColumn: numberAt('endColumn'),
  };
}

/** A template was sound in all its names and failed all the same: mostly for want of an `{{#if}}`. */
export function renderingFault(failure: unknown, templates: Templates): Diagnostic {
  if (!(failure instanceof TemplateFailure)) throw failure;
  const { message, lineNumber, column = 0, endColumn = column } = failure.fault;
  const part = templateParts(templates).find((each) => partialName(each) === failure.part);
  const start = part && lineNumber ? (lineStarts(part.text)[lineNumber - 1] ?? 0) + column : 0;
  const missing = /"([^"]*)" not defined in (?:null|undefined)/.exec(message)?.[1];
  return {
    code: 'template-failed',
    severity: 'error',
    span: { file: part?.shown ?? LAYOUT, start, end: start + Math.max(1, endColumn - column) },
    message: missing
      ? `there is nothing here in this paper to take '${missing}' from`
      : `this part could not be filled in: ${message.split('\n')[0] ?? ''}`,
    hint: missing
      ? 'Not every paper has it: put {{#if …}} round it.'
      : 'Compare it with the part that ships: scrutiny templates copies that out.',
  };
}
