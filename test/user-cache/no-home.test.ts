import { expect, test, vi } from 'vitest';
import { cacheFolder, isPrivate } from '../../src/user-cache/index.js';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  userInfo: () => {
    throw new Error('ENOENT: uv_os_get_passwd');
  },
}));

test('somebody whom the machine does not know has no cache, and every command goes on without', () => {
  expect(cacheFolder({ HOME: '/home/me' })).toBe('/home/me/.cache/scrutiny');
  expect(isPrivate(cacheFolder({}))).toBe(false);
});
