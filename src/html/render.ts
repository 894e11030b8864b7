import Handlebars from 'handlebars';
import { type Checked, checked, type Diagnostic, hasErrors } from '../diagnostics/index.js';
import { printable } from '../glyphs/index.js';
import {
  html,
  type ObjectSchema,
  object,
  optional,
  type Paper,
  type Provenance,
  paperSchemas,
  provenanceSchema,
  required,
  type Schema,
} from '../view/index.js';
import { type CheckedTemplates, checkTemplates } from './check-templates.js';
import { fontFiles } from './fonts.js';
import { CHECKED_SETS, COMPILED_PARTS } from './precompiled-templates.js';
import { renderingFault, TemplateFailure } from './rendering-fault.js';
import { isolatePassages } from './right-to-left.js';
import { writeStyles } from './styles.js';
import {
  FONTS_DIGEST_HERE,
  fontsDigest,
  partDigest,
  setDigest,
  TEMPLATES_DIGEST_HERE,
  templatesDigest,
} from './template-digests.js';
import { LAYOUT, partialName, type Templates, templateParts } from './templates.js';
import { keepTogether } from './unbroken.js';
import { collapseLayoutWhitespace } from './whitespace.js';

/** Stands in the page where the typeface goes once it is known which characters the page uses. No text can say it: `<` is escaped. */
const FONTS_HERE = '/*<typeface>*/';

/** A page, and the digests of the files that it draws on. */
export interface RenderedPage {
  readonly html: string;
  readonly templates: string;
  readonly fonts: string;
}

/** What a layout gets: the paper, and beside it the styles and how it was made, with the digests that are known when the page is whole. */
export function layoutSchema(kind: Paper['kind']): ObjectSchema {
  const provenance = object({ ...provenanceSchema.fields, templates: html, fonts: html });
  return object({ ...paperSchemas[kind].fields, styles: html, provenance: optional(provenance) });
}

type Render = (context: unknown, options?: Handlebars.RuntimeOptions) => string;

/** Templates of one kind of paper that have been checked, ready to render any number of them. */
interface Prepared {
  readonly diagnostics: readonly Diagnostic[];
  readonly render: ((view: unknown) => Filled) | undefined;
}

/** A layout filled in, and the parts that were needed for it. */
interface Filled {
  readonly page: string;
  readonly filled: ReadonlySet<string>;
}

const prepared = new WeakMap<Templates, Prepared>();

/** A paper as one self-contained page, without a word on how it was made; and everything that is wrong with the templates. */
export function renderHtml(paper: Paper, templates: Templates): Checked<string> {
  const { value, diagnostics } = renderPage(paper, templates, null);
  return checked(value.html, diagnostics);
}

/** A paper as one self-contained page, and everything that is wrong with the templates it was to be made by. */
export function renderPage(
  paper: Paper,
  templates: Templates,
  provenance: Provenance | null,
): Checked<RenderedPage> {
  const schema = layoutSchema(paper.kind);
  const { diagnostics, render } = preparedTemplates(templates, paper.kind);
  if (!render) return checked(NO_PAGE, diagnostics);
  const styles = `${FONTS_HERE}\n${writeStyles(templates, paper)}`;
  const making = provenance && {
    ...provenance,
    templates: TEMPLATES_DIGEST_HERE,
    fonts: FONTS_DIGEST_HERE,
  };
  try {
    const { page, filled } = render(withSafeStrings({ ...paper, styles, provenance: making }, schema));
    const settled = printable(withCharacters(collapseLayoutWhitespace(page.trimStart())));
    const whole = keepTogether(isolatePassages(settled));
    const fonts = fontFiles(templates, whole);
    const digests = provenance
      ? { templates: templatesDigest(templates, filled), fonts: fontsDigest(fonts) }
      : { templates: '', fonts: '' };
    const html = whole
      .replace(FONTS_HERE, () => fonts.map(({ face }) => face).join('\n'))
      .replace(TEMPLATES_DIGEST_HERE, digests.templates)
      .replace(FONTS_DIGEST_HERE, digests.fonts);
    return checked({ html, ...digests }, diagnostics);
  } catch (failure) {
    return checked(NO_PAGE, [...diagnostics, renderingFault(failure, templates)]);
  }
}

const NO_PAGE: RenderedPage = { html: '', templates: '', fonts: '' };

function preparedTemplates(templates: Templates, kind: Paper['kind']): Prepared {
  const known = prepared.get(templates);
  if (known) return known;
  const isChecked = CHECKED_SETS.has(setDigest(templates, kind));
  const { diagnostics, programs } = isChecked ? SOUND : checkTemplates(templates, layoutSchema(kind));
  const made = { diagnostics, render: hasErrors(diagnostics) ? undefined : compiled(templates, programs) };
  prepared.set(templates, made);
  return made;
}

/** What was found in a set that was checked before, with no program of its parts, since all of them are compiled. */
const SOUND: CheckedTemplates = { diagnostics: [], programs: new Map() };

/** How parts are compiled, here and when they ship. */
export const AS_PARTS = { strict: true, preventIndent: true, knownHelpersOnly: true } as const;

function compiled(templates: Templates, programs: CheckedTemplates['programs']): Prepared['render'] {
  const engine = Handlebars.create();
  const filled = new Set<string>();
  const renders = new Map<string, Render>();
  for (const part of templateParts(templates)) {
    const name = partialName(part);
    const shipped = COMPILED_PARTS.get(partDigest(part));
    const program = programs.get(name);
    const render = shipped ? engine.template(shipped) : program && engine.compile(program, AS_PARTS);
    if (render) renders.set(name, tellingItsName(name, filled, render));
  }
  for (const [name, render] of renders) engine.registerPartial(name, render);
  const render = renders.get(partialName({ name: LAYOUT }));
  if (!render) return undefined;
  return (view) => {
    filled.clear();
    return { page: render(view), filled: new Set(filled) };
  };
}

/** Records which partials were rendered, and adds the partial's name to a failure: Handlebars reports only the line. */
function tellingItsName(name: string, filled: Set<string>, render: Render): Render {
  return (context, options) => {
    filled.add(name);
    try {
      return render(context, options);
    } catch (failure) {
      if (failure instanceof TemplateFailure) throw failure;
      throw new TemplateFailure(name, failure);
    }
  };
}

/** Safe HTML is told to the engine as such, by the tree of names; every other text it escapes. */
function withSafeStrings(value: unknown, given: Schema | undefined): unknown {
  const schema = given === undefined ? undefined : required(given);
  if (schema?.kind === 'html') return typeof value === 'string' ? new Handlebars.SafeString(value) : value;
  if (schema === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const ofItem: Schema | undefined = schema.kind === 'list' ? schema.item : undefined;
    return value.map((item) => withSafeStrings(item, ofItem));
  }
  if (schema.kind !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      withSafeStrings(inner, Object.hasOwn(schema.fields, key) ? schema.fields[key] : undefined),
    ]),
  );
}

/** Characters that a template gives by number become themselves, so that one without a glyph is noticed. */
function withCharacters(html: string): string {
  return html.replace(/&#(?:(\d{3,7})|x([0-9a-f]{2,6}));/gi, (whole, decimal, hexadecimal) => {
    const point = Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10);
    return point > 0x7e && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : whole;
  });
}
