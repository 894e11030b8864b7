import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    // Real browsers on small machines: a test may wait, none may be flaky for want of time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
