import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type FieldRule, type PaperKind } from '../../src/model/index.js';
import { drawn } from '../support/campaign.js';
import { markedRegister, SHAPES } from '../support/marked-register.js';
import { DRAWN } from '../support/marked-words.js';
import { lostIn } from '../support/nothing-lost.js';

const TEXTS = fc.array(DRAWN, { minLength: 40, maxLength: 40 });

/** What is lost is named with its field and its words, so that nothing need be made smaller. */
function atOnce(many: Parameters<typeof drawn>[0]) {
  return { ...drawn(many), endOnFailure: true };
}

test('every word of every printed field is in each paper in which it belongs', () => {
  fc.assert(
    fc.property(TEXTS, SHAPES, (texts, shape) => {
      expect(lostIn(texts, shape)).toEqual([]);
    }),
    atOnce({ share: 30, campaign: 2_000 }),
  );
});

test('every word of every exempt field is in each members’ copy, with the reason of its exemption', () => {
  fc.assert(
    fc.property(TEXTS, SHAPES, (texts, shape) => {
      expect(lostIn(texts, shape, true)).toEqual([]);
    }),
    atOnce({ share: 6, campaign: 200 }),
  );
});

/** Fields whose words are written in another: an entry has those of its file, documents and officers have fields of their own. */
const WRITTEN_IN: Readonly<Record<string, string>> = {
  'progress.reportedBy': 'progressReport.reportedBy',
  'progress.evidence': 'reference.title',
  'review.backgroundPapers': 'reference.title',
  'item.contact': 'officer.name',
  'actionDecision.ref': 'action.ref',
};

test('every field that a paper prints is looked for in each paper that prints it', () => {
  const { filled } = markedRegister(fc.sample(DRAWN, { numRuns: 1, seed: 1 }), {
    isOneLevel: false,
    isLandscape: false,
    isInWords: false,
  });
  const lookedFor = (field: string, paper: PaperKind) =>
    filled.some((one) => one.field === (WRITTEN_IN[field] ?? field) && one.papers.includes(paper));
  const tables: Readonly<Record<string, Readonly<Record<string, FieldRule>>>> = FIELDS;
  const printed = Object.entries(tables).flatMap(([noun, rules]) =>
    Object.entries(rules)
      .filter(([, { text }]) => text !== 'none' && text !== 'parts')
      .flatMap(([name, rule]) => rule.printed.map((paper) => ({ field: `${noun}.${name}`, paper }))),
  );
  expect(printed.length).toBeGreaterThan(80);
  expect(printed.filter(({ field, paper }) => !lookedFor(field, paper))).toEqual([]);
});
