import { configDefaults, defineConfig } from 'vitest/config';

/** These change the process that they run in: they mock modules, set its environment or look at its listeners. */
const ALONE = [
  'test/pdf/browser.test.ts',
  'test/pdf/browser-dies.test.ts',
  'test/pdf/unsupported-pdf.test.ts',
  'test/user-cache/no-home.test.ts',
  'test/workflows/library.test.ts',
];

/** Real browsers on small machines: a test may wait, none may be flaky for want of time. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: ['test/support/build.ts'],
    // Vitest would leave one processor free: on two, only one file would run at a time.
    maxWorkers: '100%',
    projects: [
      { test: { ...PATIENCE, name: 'alone', include: ALONE } },
      {
        test: {
          ...PATIENCE,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ALONE],
          // The sources and the browser are loaded once for each worker, not for each file.
          isolate: false,
        },
      },
    ],
  },
});
