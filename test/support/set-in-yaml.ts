import type { YamlStyle } from './marked-words.js';

/** A text as a value in YAML, in the style that was asked for or, where that cannot hold it, in the next that can. */
export function setInYaml(text: string, style: YamlStyle, indent: string): string {
  switch (style) {
    case 'plain':
      return isPlain(text) ? wrapped(text, indent) : setInYaml(text, 'single', indent);
    case 'unquoted':
      return isBegun(text) ? text : setInYaml(text, 'plain', indent);
    case 'folded-lines':
      return text.startsWith(' ') || CONTROLS.test(text)
        ? setInYaml(text, 'literal', indent)
        : `>\n${text.replace(/^(?=.)/gm, indent)}`;
    case 'single':
      return isOneLine(text)
        ? `'${wrapped(text.replaceAll("'", "''"), indent)}'`
        : setInYaml(text, 'double', indent);
    case 'folded':
      return isOneLine(text) && !/^\s|\s$/.test(text)
        ? `>-\n${indent}${wrapped(text, indent)}`
        : setInYaml(text, 'literal', indent);
    case 'literal':
      return CONTROLS.test(text)
        ? setInYaml(text, 'double', indent)
        : `|${text.startsWith(' ') ? '2' : ''}\n${text.replace(/^(?=.)/gm, indent)}`;
    case 'double':
      return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (character) =>
        CONTROLS.test(character) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
      );
  }
}

/** Characters that YAML takes only as escapes, or that an editor may take for the end of a line. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

function isOneLine(text: string): boolean {
  return !text.includes('\n') && !CONTROLS.test(text);
}

function isPlain(text: string): boolean {
  return isBegun(text) && !/\s#/.test(text);
}

/** Whether YAML takes it for a plain value, if not for the whole of it. */
function isBegun(text: string): boolean {
  return isOneLine(text) && /^[\p{L}\p{N}(£€“‘½]/u.test(text) && !/:(?:\s|$)|[ \t]$/.test(text);
}

/** Goes on on another line before the second of its words, as an editor wraps a long line: YAML joins the two with a space. */
function wrapped(text: string, indent: string): string {
  return text.replace(/(?<=\S) (?=[\p{L}\p{N}])/u, `\n${indent}`);
}
