import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './folder.js';

/** A page of docs/ that lists the keys of JSON in tables. */
export interface KeyPage {
  /** Every path that it lists beneath a heading, shared shapes in full. */
  listed(heading: string): readonly string[];
}

/** @param shapes the page that has the shapes which this one refers to */
export function keyPage(name: string, shapes?: KeyPage): KeyPage {
  const text = readFileSync(join(PROJECT, 'docs', name), 'utf8');
  /** The rows of the table beneath a heading: a path, and what it says. */
  const rowsUnder = (heading: string): readonly (readonly [string, string])[] => {
    const section = text.split(/^## /m).find((part) => part.toLowerCase().startsWith(`${heading}\n`)) ?? '';
    return [...section.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map((row) => [row[1] ?? '', row[2] ?? '']);
  };
  const page: KeyPage = {
    listed: (heading) =>
      rowsUnder(heading).flatMap(([path, said]) => {
        const shape = /^ \[(an? [a-z ]+)\]/.exec(said)?.[1];
        return shape ? (shapes ?? page).listed(shape).map((inner) => `${path}.${inner}`) : [path];
      }),
  };
  return page;
}

/** Every path of these values; where one may be nothing, its own path counts only if there is none within it. */
export function keyPaths(values: readonly unknown[]): readonly string[] {
  const found = new Set(values.flatMap((value) => pathsOf(value)));
  return [...found].filter((path) => ![...found].some((other) => other.startsWith(`${path}.`))).toSorted();
}

function pathsOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (typeof item === 'object' ? pathsOf(item, `${at}[]`) : [`${at}[]`]));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, at === '' ? key : `${at}.${key}`));
}
