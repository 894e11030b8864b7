import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * These change the process that they run in (they mock modules, set its environment or look at its listeners), or compile the templates
 * themselves.
 */
const ALONE = [
  'test/html/precompiled-templates.test.ts',
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
        // The parts of templates as the build compiled them, as in what ships: to compile them takes ten times as long as to make a page. A part
        // of another text is compiled all the same.
        resolve: {
          alias: [
            {
              find: /^\.\/precompiled-templates\.js$/,
              replacement: join(import.meta.dirname, 'dist/html/precompiled-templates.js'),
            },
          ],
        },
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
