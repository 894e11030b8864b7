import type { Attachment } from './attachment.js';

/** What a PDF says of itself, beside the title and the language of its page. */
export interface DocumentInfo {
  /** The paper's day, `2018-02-09`. */
  readonly day: string;
  /** What made the page: "scrutiny 0.1.0". */
  readonly creator?: string;
  /** Files that it carries, made while the browser prints. */
  readonly attachments?: () => readonly Attachment[];
}
