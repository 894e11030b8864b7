/** What a column may hold. The names are those that a mapping uses. */
export const FIELDS = [
  'review',
  'review-key',
  'panel',
  'ref',
  'recommendation',
  'action-ref',
  'action',
  'response',
  'reason',
  'responded',
  'addressed-to',
  'agreed',
  'recommended',
  'owner',
  'due',
  'revised-due',
  'request-reason',
  'success-measure',
  'progress',
  'rating',
  'percent',
  'complete',
  'evidence',
  'as-at',
  'reported-by',
] as const;

export type Field = (typeof FIELDS)[number];

/** Whether a mapping's word names a field. */
export function isField(word: string): word is Field {
  return FIELDS.some((field) => field === word);
}

/** What one heading most likely means. */
interface HeadingMeaning {
  /** `own`: the council's own, kept under a key that begins with `x-`. */
  readonly field: Field | 'own' | 'leave';
  /** Whether what stands in the column may overrule the heading. */
  readonly isWeak: boolean;
}

/** A heading as it is compared: small letters, no marks, one space between words. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/\((?:s|es|please [^)]*)\)/g, '')
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim();
}

type Known = readonly [RegExp, Field | 'own' | 'leave', 'weak'?];

/** In this order: the first that fits counts, so what is narrow stands before what is wide. */
const HEADINGS: readonly Known[] = [
  // What export writes, and a sheet cannot bring back: decisions are made by meetings.
  [/^(?:extended by the panel to|decided by the panel|withheld|notice)$/, 'leave'],
  [/^said to be complete$/, 'complete'],
  [/^review key$/, 'review-key'],
  [/^recommendation agreed on$/, 'recommended'],
  [/^action agreed on$/, 'agreed'],
  [
    /\breasons? for (?:the )?(?:request|extension|delay|slippage|revised|new date|change (?:of|in|to) date)/,
    'request-reason',
  ],
  // Numbers and names of things.
  [/^(?:action|task|activity|milestone) (?:plan )?(?:ref(?:erence)?|no|number|id|#)\b/, 'action-ref'],
  [/^(?:sub ?)?actions? ?#$/, 'action-ref'],
  [
    /^(?:(?:scrutiny |our |item |unique |minute |report |log )?(?:ref(?:erence)?|no|nos|number|id|#|code)(?: no| number| id| code| #)?|rec(?:ommendation)?s? ?(?:ref(?:erence)?|no|nos|number|id|#|code)(?: no| number)?|#|s ?n|sr no|item|minute|row|r)$/,
    'ref',
  ],
  [
    /^(?:scrutiny )?(?:review|inquiry|enquiry|task (?:and finish )?group|task finish group|report|investigation)(?: title| name| topic)?$/,
    'review',
  ],
  [/^(?:title|name) of (?:the )?(?:scrutiny )?(?:review|report|inquiry)$/, 'review'],
  [/^(?:scrutiny |select )?(?:panel|committee|board|commission)$/, 'own'],
  [/\b(?:ref(?:erence)?|code|number|no|id)$/, 'ref', 'weak'],
  // Days.
  [
    /(?:executive|cabinet|exec|response|responded|answered|decision|reply).*\bdate\b|\bdate (?:of |considered by |to |at )?(?:the )?(?:executive|cabinet|exec|response|decision|reply)|^(?:date )?responded(?: on)?$/,
    'responded',
  ],
  [
    /\b(?:update|position|progress|status|last) (?:as )?(?:date|at)\b|^date (?:of )?(?:last )?(?:update|updated|progress|position|reported)|^(?:last )?updated(?: on)?$|^as at(?: date)?$|^reported(?: on)?$|^date reported$/,
    'as-at',
  ],
  [
    /\b(?:revised|new|extended|amended|requested|latest) (?:\w+ )?(?:due|date|deadline|target|timescale|completion|implementation)|^(?:due|target|completion|implementation) date revised|^extension(?: requested| to)?$/,
    'revised-due',
  ],
  [
    /^(?:date )?(?:completed|closed|discharged)(?: on| date)$|^date (?:completed|closed|discharged|of completion)$|^actual (?:completion|end|date)|^(?:actual )?completion date actual/,
    'own',
  ],
  [/^(?:start|commencement|begin(?:ning)?)(?: date)?$/, 'own'],
  [
    /^date (?:\w+ )?(?:agreed|made|raised|approved|recommended|added|of recommendation|of meeting|of committee|of panel|of board|of minute)|^(?:date|meeting) (?:and|&)? ?(?:minute|meeting|date)|^(?:committee |panel |board |scrutiny )?meeting(?: date)?$|^agreed(?: on| date)$|^date came/,
    'agreed',
  ],
  [
    /\b(?:due|deadline|timescales?|timetable|timeframe|timeline|target date|target|completion date|implementation date|delivery date|end date|finish date|complete by|completed by|by when|when)\b|^by$|^date (?:for|to be|by)|^(?:date|timing)s? (?:for|of) (?:completion|implementation|delivery)/,
    'due',
  ],
  [/^date$/, 'due', 'weak'],
  // People.
  [/\bofficers?\b(?!.*\b(?:comments?|updates?|response|notes?|progress)\b)/, 'owner'],
  [
    /\bmade to\b|addressed to|directed to|^(?:to|for) (?:whom|who)$|decision maker|^(?:recommendation )?to$|(?:cabinet|portfolio|executive|lead) (?:member|holder|councillor)s?$|^addressee|^(?:cabinet|portfolio)$/,
    'addressed-to',
    'weak',
  ],
  [/^(?:reported|updated|completed|provided) by$|^author$|^update by$/, 'reported-by'],
  [
    /\b(?:owners?|lead|leads|responsib\w*|officers?|accountable|assigned|assignee|led by|by whom|action by|whom)\b|^who$|^(?:key )?contact$|^action for$/,
    'owner',
  ],
  [
    /^(?:directorate|service|service area|department|team|division|ward|wards|theme|area|category|origin|source|priority|risk|risk level|risk rating|cost|costs|budget|resources?|resource implications|corporate (?:plan|priority|objective).*|type|strand|objective|outcome area)$/,
    'own',
  ],
  [
    /scrutiny (?:comments?|view|notes?)|members? (?:comments?|views?)|(?:panel|committee) comments?|chairs? comments?/,
    'own',
  ],
  // How it stands.
  [
    /success|measures?\b|\bkpis?\b|performance indicator|expected (?:outcome|impact|benefit)|(?:intended|desired|action expected) outcome|outcome(?:s)? (?:sought|expected|required)|^impact$|how (?:will )?we (?:will )?know/,
    'success-measure',
  ],
  [/%|per ?cent|percentage/, 'percent'],
  [
    /^(?:is it |fully )?(?:complete|completed|closed|done|discharged|implemented)(?: y n| yes no)?$/,
    'complete',
    'weak',
  ],
  [/^evidence\b|evidence of|supporting (?:document|evidence)|^links?$|^documents?$/, 'evidence'],
  [
    /\brag\b|^b ?rag|traffic light|^colour|rag status|\bstatus\b|^rating$|\brating\b|on track|^delivery confidence|^progress (?:rating|indicator)$/,
    'rating',
    'weak',
  ],
  [/action(?:s)? (?:taken|completed|undertaken|to date|so far)|actions? taken or/, 'progress'],
  [
    /\b(?:progress|updates?|latest|current position|position|narrative|commentary|what has (?:been done|happened))\b|^(?:comments?|notes?|remarks?)$|^(?:comments?|notes?) (?:on|and) |^(?:officer|service|management|directorate|owner)s? (?:comments?|notes?|update)/,
    'progress',
    'weak',
  ],
  // What is to be done.
  [
    /response to (?:the )?recommendation|recommendation (?:response|decision|agreed|accepted)/,
    'response',
    'weak',
  ],
  [
    /\brecommend(?:ation|ations|ed|ation made)?\b|^recs?$|^resolutions?$|^resolved$|^what (?:the )?(?:panel|committee|scrutiny|we) (?:recommended|asked)/,
    'recommendation',
  ],
  [
    /^(?:agreed |proposed |planned |required |key |next |specific )?(?:actions?|tasks?|activit(?:y|ies)|milestones?|steps?|deliverables?)(?: (?:plan|required|proposed|planned|agreed|description|title|detail|details|to be taken|needed|point|points|steps?))?$|^action(?:s)? (?:to|that)|how (?:it )?will (?:it )?be (?:done|achieved|delivered)|^what will (?:be done|happen)|^implementation(?: plan)?$|^delivery plan$/,
    'action',
  ],
  [
    /^(?:issue|issues|proposal|proposals|subject|topic|title|description|detail|details|item description|matter|finding|findings|minute text|text|request|requests)$/,
    'recommendation',
    'weak',
  ],
  // What was said.
  [/response and action|action plan and response/, 'reason', 'weak'],
  [/^(?:reasons?|rationale|explanation)\b|reason for (?:response|decision|rejection)/, 'reason'],
  [
    /\b(?:response|decision|accept(?:ed|ance)?|agreed?|agreement|approved|cabinet view|executive view|reply|answer)\b|^(?:cabinet|executive)$/,
    'response',
    'weak',
  ],
  [/^outcomes?$|^results?$/, 'rating', 'weak'],
];

/** What a heading means, where it is known. */
export function readHeading(heading: string): HeadingMeaning | undefined {
  const folded = foldHeading(heading);
  if (folded === '' || folded.length > 90) return undefined;
  const known = HEADINGS.find(([pattern]) => pattern.test(folded));
  return known && { field: known[1], isWeak: known[2] === 'weak' };
}

/** A key for what a council has and the register does not: `x-service-area`. */
export function ownKey(heading: string): string {
  const slug = foldHeading(heading)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return `x-${slug || 'column'}`;
}
