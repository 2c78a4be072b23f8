import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnvText } from '../../scripts/lib/env-file';
import { untilReady } from '../../scripts/lib/ready';
import { SANDBOX, startProgram, stopProgram } from '../../scripts/lib/run';
import { APP_URL, SANDBOX_PORT } from '../support/places';
import { type Sandbox, sandboxAt } from '../support/sandbox';
import { type Certificate, makeCertificate } from './certificate';
import { EVERYBODY, SHOP } from './names';
import { type Outside, openOutside } from './outside';

const BASE = SANDBOX_PORT + 150;
const SHOP_PORT = Number(new URL(APP_URL).port) + 40;

/** A shop in its production configuration, and the world that it believes to be the real one. */
export interface Stage {
  readonly certificate: Certificate;
  readonly outside: Outside;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/**
 * What an operator sets: accounts, a public address, secrets of their own. Everything of `.env.sandbox` that names this
 * machine is left out, so that every address is the one that the configuration has by default.
 */
function operatorsEnv(): Record<string, string> {
  const entries = Object.entries(parseEnvText(readFileSync('.env.sandbox', 'utf8')));
  const accounts = entries.filter(([, value]) => !/127\.0\.0\.1|sandbox-only/.test(value ?? ''));
  return {
    ...(Object.fromEntries(accounts) as Record<string, string>),
    APP_SECRET: randomBytes(32).toString('base64url'),
    PUBLIC_URL: SHOP,
    TRUSTED_HOPS: '1',
    TICKITTO_URL: 'https://tickitto.tech',
    TICKITTO_IMAGE_ORIGINS: 'https://widget.tickitto.tech',
    ALLOWED_REDIRECTS: 'https://www.vivapayments.com',
  };
}

/** Opens everything; takes about four seconds. Ends what it began when something does not open. */
export async function openStage(): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'foyer-e2e-real-'));
  const certificate = makeCertificate(data, EVERYBODY);
  const outside = await openOutside(certificate, { shopPort: SHOP_PORT, base: BASE });
  const programs: ChildProcess[] = [];
  const close = async () => {
    await Promise.all(programs.map((program) => stopProgram(program)));
    await outside.close();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const worldEnv = { ...process.env, SANDBOX_PORT: String(BASE), SHOP_ORIGIN: SHOP };
    const world = startProgram(SANDBOX, worldEnv, 'ignore');
    programs.push(world);
    const shop = startProgram(SHOP_PROGRAM, shopEnv(data, certificate, outside), 'ignore');
    programs.push(shop);
    await untilReady(`http://127.0.0.1:${BASE}/health`, world);
    await untilReady(`http://127.0.0.1:${SHOP_PORT}/api/ready`, shop);
  } catch (error) {
    await close();
    throw error;
  }
  return { certificate, outside, sandbox: sandboxAt(`http://127.0.0.1:${BASE}`), close };
}

const SHOP_PROGRAM = ['--import', './e2e/real-hosts/egress.mjs', 'scripts/start.mjs'];

/** The operator's, and where this machine keeps what an operator's machine has of its own. */
function shopEnv(data: string, certificate: Certificate, outside: Outside): NodeJS.ProcessEnv {
  return {
    ...operatorsEnv(),
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    NODE_EXTRA_CA_CERTS: certificate.path,
    OUTSIDE_PORT: String(outside.port),
    PORT: String(SHOP_PORT),
    HOSTNAME: '127.0.0.1',
    DATABASE_URL: `file:${data}/foyer.db`,
    LOG_LEVEL: 'error',
    FOYER_BUILD: `${process.env.FOYER_E2E_DATA}/build`,
  };
}
