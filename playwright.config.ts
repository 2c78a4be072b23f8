import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { SHOP } from './e2e/real-hosts/names';
import { APP_URL, SANDBOX_PORT } from './e2e/support/places';
import { CHROMIUM_ARGS, chromiumPath } from './scripts/lib/chromium';
import { sandboxEnvAt } from './scripts/lib/sandbox-env';

// Workers read this file again: the folder is made once and handed down.
process.env.FOYER_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'foyer-e2e-'));

const env = sandboxEnvAt(SANDBOX_PORT, {
  PORT: new URL(APP_URL).port,
  HOSTNAME: '127.0.0.1',
  PUBLIC_URL: APP_URL,
  DATABASE_URL: process.env.E2E_DATABASE_URL ?? `file:${process.env.FOYER_E2E_DATA}/foyer.db`,
  SANDBOX_PORT: String(SANDBOX_PORT),
  SHOP_ORIGIN: APP_URL,
  // Each test comes from an address of its own, so that limits by address do not join tests that have nothing in common.
  TRUSTED_HOPS: '1',
  LOG_LEVEL: 'warn',
  // A copy, so that building again meanwhile does not pull files from under the server.
  FOYER_BUILD: `${process.env.FOYER_E2E_DATA}/build`,
}) as Record<string, string>;

/** Whole purchases in a real browser, on the production build and the sandbox, at ports of their own. No retries: a flake is a bug. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // On two cores: of four browsers two are always waiting for a bank, a mail or a clock.
  workers: 4,
  retries: 0,
  // What other suites prove without a browser is tried in one too by `npm run test:full`.
  grepInvert: process.env.FULL === '1' ? undefined : /@full/,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: APP_URL,
    // `--trace on` to look into one: recording all of them takes a third of the machine.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
      testIgnore: /real-hosts/,
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
      testMatch: /purchase\.spec|pages\.spec/,
    },
    {
      name: 'real-hosts',
      testDir: 'e2e/real-hosts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, baseURL: SHOP },
    },
  ],
  webServer: [
    {
      command: 'node --import tsx sandbox/main.ts',
      env,
      url: `http://127.0.0.1:${SANDBOX_PORT}/health`,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    },
    {
      command: 'cp -r .next/standalone "$FOYER_BUILD" && exec node scripts/start.mjs',
      env,
      url: `${APP_URL}/api/ready`,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
  ],
});
