/**
 * Rule docs: why each problem is one, with a bad and a good example.
 *
 * In: a code. Out: its explanation, for a terminal or for docs/rules.md, from the same text. Only `cli/` calls it.
 */
import { type Code, factsOf } from '../diagnostics/index.js';
import { CHAPTERS, EXPLANATIONS } from './chapters.js';

export { EXPLANATIONS } from './chapters.js';

/** What `scrutiny explain CODE` prints. */
export function explainCode(code: Code): string {
  const { title, why, bad, good } = EXPLANATIONS[code];
  return `${code}: ${title}\n${weight(code)}\n\n${why.replaceAll('`', "'")}\n\nNot so:\n\n${indent(bad)}\n\nBut so:\n\n${indent(good)}\n`;
}

/** Every code with its title, for those who do not know which they are looking for. */
export function contents(): string {
  const codes = CHAPTERS.flatMap((chapter) => chapter.codes);
  const width = Math.max(...codes.map((code) => code.length));
  return CHAPTERS.map(
    (chapter) =>
      `${chapter.title}\n${listEntries(chapter.codes)
        .map(([code, { title }]) => `  ${code.padEnd(width)}  ${title}\n`)
        .join('')}`,
  ).join('\n');
}

/** The page docs/rules.md. */
export function rulesPage(): string {
  return `${[
    '# Rules',
    'Every problem that scrutiny can find, by its code. This page is made from the same text as `scrutiny explain CODE` (`npm run docs`).',
    'How much a rule weighs is set in council.yaml, and a rule is waived beside an entry:',
    fenced('checks:\n  owner-missing: off        # or info, warning, error'),
    fenced('    allow: { rule: evidence-missing, reason: The list names children, until: 2026-12-31 }'),
    'An error stops every paper; a warning does not, unless `check` runs with `--strict`. After `until` a waived problem is back.',
    ...CHAPTERS.flatMap(({ title, about, codes }) => [
      `## ${title}`,
      about,
      ...listEntries(codes).flatMap(([code, explanation]) => section(code, explanation)),
    ]),
  ].join('\n\n')}\n`;
}

function section(code: Code, { title, why, bad, good }: (typeof EXPLANATIONS)[Code]): readonly string[] {
  return [
    `### ${code}`,
    `**${title}.** ${weight(code)}`,
    why,
    'Not so:',
    fenced(bad),
    'But so:',
    fenced(good),
  ];
}

function listEntries(codes: readonly string[]) {
  return Object.keys(EXPLANATIONS)
    .filter((code): code is Code => codes.includes(code))
    .map((code) => [code, EXPLANATIONS[code]] as const);
}

function weight(code: Code): string {
  const { level, most } = factsOf(code);
  const itself = { error: 'An error', warning: 'A warning', info: 'A remark' }[level];
  if (most === undefined) return `${itself}, which can be neither set nor waived.`;
  return most === 'error' ? `${itself}, unless council.yaml sets it.` : `${itself} at most.`;
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
