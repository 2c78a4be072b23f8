import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilReady } from '../../scripts/lib/ready';
import { SANDBOX, startProgram, stopProgram } from '../../scripts/lib/run';
import { sandboxEnvAt } from '../../scripts/lib/sandbox-env';
import { APP_URL, SANDBOX_PORT } from './places';
import { type Sandbox, sandboxAt } from './sandbox';

const BASE = SANDBOX_PORT + 50;
const own = new URL(APP_URL);
own.port = String(Number(own.port) + 20);

/** Where a shop listens that one test file has for itself. */
export const OWN_URL = own.origin;

/** What that shop is called. */
export const OWN_NAME = 'Curtain Up';

/** A shop that may be killed and a world that may be spoilt, beside the ones that all tests share. */
export interface OwnShop {
  readonly sandbox: Sandbox;
  /** Starts the shop's process on the data that it has, and waits until it is ready. */
  start(): Promise<void>;
  /** Ends it by a signal; answers its exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Ends shop and sandbox, and forgets the data. */
  close(): Promise<void>;
}

/** A sandbox and a data folder of their own; the shop is not started yet. Uses the build that the run copied. */
export async function openOwnShop(): Promise<OwnShop> {
  const data = mkdtempSync(join(tmpdir(), 'foyer-e2e-own-'));
  const env = sandboxEnvAt(BASE, {
    PORT: own.port,
    HOSTNAME: '127.0.0.1',
    PUBLIC_URL: OWN_URL,
    DATABASE_URL: `file:${data}/foyer.db`,
    SANDBOX_PORT: String(BASE),
    SHOP_ORIGIN: OWN_URL,
    TRUSTED_HOPS: '1',
    LOG_LEVEL: 'error',
    SHOP_NAME: OWN_NAME,
    FOYER_BUILD: `${process.env.FOYER_E2E_DATA}/build`,
  });
  const world = startProgram(SANDBOX, env, 'ignore');
  await untilReady(`http://127.0.0.1:${BASE}/health`, world);
  let shop: ChildProcess | null = null;
  return {
    sandbox: sandboxAt(`http://127.0.0.1:${BASE}`),
    start: async () => {
      shop = startProgram(['scripts/start.mjs'], env, 'ignore');
      await untilReady(`${OWN_URL}/api/ready`, shop);
    },
    end: async (signal) => {
      if (!shop) return null;
      await stopProgram(shop, signal);
      return shop.exitCode;
    },
    close: async () => {
      if (shop) await stopProgram(shop, 'SIGKILL');
      await stopProgram(world);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
