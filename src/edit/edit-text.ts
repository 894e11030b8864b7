import type { Checked } from '../diagnostics/index.js';
import { parseSource, type SourceDocument, type SourceNode } from '../source/index.js';
import type { Change } from './changes.js';
import { findPlace } from './find-place.js';
import { findLayout } from './layout.js';
import { makeSplices, type Page, type Rewriting } from './make-splices.js';
import { splice } from './splice.js';
import { isList, isSame, putAt, readValue, type Step, settleValue, type Value } from './values.js';

/** A file as it was read: its text is looked at once for its values and for its edits. */
export type ReadFile = Checked<SourceDocument>;

/** A file with its changes, read again, and where each of them begins in its text; or a sentence why the file stays as it is. */
export type EditOutcome =
  | { readonly file: ReadFile; readonly starts: readonly number[] }
  | { readonly refusal: string };

/**
 * Makes changes to a file, in their order. Everything that they do not concern stays as it is, to the byte. What the new text says is then read
 * again: it must be what the old one said with the changes, and nothing else.
 */
export function editText(file: ReadFile, changes: readonly Change[]): EditOutcome {
  const [fault] = file.diagnostics;
  if (fault) return { refusal: `${fault.message}: correct that first` };
  let now = file;
  let wanted = readValue(file.value.root);
  const ends: (readonly Step[])[] = [];
  for (let waiting = changes.map(settleChange); waiting.length > 0; ) {
    const page = readPage(now.value);
    const round = takeRound(page, waiting);
    if ('refusal' in round) return round;
    for (const { change, at } of round.made) {
      ends.push(change.kind === 'set' ? at : [...at, sizeAt(wanted, at)]);
      wanted = applyChange(wanted, at, change);
    }
    const { file: shown, path } = file.value;
    now = parseSource({ shown, path, text: splice(page.text, round.splices) });
    if (now.diagnostics.length > 0 || !isSame(readValue(now.value.root), wanted))
      return { refusal: UNPROVEN };
    waiting = waiting.slice(round.made.length);
  }
  const { root } = now.value;
  return { file: now, starts: ends.map((end) => startOf(root, end)) };
}

const UNPROVEN =
  'the new words could not be put there without changing something else: edit the file by hand';

function settleChange(change: Change): Change {
  return change.kind === 'set'
    ? { ...change, value: settleValue(change.value) }
    : { ...change, items: change.items.map(settleValue) };
}

function readPage({ text, root }: SourceDocument): Page {
  return { text, root, layout: findLayout(text, root) };
}

interface Made {
  readonly change: Change;
  /** Where the changed value is, or the list that grows. */
  readonly at: readonly Step[];
}

/** As many of the changes as do not meet each other, as splices of one text. */
function takeRound(
  page: Page,
  waiting: readonly Change[],
): { readonly made: readonly Made[]; readonly splices: Rewriting['splices'] } | { readonly refusal: string } {
  const made: Made[] = [];
  const before: Rewriting[] = [];
  for (const change of waiting) {
    const place = findPlace(page.root, change.path);
    const rewriting = typeof place === 'string' ? place : makeSplices(page, place, change);
    if (typeof place === 'string' || typeof rewriting === 'string') {
      // What is missing here may be made by an earlier change of this round.
      if (made.length > 0) break;
      return { refusal: String(rewriting) };
    }
    if (before.some((other) => meets(other, rewriting))) break;
    before.push(rewriting);
    made.push({ change, at: [...place.taken, ...place.missing] });
  }
  return { made, splices: before.flatMap(({ splices }) => splices) };
}

function meets(a: Rewriting, b: Rewriting): boolean {
  return (
    a.writes.some((path) => [...b.writes, ...b.leansOn].some((other) => overlaps(path, other))) ||
    a.leansOn.some((path) => b.writes.some((other) => overlaps(path, other)))
  );
}

/** Whether one of two places lies within the other. */
function overlaps(a: readonly Step[], b: readonly Step[]): boolean {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared).every((step, index) => step === b[index]);
}

function sizeAt(value: Value, path: readonly Step[]): number {
  let found: Value = value;
  for (const step of path) {
    if (found instanceof Map) found = found.get(String(step));
    else if (isList(found) && typeof step === 'number') found = found[step];
    else return 0;
  }
  return isList(found) ? found.length : 0;
}

function applyChange(value: Value, at: readonly Step[], change: Change): Value {
  return putAt(value, at, (former) =>
    change.kind === 'set' ? change.value : [...(isList(former) ? former : []), ...change.items],
  );
}

/** Where something begins in the text that was read last: at its key, or after its dash. */
function startOf(root: SourceNode | undefined, path: readonly Step[]): number {
  const place = findPlace(root, path);
  if (typeof place === 'string') return 0;
  if (place.holder.kind === 'field') return place.holder.field.key.span.start;
  return place.node?.span.start ?? 0;
}
