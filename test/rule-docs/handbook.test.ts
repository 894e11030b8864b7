import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/index.js';
import { contents, EXPLANATIONS, rulesPage } from '../../src/rule-docs/index.js';
import { PROJECT } from '../support/folder.js';

const PAGE = readFileSync(join(PROJECT, 'docs', 'rules.md'), 'utf8');

/** What a register is asked beyond being readable, and the one code for each. */
const ASKED: Readonly<Record<string, keyof typeof CODES>> = {
  'a reference used twice': 'ref-duplicate',
  'progress for an action that does not exist': 'ref-unknown',
  'progress dated before the action was agreed': 'progress-early',
  'progress dated in the future': 'progress-future',
  'a due date before the decision': 'due-early',
  'a date moved without a reason': 'revision-reason',
  'more than so many revisions': 'revisions-many',
  'achieved without evidence': 'evidence-missing',
  'green but overdue': 'rating-overdue',
  'no owner': 'owner-missing',
  'no date': 'due-missing',
  'half the plan due on one day': 'due-same-day',
  'a response missing': 'response-missing',
  'a response late': 'response-late',
  'a response that is not acceptance, without reason': 'response-reason',
  'a decision on an action that the panel of the meeting does not monitor': 'decision-panel',
  'a meeting on a weekend or bank holiday': 'meeting-day',
  'a paper past its publication date': 'published-late',
  'an officer no longer listed': 'officer-unknown',
  'an exempt paragraph out of range': 'exempt-paragraph',
  'background papers missing': 'background-papers',
  'text changed since the Executive agreed it': 'text-changed',
  'an image without alternative text': 'image-alt',
  'a heading level jumped': 'heading-jump',
  'link text such as "here"': 'link-text',
};

test('docs/rules.md is what the program would write: npm run docs', () => {
  expect(PAGE).toBe(rulesPage());
});

test('the page and the list have every code once', () => {
  const headings = [...PAGE.matchAll(/^### (\S+)$/gm)].map((match) => match[1]);
  expect(headings.toSorted()).toEqual(Object.keys(CODES).toSorted());
  for (const code of Object.keys(CODES)) expect(contents()).toMatch(new RegExp(`^ {2}${code} `, 'm'));
});

test('everything that is asked of a register has one code', () => {
  const codes = Object.values(ASKED);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(CODES).toHaveProperty(code);
});

test.each(Object.entries(EXPLANATIONS))(
  '%s is explained in sentences, with examples that differ',
  (_code, said) => {
    expect(said.title).not.toMatch(/\.$/);
    expect(said.why).toMatch(/[.)]$/);
    expect(said.bad).not.toBe(said.good);
  },
);

describe('rules that depend on a day, or on what is not there yet, are warnings at most', () => {
  test.each([
    'progress-future',
    'rating-overdue',
    'response-missing',
    'response-late',
    'published-late',
    'meeting-day',
    'background-papers',
    'owner-missing',
    'progress-early',
  ] as const)('%s', (code) => {
    expect(CODES[code]).toEqual({ level: 'warning', most: 'warning' });
  });

  // Many real plans have neither: what their owners never wrote is no fault of whoever carries them over.
  test.each(['evidence-missing', 'due-missing'] as const)('%s is a remark', (code) => {
    expect(CODES[code]).toEqual({ level: 'info', most: 'warning' });
  });
});
