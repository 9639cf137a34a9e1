import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Tests that drive real browsers or build the extension: one file at a time, with room for slow machines. */
const inBrowsers = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 } as const;

/** Those that ask real browsers, beside the tables that are checked without them. */
const LIVE = 'test/oracle/**/live.test.ts';

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false })],
  define: { __BROWSER__: '"chrome"', __VERSION__: '"0.0.0"' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Property tests take seconds; a machine that is busy with something else takes several times as long.
          testTimeout: 30_000,
          setupFiles: ['test/property-seed.ts'],
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/rules/**/*.test.ts', 'test/oracle/**/*.test.ts'],
          exclude: [LIVE],
        },
      },
      {
        extends: true,
        test: { name: 'structure', include: ['test/structure/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: [
            'test/browsers/**/*.test.ts',
            'test/gallery/**/*.test.ts',
            'test/pictures/**/*.test.ts',
            'test/e2e/**/*.test.ts',
            'test/completeness/**/*.test.ts',
            LIVE,
          ],
          ...inBrowsers,
        },
      },
      {
        extends: true,
        test: { name: 'servers', include: ['test/servers/*.test.ts'], ...inBrowsers },
      },
    ],
  },
});
