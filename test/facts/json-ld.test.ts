import { describe, expect, test } from 'vitest';
import { type BuildInfo, writeJsonLd } from '../../src/facts/index.js';
import { withEvidence, withoutEvidence } from '../../src/html/index.js';
import { openPage } from '../support/browser.js';
import { factsOn } from '../support/facts.js';
import { small, soundModel } from '../support/registers.js';

const MADE: BuildInfo = {
  tool: '0.1.0',
  browser: null,
  part: 'whole',
  facts: 'f',
  templates: 't',
  fonts: 'o',
};
const HARM = '</script><script>document.title="harm"</script><!--<script>';

function dataOf(note: string): { readonly text: string; readonly note: string } {
  const files = small({
    'data/reviews/repairs/progress/2020-02-10.yaml': `as-at: 2020-02-10\nprogress:\n  1.1: { rating: amber, note: ${JSON.stringify(note)} }\n`,
  });
  const facts = factsOn(soundModel(files), { date: '2020-03-02' });
  return { text: writeJsonLd(facts, MADE), note: facts.actions[0]?.lastReport?.note ?? '' };
}

describe('the facts as JSON-LD', () => {
  test('use no word of schema.org that is not one, and fetch nothing', () => {
    const context = JSON.stringify(JSON.parse(dataOf('x').text)['@context']);
    const words = [...context.matchAll(/"so:([A-Za-z]+)"/g)].map((match) => match[1]);
    // https://schema.org/docs/full.html
    const known =
      'about agent citation contentReferenceTime Date description hasPart headline identifier inLanguage mentions name position publisher text url';
    expect([...new Set(words)].toSorted()).toEqual(known.split(' ').toSorted());
    expect(context.match(/https?:[^"]*/g)).toEqual(['https://schema.org/']);
    expect(JSON.parse(dataOf('x').text)['@type']).toBe('so:Report');
  });

  test('are the facts as they are, whatever is in them', () => {
    const { text, note } = dataOf(HARM);
    expect(note).toContain('</script>');
    expect(text).not.toContain('<');
    expect(JSON.parse(text).facts.actions[0].lastReport.note).toBe(note);
  });

  test('cannot end their block, and are not run, in a browser that has scripts on and no policy', async () => {
    const html = withEvidence(
      '<!doctype html><html><head><title>as it was</title></head><body></body></html>',
      dataOf(HARM).text,
    );
    const page = await openPage();
    await page.setContent(html);
    expect(await page.title()).toBe('as it was');
    expect(await page.evaluate(() => document.scripts.length)).toBe(1);
    expect(await page.evaluate(() => document.body.textContent)).toBe('');
  });

  test('are put into a page and taken out again', () => {
    for (const page of ['<html><head></head><body></body></html>', '<p>no head</p>', '']) {
      const html = withEvidence(page, '{"a":1}');
      expect(withoutEvidence(html)).toEqual({ page, data: '{"a":1}' });
    }
    expect(withoutEvidence('<p>none</p>')).toEqual({ page: '<p>none</p>', data: undefined });
  });
});
