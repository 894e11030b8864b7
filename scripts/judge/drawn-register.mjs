// Randomly generated registers for the judges, each seed always the same: all that a council's register may hold, in words that stretch a page.
// Files are JSON, which is YAML too. All of it is about nothing.

const PIECES = [
  'The panel asked that every school should know by the spring what had been done about it, and by whom.',
  'Members heard from *three* officers and **two** partners, and read [the record](https://example.org/record).',
  '- first\n- second, with `code`\n  - inner\n    1. innermost\n- last',
  '1. one\n2. two\n\n   and more of two\n3. three',
  '| Ward | Visits | Remark |\n|---|---:|:---:|\n| North | 12 | |\n| Pwllheli Road and Saltmarsh | 7 | seen |',
  '| April | May | June | July | August | September | October | November |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n| 1,234 | 2,345 | 3,456 | 4,567 | 5,678 | 6,789 | 7,890 | none |',
  '| Ward | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | Jan | Feb | Mar | Responsible organisation |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n| Pwllheli Road and Saltmarsh | 1,234 | 2,345 | 3,456 | 4,567 | 5,678 | 6,789 | 7,890 | 12 | 7 | 0 | 1 | 99 | Neighbourhood commissioning |\n| North | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | [the record](https://example.org/record) |',
  'Seen on the ground:\n\n![A map of the harbour](pictures/map.svg)',
  '![A long list, photographed](pictures/tall.svg)',
  '| Before | After |\n|---|---|\n| ![The roof in May](pictures/map.svg) | ![The roof in June](pictures/map.svg) |',
  'A claim[^1] that wants its source.\n\n[^1]: The source, with [a link](https://example.org/source).',
  '> Quoted from a resident, who said much.\n>\n> And more.',
  'Not in any typeface: 😀 𓀀. In ours: ≥ ₂ ✓ ŵ ŷ Ω Ж.',
  'Asked by Źródła Ściany, Ẁyn ap Ỳnyr, *Nguyễn Thị Ế*, **محمد حسن** (5 years), מרים לוי and مُحَمَّد بْنُ حَسَن 12.',
  'دعا المجلس 3 خبراء في 2025/26 إلى ١٢ جلسة، ثم سأل مريم Al-Masri عن [التقرير النهائي](https://example.org/final).',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and https://example.org/a/very/long/address/that/never/ends/and/has/no/space.',
  '---',
  '```\nplain   text\n  as typed\n```',
  '~~Struck~~, ***both***, <b>raw</b> & ampersand; £3m, 4°C, 5–6, “quotes”.',
];
const TITLES = [
  'Repairs',
  'Digital Safeguarding: What Schools, Parents and the Council Can Do Together',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  'Bins & Benches',
  'Ścieżki إصلاحات 2025/26 מעקב',
];
const NAMES = [
  'Ździsława Ćwikła-Ńska',
  'Ẁiliam Ỳnyr Ẃood',
  'Nguyễn Thị Ế Ồ',
  'محمد حسن',
  'مريم Al-Masri',
  'דָּוִד בֶּן־גּוּרְיוֹן',
  'مُحَمَّد بْنُ حَسَن',
  'می\u200cخواهم پژوهش',
];
const DUES = ['2020', '2020-03', '2020-04-30', '2020-10-15', '2021-02', 'ongoing', '6 months', undefined];
const KEYS = [
  undefined,
  {
    achieved: { label: 'Achieved', meaning: 'Done, and evidenced', closes: true },
    track: { label: 'On track', meaning: 'Will be done in time' },
    risk: { label: 'At risk', meaning: 'May be late' },
    late: { label: 'Off track', meaning: 'Late' },
    stuck: { label: 'Not started', meaning: 'Nothing has been done' },
  },
  'none',
  {
    blue: { label: 'Complete and checked', 'signed-off': true },
    green: { label: 'Complete', closes: true },
    amber: { label: 'On track' },
    yellow: { label: 'Some slippage' },
    red: { label: 'Off track' },
    grey: { label: 'Not started' },
  },
  { done: { label: 'Done', closes: true } },
  { met: { label: 'Met', closes: true }, unmet: { label: 'Not met' } },
  Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [
      `step-${index}`,
      { label: `Step ${index + 1} of the programme`, closes: index === 0 },
    ]),
  ),
];
const TOWN = [
  'Town Panel',
  'Corporate Overview and Scrutiny Committee',
  'Homes Policy Development Group',
  { name: 'Places Sub-Committee', short: 'Places' },
  {
    name: 'Joint Health Scrutiny Body',
    called: 'commission',
    short: 'Health',
    councils: ['Ambridge Council', 'Borchester Council'],
  },
];
const IMPLICATIONS = ['Financial', 'Legal', 'Equality', 'Climate', 'Wards affected'];
const DECISIONS = [
  { decision: 'signed-off', minute: '20/7' },
  { decision: 'extension-granted', due: '2021-03-31' },
  { decision: 'extension-refused', reason: 'Enough.' },
  { decision: 'superseded', reason: 'The law changed.' },
  { decision: 'withdrawn', reason: 'No need.' },
  { decision: 'transferred', to: 'Harbour Trust', reason: 'Its business.' },
  { decision: 'paused', reason: 'Waiting for the lease.' },
  { decision: 'reopened', reason: 'Not done.' },
];
const COLOURS = [undefined, '#7a1f5c', '#00703c', '#ffdd00', '#1d1d1d'];
/** Logos, by how wide each is to its height; one says no size of its own. */
const LOGOS = [[120, 40], [600, 60], [60, 300], [16, 16], undefined];
const ANSWERED = ['2019-11-04', '2019-12-01', '2020-01-15'];
const MEETINGS = ['2020-02-03', '2020-06-08', '2020-11-02'];

