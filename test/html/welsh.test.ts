import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { heardOfPdf, type PaperBrowser } from '../../src/pdf/index.js';
import { pageOf } from '../support/papers.js';
import { small } from '../support/registers.js';
import { sharedBrowser } from '../support/shared-browser.js';

/** Everything in Welsh that a person may write, each word of it in capitals and each other word on the page in English. */
const REGISTER = small({
  'data/meetings/2020-03-02-homes.yaml': [
    'date: 2020-03-02',
    'published: 2020-02-21',
    'panel: homes',
    'items:',
    ...(['update', 'tracker', 'addendum'] as const).flatMap((report, index) => [
      `  - number: ${index + 4}`,
      '    title: EITEM',
      `    report: ${report}`,
      '    review: repairs',
      '    notice: HYSBYSIAD YR EITEM',
      '    purpose: "DIBEN.\\n\\n- RHESTR Y DIBEN"',
      '    lang: cy',
    ]),
    '',
  ].join('\n'),
  'data/meetings/2020-01-06-homes.yaml': [
    'date: 2020-01-06',
    'panel: homes',
    'items: [ { number: 3, title: Homes, report: update, review: repairs } ]',
    'decisions:',
    '  - { action: repairs/1.2, decision: extension-refused, reason: Too late }',
    '',
  ].join('\n'),
  'data/reviews/repairs/review.yaml': [
    'title: ADOLYGIAD',
    'panel: homes',
    'lang: cy',
    'notice: HYSBYSIAD YR ADOLYGIAD',
    'background: "## PENNAWD\\n\\nCEFNDIR.\\n\\n- RHESTR Y CEFNDIR[^a]\\n\\n[^a]: TROEDNODYN"',
    'terms-of-reference: [ "GORCHWYL UN\\n\\nPARAGRAFF", GORCHWYL DAU ]',
    'evidence: [ TYSTIOLAETH ]',
    'oversight: GORUCHWYLIAETH',
    'background-papers: [ { title: PAPUR CEFNDIR, link: https://example.org/papur } ]',
    'executive-response: { date: 2019-10-01, decision: agreed }',
    'recommendations:',
    '  - ref: 1',
    '    text: "ARGYMHELLIAD.\\n\\n- RHESTR YR ARGYMHELLIAD"',
    '    lang: cy',
    '    response: accepted-in-part',
    '    reason: RHESWM YR ATEB',
    '    notice: HYSBYSIAD YR ARGYMHELLIAD',
    '    actions:',
    '      - { ref: 1.1, text: "GWEITHRED.\\n\\nRHAGOR", owner: head-of-homes, due: PAN DDAW, success-measure: "MESUR.\\n\\n- RHESTR Y MESUR", notice: HYSBYSIAD Y WEITHRED, lang: cy }',
    '      - { ref: 1.2, text: Buy ladders, owner: Ladder Trust, due: 2020-06 }',
    '  - { ref: 2, text: ARALL, lang: cy, response: accepted, owner: head-of-homes, due: 2021-06 }',
    '',
  ].join('\n'),
  'data/reviews/repairs/progress/2019-12-10.yaml':
    'as-at: 2019-12-10\nprogress:\n  1.2: { rating: amber, revised-due: 2020-09-30, reason: RHESWM Y CAIS, lang: cy }\n',
  'data/reviews/repairs/progress/2020-02-03.yaml':
    'as-at: 2020-02-03\nprogress:\n  1.1: { rating: amber, note: NODYN CYNTAF, revised-due: 2021-01-31, reason: RHESWM CYNTAF, evidence: [ DOGFEN GYNTAF ], lang: cy }\n',
  'data/reviews/repairs/progress/2020-02-10.yaml':
    'as-at: 2020-02-10\nprogress:\n  1.1: { rating: amber, note: NODYN, revised-due: AR OL HYNNY, reason: RHESWM, evidence: [ DOGFEN ], lang: cy }\n',
  'data/reviews/repairs/progress/2020-02-25.yaml':
    'as-at: 2020-02-25\nprogress:\n  1.2: { rating: amber, note: NODYN OLAF, revised-due: 2021-03-31, reason: RHESWM OLAF, evidence: [ DOGFEN OLAF ], lang: cy }\n',
});

/** Welsh words of the register, each of which begins with two capitals; a panel's motions and references are not among them. */
const WELSH = /[A-Z]{2,}(?:[ A-Z]*[A-Z])?/g;

/** What leads to a footnote and back is within the words. */
const NOTE = /\[?note \d+\]?|Back to the text/i;

type Node = DefaultTreeAdapterTypes.Node;

