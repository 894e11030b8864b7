// Registers that the judges' papers are made from, each for something that stretches a page. All of it is about nothing.

/** The fewest files that make an update paper; more may be added to each. */
export function small({ council = '', meeting = '', review = REVIEW, progress = PROGRESS } = {}) {
  return {
    'data/council.yaml': `council: Ambridge Council\npanels: { homes: Homes Panel }\nofficers:\n  clerk: { role: Scrutiny Officer, phone: 01632 960001, email: scrutiny@example.org }\n${council}`,
    'data/meetings/2020-03-02.yaml': `date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nvenue: Town Hall\nitems:\n  - { number: 4, title: Homes Update, report: update, review: repairs, contact: clerk }\n${meeting}`,
    'data/reviews/repairs/review.yaml': review,
    ...(progress && { 'data/reviews/repairs/progress/2020-02-10.yaml': progress }),
  };
}

const REVIEW = `title: Repairs
panel: homes
executive-response: { date: 2019-10-01, decision: agreed }
background: |
  Tenants had waited for years.

  The panel asked why.
terms-of-reference: [ to ask;, to listen; and, to tell. ]
evidence: [ A visit., Two letters. ]
oversight: The board watches the plan.
background-papers: [ { title: The final report, link: "https://example.org/final" } ]
recommendations:
  - ref: 1
    text: Mend roofs within a week.
    response: accepted
    actions:
      - { ref: 1.1, text: Hire two roofers., owner: clerk, due: 2020-01-31 }
      - { ref: 1.2, text: Trwsio’r toeau., lang: cy, owner: Towyr, due: 2020-06 }
`;
const PROGRESS = 'as-at: 2020-02-10\nprogress:\n  1.1: { rating: amber, note: One was hired. }\n';

