import fc from 'fast-check';
import { addDays } from '../../src/calendar/index.js';
import { CODES, factsOf, isCode } from '../../src/diagnostics/index.js';
import { day } from './host.js';

/** Words that are in exempt matter and nowhere else. */
export const EXEMPT_WORDS = /zebra|heron|otter|lynx|gannet|marten/i;

const WORDS = fc.constantFrom(
  'Zebra quay was sold to the heron trust in March.',
  'The *heron* lease lapsed, see [the otter file](https://lynx.example/zebra%20papers).',
  'Otter wharf stays shut[^1].\n\n[^1]: The gannet ledger says why.',
  'A marten den was found:\n\n- zebra crates\n- otter cages',
  '![A heron on the quay](pictures/one.png)',
  '![An otter in the reeds](pictures/two.svg)',
  'Świątek Ẁŷnne of Lynx Ltd is to leave; محمد الزيبرا too 🦓.',
  'Zebra',
);
const NAMES = fc.constantFrom('Heron Holdings', 'otter-keeper', 'lynx-surveyor', 'Gannet & Marten LLP');
const DUES = fc.constantFrom('2025-03-01', '2025-03-11', '2025-12', '2026', 'when the zebra sale ends');
const RATINGS = fc.constantFrom('', 'green', 'amber', 'red');
const PERCENTAGES = fc.constantFrom('', '', '40', '100');
const REVIEWS = fc.constantFrom('[roofs]', '[roads]', '[wells]', '[roads, roofs]', '[wells, roofs]', 'all');
const MAYBE = fc.boolean();

/** The public actions on which exempt reports are made, and the exempt ones. */
const PUBLIC_ACTIONS = ['roofs/1.1', 'roofs/1.2', 'roofs/3.2', 'roads/1.1', 'roads/2'] as const;
const EXEMPT_ACTIONS = [
  'roofs/2',
  'roofs/3.1',
  'roofs/4.1',
  'roofs/4.2',
  'roads/3',
  'wells/1.1',
  'wells/2',
] as const;

const DECISIONS = [
  'signed-off',
  'extension-granted',
  'extension-refused',
  'superseded',
  'not-feasible',
  'withdrawn',
  'transferred',
  'paused',
  'reopened',
] as const;

const openDecision = fc.record({
  action: fc.constantFrom(...PUBLIC_ACTIONS),
  decision: fc.constantFrom(...DECISIONS),
});

/** Two meetings with three days between each agenda, each meeting and the next agenda: every day matters. */
const OPEN = fc.record({
  nation: fc.constantFrom('england', 'wales', 'scotland', 'northern-ireland'),
  ratings: fc.constantFrom('usual', 'usual', 'signed-off', 'none'),
  executive: fc.constantFrom('', 'Cabinet'),
  numbering: fc.constantFrom('continuous', 'by-section'),
  /** Whether each recommendation of the roads and of the wells is its own action. */
  isOneLevel: MAYBE,
  /** How many days before its meeting each agenda was published. */
  published: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  /** What the exempt items make. */
  kinds: fc.tuple(
    fc.constantFrom('update', 'tracker', 'addendum'),
    fc.constantFrom('update', 'tracker', 'addendum'),
  ),
  /** The paper on whose day the register is asked. */
  asked: fc.nat(3),
  isPutOff: MAYBE,
  isHandedOver: MAYBE,
  reports: fc.array(
    fc.record({
      action: fc.constantFrom(...PUBLIC_ACTIONS),
      on: fc.nat(16),
      rating: RATINGS,
      percent: PERCENTAGES,
      isComplete: MAYBE,
      asks: MAYBE,
    }),
    { maxLength: 8 },
  ),
  /** Public actions of which an exempt report was made, in which reporting period. */
  withheld: fc.array(
    fc.record({ action: fc.constantFrom(...PUBLIC_ACTIONS), period: fc.nat(4), isShared: MAYBE }),
    { minLength: 1, maxLength: 4 },
  ),
  decisions: fc.tuple(fc.array(openDecision, { maxLength: 2 }), fc.array(openDecision, { maxLength: 2 })),
  due: fc.constantFrom('2025-03-02', '2025-03-03', '2025-03-10', '2025-03-11', '2025-12-31', 'ongoing'),
});
export type Open = typeof OPEN extends fc.Arbitrary<infer O> ? O : never;

