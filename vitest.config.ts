import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)),
  // `server-only` throws outside a bundler; under test everything is the server.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
};

/**
 * The sandbox's own forms in a browser, without the shop: the browser tests of whole purchases type into the same ones, so these
 * are the full run's.
 */
const forms =
  process.env.FULL === '1'
    ? []
    : ['tests/sandbox/adyen-{3ds,form}.test.ts', 'tests/sandbox/stripe-browser.test.ts'];

const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

/**
 * `unit` beside the code (pure, no network); `contract` spans app and sandbox over real HTTP; `api` is the shop's own, with
 * another shop put in the place of ours, and so the only one whose files need modules of their own.
 */
export default defineConfig({
  test: {
    // One more than there are cores, because some tests wait for a clock or a page.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          isolate: false,
          include: ['{app,components,lib,sandbox,scripts}/**/*.test.{ts,tsx}', 'tests/house/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/house/**', 'tests/api/**', ...forms],
          ...patient,
        },
      },
      {
        resolve: { alias },
        test: { name: 'api', include: ['tests/api/*.test.ts'], ...patient },
      },
    ],
  },
});
