import fc from 'fast-check';
import { FIELDS, type PaperKind } from '../../src/model/index.js';
import { type Drawn, type Marked, markProse, markTitle, stemOf, type YamlStyle } from './marked-words.js';
import { setInYaml } from './set-in-yaml.js';

type Fields = typeof FIELDS;

/** A field of a noun: "review.background". */
export type FieldName = { [N in keyof Fields]: `${N}.${keyof Fields[N] & string}` }[keyof Fields];

/** A field of the register that was filled with marked words. */
export interface Filled extends Marked {
  readonly field: FieldName;
  /** The papers in which it belongs. */
  readonly papers: readonly PaperKind[];
  /** Those of them that may cut it, between words and with an ellipsis. */
  readonly mayCut: readonly PaperKind[];
  /** As it is in the file. */
  readonly yaml: string;
  /** Whether it is set as somebody does who does not know YAML, so that a diagnostic at its lines may stand for its words. */
  readonly mayBeTold: boolean;
}

/** A register of which every printed field holds marked words. */
export interface MarkedRegister {
  readonly files: Readonly<Record<string, string>>;
  readonly filled: readonly Filled[];
}

/** The shape of a council's plan. */
export interface PlanShape {
  /** Whether each recommendation is its own action. */
  readonly isOneLevel: boolean;
  readonly isLandscape: boolean;
  /** Whether owners report in words, without ratings. */
  readonly isInWords: boolean;
}

export const SHAPES: fc.Arbitrary<PlanShape> = fc.record({
  isOneLevel: fc.boolean(),
  isLandscape: fc.boolean(),
  isInWords: fc.boolean(),
});

/** A picture that drawn texts show. */
export const MAP = 'pictures/map.png';

interface Context {
  /** Where not every paper that prints the field has this one of it. */
  readonly in?: readonly PaperKind[];
  readonly mayCut?: readonly PaperKind[];
  /** Where members' copies print what no public paper does. */
  readonly copies?: readonly PaperKind[];
}

const UPDATE: Context = { in: ['update'] };
const TRACKER: Context = { in: ['tracker'] };
const ADDENDUM: Context = { in: ['addendum'] };
const NO_ADDENDUM: Context = { in: ['update', 'tracker'] };
const CUT: Context = { mayCut: ['tracker'] };

/** Whether a field holds Markdown; any other is printed as it was typed, as is the reason of an exemption. */
function isProse(field: FieldName): boolean {
  return ruleOf(field).text === 'prose' && field !== 'exemption.reason';
}

/** What the model says of a field. */
export function ruleOf(field: FieldName): { readonly text: string; readonly printed: readonly PaperKind[] } {
  const [noun = '', name = ''] = field.split('.');
  const rules: Readonly<
    Record<string, Readonly<Record<string, { text: string; printed: readonly PaperKind[] }>>>
  > = FIELDS;
  const rule = rules[noun]?.[name];
  if (!rule) throw new Error(`there is no field ${field}`);
  return rule;
}

/** Fills the fields of a register, one after the other, with what was drawn. */
class Filling {
  readonly filled: Filled[] = [];
  readonly #drawn: readonly Drawn[];
  readonly #isExempt: boolean;

  constructor(drawn: readonly Drawn[], isExempt: boolean) {
    this.#drawn = drawn;
    this.#isExempt = isExempt;
  }