const secretItem = fc.record({
  title: WORDS,
  review: REVIEWS,
  contact: NAMES,
  presenter: NAMES,
  service: fc.constantFrom('works', 'estates'),
  words: WORDS,
  reportOf: NAMES,
  author: NAMES,
  heading: fc.constantFrom('Financial', 'Zebra', 'Wards of the heron'),
  after: fc.constantFrom('purpose', 'background', 'evidence', 'decisions'),
  hasSections: MAYBE,
  hasNotice: MAYBE,
  isWelsh: MAYBE,
});
const secretDuty = fc.record({
  words: WORDS,
  owners: fc.array(NAMES, { minLength: 1, maxLength: 2 }),
  due: DUES,
  response: fc.constantFrom('accepted', 'accepted-in-part', 'rejected', 'awaited', 'noted', ''),
  responded: fc.constantFrom('', '2025-03-04', '2025-03-11'),
  addressedTo: NAMES,
  isAddressed: MAYBE,
  measure: WORDS,
  hasNotice: MAYBE,
  isWelsh: MAYBE,
});
const secretReport = fc.record({
  by: NAMES,
  /** Which of the days that its period leaves. */
  on: fc.nat(20),
  action: fc.constantFrom(...EXEMPT_ACTIONS),
  rating: RATINGS,
  percent: PERCENTAGES,
  isComplete: MAYBE,
  words: WORDS,
  asks: fc.constantFrom('', '2025-03-12', '2025-12-31', 'when the lynx has moved'),
  evidence: fc.array(fc.record({ title: WORDS, link: MAYBE }), { maxLength: 2 }),
  hasNote: MAYBE,
  isWelsh: MAYBE,
  isAllowed: MAYBE,
});
const secretDecision = fc.record({
  action: fc.constantFrom(...EXEMPT_ACTIONS),
  decision: fc.constantFrom(...DECISIONS),
  words: WORDS,
  to: NAMES,
  due: DUES,
});

/** Everything that is exempt in a register; whichever is drawn, the register has the same lines. */
const SECRET = fc.record({
  items: fc.tuple(secretItem, secretItem),
  review: fc.record({
    words: WORDS,
    commissioned: fc.constantFrom('2024', '2025-03', '2025-03-05'),
    sent: fc.constantFrom('2025-01-05', '2025-03-11'),
    terms: fc.array(WORDS, { maxLength: 3 }),
    hasPapers: MAYBE,
  }),
  duties: fc.tuple(secretDuty, secretDuty, secretDuty, secretDuty, secretDuty, secretDuty, secretDuty),
  /** Reports of public actions, in the order of those that are withheld. */
  reports: fc.tuple(secretReport, secretReport, secretReport, secretReport),
  /** Reports of exempt actions. */
  others: fc.tuple(secretReport, secretReport, secretReport),
  decisions: fc.tuple(secretDecision, secretDecision),
});
export type Secret = typeof SECRET extends fc.Arbitrary<infer S> ? S : never;

/** A register's public part, and two exempt parts for it. */
export const PAIRS = fc.record({ open: OPEN, one: SECRET, two: SECRET });

const MEETINGS = ['2025-03-06', '2025-03-13'] as const;
const PARAGRAPHS: Readonly<Record<string, number>> = { england: 3, wales: 14, scotland: 6 };

/** The days on which papers end what was reported for them, in their order. */
export function paperDays({ published }: Open): readonly string[] {
  return MEETINGS.flatMap((date, index) => [addDays(day(date), -(published[index] ?? 1)), date]);
}

