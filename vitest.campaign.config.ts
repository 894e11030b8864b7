import { defineConfig } from 'vitest/config';

/** The properties in test/campaign/ on far more registers than the suite has time for. */
export default defineConfig({
  test: {
    include: ['test/campaign/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    env: { CAMPAIGN: 'yes' },
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
