import type { Model, Person } from '../types.js';
import { unknownMentions } from './known.js';
import type { Rule } from './rule.js';

/** What looks like a key must be an officer: otherwise a slip of the finger would become an owner of its own. */
export const officersKnown: Rule = function* ({ model, isCouncilKnown, leftOut }) {
  if (!isCouncilKnown) return;
  const mentions = peopleNamed(model).flatMap((person) =>
    person.kind === 'officer' ? [{ key: person.officer.key, span: person.span }] : [],
  );
  for (const unknown of unknownMentions(
    mentions,
    model.council.officers.map(({ key, name, role }) => ({ key, words: name ?? role })),
    {
      code: 'officer-unknown',
      noun: 'an officer',
      home: 'council.yaml',
      mayBe: (key) => leftOut.holds(model.council.span.file, key),
    },
  )) {
    yield {
      ...unknown,
      hint: `${unknown.hint ?? ''} Somebody who is not an officer is written in plain words with a capital, such as Cleveland Police.`.trim(),
    };
  }
};

function peopleNamed({ reviews, meetings }: Model): readonly Person[] {
  const asked = meetings.flatMap(({ items }) =>
    items.flatMap(({ contact, presentedBy, reportOf, author }) => [contact, presentedBy, reportOf, author]),
  );
  const owners = reviews.flatMap(({ recommendations }) =>
    recommendations.flatMap(({ actions, ownAction, addressedTo }) => [
      ...addressedTo,
      ...[...actions, ...(ownAction ? [ownAction] : [])].flatMap((action) => action.owners),
    ]),
  );
  // An entry that names nobody has whom its file names.
  const reporters = reviews.flatMap(({ progress }) =>
    progress.flatMap((report) => [
      ...new Set([report.reportedBy, ...report.progress.map(({ reportedBy }) => reportedBy)]),
    ]),
  );
  return [...asked, ...owners, ...reporters].filter((person) => person !== undefined);
}
