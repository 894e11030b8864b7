import { phrases } from '../phrases/index.js';
import { type Evidence, isRecord } from './read.js';
import type { PaperFacts } from './types.js';

const say = phrases.differences;

/** One thing that two papers say differently. */
export interface Difference {
  /** "action 1.2, rating", "Background, paragraph 4". */
  readonly where: string;
  readonly was: string | null;
  readonly now: string | null;
}

/** What a difference in the words alone is called: everything that they hold beyond the other keys. */
const WORDS: Difference = { where: say.words, was: null, now: null };

/** What depends on how a version of this program words it, beside what the register says. */
const WORDED = new Set(['sections', 'title', 'words']);

/**
 * Where the facts that a file carries differ from those of a paper: actions first, then what was recommended, then all else.
 *
 * @param isSameTool whether one version made both; otherwise only what the register itself says is compared
 */
export function differencesBetween(
  was: Evidence['facts'],
  now: PaperFacts,
  isSameTool: boolean,
): readonly Difference[] {
  const known: Readonly<Record<string, unknown>> = { ...now };
  const keys = ['actions', 'reviews', ...Object.keys(known)].filter(
    (key, index, all) => all.indexOf(key) === index && (isSameTool || !WORDED.has(key)) && key !== 'words',
  );
  const found = keys.flatMap((key) => between(was[key], known[key], [], key));
  return found.length === 0 && isSameTool && was['words'] !== now.words ? [WORDS] : found;
}

type Record_ = Readonly<Record<string, unknown>>;

function between(was: unknown, now: unknown, at: readonly string[], key: string): readonly Difference[] {
  if (isList(was) && isList(now) && [...was, ...now].every((item) => isRecord(item) && !isLeaf(item)))
    return betweenLists(was.filter(isRecord), now.filter(isRecord), isNamed(key) ? at : [...at, spaced(key)]);
  const here = [...at, spaced(key)];
  if (isRecord(was) && isRecord(now) && !isLeaf(was) && !isLeaf(now)) return betweenRecords(was, now, here);
  return differing(here, was, now);
}

function differing(at: readonly string[], was: unknown, now: unknown): readonly Difference[] {
  const [before, after] = [formatValue(was), formatValue(now)];
  return before === after ? [] : [{ where: at.join(', '), was: before, now: after }];
}

function betweenRecords(was: Record_, now: Record_, at: readonly string[]): readonly Difference[] {
  const told = saysLastTwice(was) && saysLastTwice(now) ? ['lastReport', 'evidence'] : [];
  return [...new Set([...Object.keys(now), ...Object.keys(was)])]
    .filter((key) => !told.includes(key))
    .flatMap((key) => between(was[key], now[key], at, key));
}

/** Whether an action's last report is the first of its reports, so that what differs in it need be told only once. */
function saysLastTwice({ reports, lastReport, evidence }: Record_): boolean {
  const first: unknown = isList(reports) ? reports[0] : undefined;
  if (!isRecord(first) || !isRecord(lastReport)) return false;
  const { date, by, note } = lastReport;
  return (
    JSON.stringify([date, by, note, evidence]) ===
    JSON.stringify([first['date'], first['by'], first['note'], first['evidence']])
  );
}

/** Things are held against what has the same name, wherever in the list that stands. */
function betweenLists(
  was: readonly Record_[],
  now: readonly Record_[],
  at: readonly string[],
): readonly Difference[] {
  const [before, after] = [byName(was), byName(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    const here = [...at, titleOf(one ?? other ?? {}, name)].filter((part) => part !== '');
    const only = oneThing(one ?? other ?? {});
    if (only !== undefined) return differing(here, one?.[only], other?.[only]);
    return one && other
      ? betweenRecords(one, other, here)
      : [
          {
            where: here.join(', '),
            was: one ? formatValue(one) : null,
            now: other ? formatValue(other) : null,
          },
        ];
  });
}

/** What a line or a count says, which needs no name beside that of the line. */
function oneThing(item: Record_): string | undefined {
  if ('paragraphs' in item || !('number' in item)) return undefined;
  return 'text' in item ? 'text' : 'label' in item ? 'number' : undefined;
}

function byName(items: readonly Record_[]): ReadonlyMap<string, Record_> {
  const named = new Map<string, Record_>();
  for (const [index, item] of items.entries()) {
    const name = nameOf(item);
    named.set(name === undefined || named.has(name) ? `${name ?? ''}#${index}` : name, item);
  }
  return named;
}

function nameOf(item: Record_): string | undefined {
  const parts = ['review', 'ref', 'heading', 'number', 'key', 'date'].flatMap((key) => {
    const value = item[key];
    return typeof value === 'string' ? [value] : [];
  });
  return parts.length === 0 ? undefined : parts.join('/');
}

/** As a person would call it. */
function titleOf(item: Record_, name: string): string {
  const { ref, heading, number, label, title, date } = item;
  if (typeof ref === 'string')
    return say.thing('standing' in item ? phrases.nouns.action(1) : phrases.nouns.recommendation(1), ref);
  if (typeof heading === 'string') return heading;
  if (typeof label === 'string') return label;
  if (typeof title === 'string') return `“${title}”`;
  if (typeof date === 'string') return say.report(date);
  if (typeof number === 'string')
    return /^[\d.]+$/.test(number) ? say.paragraph(number.replace(/\.$/, '')) : number;
  // A line that has no number of its own.
  return /#\d+$/.test(name) ? '' : name;
}

/** Lists whose things are called by what they are, so that the list's own name says no more. */
function isNamed(key: string): boolean {
  return ['actions', 'reviews', 'recommendations', 'sections', 'paragraphs', 'ratings', 'reports'].includes(
    key,
  );
}

/** Small things that are said in one word: a rating, a due date, a person. */
function isLeaf(value: Record_): boolean {
  return ('key' in value && !('number' in value)) || 'words' in value || 'link' in value;
}

/** In words, as the paper would. */
function formatValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (isList(value))
    return value.length === 0 ? null : value.map((item) => formatValue(item) ?? '–').join('; ');
  if (!isRecord(value)) return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  // A period or a length of time may be the same in words and end on another day.
  if (typeof value['words'] === 'string' && typeof value['lastDay'] === 'string')
    return say.lastDay(value['words'], value['lastDay']);
  const plain = value['label'] ?? value['name'] ?? value['words'] ?? value['date'] ?? value['text'];
  if (typeof plain === 'string') return plain;
  return (
    Object.values(value)
      .flatMap((inner) => formatValue(inner) ?? [])
      .join(', ') || null
  );
}

function spaced(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