/** The days of one reporting period: after one paper's day, up to the next one's; three days where it has no end. */
function daysOf(open: Open, period: number): readonly string[] {
  const ends = paperDays(open);
  const last = ends[period] ?? addDays(day('2025-03-13'), 3);
  const before = ends[period - 1] ?? addDays(day(last as string), -4);
  const days: string[] = [];
  for (let on = addDays(day(before), 1); on <= last; on = addDays(on, 1)) days.push(on);
  return days;
}

const quoted = (text: string): string => JSON.stringify(text);

/** A line that says nothing where a value is left out, so that the lines beneath stay where they are. */
const line = (indent: string, key: string, value: string, isThere = true): string =>
  isThere && value !== '' ? `${indent}${key}: ${value}\n` : `${indent}x-${key}: none\n`;

function exemption(open: Open, words: string): string {
  return `{ paragraph: ${PARAGRAPHS[open.nation] ?? 3}, reason: ${quoted(words)} }`;
}

function council(open: Open): string {
  const off = Object.keys(CODES).flatMap((code) =>
    isCode(code) && factsOf(code).most !== undefined ? [`  ${code}: off\n`] : [],
  );
  return [
    'council: Norbury Council\n',
    `nation: ${open.nation}\n`,
    line('', 'executive', open.executive),
    'panels: { p: Works Panel, q: { name: Streets Scrutiny Body, called: commission, short: Streets } }\n',
    `numbering: ${open.numbering}\n`,
    ...(open.ratings === 'none' ? ['ratings: none\n'] : []),
    ...(open.ratings === 'signed-off'
      ? [
          'ratings:\n  blue: { label: Complete and checked, signed-off: true }\n',
          '  green: { label: Complete, closes: true }\n  amber: { label: On track }\n  red: { label: Off track }\n',
        ]
      : []),
    'services: { works: Works Department, estates: Estates Department }\n',
    'officers:\n',
    '  head-of-works: { role: Head of Works, email: works@norbury.example, service: works }\n',
    '  street-warden: { role: Street Warden, email: warden@norbury.example, service: works }\n',
    // Officers who have to do with nothing but exempt matter.
    '  otter-keeper: { role: Water Bailiff, email: bailiff@norbury.example, service: estates }\n',
    '  lynx-surveyor: { role: Estates Surveyor, phone: 01632 960001, service: estates }\n',
    // What `check` advises is for officers, and may differ.
    'checks:\n',
    ...off,
  ].join('');
}

function exemptItem(open: Open, secret: Secret, index: 0 | 1): string {
  const item = secret.items[index];
  return [
    '  - number: 3\n',
    `    exempt: ${exemption(open, item.words)}\n`,
    `    report: ${open.kinds[index]}\n`,
    `    title: ${quoted(item.title)}\n`,
    `    review: ${item.review}\n`,
    `    service: ${item.service}\n`,
    `    contact: ${item.contact}\n`,
    `    presented-by: ${item.presenter}\n`,
    line('    ', 'purpose', quoted(item.words)),
    line('    ', 'report-of', item.reportOf, item.hasSections),
    line('    ', 'author', item.author, item.isWelsh),
    line('    ', 'implications', `{ ${item.heading}: ${quoted(item.words)} }`, item.hasNotice),
    line(
      '    ',
      'sections',
      `[ { title: ${quoted(item.heading)}, after: ${item.after}, text: ${quoted(item.words)} } ]`,
      item.hasSections,
    ),
    line('    ', 'notice', quoted(item.words), item.hasNotice),
    line('    ', 'lang', 'cy', item.isWelsh),
    line('    ', 'allow', `{ rule: due-missing, reason: ${quoted(item.words)} }`, item.hasNotice),
  ].join('');
}

function decisionLines(action: string, decision: string, words: string, due: string, to: string): string {
  return [
    `  - action: ${action}\n`,
    `    decision: ${decision}\n`,
    line('    ', 'due', due, decision === 'extension-granted'),
    line('    ', 'to', to, decision === 'transferred'),
    line('    ', 'reason', quoted(words), decision !== 'signed-off'),
    `    minute: ${quoted(`${words.length}/25`)}\n`,
  ].join('');
}

