import type { DocumentInfo } from '../start.js';
import { withDay } from './dates.js';
import { assertWhole } from './whole.js';

/** Chromium's bytes made fit to publish: one concern after another, bytes to bytes. */
export function finish(bytes: Uint8Array, { day }: DocumentInfo): Uint8Array {
  assertWhole(bytes);
  return withDay(bytes, day);
}
