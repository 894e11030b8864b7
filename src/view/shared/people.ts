import type { Action, Council, Person } from '../../model/index.js';
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
  return person.kind === 'words' ? person.words : name.replace(/^the /, 'The ');
}

/** The same within a sentence: "the Risk and Resilience Manager", "the Chief Fire Officer", but "Cleveland Police". */
export function nameInSentence(council: Council, person: Person): string {
  if (person.kind === 'words') return withSmallStart(person.words);
  const officer = council.officers.find(({ key }) => key === person.key);
  if (!officer?.role) return nameOf(council, person);
  return /^the\b/i.test(officer.role) ? withSmallStart(officer.role) : `the ${officer.role}`;
}

/** Words that are no part of a name are written small within a sentence: "The Portfolio Holder", "Current scrutiny chairs". */
function withSmallStart(words: string): string {
  return words.replace(
    /^(?:The|All|Each|Every|Both|Our|Current|Local|Other|Various|Several|Relevant)(?= )/,
    (first) => first.toLowerCase(),
  );
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
      ? [{ text: `Telephone ${officer.phone}`, address: telephoneAddress(officer.phone) }]
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
  return owners.length === 0 ? 'No owner given' : owners.map((owner) => nameOf(council, owner)).join('; ');
}