export const ONE_ACTION = small({ review: REVIEW.replace(/ {6}- \{ ref: 1\.2.*\n/, '') });

export const WITHOUT_ACTIONS = small({
  review:
    'title: Repairs\npanel: homes\nrecommendations:\n  - { ref: R1, text: Mend roofs. }\n  - { ref: R2, text: Buy ladders. }\n',
  progress: '',
});

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const ADDRESS = `https://example.org/${'very/long/'.repeat(20)}`;

/** One word longer than a telephone is wide in each place where an author may write one. */
export const LONG_WORDS = {
  ...small({
    council: `branding: { colour: "#00703c" }\nnotice: ${LONG} ${ADDRESS}\nratings:\n  a: { label: Selbstverständlichkeitsgrad, meaning: ${LONG}, closes: true }\n  b: { label: Wahrscheinlichkeitsrechnung, meaning: Under way }\n`,
    review: REVIEW.replaceAll('The panel asked why.', `See ${ADDRESS} about ${LONG}.`)
      .replace('title: Repairs', `title: ${LONG}`)
      .replace('to ask;', LONG)
      .replace('The final report', LONG)
      .replace('Mend roofs within a week.', `${LONG} ${ADDRESS}`)
      .replace('Hire two roofers.', LONG)
      .replace('ref: 1\n', 'ref: SR (25/26) 0123456789-CEH.140715.20b\n')
      .replace('owner: clerk', `owner: ${LONG} Service`)
      .replace('due: 2020-06', `due: when the ${LONG} ends`),
    progress: `as-at: 2020-02-10\nprogress:\n  1.1: { rating: b, note: "${LONG}, ${ADDRESS}", evidence: [ { title: ${LONG}, link: "${ADDRESS}" } ] }\n`,
  }),
};
LONG_WORDS['data/meetings/2020-03-02.yaml'] +=
  `  - { number: 5, title: ${LONG}, report: tracker, review: all }\n`;
LONG_WORDS['data/meetings/2020-03-02.yaml'] +=
  `  - { number: 6, title: ${LONG}, report: addendum, review: repairs }\n`;
LONG_WORDS['data/reviews/repairs/progress/2020-02-28.yaml'] =
  `as-at: 2020-02-28\nprogress:\n  1.1: { rating: a, note: "${LONG} ${ADDRESS}" }\n`;

const SENTENCE = 'The panel asked that every school should know by the spring what had been done about it. ';
const NOTE = [
  SENTENCE.repeat(120),
  `| Ward | Visits | Remark |\n|---|---:|---|\n${Array.from({ length: 30 }, (_, row) => `| Ward ${row + 1} | ${row * 7} | ${row % 3 ? 'seen' : ''} |`).join('\n')}`,
  '1. first\n   - inner\n     - innermost\n2. second\n\n- a\n- b',
  'A claim[^1] and *another* **claim**[^2], with [a link](https://example.org/a) and `code`.\n\n> Quoted.',
  'Characters that no typeface has: 😀 𓀀, and ones that one has: ≥ ₂ ✓ ŵ ŷ Ω Ж.',
  '![A map of the estate](map.svg)',
  '[^1]: Its source.\n[^2]: Another.',
].join('\n\n');
const indented = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** Two reviews with whatever an author can write, a logo and a picture: an update, a tracker and an addendum. */
export const RICH = {
  ...small({
    council: 'branding: { logo: logo.svg, colour: "#7a1f5c" }\n',
    review: `title: One\npanel: homes\nexecutive-response: { date: 2019-10-01, decision: agreed }\nbackground: |\n${indented(NOTE, 2)}\n\n  # A heading\n\n  Words beneath it.\nterms-of-reference: [ to ask;, to tell. ]\nrecommendations:\n  - ref: 1\n    text: Mend.\n    response: accepted-in-part\n    reason: Some roofs are **not** the council’s.\n    notice: A notice with **weight**.\n    actions:\n      - { ref: 1.1, text: Mend roofs., owner: Roofers, due: 2020-03-31 }\n      - { ref: 1.2, text: Trwsio’r toeau., lang: cy, owner: Towyr, due: 2020-03-31 }\n`,
    progress: `as-at: 2020-02-10\nreported-by: Roofers\nprogress:\n  1.1:\n    rating: amber\n    note: |\n${indented(NOTE, 6)}\n    evidence: [ { title: Record, link: "https://example.org/record" } ]\n`,
  }),
  'data/logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="40" height="40" fill="#7a1f5c"/><circle cx="80" cy="20" r="18" fill="#2f5d8a"/></svg>',
  'data/map.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="400" height="200" fill="#dde"/><path d="M20 180L200 20l180 160z" fill="#2f5d8a"/></svg>',
  'data/meetings/2020-03-02.yaml':
    'date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nitems:\n  - { number: 4, title: Updates, report: update, review: [repairs, two], contact: clerk }\n  - { number: 5, title: Tracker, report: tracker, review: all }\n  - { number: 6, title: What Came In, report: addendum, review: [repairs, two] }\n',
  'data/reviews/repairs/progress/2020-02-28.yaml': `as-at: 2020-02-28\nprogress:\n  1.1: { rating: green, note: All are mended. }\n  1.2:\n    rating: red\n    note: |\n${indented(NOTE, 6)}\n`,
  'data/reviews/two/review.yaml':
    'title: Two\npanel: homes\nrecommendations:\n  - { ref: R1, text: Paint., response: accepted, owner: Painters, due: 2020-12 }\n',
};

/** Five ratings, and an action in each state that is counted apart: the widest that a tracker's totals can be. */
export const WIDE_TOTALS = {
  ...small({
    council:
      'ratings:\n  a: { label: Achieved, meaning: Done, closes: true }\n  b: { label: On track, meaning: In time }\n  c: { label: At risk, meaning: Perhaps late }\n  d: { label: Off track, meaning: Late }\n  e: { label: Not started, meaning: Nothing done }\n',
    review: `title: Safeguarding and the Responsibilities of Neighbourhoods\npanel: homes\nrecommendations:\n${Array.from({ length: 9 }, (_, index) => `  - { ref: ${index + 1}, text: Do part ${index + 1}., response: accepted, owner: clerk, due: 2020-12${index === 8 ? ', exempt: { paragraph: 3 }' : ''} }\n`).join('')}`,
    progress: `as-at: 2019-12-10\nprogress:\n${['a', 'b', 'c', 'd', 'e'].map((rating, index) => `  ${index + 1}: { rating: ${rating}, note: Said. }\n`).join('')}`,
  }),
  'data/meetings/2020-01-06.yaml':
    'date: 2020-01-06\npublished: 2019-12-20\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker, review: all }\ndecisions:\n  - { action: repairs/6, decision: paused, reason: Winter. }\n  - { action: repairs/7, decision: withdrawn, reason: No need. }\n',
  'data/meetings/2020-03-02.yaml':
    'date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker, review: all }\n',
};
