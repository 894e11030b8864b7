import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    // Vitest itself would leave one processor to nobody: on two, only one file would run at a time.
    maxWorkers: '100%',
    // Real browsers on small machines: a test may wait, none may be flaky for want of time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
