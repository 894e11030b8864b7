import { expect, test } from 'vitest';
import {
  ACTION_FIELDS,
  type Action,
  FIELDS,
  type FieldRules,
  type Meeting,
  type Placed,
  PROGRESS_FIELDS,
  REFERENCE_FIELDS,
  type Reference,
} from '../../src/model/index.js';

test('a field without a rule does not compile, nor a rule without its field, nor a person who is passed off as nothing to read', () => {
  const { link, ...withoutLink } = REFERENCE_FIELDS;
  const placed = { span: REFERENCE_FIELDS.span, spans: REFERENCE_FIELDS.spans };
  // @ts-expect-error the link has no rule
  const missing: FieldRules<Reference> = withoutLink;
  // @ts-expect-error a placed thing has no link
  const surplus: FieldRules<Placed> = { ...placed, link };
  // @ts-expect-error owners are people
  const nobody: FieldRules<Action> = { ...ACTION_FIELDS, owners: { ...ACTION_FIELDS.owners, text: 'none' } };
  expect([missing, surplus, nobody]).toHaveLength(3);
});

test('the place of a key that a noun does not have does not compile', () => {
  const placeOf = ({ spans }: Pick<Meeting, 'spans'>) => [
    spans.panel,
    // @ts-expect-error a meeting has no such key
    spans.pannel,
  ];
  const panel = { file: 'meetings/a.yaml', start: 3, end: 8 };
  expect(placeOf({ spans: { panel } })).toEqual([panel, undefined]);
});

test('the words, the owner, the date and the rating of what is exempt are exempt; its reference is not', () => {
  expect(
    Object.entries(ACTION_FIELDS).flatMap(([key, rule]) => (rule.whenExempt === 'exempt' ? [key] : [])),
  ).toEqual(['text', 'owners', 'due', 'successMeasure', 'notice', 'allow', 'lang']);
  expect(PROGRESS_FIELDS.rating.whenExempt).toBe('exempt');
  expect(FIELDS.exemption.paragraph.whenExempt).toBe('public');
  expect(FIELDS.exemption.reason.whenExempt).toBe('exempt');
});
