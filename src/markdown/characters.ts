/** What ends a line in some program: vertical tab, form feed, NEL, line separator, paragraph separator. Word uses the first. */
export const LINE_ENDS = '\\u000b\\u000c\\u0085\\u2028\\u2029';

const SPACES = /[\t\u001c-\u001f\u1680\u205f]/g;
const CONTROLS = /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]/g;
const ANY_END = new RegExp(`[${LINE_ENDS}]`, 'g');
const SETTLED = /^[\n\u0020-\u007e\u00a0-\u167f\u1681-\u2027\u202a-\u205e\u2060-\uffff]*$/;
const SPACE_RUN = /[\s\u0085\u001c-\u001f]+/g;

/**
 * Words as a page can show them: a tab or another separator, which draws nothing and would make two words one, becomes a space,
 * and control characters have no place on a page.
 */
export function settleCharacters(text: string): string {
  return SETTLED.test(text) ? text : text.replace(SPACES, ' ').replace(ANY_END, ' ').replace(CONTROLS, '');
}

/** Words on one line, with one space wherever there was a break, a tab or another separator. */
export function joinLines(text: string): string {
  return text.replace(SPACE_RUN, ' ').replace(CONTROLS, '').trim();
}
