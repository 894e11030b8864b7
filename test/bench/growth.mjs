// Whether time grows with the text and not with its square, whatever the text holds: the same stretch of writing again and again, as
// the note of one action, and twice as much of it.

const LENGTH = 40_000;

/** Less than this is the machine's own unevenness, milliseconds. */
const LEAST = 100;

const STRETCHES = {
  words: 'word ',
  paragraphs: 'word\n\n',
  'list items': '- a\n',
  'numbered items': '1. a\n',
  'lines without a space': '!',
  'square brackets': '[a ',
  'beginnings of links': '[](',
  asterisks: '*a ',
  'underlines in words': 'a_b',
  backticks: '``a` ',
  tildes: '~',
  'angle brackets': '<a',
  'HTML comments': '<!--',
  ampersands: '&',
  backslashes: '\\',
  'marks of footnotes': '[^1]',
  'texts of footnotes': '[^1]: a\n',
  'rules across the page': '---\n',
  quotations: '> a\n',
  'headings and lists': '# a\n- b\n',
  'rows of a table': '| a | b |\n',
  'addresses of letters': 'a@b.c ',
  'web addresses': 'http://a',
  bullets: '• a\n',
};

function register(note) {
  const block = note
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  return {
    'data/council.yaml':
      'council: Norbury Council\npanels: { homes: Homes Panel }\nofficers: { a: { role: Head of Homes } }\n',
    'data/meetings/2026-03-02.yaml':
      'date: 2026-03-02\npanel: homes\nitems:\n  - { number: 5, title: Repairs, report: update, review: repairs }\n',
    'data/reviews/repairs/review.yaml':
      'title: Repairs\npanel: homes\nrecommendations:\n  - { ref: 1, text: Mend roofs., actions: [ { ref: 1.1, text: Hire two., owner: a, due: 2026-03-31 } ] }\n',
    'data/reviews/repairs/progress/2026-02-10.yaml': `as-at: 2026-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      Reported.\n\n${block}\n`,
  };
}

/**
 * Of each stretch, how many times as long twice the text takes.
 *
 * @param timed how many milliseconds the paper of these files takes
 */
export function measureGrowth(timed, rounds = 3) {
  const quickest = (note) => {
    const files = register(note);
    return Math.min(...Array.from({ length: rounds }, () => timed(files)));
  };
  const nothing = quickest('');
  return Object.entries(STRETCHES).map(([what, stretch]) => {
    const text = (length) => stretch.repeat(Math.ceil(length / stretch.length)).slice(0, length);
    const once = Math.max(LEAST, quickest(text(LENGTH)) - nothing);
    const twice = Math.max(LEAST, quickest(text(2 * LENGTH)) - nothing);
    return {
      what,
      once: Math.round(once),
      twice: Math.round(twice),
      ratio: Number((twice / once).toFixed(2)),
    };
  });
}
