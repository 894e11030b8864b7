import type { Diagnostic } from '../diagnostics/index.js';

/** The commonest accident of all: two people changed the same lines, and git's markers were committed. */
export function conflictMarkers(file: string, text: string): Diagnostic | undefined {
  const opening = /^[ \t]*<{7}(?: .*)?\r?$/m.exec(text);
  const closing = /^[ \t]*>{7}(?: .*)?\r?$/m.exec(text);
  // Somebody has taken out the other two: no line of YAML that begins at the margin is seven of these.
  const between = /^(?:={7}|\|{7}(?: .*)?)\r?$/m.exec(text);
  const marker = opening ?? closing ?? between;
  if (!marker) return undefined;
  return {
    code: 'yaml-conflict',
    severity: 'error',
    span: { file, start: marker.index, end: marker.index + marker[0].length },
    message: 'git has left a conflict here: two people changed the same lines',
    hint: 'Keep the lines that are right, from <<<<<<< to >>>>>>>, and delete the marker lines themselves.',
    ...(opening && closing
      ? {
          related: [
            {
              message: 'it ends here',
              span: { file, start: closing.index, end: closing.index + closing[0].length },
            },
          ],
        }
      : {}),
  };
}
