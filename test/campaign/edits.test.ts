import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, type EditOutcome, editText, type Value } from '../../src/edit/index.js';
import { parseSource, type SourceNode } from '../../src/source/index.js';
import { drawn } from '../support/campaign.js';
import { Chance, FILES, VALUES, writeInSomeStyle } from '../support/written-yaml.js';

/** What a file says, put together apart from the code that is tested. */
type Said = null | string | readonly Said[] | { readonly [key: string]: Said };

function said(node: SourceNode | undefined): Said {
  if (!node) return null;
  if (node.kind === 'text') return `=${node.text}`;
  if (node.kind === 'list') return node.items.map(said);
  return Object.fromEntries(node.fields.map(({ key, value }) => [`:${key.text}`, said(value)]));
}

function saidBy(value: Value): Said {
  if (value === undefined) return null;
  if (typeof value === 'string') return `=${value.replace(/\r\n?/g, '\n')}`;
  if ('get' in value) return Object.fromEntries([...value].map(([key, part]) => [`:${key}`, saidBy(part)]));
  return value.map(saidBy);
}

function isListed(value: Said): value is readonly Said[] {
  return Array.isArray(value);
}

type Steps = readonly (string | number)[];

/** Says otherwise at one place. */
function put(value: Said, [step, ...rest]: Steps, made: (former: Said) => Said): Said {
  if (step === undefined) return made(value);
  if (isListed(value)) return value.map((item, index) => (index === step ? put(item, rest, made) : item));
  const fields = value !== null && typeof value === 'object' ? value : {};
  return { ...fields, [`:${step}`]: put(fields[`:${step}`] ?? null, rest, made) };
}

interface Spot {
  readonly path: Steps;
  readonly node: SourceNode | undefined;
  /** The first and the last line, from 0, that may be rewritten where this is changed. */
  readonly lines: readonly [number, number];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** The line of the dash before an item: the last one in the column of the list's first. */
function dashLine(text: string, first: number, item: number): number {
  const column = first - text.lastIndexOf('\n', first - 1) - 1;
  const before = text.slice(0, item).split('\n');
  return before.findLastIndex((line) => line.charAt(column) === '-' && !/[^\s-]/.test(line.slice(0, column)));
}

/** All values of a file. */
function* spotsIn(text: string, node: SourceNode | undefined, path: Steps): Iterable<Spot> {
  if (!node || node.kind === 'text') return;
  if (node.kind === 'map') {
    for (const { key, value } of node.fields) {
      const here = [...path, key.text];
      const end = Math.max(key.span.end, (value?.span.end ?? 0) - 1);
      yield { path: here, node: value, lines: [lineAt(text, key.span.start), lineAt(text, end)] };
      yield* spotsIn(text, value, here);
    }
    return;
  }
  for (const [index, item] of node.items.entries()) {
    if (!item) continue;
    const here = [...path, index];
    const { start, end } = item.span;
    const from = node.isFlow ? lineAt(text, start) : dashLine(text, node.span.start, start);
    yield { path: here, node: item, lines: [from, lineAt(text, end - 1)] };
    yield* spotsIn(text, item, here);
  }
}

interface Drawn {
  readonly change: Change & { readonly path: Steps };
  /** Lines that may be other than before; none where something is only put between lines. */
  readonly lines: readonly [number, number] | undefined;
}

/** Some change that has a place in a file. */
function drawChange(text: string, root: SourceNode, value: Value, chance: Chance): Drawn {
  const whole: Spot = { path: [], node: root, lines: [0, lineAt(text, text.length)] };
  const { path, node, lines } = chance.one(whole, ...spotsIn(text, root, []));
  const isFilledBlock =
    node !== undefined &&
    node.kind !== 'text' &&
    !node.isFlow &&
    (node.kind === 'map' ? node.fields : node.items).length > 0;
  const touched = isFilledBlock ? undefined : lines;
  const fresh = `new-${chance.below(1_000_000)}`;
  if (node?.kind === 'map' && chance.isOnceIn(2)) {
    const added = [...path, fresh, ...(chance.isOnceIn(4) ? ['deeper'] : [])];
    return { change: { kind: 'set', path: added, value }, lines: touched };
  }
  if ((node === undefined && chance.isOnceIn(3)) || (node?.kind === 'list' && chance.isOnceIn(2))) {
    const items = chance.isOnceIn(3) ? [value, 'second'] : [value];
    return { change: { kind: 'append', path, items }, lines: touched };
  }
  return path.length === 0
    ? { change: { kind: 'append', path: [fresh], items: [value] }, lines: touched }
    : { change: { kind: 'set', path, value }, lines };
}

/** Whether lines stand in others in the same order, whatever is between them. */
function standIn(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === lines[at]) at += 1;
  return at === lines.length;
}

function read(text: string) {
  return parseSource({ shown: 'a.yaml', path: 'a.yaml', text });
}

function textOf(outcome: EditOutcome): string {
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.file.value.text;
}

test('an edit is what was asked for and nothing else, in whatever style a file is written', () => {
  const counts = { edits: 0, unreadable: 0 };
  fc.assert(
    fc.property(FILES, VALUES, fc.nat(), (file, value, seed) => {
      const text = writeInSomeStyle(file, seed);
      const before = read(text);
      const { root } = before.value;
      if (before.diagnostics.length > 0 || !root) {
        counts.unreadable += 1;
        return;
      }
      counts.edits += 1;
      expect(said(root)).toEqual(saidBy(file));

      const { change, lines } = drawChange(text, root, value, new Chance(seed + 1));
      const edited = textOf(editText(before, [change]));
      const after = read(edited);
      expect(after.diagnostics).toEqual([]);
      expect(said(after.value.root)).toEqual(
        put(said(root), change.path, (former) =>
          change.kind === 'set'
            ? saidBy(change.value)
            : [...(isListed(former) ? former : []), ...change.items.map(saidBy)],
        ),
      );

      const [old, now] = [text.split(/\r?\n/), edited.split(/\r?\n/)];
      const [from, to] = lines ?? [old.length, old.length - 1];
      const where = `lines ${from} to ${to} of\n${text}\n---\n${edited}`;
      if (lines) expect(now.slice(0, from), where).toEqual(old.slice(0, from));
      expect(standIn([...old.slice(0, from), ...old.slice(to + 1)], now), where).toBe(true);
      if (text.includes('\r\n')) expect(edited).not.toMatch(/(?<!\r)\n/);
      if (text.includes('\n')) expect(edited.endsWith('\n')).toBe(text.endsWith('\n'));
    }),
    drawn({ share: 300, campaign: 2_000 }),
  );
  expect(counts.unreadable).toBeLessThan(counts.edits / 20);
});

test('changes made together say the same as one after the other', () => {
  fc.assert(
    fc.property(FILES, fc.array(VALUES, { minLength: 2, maxLength: 5 }), fc.nat(), (file, values, seed) => {
      const text = writeInSomeStyle(file, seed);
      const chance = new Chance(seed + 1);
      const changes: Change[] = [];
      let one = text;
      for (const value of values) {
        const before = read(one);
        if (before.diagnostics.length > 0 || !before.value.root) return;
        const { change } = drawChange(one, before.value.root, value, chance);
        changes.push(change);
        one = textOf(editText(before, [change]));
      }
      const together = textOf(editText(read(text), changes));
      expect(said(read(together).value.root)).toEqual(said(read(one).value.root));
    }),
    drawn({ share: 150, campaign: 2_000 }),
  );
});