interface Said {
  readonly words: string;
  readonly isWelsh: boolean;
}

function saidIn(node: Node, isWelsh = false): readonly Said[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ words: node.value, isWelsh }];
  if (!('childNodes' in node)) return [];
  const named = (name: string) =>
    'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined;
  if (['style', 'script', 'title', 'svg'].includes(node.nodeName)) return [];
  // What the panel is asked to do is in the paper's own sentences.
  if (named('aria-labelledby') === 'asks') return [];
  const language = named('lang');
  return node.childNodes.flatMap((child) =>
    saidIn(child, language === undefined ? isWelsh : language === 'cy'),
  );
}

describe('what is in Welsh', () => {
  test.each([
    [
      'update',
      [
        'EITEM',
        'ADOLYGIAD',
        'HYSBYSIAD YR EITEM',
        'HYSBYSIAD YR ADOLYGIAD',
        'DIBEN',
        'RHESTR Y DIBEN',
        'PENNAWD',
        'CEFNDIR',
        'RHESTR Y CEFNDIR',
        'TROEDNODYN',
        'GORCHWYL UN',
        'PARAGRAFF',
        'GORCHWYL DAU',
        'TYSTIOLAETH',
        'GORUCHWYLIAETH',
        'PAPUR CEFNDIR',
        'ARGYMHELLIAD',
        'RHESTR YR ARGYMHELLIAD',
        'RHESWM YR ATEB',
        'HYSBYSIAD YR ARGYMHELLIAD',
        'GWEITHRED',
        'RHAGOR',
        'PAN DDAW',
        'MESUR',
        'RHESTR Y MESUR',
        'HYSBYSIAD Y WEITHRED',
        'ARALL',
        'RHESWM Y CAIS',
        'NODYN CYNTAF',
        'RHESWM CYNTAF',
        'DOGFEN GYNTAF',
        'NODYN',
        'AR OL HYNNY',
        'RHESWM',
        'DOGFEN',
      ],
    ],
    [
      'tracker',
      [
        'EITEM',
        'ADOLYGIAD',
        'HYSBYSIAD YR EITEM',
        'HYSBYSIAD YR ADOLYGIAD',
        'DIBEN',
        'RHESTR Y DIBEN',
        'PAPUR CEFNDIR',
        'ARGYMHELLIAD',
        'RHESTR YR ARGYMHELLIAD',
        'RHESWM YR ATEB',
        'HYSBYSIAD YR ARGYMHELLIAD',
        'GWEITHRED',
        'PAN DDAW',
        'HYSBYSIAD Y WEITHRED',
        'AR OL HYNNY',
        'NODYN',
      ],
    ],
    [
      'addendum',
      [
        'EITEM',
        'ADOLYGIAD',
        'HYSBYSIAD YR EITEM',
        'HYSBYSIAD YR ADOLYGIAD',
        'DIBEN',
        'RHESTR Y DIBEN',
        'PAPUR CEFNDIR',
        'NODYN OLAF',
        'RHESWM OLAF',
        'DOGFEN OLAF',
      ],
    ],
  ] as const)('says so wherever it stands in %s, and what is not does not', (kind, expected) => {
    const said = saidIn(parse(pageOf(REGISTER, kind)));
    const inWelsh = said.filter(({ isWelsh }) => isWelsh).map(({ words }) => words.trim());
    const inEnglish = said.filter(({ isWelsh }) => !isWelsh).map(({ words }) => words);
    expect(inEnglish.flatMap((words) => words.match(WELSH) ?? [])).toEqual([]);
    const phrases = inWelsh.flatMap((words) => words.match(WELSH) ?? []);
    expect(expected.filter((phrase) => !phrases.includes(phrase))).toEqual([]);
    expect(inWelsh.filter((words) => /[a-z]{2}/.test(words.replace(NOTE, '')))).toEqual([]);
  });

  describe('in a PDF', () => {
    let browser: PaperBrowser;

    beforeAll(async () => {
      browser = await sharedBrowser();
    });

    test.each(['update', 'tracker', 'addendum'] as const)('is heard as Welsh in %s', async (kind) => {
      const html = pageOf(REGISTER, kind).replace(/<section aria-labelledby="asks">.*?<\/section>/s, '');
      const bytes = await browser.print(html, { day: '2020-02-21' });
      const [, ...heard] = (await heardOfPdf(bytes)).split(/\n(?=Heading)/);
      const english = heard.join('\n').replace(/\[Welsh\].*?(?=\[English\]|\n|$)/g, '');
      expect(english.match(WELSH) ?? []).toEqual([]);
    });
  });
});
