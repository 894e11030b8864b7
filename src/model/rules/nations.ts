import type { Nation } from '../../calendar/index.js';

/** How a nation is called. */
export const NATIONS: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};
