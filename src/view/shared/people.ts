import type { Action, Person } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { ContactLine } from '../paper-schema.js';

/** Somebody as a table names them: the post, since people come and go and public copies name posts. */
export function nameOf(person: Person): string {
  if (person.kind === 'words') return person.words;
  const { role, name, key } = person.officer;
  return role ?? name ?? key;
}

/** The same at the beginning of a sentence: "The Risk and Resilience Manager", but "Cleveland Police". */
export function nameAtStart(person: Person): string {
  const name = nameInSentence(person);
  return phrases.people.atStart(person.kind === 'words' ? person.words : name);
}

/** The same within a sentence: "the Risk and Resilience Manager", "the Chief Fire Officer", but "Cleveland Police". */
export function nameInSentence(person: Person): string {
  if (person.kind === 'words') return phrases.people.withinSentence(person.words);
  const { role } = person.officer;
  if (!role) return nameOf(person);
  return /^the\b/i.test(role) ? phrases.people.withinSentence(role) : phrases.people.the(role);
}

/** Whom to ask, a line for each thing that is known. */
export function contactLines(person: Person): readonly ContactLine[] {
  if (person.kind === 'words') return [{ text: person.words, address: null }];
  const { officer } = person;
  const plain = [officer.name, officer.role, officer.team, officer.service?.name].flatMap((text) =>
    text ? [{ text, address: null }] : [],
  );
  return [
    ...plain,
    ...(officer.phone
      ? [{ text: phrases.people.telephone(officer.phone), address: telephoneAddress(officer.phone) }]
      : []),
    ...(officer.email ? [{ text: officer.email, address: `mailto:${officer.email}` }] : []),
  ];
}

function telephoneAddress(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.length >= 3 ? `tel:${digits}` : null;
}

/** Everybody who answers for an action, the lead first. */
export function nameOwners({ owners }: Action): string {
  return owners.length === 0 ? phrases.people.noOwner : owners.map(nameOf).join('; ');
}
