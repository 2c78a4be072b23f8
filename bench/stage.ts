import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProviderId } from '../sandbox/core/provider';
import { providers } from '../sandbox/registry';
import { untilReady } from '../scripts/lib/ready';
import { SANDBOX, startProgram, stopProgram } from '../scripts/lib/run';
import { sandboxEnvAt } from '../scripts/lib/sandbox-env';
import { type Memory, weigh } from './measure/memory';

const PORT = Number(process.env.BENCH_PORT ?? 3900);
const SANDBOX_PORT = PORT + 1000;

export const SHOP = `http://localhost:${PORT}`;
export const CONTROL = `http://127.0.0.1:${SANDBOX_PORT}`;

/** Where the sandbox's providers listen. */
export function originOf(id: ProviderId): string {
  const offset = providers.find((provider) => provider.id === id)?.offset;
  if (offset === undefined) throw new Error(`The sandbox does not play ${id}`);
  return `http://127.0.0.1:${SANDBOX_PORT + offset}`;
}

/** The production build as it is, and a word with it about its memory. */
const PROBED = ['--expose-gc', '--import', './bench/measure/probe.mjs'];

/** A shop and a sandbox of the benchmark's own, on the production build. */
export interface Stage {
  readonly coldStartsMs: readonly number[];
  /** What the shop's process holds now. */
  memory(): Promise<Memory>;
  close(): Promise<void>;
}

const STARTS = 5;

/** Starts the sandbox, and the shop several times: the last one stays. */
export async function openStage(): Promise<Stage> {
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
  const coldStartsMs: number[] = [];
  for (;;) {
    const begun = performance.now();
    const app = startProgram([...PROBED, 'scripts/start.mjs'], env, 'ignore');
    await firstAnswer(`${SHOP}/api/ready`);
    coldStartsMs.push(performance.now() - begun);
    if (coldStartsMs.length < STARTS) {
      await stopProgram(app);
      continue;
    }
    return {
      coldStartsMs,
      memory: () => weigh(app.pid ?? 0, join(data, 'memory.json')),
      close: async () => {
        await Promise.all([stopProgram(app), stopProgram(sandbox)]);
        rmSync(data, { recursive: true, force: true });
      },
    };
  }
}

/** Asks so often that the asking does not count. */
async function firstAnswer(url: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 10));
  }
  throw new Error(`${url} does not answer`);
}
