import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { untilReady } from '@/scripts/lib/ready';
import { stopProgram } from '@/scripts/lib/run';

/** A shop's process of this suite's own, with everything that it wrote. */
export interface Program {
  readonly origin: string;
  readonly port: number;
  /** Standard output and standard error so far. */
  written(): string;
  /** Resident memory, bytes. */
  rss(): number;
  alive(): boolean;
  stop(): Promise<void>;
}

/** Starts the production server as `npm start` does, and waits until it is ready. */
export async function startShop(env: NodeJS.ProcessEnv, port: number): Promise<Program> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...env, PORT: String(port), HOSTNAME: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  }
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilReady(`${origin}/api/ready`, child, 30_000);
  } catch (cause) {
    await stopProgram(child, 'SIGKILL');
    throw new Error(`The shop did not start: ${lines.join('')}`, { cause });
  }
  return {
    origin,
    port,
    written: () => lines.join(''),
    rss: () => rssOf(child),
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: () => stopProgram(child, 'SIGKILL'),
  };
}

function rssOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
}
