import type { Diagnostic } from '../diagnostics/index.js';
import { UnreadablePaper } from './finish/refusals.js';
import { BlockedRequest } from './print.js';

/** The templates as a whole: what is printed no longer knows which of them it came from. */
const TEMPLATES = { file: 'templates', start: 0, end: 0 };

/** What a failure to print says about the templates; nothing where they are not at fault. */
export function diagnosticsOf(failure: unknown): readonly Diagnostic[] {
  if (failure instanceof BlockedRequest)
    return failure.addresses.map((address) => ({
      code: 'style-address',
      severity: 'error',
      span: TEMPLATES,
      message: `the paper asks for ${address}, and a paper never reaches for anything outside itself`,
      hint: 'Put the picture or font into the template as a data: address, or take it out.',
    }));
  if (failure instanceof UnreadablePaper)
    return failure.refusals.map((refusal) => ({ ...refusal, severity: 'error', span: TEMPLATES }));
  return [];
}
