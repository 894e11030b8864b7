import Handlebars from 'handlebars';
import { type Checked, checked, type Diagnostic, hasErrors } from '../diagnostics/index.js';
import { printable } from '../lettering/index.js';
import type { UpdatePaper } from '../view/index.js';
import { checkTemplates } from './check-templates.js';
import { type Names, UPDATE_NAMES } from './names.js';
import { addressesInStyles, fontFaces, stylesOf } from './styles.js';
import { LAYOUT, partialName, type Templates, templateParts } from './templates.js';
import { settledSpaces } from './tidy.js';

/** Stands in the page where the typeface goes once it is known which characters the page uses. */
const FONTS_HERE = '/*fonts*/';

/** Templates that have been checked, ready to render any number of papers. */
interface Prepared {
  readonly diagnostics: readonly Diagnostic[];
  readonly render: ((view: unknown) => string) | undefined;
}

const prepared = new WeakMap<Templates, Prepared>();

/** A paper as one self-contained page, and everything that is wrong with the templates it was to be made by. */
export function renderHtml(paper: UpdatePaper, templates: Templates): Checked<string> {
  const { diagnostics, render } = preparedTemplates(templates, UPDATE_NAMES);
  if (!render) return checked('', diagnostics);
  const styles = `${FONTS_HERE}\n${stylesOf(templates, paper)}`;
  try {
    const view = withSafeStrings({ ...paper, styles }, { ...UPDATE_NAMES, styles: 'html' });
    const page = printable(settledSpaces(render(view)));
    return checked(
      page.replace(FONTS_HERE, () => fontFaces(templates, page)),
      diagnostics,
    );
  } catch (failure) {
    return checked('', [...diagnostics, renderingFault(failure)]);
  }
}

function preparedTemplates(templates: Templates, names: Names): Prepared {
  const known = prepared.get(templates);
  if (known) return known;
  const diagnostics = [...checkTemplates(templates, names), ...addressesInStyles(templates)];
  const made = { diagnostics, render: hasErrors(diagnostics) ? undefined : compiled(templates) };
  prepared.set(templates, made);
  return made;
}

function compiled(templates: Templates): ((view: unknown) => string) | undefined {
  const engine = Handlebars.create();
  const layout = templates.parts.get(LAYOUT);
  if (!layout) return undefined;
  for (const part of templateParts(templates)) engine.registerPartial(partialName(part), part.text);
  return engine.compile(layout.text, {
    strict: true,
    preventIndent: true,
    knownHelpersOnly: true,
  });
}

/** Safe HTML is told to the engine as such, by the tree of names; every other text it escapes. */
function withSafeStrings(value: unknown, names: Names): unknown {
  if (names === 'html') return typeof value === 'string' ? new Handlebars.SafeString(value) : value;
  if (typeof names === 'string' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const item: Names | undefined = Array.isArray(names) ? names[0] : undefined;
    return item === undefined ? value : value.map((inner) => withSafeStrings(inner, item));
  }
  if (Array.isArray(names)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withSafeStrings(inner, namesFor(names, key))]),
  );
}

function namesFor(names: Exclude<Names, string>, key: string): Names {
  if (Array.isArray(names)) return 'text';
  return Object.entries(names).find(([name]) => name === key)?.[1] ?? 'text';
}

function renderingFault(failure: unknown): Diagnostic {
  const reason = failure instanceof Error ? failure.message : String(failure);
  const file = /templates\/[\w/.-]+/.exec(reason)?.[0] ?? `templates/update/${LAYOUT}`;
  return {
    code: 'template-failed',
    severity: 'error',
    span: { file, start: 0, end: 0 },
    message: `the templates could not be filled in: ${reason.split('\n')[0] ?? ''}`,
    hint: 'Compare your own template with the one that ships: scrutiny templates.',
  };
}
