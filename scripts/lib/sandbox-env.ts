import { readFileSync } from 'node:fs';
import { parseEnvText, readEnvFile } from './env-file';

type Overrides = Readonly<Record<string, string | undefined>>;

/** `.env.sandbox` under what is set already. */
export function sandboxEnv(overrides: Overrides = {}): NodeJS.ProcessEnv {
  return { ...readEnvFile('.env.sandbox'), ...process.env, ...overrides };
}

/** The same with the sandbox on other ports, for tests beside a running demo. `base` takes the place of 4000. */
export function sandboxEnvAt(base: number, overrides: Overrides = {}): NodeJS.ProcessEnv {
  const moved = readFileSync('.env.sandbox', 'utf8').replace(
    /127\.0\.0\.1:40(\d\d)/g,
    (_, offset: string) => `127.0.0.1:${base + Number(offset)}`,
  );
  return { ...process.env, ...parseEnvText(moved), ...overrides };
}
