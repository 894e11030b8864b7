import type { Span } from '../diagnostics/index.js';
import { foldedWord } from './shapes/choice.js';
import type { WrittenPerson } from './shapes/words.js';
import type { Council, Officer, Panel, Person, Rating, Service } from './types.js';

/** What the keys of a register name. One that names nothing stands for a thing with that key and no more: a rule reports it as an error. */
export interface Names {
  panel(key: string): Panel;
  /** By its key or its label, in whatever form. */
  rating(written: string): Rating;
  service(key: string): Service;
  person(written: WrittenPerson): Person;
}

/** The things of a council by their keys. Two mentions of one key, known or not, give the same thing. */
export function namesIn({ panels, ratings, services, officers, span }: Council): Names {
  const ratingBy = lookUp<Rating>(
    [
      ...ratings.map((rating) => [foldedWord(rating.label), rating] as const),
      ...ratings.map((rating) => [foldedWord(rating.key), rating] as const),
      ...byKey(ratings),
    ],
    (key) => ({ ...NO_RATING, key, label: key, rank: ratings.length, span }),
  );
  const officerBy = lookUp<Officer>(byKey(officers), (key) => ({ ...NO_OFFICER, key, span }));
  return {
    service: serviceNames([...services, ...officers.flatMap(({ service }) => service ?? [])], span),
    person: (written) =>
      written.kind === 'words'
        ? written
        : { kind: 'officer', officer: officerBy(written.key), span: written.span },
    panel: lookUp<Panel>(byKey(panels), (key) => panelNamed(key, span, { name: key })),
    rating: (written) => ratingBy(written, foldedWord(written)),
  };
}

/** Nouns for a body that scrutinises, as they are found in its name. */
const BODY = /\b(?:sub-?committee|committee|commission|board|group|forum|panel)\b/gi;

/** A panel with what its name says about it. */
export function panelNamed(
  key: string,
  span: Span,
  {
    name,
    called,
    short,
    councils,
  }: {
    readonly name: string;
    readonly called?: string | undefined;
    readonly short?: string | undefined;
    readonly councils?: readonly string[] | undefined;
  },
): Panel {
  return {
    key,
    name,
    // A "Children's Panel Working Group" is a group: the last noun is the body's own.
    called: called ?? name.match(BODY)?.at(-1)?.toLowerCase().replace('subc', 'sub-c') ?? 'panel',
    short: short ?? name,
    councils: councils ?? [],
    span,
  };
}

/** The services of a council by their keys: an officer of the council's own names one. */
export function serviceNames(services: readonly Service[], span: Span): Names['service'] {
  return lookUp<Service>(byKey(services), (key) => ({ key, name: key, span }));
}

const NO_OFFICER = {
  name: undefined,
  role: undefined,
  team: undefined,
  service: undefined,
  phone: undefined,
  email: undefined,
  spans: {},
} as const satisfies Partial<Officer>;

const NO_RATING = {
  meaning: undefined,
  closes: false,
  signedOff: false,
  colour: '#000000',
  shape: 'cross',
  spans: {},
} as const satisfies Partial<Rating>;

function byKey<T extends { readonly key: string }>(things: readonly T[]) {
  return things.map((thing) => [thing.key, thing] as const);
}

function lookUp<T>(
  things: readonly (readonly [name: string, thing: T])[],
  unknown: (name: string) => T,
): (name: string, otherForm?: string) => T {
  const known = new Map(things);
  return (name, otherForm = name) => {
    const found = known.get(name) ?? known.get(otherForm) ?? unknown(name);
    known.set(name, found);
    return found;
  };
}
