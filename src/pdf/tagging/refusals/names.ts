import { decodeText, Text } from '../../syntax/values.js';
import { type Element, everyElement, type TaggedDocument, textOf } from '../structure/index.js';
import { quoted, type Refusal } from './refusal.js';

export function skippedHeadings(
  { contents }: TaggedDocument,
  elements: readonly Element[],
): readonly Refusal[] {
  const headings = elements.flatMap((element) => {
    const level = /^H([1-6])$/.exec(element.type)?.[1];
    return level === undefined ? [] : [{ level: Number(level), words: textOf(element, contents) }];
  });
  const skipped = headings.find(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1);
  if (headings.length > 0 && !skipped) return [];
  return [
    {
      code: 'paper-headings',
      message: skipped
        ? `the heading ${quoted([skipped.words])} is of level ${skipped.level}, and none of level ${skipped.level - 1} stands before it`
        : 'the paper has no heading',
      hint: 'The title is h1, and each heading after it at most one level further in than the one before.',
      written: skipped ? new RegExp(`<h${skipped.level}\\b`, 'i') : /<body\b/i,
    },
  ];
}

/** What has to have a name: the paper, its language, its pictures and its links. */
export function unnamed(
  { document, pages }: TaggedDocument,
  elements: readonly Element[],
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (message: string, hint: string, written: RegExp) =>
    refusals.push({ code: 'paper-naming', message, hint, written });
  const language = document.catalog.get('Lang');
  // Without a language the browser writes the machine's own, such as en-US@posix.
  if (!(language instanceof Text) || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(decodeText(language)))
    refuse(
      'the paper does not say which language it is in',
      'Write <html lang="{{language}}"> in the layout.',
      /<html\b/i,
    );
  const title = document.dict(document.info)?.get('Title');
  if (!(title instanceof Text) || decodeText(title).trim() === '')
    refuse(
      'the paper has no title',
      'Write <title>{{documentTitle}}</title> in the layout.',
      /<title\b|<head\b|\{\{>\s*head\b|<html\b/i,
    );
  const hasWords = (element: Element) => element.alt !== undefined && decodeText(element.alt).trim() !== '';
  const pictures = elements.filter((element) => element.type === 'Figure');
  if (
    pictures.some(
      (picture) =>
        !hasWords(picture) &&
        !everyElement(picture).some((inner) => inner !== picture && inner.type === 'Figure'),
    )
  )
    refuse(
      'a picture does not say what it shows',
      'Give it alt="…" in words; one that is only decoration gets aria-hidden="true".',
      /<(?:img|figure|svg)\b/i,
    );
  const named = new Set(
    elements.flatMap(({ type, kids }) =>
      type === 'Link' ? kids.flatMap((kid) => (kid.kind === 'annotation' ? [kid.ref.number] : [])) : [],
    ),
  );
  const links = pages.flatMap((page) => document.array(document.dict(page)?.get('Annots')));
  if (
    links.some(
      (link) => !(typeof link === 'object' && link !== null && 'number' in link && named.has(link.number)),
    )
  )
    refuse(
      'a link is not heard with its words',
      'Put the link inside one paragraph, cell or list item, as a plain <a href="…">.',
      /<a\b/i,
    );
  return refusals;
}
