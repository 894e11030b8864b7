import { compareReferences } from '../order/index.js';

/** What people write before a reference, such as "Action" or "Rec. no." */
const LEADING =
  /^(?:(?:actions?|recommendations?|recs?|references?|refs?|numbers?|nos?|items?|points?)\b[\s.:]*)+/i;

/** Longer than any list of references: what is there is something else. */
const LONGEST = 200;

/**
 * The references that were most likely meant: one in another form (`6,2`, `Action 6.2`), several (`6.2 and 1.3`) or all from one to another
 * (`1.1 to 1.3`). Undefined where nothing is likely, or two things are.
 *
 * @param known the references that there are
 */
export function likelyReferences(written: string, known: readonly string[]): readonly string[] | undefined {
  if (written.length > LONGEST) return undefined;
  const byForm = new Map<string, readonly string[]>();
  for (const ref of known) byForm.set(normaliseRef(ref), [...(byForm.get(normaliseRef(ref)) ?? []), ref]);
  const one = (part: string): string | undefined => {
    const alike = byForm.get(normaliseRef(part)) ?? [];
    if (alike.includes(part)) return part;
    return alike.length === 1 ? alike[0] : undefined;
  };
  const whole = one(written);
  if (whole !== undefined) return [whole];
  return listed(written, one) ?? between(written, one, known);
}

/** A reference as it is compared: without the words or the R before it, with one dot between its parts. */
function normaliseRef(ref: string): string {
  return ref
    .trim()
    .replace(LEADING, '')
    .toLowerCase()
    .replace(/[\s.,:;()[\]_/\u2010-\u2015-]+/g, '.')
    .replace(/^\.|\.$/g, '')
    .replace(/^r(?=\d)/, '')
    .replace(/(?<=^|\.)0+(?=\d)/g, '');
}

type Find = (part: string) => string | undefined;

function listed(written: string, one: Find): readonly string[] | undefined {
  const parts = written.replace(LEADING, '').split(/\s*(?:[,;&+\n]|\band\b)\s*/i);
  const found = parts.filter((part) => part !== '').map(one);
  return found.length > 1 && found.every((ref) => ref !== undefined) ? [...new Set(found)] : undefined;
}

function between(written: string, one: Find, known: readonly string[]): readonly string[] | undefined {
  const ends = /^(.+?)\s*(?:\bto\b|[\u2010-\u2015-])\s*(.+)$/i.exec(written.replace(LEADING, ''));
  const [first, last] = [one(ends?.[1] ?? ''), one(ends?.[2] ?? '')];
  if (first === undefined || last === undefined || compareReferences(first, last) >= 0) return undefined;
  return known
    .filter((ref) => compareReferences(first, ref) <= 0 && compareReferences(ref, last) <= 0)
    .toSorted(compareReferences);
}
