import { SCHEMA } from '../queries/index.js';
import type { BuildInfo, PaperFacts } from './types.js';

/**
 * What the keys mean to those who read JSON-LD (https://www.w3.org/TR/json-ld11/): the words of https://schema.org where one truly fits. All
 * other keys mean what docs/evidence.md says, and a reader of JSON-LD passes over them. Nothing has to be fetched to read it.
 */
const CONTEXT = {
  so: 'https://schema.org/',
  facts: '@nest',
  title: 'so:name',
  language: 'so:inLanguage',
  council: 'so:publisher',
  asAt: { '@id': 'so:contentReferenceTime', '@type': 'so:Date' },
  ref: 'so:identifier',
  link: { '@id': 'so:url', '@type': '@id' },
  sections: {
    '@id': 'so:hasPart',
    '@context': { heading: 'so:headline', paragraphs: 'so:hasPart', number: 'so:position', text: 'so:text' },
  },
  backgroundPapers: 'so:citation',
  reviews: {
    '@id': 'so:about',
    '@context': { recommendations: { '@id': 'so:hasPart', '@context': { text: 'so:text' } } },
  },
  actions: {
    '@id': 'so:mentions',
    '@context': {
      text: 'so:description',
      owners: { '@id': 'so:agent', '@context': { name: 'so:name' } },
      evidence: 'so:citation',
    },
  },
} as const;

/** The facts of a paper as JSON-LD, fit to be in a script element of a page: no `<` is left in it that could end one. */
export function writeJsonLd(facts: PaperFacts, made: BuildInfo): string {
  const data = { '@context': CONTEXT, '@type': 'so:Report', schema: SCHEMA, made, facts };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
