import type { Diagnostic, Span } from '../diagnostics/index.js';
import { BlockedRequest } from './browser/print.js';
import { InaccessiblePdf } from './tagging/refusals/index.js';

/** A template of the register's own, as a person would name it, and its text. */
export interface OwnTemplate {
  readonly shown: string;
  readonly text: string;
}

/**
 * What a failure to print says about the templates; nothing where they are not at fault. What is printed no longer knows which template it
 * came from, so the line is found by how a template does such a thing; only a register's own can be at fault in a register.
 */
export function explainFailure(failure: unknown, own: readonly OwnTemplate[]): readonly Diagnostic[] {
  if (failure instanceof BlockedRequest)
    return failure.addresses.map((address) => ({
      code: 'style-address',
      severity: 'error',
      message: `the paper asks for ${address}, and a paper never reaches for anything outside itself`,
      hint: 'Put the picture or font into the template as a data: address, or take it out.',
      ...findPlace(own, (text) => found(text, text.indexOf(address), address.length)),
    }));
  if (failure instanceof InaccessiblePdf)
    return failure.refusals.map(({ code, message, hint, written }) => ({
      code,
      severity: 'error',
      message,
      hint,
      ...findPlace(own, (text) => {
        const start = text.search(written);
        return found(text, start, text.slice(start).search(/$|[;>}\n]/));
      }),
    }));
  return [];
}

/** A stretch of a text, without the white space at its end; nothing where it begins nowhere. */
function found(text: string, start: number, length: number): Stretch | undefined {
  return start === -1
    ? undefined
    : { start, end: start + text.slice(start, start + length).trimEnd().length };
}

type Stretch = Pick<Span, 'start' | 'end'>;

/** The first place that is found; where there is none, the templates as a whole and each that is the register's own. */
function findPlace(
  own: readonly OwnTemplate[],
  find: (text: string) => Stretch | undefined,
): Pick<Diagnostic, 'span' | 'related'> {
  for (const { shown, text } of own) {
    const stretch = find(text);
    if (stretch) return { span: { file: shown, ...stretch } };
  }
  const span: Span = { file: 'templates', start: 0, end: 0 };
  if (own.length === 0) return { span };
  return {
    span,
    related: own.map(({ shown }) => ({
      message: 'a template of the register’s own',
      span: { file: shown, start: 0, end: 0 },
    })),
  };
}
