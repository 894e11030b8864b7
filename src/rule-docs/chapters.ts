import type { Code } from '../diagnostics/index.js';
import { DAYS } from './days.js';
import type { Explanation } from './explanation.js';
import { FILES } from './files.js';
import { MENTIONS } from './mentions.js';
import { PAPERS } from './papers.js';
import { PLAN } from './plan.js';
import { PROSE } from './prose.js';
import { TEMPLATES } from './templates.js';
import { VALUES } from './values.js';
import { YAML } from './yaml.js';

/** An explanation for every code; the compiler tells which is missing. */
export const EXPLANATIONS: Readonly<Record<Code, Explanation>> = {
  ...FILES,
  ...YAML,
  ...VALUES,
  ...PROSE,
  ...MENTIONS,
  ...PLAN,
  ...DAYS,
  ...TEMPLATES,
  ...PAPERS,
};

/** The chapters of docs/rules.md, in order. */
export const CHAPTERS: readonly {
  readonly title: string;
  readonly about: string;
  readonly codes: readonly string[];
}[] = [
  {
    title: 'The plan and its answers',
    about: 'What members, auditors or the law would ask about a plan that can be read without fault.',
    codes: Object.keys(PLAN),
  },
  {
    title: 'Rules about a day',
    about:
      'What is true on one day and not on another. `scrutiny check` looks at the day of the latest meeting up to today, or at `--as-at DATE`. Rules about a day never stop a paper.',
    codes: Object.keys(DAYS),
  },
  {
    title: 'What names what',
    about: 'Everything that one file names must be there in another, and once.',
    codes: Object.keys(MENTIONS),
  },
  { title: 'Words, links and pictures', about: 'What stands in Markdown.', codes: Object.keys(PROSE) },
  { title: 'Keys and values', about: 'What stands in one place.', codes: Object.keys(VALUES) },
  { title: 'YAML', about: 'How the files are written.', codes: Object.keys(YAML) },
  { title: 'Files', about: 'What lies in the register’s folder.', codes: Object.keys(FILES) },
  {
    title: 'Templates',
    about: 'What `scrutiny report` finds in a register’s own templates; `check` loads none.',
    codes: Object.keys(TEMPLATES),
  },
  {
    title: 'Papers',
    about: 'What `scrutiny report` finds in a paper before it is put in its place; `check` makes none.',
    codes: Object.keys(PAPERS),
  },
];
