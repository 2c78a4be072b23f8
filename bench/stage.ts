import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilReady } from '../scripts/lib/ready';
import { SANDBOX, startProgram, stopProgram } from '../scripts/lib/run';
import { sandboxEnvAt } from '../scripts/lib/sandbox-env';
import { type Memory, weigh } from './memory';

const PORT = Number(process.env.BENCH_PORT ?? 3900);
const SANDBOX_PORT = PORT + 1000;

export const SHOP = `http://localhost:${PORT}`;
export const CONTROL = `http://127.0.0.1:${SANDBOX_PORT}`;
export const TICKITTO = `http://127.0.0.1:${SANDBOX_PORT + 2}`;
export const STRIPE = `http://127.0.0.1:${SANDBOX_PORT + 11}`;

/** The production build as it is, and a word with it about its memory. */
const PROBED = ['--expose-gc', '--import', './bench/probe.mjs'];

/** A shop and a sandbox of the benchmark's own, on the production build. */
export async function openStage() {
  const data = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const build = join(data, 'build');
  execFileSync('cp', ['-r', '.next/standalone', build]);
  const env = sandboxEnvAt(SANDBOX_PORT, {
    PORT: String(PORT),
    HOSTNAME: '127.0.0.1',
    PUBLIC_URL: SHOP,
    DATABASE_URL: `file:${data}/foyer.db`,
    SANDBOX_PORT: String(SANDBOX_PORT),
    SHOP_ORIGIN: SHOP,
    TRUSTED_HOPS: '1',
    LOG_LEVEL: 'error',
    FOYER_BUILD: build,
    BENCH_PROBE: join(data, 'memory.json'),
  });
  const sandbox = startProgram(SANDBOX, env, 'ignore');
  await untilReady(`${CONTROL}/health`, sandbox);
  const begun = performance.now();
  const app = startProgram([...PROBED, 'scripts/start.mjs'], env, 'ignore');
  await untilReady(`${SHOP}/api/ready`, app);
  const coldStartMs = performance.now() - begun;
  return {
    coldStartMs,
    /** What the shop's process holds. */
    memory: (): Promise<Memory> => weigh(app.pid ?? 0, join(data, 'memory.json')),
    close: () => Promise.all([stopProgram(app), stopProgram(sandbox)]),
  };
}
