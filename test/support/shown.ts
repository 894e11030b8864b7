import { openPage } from './browser.js';

/** What a page shows in print, blocks parted by spaces, without what is hidden from those who listen. */
export async function shownWords(html: string): Promise<string> {
  const page = await openPage();
  await page.emulateMediaType('print');
  await page.setContent(html);
  const words = await page.evaluate(() => {
    const wordsOf = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
      const { display } = getComputedStyle(node);
      if (display === 'none' || node.tagName === 'STYLE') return '';
      const inner = Array.from(node.childNodes).map(wordsOf).join('');
      return display === 'inline' ? inner : ` ${inner} `;
    };
    return wordsOf(document.body);
  });
  return words.replace(/\s+/g, ' ').trim();
}
