import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = 'templates';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);

/** What a template itself says to readers: its text, and the attributes that are read out or shown. */
function wordsIn(template: string): readonly string[] {
  const markup = template
    .replace(/\{\{!--[\s\S]*?--\}\}/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '')
    .replace(/<!doctype html>/i, '');
  const attributes = [...markup.matchAll(/\s(?:alt|title|aria-label)="([^"]*)"/g)].map(
    ([, value = '']) => value,
  );
  return [...markup.split(/<[^>]*>/), ...attributes].filter((text) => /[\p{L}\p{N}]/u.test(text));
}

it('finds words in text and in the attributes that are read out', () => {
  expect(wordsIn('<p class="by">Evidence: {{title}}</p>')).toEqual(['Evidence: ']);
  expect(wordsIn('<aside aria-label="Notices">{{html}}, {{> mark}}.</aside>')).toEqual(['Notices']);
  expect(wordsIn('<th data-column="{{columns.due}}">{{#if due}}{{due}}{{/if}}</th>')).toEqual([]);
});

it.each(files)('%s has no words of its own: they come from the view', (file) => {
  expect(wordsIn(readFileSync(join(FOLDER, file), 'utf8'))).toEqual([]);
});
