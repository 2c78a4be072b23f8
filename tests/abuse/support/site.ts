import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Sandbox, startSandbox } from '@/sandbox/core/start';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import { controlAt } from '../../support/control';
import { CANARIES } from './canaries';
import { type Program, startShop } from './program';

/** The whole site under attack: two instances of the production server on one database, and the world outside. */
export interface Site {
  /** Behind one proxy of ours: `X-Forwarded-For` is the visitor's address, so that tests do not share limits. */
  readonly shop: Program;
  /** With nothing in front of it. */
  readonly bare: Program;
  readonly sandbox: Sandbox;
  readonly control: ReturnType<typeof controlAt> & { forgetFaults(): Promise<void> };
  /** What pages call themselves; not where the two listen. */
  readonly publicUrl: string;
  readonly data: string;
  /** The copy of the build that runs. */
  readonly build: string;
  close(): Promise<void>;
}

/** Ports from here on, in blocks of 40; the sandbox takes the first thirty. */
const FIRST_PORT = 18_000;

/** Copies the build, so that building again meanwhile pulls no file from under the server, and starts everything. */
export async function openSite(): Promise<Site> {
  if (!existsSync('.next/standalone/server.js'))
    throw new Error('This suite attacks the production build: run `npm run build` first.');
  const data = mkdtempSync(path.join(tmpdir(), 'foyer-abuse-'));
  const build = path.join(data, 'build');
  cpSync('.next/standalone', build, { recursive: true });
  const { sandbox, base } = await sandboxSomewhere();
  const publicUrl = `http://localhost:${base + 30}`;
  const env = sandboxEnvAt(base, {
    ...CANARIES.env,
    PUBLIC_URL: publicUrl,
    DATABASE_URL: `file:${data}/foyer.db`,
    // The payment pages of the sandbox, and a bank that is not there.
    ALLOWED_REDIRECTS: `https://*.bank.example,${sandbox.world.origin('ingresso')}`,
    LOG_LEVEL: 'debug',
    FOYER_BUILD: build,
  });
  const shop = await startShop({ ...env, TRUSTED_HOPS: '1' }, base + 30);
  const bare = await startShop({ ...env, TRUSTED_HOPS: '0' }, base + 31);
  return {
    shop,
    bare,
    sandbox,
    control: {
      ...controlAt(sandbox.controlOrigin),
      forgetFaults: async () => void (await fetch(`${sandbox.controlOrigin}/faults`, { method: 'DELETE' })),
    },
    publicUrl,
    data,
    build,
    close: async () => {
      await Promise.all([shop.stop(), bare.stop(), sandbox.close()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function sandboxSomewhere(): Promise<{ sandbox: Sandbox; base: number }> {
  for (let tries = 0; ; tries += 1) {
    const base = FIRST_PORT + 40 * Math.floor(Math.random() * 300);
    const shopOrigin = `http://localhost:${base + 30}`;
    try {
      await Promise.all([free(base + 30), free(base + 31)]);
      return { sandbox: await startSandbox({ basePort: base, shopOrigin, log: () => undefined }), base };
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tries > 20) throw error;
    }
  }
}

function free(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
