import type { IsoDate } from '../calendar/index.js';
import type { Council, Person } from '../model/index.js';

import { phrases } from '../phrases/index.js';

/** A progress file that an owner has only to fill in. */
export interface YamlToFill {
  /** The path inside the register. */
  readonly path: string;
  readonly text: string;
}

/** What the file is for. */
export interface FillWanted {
  readonly council: Council;
  readonly review: string;
  readonly refs: readonly string[];
  readonly owner: Person;
  readonly day: IsoDate;
  /** The owner's name as part of a file's name: two owners who answer on one day need a file each. */
  readonly slug: string;
  /** Paths that the register has already. */
  readonly taken: ReadonlySet<string>;
}

/** In block style: in braces, YAML would take what follows a comma in a note for another key. */
export function yamlToFill({ council, review, refs, owner, day, slug, taken }: FillWanted): YamlToFill {
  const ratings = phrases.progressFile.ratings(council.ratings.map(({ key }) => key));
  return {
    path: freePath(`reviews/${review}/progress/${day}-${slug}`, taken),
    text: [
      `as-at: ${day}`,
      `reported-by: ${owner.kind === 'officer' ? owner.officer.key : scalar(owner.words)}`,
      'progress:',
      ...refs.flatMap((ref) => [
        `  ${scalar(ref)}:`,
        ...(council.ratings.length > 0
          ? [`    rating:            ${ratings}`]
          : [`    complete: false    # ${phrases.progressFile.complete}`]),
        '    note: |',
        `      ${phrases.progressFile.note}`,
      ]),
      '',
    ].join('\n'),
  };
}

function freePath(path: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = `${path}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!taken.has(tried)) return tried;
  }
}

/** Plain where YAML takes it as it is; otherwise in double quotes, whose escapes JSON shares (YAML 1.2.2, section 7.3.1). */
function scalar(words: string): string {
  const isPlain = /^[\p{L}\p{N}](?:[\p{L}\p{N} .()/’'-]*[\p{L}\p{N}.)])?$/u.test(words);
  return isPlain && !/^(?:null|true|false|yes|no)$/i.test(words) ? words : JSON.stringify(words);
}
