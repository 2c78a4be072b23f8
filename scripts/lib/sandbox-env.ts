import { readFileSync } from 'node:fs';
import { parseEnvText } from './env-file';

type Overrides = Readonly<Record<string, string | undefined>>;

/** Where the sandbox's control port is; the others follow from it. `SANDBOX_PORT` moves all of them. */
export function sandboxBase(): number {
  return Number(process.env.SANDBOX_PORT ?? 4000);
}

/** `.env.sandbox` under what is set already. */
export function sandboxEnv(overrides: Overrides = {}): NodeJS.ProcessEnv {
  return { ...movedTo(sandboxBase()), ...process.env, ...overrides };
}

/** The same with the sandbox on other ports, for tests beside a running demo. `base` takes the place of 4000. */
export function sandboxEnvAt(base: number, overrides: Overrides = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...movedTo(base), ...overrides };
}

function movedTo(base: number) {
  const moved = readFileSync('.env.sandbox', 'utf8').replace(
    /127\.0\.0\.1:40(\d\d)/g,
    (_, offset: string) => `127.0.0.1:${base + Number(offset)}`,
  );
  return parseEnvText(moved);
}
