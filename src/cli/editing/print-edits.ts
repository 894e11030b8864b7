import { relative } from 'node:path';
import { listProblems } from '../../diagnostics/index.js';
import type { ChangedLine } from '../../edit/index.js';
import type { RegisterLocation } from '../../files/index.js';
import type { EditResult } from '../../workflows/edit-register.js';
import type { Planned } from '../../workflows/plan-additions.js';
import { EXIT, type ExitCode } from '../exit.js';
import { type Host, mayColour } from '../host.js';
import { pathBefore } from '../load-register.js';
import { showDiagnostics } from '../print-diagnostics.js';
import { sanitise, sanitiseLine } from '../sanitise.js';
import { printJson } from '../terminal/sheet.js';

/** What came of an edit, and how it is told. */
export interface Outcome {
  readonly place: RegisterLocation;
  readonly result: EditResult;
  readonly added: Planned['added'];
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

/** Tells what was written, or why nothing was. */
export function printEdits({ place, result, added, isDryRun, isJson }: Outcome, host: Host): ExitCode {
  const before = pathBefore(relative(host.cwd, place.home));
  switch (result.kind) {
    case 'broken':
      showDiagnostics(result.diagnostics, result.texts, host);
      host.stderr.write('Correct these errors first. Nothing was written.\n');
      return EXIT.problems;
    case 'refused':
      showDiagnostics(result.diagnostics, result.texts, host);
      host.stderr.write('Nothing was written: with this the register would have these errors.\n');
      return EXIT.problems;
    case 'clash':
      host.stderr.write(
        `error: ${sanitiseLine(before + result.shown)} was changed by somebody else meanwhile, and nothing was written.\n${result.theirs.length > 0 ? `${diffText(result.theirs, false)}` : ''}Look at their change, then run the command again.\n`,
      );
      return EXIT.machine;
    case 'edited':
      break;
  }
  const { files, remarks, texts } = result;
  if (isJson) {
    printJson(
      {
        schema: 1,
        isWritten: !isDryRun,
        added,
        files: files.map(({ shown, isNew, lines }) => ({ file: before + shown, isNew, lines })),
        remarks: listProblems({ diagnostics: remarks, texts }),
      },
      host,
    );
    return EXIT.done;
  }
  const isColour = mayColour(host.stdout, host.env);
  if (isDryRun) {
    for (const { shown, isNew, changes } of files) {
      const name = sanitiseLine(before + shown);
      host.stdout.write(`--- ${isNew ? '/dev/null' : name}\n+++ ${name}\n${diffText(changes, isColour)}`);
    }
    host.stderr.write('Nothing was written: this is what would be.\n');
    return EXIT.done;
  }
  for (const { kind, name } of added) host.stdout.write(`${kind} ${sanitiseLine(name)}\n`);
  for (const { shown, lines } of files)
    for (const line of lines) host.stdout.write(`  ${sanitiseLine(before + shown)}:${line}\n`);
  showDiagnostics(remarks, texts, host);
  return EXIT.done;
}

const MARKS = { same: ' ', gone: '-', new: '+', place: '' } as const;
const PAINT = { same: '', gone: '\u001b[31m', new: '\u001b[32m', place: '\u001b[36m' } as const;

function diffText(changes: readonly ChangedLine[], isColour: boolean): string {
  return changes
    .map(({ kind, text }) => {
      const line = sanitise(MARKS[kind] + text);
      return isColour && PAINT[kind] !== '' ? `${PAINT[kind]}${line}\u001b[0m\n` : `${line}\n`;
    })
    .join('');
}
