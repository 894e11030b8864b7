import { expect, test, vi } from 'vitest';
import { cacheFolder } from '../../src/user-cache/index.js';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  userInfo: () => {
    throw new Error('ENOENT: uv_os_get_passwd');
  },
}));

test('somebody whom the machine does not know has a cache folder that cannot be made, even by root', () => {
  expect(cacheFolder({ HOME: '/home/me' })).toBe('/home/me/.cache/scrutiny');
  expect(cacheFolder({})).toBe('/nonexistent/.cache/scrutiny');
  expect(cacheFolder({ HOME: '' })).toBe('/nonexistent/.cache/scrutiny');
});