/** A register's files by path, and the day of its last meeting, which has an update, a tracker and an addendum. */
export function drawnRegister(seed) {
  const below = numbers(seed);
  const one = (list) => list[below(list.length)];
  const chance = (of) => below(of) === 0;
  const some = (most) =>
    Array.from({ length: 1 + below(most) }, () => one(PIECES))
      .filter((piece, index, all) => !piece.includes('[^1]') || all.indexOf(piece) === index)
      .join('\n\n');
  const ratings = one(KEYS);
  const keys = ratings === 'none' ? [] : Object.keys(ratings ?? { green: 0, amber: 0, red: 0 });
  const isInWords = ratings === 'none' || chance(8);
  const levels = one(['two', 'two', 'one', 'mixed']);
  const reviews = ['one', 'two', 'three'].slice(0, 1 + below(3));
  const files = {
    'data/council.yaml': {
      council: 'Ambridge Council',
      ...(chance(2) && { executive: one(['Cabinet', 'Mayor and Cabinet', 'Policy Committee']) }),
      panels: { town: one(TOWN), coast: 'Coast and Countryside Scrutiny Panel' },
      officers: {
        clerk: {
          name: NAMES[seed % NAMES.length],
          role: 'Scrutiny Officer',
          phone: '01632 960001',
          email: 'scrutiny@example.org',
        },
      },
      ...(ratings && { ratings }),
      ...(chance(2) && { numbering: 'by-section' }),
      ...(chance(5) && { 'action-plan': 'landscape' }),
      ...(chance(3) && {
        rules: { 'response-due': one(['8 weeks', '56 days', '20 working days', '3 months']) },
      }),
      branding: { ...(chance(3) && { logo: 'logo.svg' }), colour: one(COLOURS) },
      ...(chance(4) && { notice: 'Sample data: **nobody** is spoken of.' }),
    },
    'data/logo.svg': drawing(one(LOGOS)),
    'data/pictures/map.svg': drawing([900, 500]),
    'data/pictures/tall.svg': drawing([200, 1400]),
  };
  // What is exempt is said in words that stand nowhere else: a public paper is searched for them.
  let sealed = 0;
  const seal = () => {
    sealed += 1;
    return `Sealed${sealed} about nothing.`;
  };
  const report = () => {
    const rating = isInWords || chance(9) ? {} : { rating: one(keys) };
    if (chance(12)) return { ...rating, note: seal(), exempt: { paragraph: 3 } };
    return {
      ...rating,
      ...(chance(4) && { percent: below(101) }),
      ...(isInWords && chance(6) && { complete: true }),
      note: chance(12) ? Array(60).fill(PIECES[0]).join(' ') : some(3),
      ...(chance(5) && { 'revised-due': '2021-06-30', reason: 'The venue was lost.' }),
      ...(chance(3) && { evidence: [{ title: 'Attendance', link: 'https://example.org/list' }] }),
    };
  };
  // Responses of one by one, each on its own day.
  const isOneByOne = chance(3);
  const open = [];
  for (const key of reviews) {
    const refs = [];
    const recommendations = Array.from({ length: 1 + below(6) }, (_, index) => {
      const ref = one(['R', '', 'SR (25/26) 0']) + (index + 1);
      const isExempt = chance(9);
      const response = isExempt
        ? 'accepted'
        : one([
            'accepted',
            'accepted',
            'accepted-in-part',
            'accepted-in-principle',
            'noted',
            'rejected',
            'awaited',
          ]);
      const actions = Array.from({ length: 1 + below(4) }, (_, place) => ({
        ref: `${index + 1}.${place + 1}`,
        text: isExempt ? seal() : chance(3) ? some(2) : one(PIECES),
        owner: isExempt
          ? 'clerk'
          : one(['clerk', 'Cleveland Police', one(NAMES), ['Head of Service', one(NAMES)]]),
        due: one(DUES),
        ...(!isExempt && chance(3) && { 'success-measure': 'Nine in ten have it.' }),
        ...(!isExempt && chance(6) && { lang: 'cy', text: 'Trwsio’r toeau cyn y gaeaf.' }),
        ...(!isExempt && chance(8) && { notice: 'A correction: the date was wrong.' }),
      }));
      const isAnswered = !['rejected', 'awaited', 'noted'].includes(response);
      const isItsOwn = isAnswered && (levels === 'one' || (levels === 'mixed' && chance(2)));
      if (isAnswered && !isExempt) refs.push(...(isItsOwn ? [ref] : actions.map((action) => action.ref)));
      return {
        ref,
        text: isExempt ? seal() : chance(4) ? some(3) : PIECES[0],
        ...(isExempt || response !== 'accepted' || chance(2)
          ? { response, ...(isOneByOne && response !== 'awaited' && { responded: one(ANSWERED) }) }
          : {}),
        ...(!isExempt &&
          chance(6) && { 'addressed-to': one(['clerk', 'Harbour Trust', ['clerk', one(NAMES)]]) }),
        ...((response === 'rejected' || response.startsWith('accepted-in')) && { reason: some(2) }),
        ...(isItsOwn
          ? { owner: isExempt ? 'clerk' : one(['clerk', 'Cleveland Police', one(NAMES)]), due: one(DUES) }
          : isAnswered && { actions }),
        ...(isExempt && { exempt: { paragraph: 3 } }),
      };
    });
    open.push(...refs.map((ref) => `${key}/${ref}`));
    files[`data/reviews/${key}/review.yaml`] = {
      title: one(TITLES),
      panel: 'town',
      ...(chance(2) && { 'executive-response': { date: '2019-12-01', decision: 'agreed-in-part' } }),
      ...(chance(2) && { background: some(6) }),
      ...(chance(2) && { 'terms-of-reference': ['to ask;', PIECES[1], 'to tell.'] }),
      ...(chance(3) && { evidence: [PIECES[1], 'A visit.'] }),
      ...(chance(3) && { oversight: some(2) }),
      ...(chance(2) && {
        'background-papers': [
          { title: 'The final report', link: 'https://example.org/final' },
          { title: 'A letter' },
        ],
      }),
      recommendations,
    };
    for (const day of ['2020-01-20', '2020-05-20', '2020-10-20', '2020-10-29']) {
      const progress = Object.fromEntries(refs.filter(() => !chance(3)).map((ref) => [ref, report()]));
      if (Object.keys(progress).length > 0)
        files[`data/reviews/${key}/progress/${day}.yaml`] = { 'as-at': day, progress };
    }
  }
  const review = reviews.length === 1 ? reviews[0] : reviews;
  for (const [index, date] of MEETINGS.entries()) {
    const isLast = index === MEETINGS.length - 1;
    const decisions = open.filter(() => chance(4)).map((action) => ({ action, ...one(DECISIONS) }));
    // Of several actions of one review at once, where nothing else is decided of them.
    const others = refsBesides(decisions, open, reviews[0]);
    if (chance(3) && others.length > 0)
      decisions.push({ action: `${reviews[0]}/${others.join(', ')}`, decision: 'signed-off' });
    files[`data/meetings/${date}.yaml`] = {
      date,
      published: `${date.slice(0, 8)}01`,
      panel: 'town',
      venue: 'Town Hall',
      items: [
        {
          number: 4,
          title: 'Update',
          report: 'update',
          review,
          contact: 'clerk',
          ...(chance(3) && { 'report-of': 'clerk', author: one(NAMES) }),
          ...(chance(3) && {
            implications: Object.fromEntries(
              IMPLICATIONS.slice(0, 1 + below(5)).map((heading) => [heading, some(2)]),
            ),
          }),
          ...(chance(4) && {
            sections: [
              {
                title: 'Consultation',
                after: one(['purpose', 'background', 'evidence', 'decisions']),
                text: some(2),
              },
            ],
          }),
        },
        ...(isLast
          ? [
              { number: 5, title: 'Tracker', report: 'tracker', review: 'all' },
              { number: 6, title: 'What Came In Since', report: 'addendum', review },
            ]
          : []),
      ],
      ...(decisions.length > 0 && { decisions }),
    };
  }
  return {
    day: MEETINGS.at(-1),
    files: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 1)}\n`,
      ]),
    ),
  };
}

/** The references of a review, at most three, that have no comma and of which nothing is decided. */
function refsBesides(decisions, open, review) {
  return open
    .filter(
      (action) =>
        action.startsWith(`${review}/`) && decisions.every((decision) => decision.action !== action),
    )
    .map((action) => action.slice(review.length + 1))
    .slice(0, 3);
}

/** A picture of that size, or of none that it says. */
function drawing(size) {
  const [width, height] = size ?? [30, 20];
  const says = size ? ` viewBox="0 0 ${width} ${height}"` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg"${says}><rect width="${width}" height="${height}" fill="#7a1f5c"/><path d="M0 0L${width} ${height}" stroke="#fff"/></svg>`;
}

/** A small generator with a seed: xorshift, 32 bits (Marsaglia 2003). */
function numbers(seed) {
  let state = (seed * 2654435761) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let turn = 0; turn < 8; turn += 1) next();
  return (below) => next() % below;
}
