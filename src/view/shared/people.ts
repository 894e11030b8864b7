import type { Action, Council, Person } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { PaperRegister } from '../../register/index.js';
import type { ContactLine } from '../types.js';

/** Somebody as a table names them: the post, since people come and go and public copies name posts. */
export function nameOf(council: Council, person: Person): string {
  if (person.kind === 'words') return person.words;
  const officer = council.officers.find(({ key }) => key === person.key);
  return officer?.role ?? officer?.name ?? person.key;
}

/** The same at the beginning of a sentence: "The Risk and Resilience Manager", but "Cleveland Police". */
export function nameAtStart(council: Council, person: Person): string {
  const name = nameInSentence(council, person);
  return person.kind === 'words' ? person.words : phrases.people.atStart(name);
}

/** The same within a sentence: "the Risk and Resilience Manager", "the Chief Fire Officer", but "Cleveland Police". */
export function nameInSentence(council: Council, person: Person): string {
  if (person.kind === 'words') return phrases.people.withinSentence(person.words);
  const officer = council.officers.find(({ key }) => key === person.key);
  if (!officer?.role) return nameOf(council, person);
  return /^the\b/i.test(officer.role)
    ? phrases.people.withinSentence(officer.role)
    : phrases.people.the(officer.role);
}

/** Whom to ask, a line for each thing that is known. */
export function contactLines(council: Council, person: Person): readonly ContactLine[] {
  if (person.kind === 'words') return [{ text: person.words, address: null }];
  const officer = council.officers.find(({ key }) => key === person.key);
  if (!officer) return [];
  const service = council.services.find(({ key }) => key === officer.service)?.name;
  const plain = [officer.name, officer.role, officer.team, service].flatMap((text) =>
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
export function ownersOf({ council }: PaperRegister, { owners }: Action): string {
  return owners.length === 0
    ? phrases.people.noOwner
    : owners.map((owner) => nameOf(council, owner)).join('; ');
}
