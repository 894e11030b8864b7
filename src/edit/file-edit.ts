import type { Change } from './changes.js';

/** What is to be written: changes of a file that is there, or a file that is not. Paths are inside the register, with `/`. */
export type FileEdit =
  | { readonly kind: 'change'; readonly path: string; readonly changes: readonly Change[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };
