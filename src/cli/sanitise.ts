/** Control characters but for tabs and line ends, and the marks that turn the direction of text about. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A register may come from a stranger: nothing in it may steer the terminal that shows it. Tabs and line ends stay. */
export function sanitise(text: string): string {
  return text.replace(STEERING, '\ufffd');
}

/** The same on one line, for a name among other words: a build server takes some lines of a log for commands. */
export function sanitiseLine(text: string): string {
  return sanitise(text).replace(/[\t\n]/g, ' ');
}

/** A value for scripts. JSON itself escapes only the first 32 control characters; the others steer a terminal as well. */
export function jsonText(value: object): string {
  const written = JSON.stringify(value, undefined, 2).replace(
    STEERING,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${written}\n`;
}