  /** An exemption with its reason, in a register that has any. */
  exempt(indent: string, copies: readonly PaperKind[]): readonly string[] {
    if (!this.#isExempt) return [];
    return [
      `${indent}exempt:`,
      `${indent}  paragraph: 3`,
      this.line(`${indent}  `, 'reason', 'exemption.reason', { copies }),
    ];
  }

  /** The line of a field, its key and its value. */
  line(indent: string, key: string, field: FieldName, context: Context = {}): string {
    return `${indent}${key}: ${this.value(indent.replace('-', ' '), field, context)}`;
  }

  /** A value by itself, for a list. */
  value(indent: string, field: FieldName, context: Context = {}): string {
    const drawn = this.#drawn[this.filled.length % this.#drawn.length];
    if (!drawn) throw new Error('nothing was drawn');
    const number = this.filled.length + 1;
    const marked = isProse(field) ? markProse(drawn, number) : markTitle(drawn, number);
    const style = styleFor(field, drawn.yaml);
    const yaml = setInYaml(marked.typed, style, `${indent}  `);
    const printed = context.copies ?? ruleOf(field).printed;
    this.filled.push({
      ...marked,
      // Folded lines are one: where nothing is told, each word is there, if not as its lines had it.
      said: style === 'folded-lines' ? wordsOf(marked.said) : marked.said,
      field,
      papers: printed.filter((kind) => context.in?.includes(kind) ?? true),
      mayCut: context.mayCut ?? [],
      yaml,
      mayBeTold: style === 'unquoted' || style === 'folded-lines',
    });
    return yaml;
  }

  /** A day, whose words on the page stand for it. */
  date(field: FieldName, written: string, said: string, context: Context = {}): string {
    const { printed } = ruleOf(field);
    this.filled.push({
      typed: written,
      said: [[said]],
      field,
      papers: printed.filter((kind) => context.in?.includes(kind) ?? true),
      mayCut: [],
      yaml: written,
      mayBeTold: false,
    });
    return written;
  }

  /** A word by itself, for what is no free text: a reference, an address. */
  word(field: FieldName, written: (word: string) => string, context: Context = {}): string {
    const number = this.filled.length + 1;
    const typed = written(`${stemOf(number)}a`);
    const { printed } = ruleOf(field);
    this.filled.push({
      typed,
      said: [[typed]],
      field,
      papers: printed.filter((kind) => context.in?.includes(kind) ?? true),
      mayCut: [],
      yaml: typed,
      mayBeTold: false,
    });
    return typed;
  }
}

/** The style that was drawn, where the field can have it: cut short a person's name may be a key, which is an error that stops the paper. */
function styleFor(field: FieldName, drawn: YamlStyle): YamlStyle {
  if (drawn === 'unquoted') return ruleOf(field).text === 'person' ? 'plain' : drawn;
  return isProse(field) || !drawn.startsWith('folded') ? drawn : 'plain';
}

function wordsOf(said: Marked['said']): Marked['said'] {
  return [
    ...said
      .flat()
      .join(' ')
      .matchAll(/z\d{3}[a-z]\d?/g),
  ].map(([word]) => [word]);
}

/** A register with an update, a tracker and an addendum for one meeting, every printed field of which holds what was drawn. */
export function markedRegister(drawn: readonly Drawn[], shape: PlanShape, isExempt = false): MarkedRegister {
  const fill = new Filling(drawn, isExempt);
  const refs = referencesOf(fill, shape);
  const files = {
    'data/council.yaml': councilFile(fill, shape),
    'data/meetings/before.yaml': earlierMeeting(fill, refs),
    'data/meetings/between.yaml': meetingBetween(fill, refs),
    'data/meetings/main.yaml': mainMeeting(fill),
    'data/reviews/roofs/review.yaml': reviewFile(fill, refs, shape),
    ...progressFiles(fill, refs, shape),
  };
  return { files: { ...files, [`data/${MAP}`]: '' }, filled: fill.filled };
}

interface References {
  readonly first: string;
  readonly asked: string;
  readonly granted: string;
  readonly refused: string;
  readonly moved: string;
  readonly paused: string;
  readonly silent: string;
  readonly second: string;
  readonly rejected: string;
  readonly instead: string;
}

function referencesOf(fill: Filling, { isOneLevel }: PlanShape): References {
  const action = (context?: Context) =>
    fill.word(isOneLevel ? 'recommendation.ref' : 'action.ref', (word) => `${word}.1`, context);
  return {
    first: isOneLevel ? '' : fill.word('recommendation.ref', (word) => `R${word}.`),
    asked: action(),
    granted: action(NO_ADDENDUM),
    refused: action(NO_ADDENDUM),
    moved: action(NO_ADDENDUM),
    paused: action(),
    silent: action(NO_ADDENDUM),
    second: fill.word('recommendation.ref', (word) => `${word}) a`),
    rejected: fill.word('recommendation.ref', (word) => `${word} (b)`),
    instead: isOneLevel ? '' : action(NO_ADDENDUM),
  };
}

function councilFile(fill: Filling, { isLandscape, isInWords }: PlanShape): string {
  const rating = (key: string, more: string) =>
    [
      `  ${key}:`,
      fill.line('    ', 'label', 'rating.label'),
      fill.line('    ', 'meaning', 'rating.meaning'),
      more,
    ].join('\n');
  return [
    fill.line('', 'council', 'council.name'),
    'panels:',
    '  p:',
    fill.line('    ', 'name', 'panel.name'),
    `    councils: [ ${fill.word('panel.councils', (word) => `Council ${word}`)} ]`,
    '  q: Works Panel',
    'services:',
    fill.line('  ', 's', 'service.name'),
    'officers:',
    '  a:',
    fill.line('    ', 'name', 'officer.name'),
    fill.line('    ', 'role', 'officer.role'),
    fill.line('    ', 'team', 'officer.team'),
    '    service: s',
    fill.line('    ', 'phone', 'officer.phone'),
    `    email: ${fill.word('officer.email', (word) => `${word}@norbury.example`)}`,
    ...(isInWords
      ? ['ratings: none']
      : ['ratings:', rating('green', '    closes: true'), rating('amber', ''), rating('red', '')]),
    ...(isLandscape ? ['action-plan: landscape'] : []),
    fill.line('', 'notice', 'council.notice'),
    '',
  ].join('\n');
}

/** The panel's last paper, and what it decided. */
function earlierMeeting(fill: Filling, refs: References): string {
  const decided = (ref: string, decision: string, context: Context) => [
    `  - action: roofs/${ref}`,
    `    decision: ${decision}`,
    fill.line('    ', 'reason', 'actionDecision.reason', context),
    fill.line('    ', 'minute', 'actionDecision.minute', context),
  ];
  return [
    'date: 2025-03-10',
    'panel: p',
    'items:',
    '  - { number: 4, title: Roofs, report: update, review: roofs }',
    'decisions:',
    ...decided(refs.granted, 'extension-granted', NO_ADDENDUM),
    fill.line('    ', 'due', 'actionDecision.due', NO_ADDENDUM),
    ...decided(refs.refused, 'extension-refused', NO_ADDENDUM),
    ...decided(refs.moved, 'transferred', NO_ADDENDUM),
    fill.line('    ', 'to', 'actionDecision.to', NO_ADDENDUM),
    '  - item: 4',
    '    decision: deferred',
    // Which meeting takes it is said by the paper itself, which is for that meeting.
    `    to: ${fill.date('itemDecision.to', '2025-06-09', 'Deferred from 10 March 2025')}`,
    fill.line('    ', 'reason', 'itemDecision.reason'),
    fill.line('    ', 'minute', 'itemDecision.minute'),
    '',
  ].join('\n');
}

/** Another panel's meeting after the agenda was published: what it decides comes in with the addendum. */
function meetingBetween(fill: Filling, refs: References): string {
  return [
    'date: 2025-06-04',
    'panel: q',
    'decisions:',
    `  - action: roofs/${refs.paused}`,
    '    decision: transferred',
    fill.line('    ', 'to', 'actionDecision.to', ADDENDUM),
    fill.line('    ', 'reason', 'actionDecision.reason', ADDENDUM),
    fill.line('    ', 'minute', 'actionDecision.minute', ADDENDUM),
    `  - action: roofs/${refs.second}`,
    '    decision: extension-granted',
    fill.line('    ', 'due', 'actionDecision.due', ADDENDUM),
    '',
  ].join('\n');
}

function mainMeeting(fill: Filling): string {
  const item = (report: PaperKind, context: Context) => [
    `  - number: ${fill.word('item.number', (word) => `5${word}`, context)}`,
    fill.line('    ', 'title', 'item.title', context),
    `    report: ${report}`,
    '    review: roofs',
    '    service: s',
    '    contact: a',
    fill.line('    ', 'presented-by', 'item.presentedBy', context),
    `    report-of: ${fill.word('item.reportOf', (word) => `Director ${word}`, context)}`,
    `    author: ${fill.word('item.author', (word) => `Author ${word}`, context)}`,
    fill.line('    ', 'purpose', 'item.purpose', context),
    '    implications:',
    `      ${fill.word('implication.heading', (word) => `Heading ${word}`, context)}: ${fill.value('      ', 'implication.text', context)}`,
    '    sections:',
    ...(['purpose', 'background', 'evidence', 'decisions'] as const).flatMap((after) => [
      fill.line('      - ', 'title', 'itemSection.title', context),
      `        after: ${after}`,
      fill.line('        ', 'text', 'itemSection.text', context),
    ]),
    fill.line('    ', 'notice', 'item.notice', context),
    ...fill.exempt('    ', [report]),
  ];
  return [
    `date: ${fill.date('meeting.date', '2025-06-09', '9 June 2025')}`,
    `published: ${fill.date('meeting.published', '2025-05-30', '30 May 2025')}`,
    'panel: p',
    fill.line('', 'venue', 'meeting.venue'),
    fill.line('', 'time', 'meeting.time'),
    fill.line('', 'notice', 'meeting.notice'),
    'items:',
    ...item('update', UPDATE),
    ...item('tracker', TRACKER),
    ...item('addendum', ADDENDUM),
    '',
  ].join('\n');
}

function reviewFile(fill: Filling, refs: References, { isOneLevel }: PlanShape): string {
  const action = (ref: string, context: Context = {}) => [
    `      - ref: ${JSON.stringify(ref)}`,
    fill.line('        ', 'text', 'action.text', { ...CUT, ...context }),
    `        owner: [ a, ${fill.word('action.owners', (word) => `Owner ${word}`, context)} ]`,
    fill.line('        ', 'due', 'action.due', context),
    fill.line('        ', 'success-measure', 'action.successMeasure', context),
    fill.line('        ', 'notice', 'action.notice', context),
    ...fill.exempt('        ', context.in ?? ['update', 'tracker', 'addendum']),
  ];
  const ownAction = (ref: string, context: Context = {}) => [
    `  - ref: ${JSON.stringify(ref)}`,
    fill.line('    ', 'text', 'recommendation.text'),
    '    response: accepted',
    `    owner: [ a, ${fill.word('action.owners', (word) => `Owner ${word}`, context)} ]`,
    fill.line('    ', 'due', 'action.due', context),
    fill.line('    ', 'success-measure', 'action.successMeasure', context),
    fill.line('    ', 'notice', 'recommendation.notice'),
    ...fill.exempt('    ', ['update', 'tracker']),
  ];
  return [
    fill.line('', 'title', 'review.title'),
    'panel: p',
    'final-report:',
    `  date: ${fill.date('finalReport.date', '2024-10-03', '3 October 2024')}`,
    `  sent-to-executive: ${fill.date('finalReport.sentToExecutive', '2024-11-11', '11 November 2024')}`,
    'executive-response:',
    `  date: ${fill.date('executiveResponse.date', '2025-01-07', '7 January 2025')}`,
    '  decision: agreed',
    fill.line('', 'background', 'review.background'),
    'terms-of-reference:',
    `  - ${fill.value('  ', 'review.termsOfReference')}`,
    `  - ${fill.value('  ', 'review.termsOfReference')}`,
    'evidence:',
    `  - ${fill.value('  ', 'review.evidence')}`,
    `  - ${fill.value('  ', 'review.evidence')}`,
    fill.line('', 'oversight', 'review.oversight'),
    'background-papers:',
    fill.line('  - ', 'title', 'reference.title'),
    `    link: https://example.org/${fill.word('reference.link', (word) => word)}`,
    fill.line('', 'notice', 'review.notice'),
    ...fill.exempt('', ['update', 'tracker']),
    'recommendations:',
    ...(isOneLevel
      ? [
          ...ownAction(refs.asked),
          ...ownAction(refs.granted, NO_ADDENDUM),
          ...ownAction(refs.refused, NO_ADDENDUM),
          ...ownAction(refs.moved, NO_ADDENDUM),
          ...ownAction(refs.paused),
          ...ownAction(refs.silent, NO_ADDENDUM),
        ]
      : [
          `  - ref: ${JSON.stringify(refs.first)}`,
          fill.line('    ', 'text', 'recommendation.text'),
          `    addressed-to: ${fill.word('recommendation.addressedTo', (word) => `School ${word}`)}`,
          '    response: accepted-in-part',
          fill.line('    ', 'reason', 'recommendation.reason'),
          fill.line('    ', 'notice', 'recommendation.notice'),
          ...fill.exempt('    ', ['update', 'tracker']),
          '    actions:',
          ...action(refs.asked),
          ...action(refs.granted, NO_ADDENDUM),
          ...action(refs.refused, NO_ADDENDUM),
          ...action(refs.moved, NO_ADDENDUM),
          ...action(refs.paused),
          ...action(refs.silent, NO_ADDENDUM),
        ]),
    `  - ref: ${JSON.stringify(refs.second)}`,
    fill.line('    ', 'text', 'recommendation.text'),
    '    response: accepted',
    `    responded: ${fill.date('recommendation.responded', '2025-01-09', '9 January 2025')}`,
    fill.line('    ', 'reason', 'recommendation.reason'),
    `    owner: ${fill.word('action.owners', (word) => `Owner ${word}`)}`,
    fill.line('    ', 'due', 'action.due'),
    fill.line('    ', 'success-measure', 'action.successMeasure'),
    fill.line('    ', 'notice', 'recommendation.notice'),
    `  - ref: ${JSON.stringify(refs.rejected)}`,
    fill.line('    ', 'text', 'recommendation.text'),
    '    response: rejected',
    fill.line('    ', 'reason', 'recommendation.reason'),
    ...(isOneLevel ? [] : ['    actions:', ...action(refs.instead, NO_ADDENDUM)]),
    '',
  ].join('\n');
}

function progressFiles(
  fill: Filling,
  refs: References,
  { isInWords }: PlanShape,
): Readonly<Record<string, string>> {
  const rating = (key: string) => (isInWords ? '    x-rating: none' : `    rating: ${key}`);
  const evidence = (context: Context) => [
    '    evidence:',
    `      - title: ${fill.value('        ', 'reference.title', context)}`,
    `        link: https://example.org/${fill.word('reference.link', (word) => word, context)}`,
  ];
  const note = (context: Context = {}) => fill.line('    ', 'note', 'progress.note', { ...CUT, ...context });
  const asks = (context: Context) => [
    fill.line('    ', 'revised-due', 'progress.revisedDue', context),
    fill.line('    ', 'reason', 'progress.reason', context),
  ];
  const by = (context: Context) =>
    `reported-by: ${fill.word('progressReport.reportedBy', (word) => `Reporter ${word}`, context)}`;
  const key = (ref: string) => `  ${JSON.stringify(ref)}:`;
  return {
    'data/reviews/roofs/progress/1.yaml': [
      'as-at: 2025-02-20',
      by(UPDATE),
      'progress:',
      key(refs.granted),
      ...asks(UPDATE),
      key(refs.refused),
      rating('amber'),
      ...asks(UPDATE),
      key(refs.silent),
      rating('red'),
      note(NO_ADDENDUM),
      '',
    ].join('\n'),
    'data/reviews/roofs/progress/2.yaml': [
      `as-at: ${fill.date('progressReport.asAt', '2025-04-20', '20 April 2025', UPDATE)}`,
      by(UPDATE),
      'progress:',
      key(refs.asked),
      rating('red'),
      note(UPDATE),
      ...fill.exempt('    ', ['update']),
      ...asks(UPDATE),
      ...evidence(UPDATE),
      '',
    ].join('\n'),
    'data/reviews/roofs/progress/3.yaml': [
      `as-at: ${fill.date('progress.asAt', '2025-05-20', '20 May 2025')}`,
      by({ in: ['update', 'addendum'] }),
      'progress:',
      key(refs.asked),
      rating('amber'),
      note(),
      ...asks({}),
      ...evidence(UPDATE),
      key(refs.paused),
      rating('green'),
      note(),
      key(refs.second),
      rating('amber'),
      note(),
      '',
    ].join('\n'),
    'data/reviews/roofs/progress/4.yaml': [
      `as-at: ${fill.date('progressReport.asAt', '2025-06-02', '2 June 2025', ADDENDUM)}`,
      by(ADDENDUM),
      'progress:',
      key(refs.asked),
      rating('amber'),
      note(ADDENDUM),
      ...fill.exempt('    ', ['addendum']),
      ...asks(ADDENDUM),
      ...evidence(ADDENDUM),
      key(refs.second),
      rating('red'),
      note(ADDENDUM),
      '',
    ].join('\n'),
  };
}
