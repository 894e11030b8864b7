import type { Model, Person, Progress, Recommendation, Reference, Review } from '../model/index.js';

/**
 * Names that anybody may know, because somewhere in the register they are public: a firm that owns a public action is no secret for
 * owning an exempt one too. Words of prose are never among them.
 */
export function publicNames({ council, meetings, reviews }: Model): readonly string[] {
  return [
    council.name,
    ...council.panels.map(({ name }) => name),
    ...council.services.map(({ name }) => name),
    ...council.officers.flatMap(({ name, role, team, phone, email }) =>
      given([name, role, team, phone, email]),
    ),
    ...council.ratings.flatMap(({ label, meaning }) => given([label, meaning])),
    ...meetings.flatMap(({ items }) =>
      items.flatMap(({ exempt, contact, presentedBy }) => (exempt ? [] : named([contact, presentedBy]))),
    ),
    ...reviews.flatMap(ofReview),
  ];
}

/**
 * Titles that public papers bear. Withheld prose may speak of them, but they make no name public: an item may be called after the very
 * firm that is to be withheld.
 */
export function publicTitles({ meetings, reviews }: Model): readonly string[] {
  return [
    ...meetings.flatMap(({ venue }) => given([venue])),
    ...[...meetings.flatMap(({ items }) => items), ...reviews].flatMap(({ exempt, title }) =>
      exempt ? [] : [title],
    ),
  ];
}

function ofReview({ exempt, backgroundPapers, recommendations, progress }: Review): readonly string[] {
  if (exempt) return [];
  const withheld = new Set(recommendations.flatMap(withheldReferences));
  return [
    ...backgroundPapers.flatMap(ofDocument),
    ...recommendations.flatMap(ofRecommendation),
    ...progress.flatMap((report) => report.progress.flatMap((entry) => ofEntry(entry, withheld))),
  ];
}

function withheldReferences({ ref, exempt, actions }: Recommendation): readonly string[] {
  return exempt
    ? [ref, ...actions.map((action) => action.ref)]
    : actions.flatMap((action) => (action.exempt ? [action.ref] : []));
}

function ofRecommendation({ exempt, actions, ownAction }: Recommendation): readonly string[] {
  if (exempt) return [];
  return [...actions, ...(ownAction ? [ownAction] : [])].flatMap(({ exempt: isExempt, owners, due }) =>
    isExempt ? [] : [...named(owners), ...(due?.kind === 'words' ? [due.words] : [])],
  );
}

function ofEntry(
  { exempt, refs, reportedBy, evidence, revisedDue }: Progress,
  withheld: ReadonlySet<string>,
): readonly string[] {
  if (exempt || refs.some((ref) => withheld.has(ref))) return [];
  return [
    ...named([reportedBy]),
    ...evidence.flatMap(ofDocument),
    ...(revisedDue?.kind === 'words' ? [revisedDue.words] : []),
  ];
}

function ofDocument({ title, link }: Reference): readonly string[] {
  return given([title, link]);
}

function named(people: readonly (Person | undefined)[]): readonly string[] {
  return people.flatMap((person) => (person?.kind === 'words' ? [person.words] : []));
}

function given(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}
