import type { Span } from '../diagnostics/index.js';
import { FIELDS, type FieldRule } from '../model/index.js';
import type { Secret } from './types.js';

type Fields = typeof FIELDS;
export type Noun = keyof Fields;

/** The words of one field, as they were written. */
export interface FieldText {
  readonly noun: Noun;
  readonly key: string;
  readonly rule: FieldRule;
  readonly kind: Secret['kind'];
  readonly text: string;
  readonly span: Span;
}

/** Something that a person wrote. */
interface Written {
  readonly span: Span;
  readonly spans?: { readonly [field: string]: Span | undefined };
}

/** The fields, of whichever noun, that hold things with a table of their own. */
type PartsKey = {
  [N in Noun]: {
    [K in keyof Fields[N]]: Fields[N][K] extends { readonly text: 'parts' } ? K : never;
  }[keyof Fields[N]];
}[Noun];

/** Whose words such a field holds; undefined where it holds things that are public or exempt by themselves. The compiler wants all of them here. */
const PARTS: Readonly<Record<PartsKey, Noun | undefined>> = {
  allow: 'waiver',
  exempt: 'exemption',
  finalReport: 'finalReport',
  executiveResponse: 'executiveResponse',
  panels: undefined,
  services: undefined,
  officers: undefined,
  ratings: undefined,
  rules: undefined,
  branding: undefined,
  recommendations: undefined,
  actions: undefined,
  ownAction: undefined,
  progress: undefined,
  implications: 'implication',
  sections: 'itemSection',
  items: undefined,
  decisions: undefined,
};

/** All words of a thing that are in fields of its table, with the rule of each. */
export function collectTexts(noun: Noun, thing: Written): readonly FieldText[] {
  const rules: Readonly<Record<string, FieldRule>> = FIELDS[noun];
  const values = new Map<string, unknown>(Object.entries(thing));
  return Object.entries(rules).flatMap(([key, rule]) =>
    listed(values.get(key)).flatMap((value): readonly FieldText[] => {
      const part = rule.text === 'document' ? 'reference' : isPartsKey(key) ? PARTS[key] : undefined;
      if (rule.text === 'document' || rule.text === 'parts')
        return part !== undefined && isWritten(value) ? collectTexts(part, value) : [];
      const span = thing.spans?.[key] ?? thing.span;
      if (isInWords(value))
        return [
          { noun, key, rule, kind: 'name', text: value.words, span: isWritten(value) ? value.span : span },
        ];
      return typeof value === 'string' &&
        rule.text !== 'none' &&
        rule.text !== 'date' &&
        rule.text !== 'person'
        ? [{ noun, key, rule, kind: rule.text, text: value, span }]
        : [];
    }),
  );
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isPartsKey(key: string): key is PartsKey {
  return Object.hasOwn(PARTS, key);
}

function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && 'span' in value;
}

/** A person or a due date in plain words. A period is none: whatever is due in that month says the same. */
function isInWords(value: unknown): value is { readonly words: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'words';
}