function meeting(open: Open, secret: Secret, index: 0 | 1): string {
  const hidden = secret.decisions[index];
  const item = secret.items[index];
  return [
    `date: ${MEETINGS[index]}\npublished: ${paperDays(open)[2 * index]}\npanel: p\nitems:\n`,
    exemptItem(open, secret, index),
    '  - { number: 4, title: Works Update, report: update, review: [roofs, roads], contact: head-of-works }\n',
    '  - { number: 5, title: Tracker, report: tracker, review: all }\n',
    '  - { number: 6, title: What Came In, report: addendum, review: [roads, roofs, wells] }\n',
    '  - { number: 7, title: Wells and Roads, report: update, review: [wells, roads] }\n',
    'decisions:\n',
    decisionLines(hidden.action, hidden.decision, hidden.words, hidden.due, hidden.to),
    open.isPutOff && index === 0
      ? `  - item: 3\n    decision: deferred\n    to: ${MEETINGS[1]}\n    reason: ${quoted(item.words)}\n    minute: ${quoted(item.contact)}\n`
      : '',
    ...open.decisions[index].map(({ action, decision }) =>
      decisionLines(action, decision, 'The panel thought so.', '2025-12-31', 'Harbour Board'),
    ),
  ].join('');
}

function otherMeeting(open: Open, secret: Secret): string {
  return [
    `date: ${MEETINGS[1]}\npublished: ${paperDays(open)[2]}\npanel: q\nitems:\n`,
    exemptItem(open, { ...secret, items: [secret.items[1], secret.items[0]] }, 0),
    '  - { number: 4, title: Roads Update, report: update, review: roads, contact: street-warden }\n',
  ].join('');
}

/** One action, or a recommendation that is its own. */
function duty(open: Open, secret: Secret, index: number, indent: string, isExempt: boolean): string {
  const known = secret.duties[index];
  if (!known) throw new Error(`no duty ${index}`);
  const owners = known.owners.map(quoted).join(', ').replaceAll('"', '');
  return [
    line(indent, 'exempt', exemption(open, known.words), isExempt),
    line(indent, 'text', quoted(known.words)),
    `${indent}owner: [${[...new Set(owners.split(', '))].join(', ')}]\n`,
    `${indent}due: ${known.due}\n`,
    line(indent, 'success-measure', quoted(known.measure)),
    line(indent, 'notice', quoted(known.words), known.hasNotice),
    line(indent, 'lang', 'cy', known.isWelsh),
    line(indent, 'allow', `{ rule: due-missing, reason: ${quoted(known.words)} }`, known.hasNotice),
  ].join('');
}

function response(secret: Secret, index: number, isOpen: boolean): string {
  const known = secret.duties[index];
  if (!known) throw new Error(`no duty ${index}`);
  return [
    line('    ', 'response', known.response),
    line('    ', 'responded', known.responded, isOpen),
    line('    ', 'reason', quoted(known.words)),
    line('    ', 'addressed-to', `[${known.addressedTo}]`, known.isAddressed),
  ].join('');
}

const publicAction = (open: Open, ref: string, owner: string) =>
  `      - { ref: ${ref}, text: Do part ${ref} of it., owner: ${owner}, due: ${open.due} }\n`;

function roofs(open: Open, secret: Secret): string {
  return [
    'title: Roofs of the Borough\npanel: p\nexecutive-response: { date: 2025-01-01, decision: agreed }\nbackground: Roofs leak.\nrecommendations:\n',
    '  - ref: 1\n    text: Mend the roofs.\n    actions:\n',
    publicAction(open, '1.1', 'head-of-works'),
    publicAction(open, '1.2', 'Thatchers Guild'),
    '  - ref: 2\n',
    duty(open, secret, 0, '    ', true),
    response(secret, 0, true),
    '  - ref: 3\n    text: Buy ladders.\n    actions:\n      - ref: 3.1\n',
    duty(open, secret, 1, '        ', true),
    publicAction(open, '3.2', 'street-warden'),
    '  - ref: 4\n',
    `    exempt: ${exemption(open, secret.review.words)}\n`,
    `    text: ${quoted(secret.review.words)}\n`,
    response(secret, 1, true),
    '    actions:\n      - ref: 4.1\n',
    duty(open, secret, 2, '        ', false),
    '      - ref: 4.2\n',
    duty(open, secret, 3, '        ', true),
  ].join('');
}

