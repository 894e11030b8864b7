import { defineConfig } from 'vitest/config';

/** The properties of registers, on far more of them than the suite has time for. */
export default defineConfig({
  test: {
    include: ['test/campaign/**/*.test.ts', 'test/model/fuzz.test.ts', 'test/register/properties.test.ts'],
    globalSetup: ['test/support/build.ts'],
    env: { CAMPAIGN: 'yes' },
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
