export type { Html } from './html.js';