function roads(open: Open, secret: Secret): string {
  return [
    `title: Roads and Paths\npanel: p\nmonitored-by: ${open.isHandedOver ? `[ { panel: p }, { panel: q, from: ${MEETINGS[0]} } ]` : 'p'}\n`,
    'executive-response: { date: 2025-01-01, decision: agreed }\nrecommendations:\n',
    open.isOneLevel
      ? `  - { ref: 1.1, text: Mend the roads., response: accepted, owner: head-of-works, due: ${open.due} }\n`
      : `  - ref: 1\n    text: Mend the roads.\n    response: accepted\n    actions:\n${publicAction(open, '1.1', 'head-of-works')}`,
    `  - { ref: 2, text: Sweep the paths., response: accepted, owner: street-warden, due: ${open.due} }\n`,
    '  - ref: 3\n',
    duty(open, secret, 6, '    ', true),
    response(secret, 6, true),
  ].join('');
}

function wells(open: Open, secret: Secret): string {
  const { words, commissioned, sent, terms, hasPapers } = secret.review;
  const listed = terms.map(quoted).join(', ');
  return [
    `exempt: ${exemption(open, words)}\n`,
    `title: ${quoted(words)}\n`,
    'panel: p\n',
    `commissioned: ${commissioned}\n`,
    `final-report: { date: ${commissioned}, sent-to-executive: ${sent} }\n`,
    'executive-response: { date: 2025-03-04, decision: noted }\n',
    line('', 'background', quoted(words)),
    line('', 'terms-of-reference', `[${listed}]`, terms.length > 0),
    line('', 'evidence', `[${listed}]`, terms.length > 1),
    line('', 'oversight', quoted(words), terms.length > 1),
    line(
      '',
      'background-papers',
      `[ { title: ${quoted(words)}, link: "https://lynx.example/otter" } ]`,
      hasPapers,
    ),
    line('', 'notice', quoted(words), hasPapers),
    line('', 'lang', 'cy', hasPapers),
    'recommendations:\n',
    ...(open.isOneLevel
      ? ['  - ref: 1.1\n', duty(open, secret, 4, '    ', false), response(secret, 4, true)]
      : [
          '  - ref: 1\n',
          `    text: ${quoted(words)}\n`,
          response(secret, 4, true),
          '    actions:\n      - ref: 1.1\n',
          duty(open, secret, 4, '        ', false),
        ]),
    '  - ref: 2\n',
    duty(open, secret, 5, '    ', false),
    response(secret, 5, true),
  ].join('');
}

/** The lines of one exempt entry, or of one in an exempt action. */
function entryLines(open: Open, ref: string, secret: Secret['reports'][number], isExempt: boolean): string {
  const evidence = secret.evidence.map(
    ({ title, link }) =>
      `{ title: ${quoted(title)}${link ? ', link: "https://lynx.example/otter%ff/a%20b"' : ''} }`,
  );
  return [
    `  ${quoted(ref)}:\n`,
    line('    ', 'exempt', exemption(open, secret.words), isExempt),
    line('    ', 'rating', secret.rating, open.ratings !== 'none'),
    line('    ', 'percent', secret.percent),
    line('    ', 'complete', 'true', secret.isComplete),
    line(
      '    ',
      'note',
      quoted(secret.words),
      secret.hasNote || ((secret.rating === '' || open.ratings === 'none') && secret.asks === ''),
    ),
    line('    ', 'revised-due', secret.asks),
    line('    ', 'reason', quoted(secret.words), secret.asks !== ''),
    line('    ', 'evidence', `[${evidence.join(', ')}]`, evidence.length > 0),
    line('    ', 'lang', 'cy', secret.isWelsh),
    line('    ', 'allow', `{ rule: rating-overdue, reason: ${quoted(secret.words)} }`, secret.isAllowed),
  ].join('');
}

/** Progress files by name, for each review. Nobody reports twice on one action for one day. */
function progress(open: Open, secret: Secret): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const taken = new Set<string>();
  const shared = new Map<string, string>();
  const reviewOf = (action: string) => action.split('/')[0] ?? '';
  const refOf = (action: string) => action.slice(action.indexOf('/') + 1);
  open.reports.forEach(({ action, on, rating, percent, isComplete, asks }, index) => {
    const date = addDays(day('2025-03-01'), on);
    if (taken.has(`${action} ${date}`)) return;
    taken.add(`${action} ${date}`);
    const file = `data/reviews/${reviewOf(action)}/progress/public-${index}.yaml`;
    shared.set(file, date);
    files[file] =
      `as-at: ${date}\nreported-by: head-of-works\nprogress:\n  ${quoted(refOf(action))}:\n    note: Part ${index} came.\n${open.ratings === 'none' ? '' : line('    ', 'rating', rating)}${line('    ', 'percent', percent)}${line('    ', 'complete', 'true', isComplete)}${asks ? '    revised-due: 2025-12-31\n    reason: It rained.\n' : ''}`;
  });
  const periods = new Set<string>();
  open.withheld.forEach(({ action, period, isShared }, index) => {
    const report = secret.reports[index];
    if (!report || periods.has(`${action} ${period}`)) return;
    periods.add(`${action} ${period}`);
    // It is in a public report's file, of that file's day.
    const host = [...shared].find(
      ([file, date]) =>
        reviewOf(file.slice('data/reviews/'.length)) === reviewOf(action) && !taken.has(`${action} ${date}`),
    );
    if (isShared && host) {
      taken.add(`${action} ${host[1]}`);
      files[host[0]] += entryLines(open, refOf(action), report, true);
      return;
    }
    const days = daysOf(open, period).filter((date) => !taken.has(`${action} ${date}`));
    if (days.length === 0) return;
    for (const date of days) taken.add(`${action} ${date}`);
    files[`data/reviews/${reviewOf(action)}/progress/withheld-${index}.yaml`] =
      `as-at: ${days[report.on % days.length]}\nreported-by: ${report.by}\nprogress:\n${entryLines(open, refOf(action), report, true)}`;
  });
  // Which exempt action it is about is exempt as well, within one review; and so is the day.
  secret.others.forEach((report, index) => {
    const [review, refs] =
      index === 0 ? ['wells', ['1.1', '2']] : ['roofs', index === 1 ? ['2', '3.1'] : ['4.1', '4.2']];
    const ref = refs[report.on % 2] ?? '';
    files[`data/reviews/${review}/progress/other-${index}.yaml`] =
      `as-at: ${addDays(day('2025-03-01'), report.on % 16)}\nreported-by: ${report.by}\nprogress:\n${entryLines(open, ref, report, index === 1)}`;
  });
  return files;
}

/** A red dot of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

/** The register's files. */
export function filesOf(open: Open, secret: Secret): Readonly<Record<string, string | Buffer>> {
  return {
    'data/council.yaml': council(open),
    'data/meetings/1.yaml': meeting(open, secret, 0),
    'data/meetings/2.yaml': meeting(open, secret, 1),
    'data/meetings/3.yaml': otherMeeting(open, secret),
    'data/reviews/roofs/review.yaml': roofs(open, secret),
    'data/reviews/roads/review.yaml': roads(open, secret),
    'data/reviews/wells/review.yaml': wells(open, secret),
    ...progress(open, secret),
    'data/pictures/one.png': PICTURE,
    'data/pictures/two.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  };
}
