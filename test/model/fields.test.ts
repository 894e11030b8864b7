import { expect, test } from 'vitest';
import {
  type Action,
  FIELDS,
  type FieldRules,
  type Located,
  type Meeting,
  type Reference,
} from '../../src/model/index.js';

test('a field without a rule does not compile, nor a rule without its field, nor a person who is passed off as nothing to read', () => {
  const { link, ...withoutLink } = FIELDS.reference;
  const placed = { span: FIELDS.reference.span, spans: FIELDS.reference.spans };
  // @ts-expect-error the link has no rule
  const missing: FieldRules<Reference> = withoutLink;
  // @ts-expect-error a placed thing has no link
  const surplus: FieldRules<Located> = { ...placed, link };
  // @ts-expect-error owners are people
  const nobody: FieldRules<Action> = { ...FIELDS.action, owners: { ...FIELDS.action.owners, text: 'none' } };
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
    Object.entries(FIELDS.action).flatMap(([key, rule]) => (rule.whenExempt === 'exempt' ? [key] : [])),
  ).toEqual(['text', 'owners', 'due', 'successMeasure', 'notice', 'allow', 'lang']);
  expect(FIELDS.progress.rating.whenExempt).toBe('exempt');
  expect(FIELDS.exemption.paragraph.whenExempt).toBe('public');
  expect(FIELDS.exemption.reason.whenExempt).toBe('exempt');
});
