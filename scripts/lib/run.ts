import { type ChildProcess, spawn } from 'node:child_process';

/** Runs a command with our output, and answers its exit code. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Starts a Node program that goes on, TypeScript too. Node itself and not `npx`, which hands no signal on: the
 * program would outlive us and keep its port.
 */
export function startProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdio: 'inherit' | 'ignore' = 'inherit',
): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', stdio, 'inherit'], env });
}

/** Arguments of Node for the sandbox. */
export const SANDBOX: readonly string[] = ['--import', 'tsx', 'sandbox/main.ts'];

/** Calls `stop` once: at Ctrl-C, when told to end, or when the shell that started us is gone without a word. */
export function whenTold(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && once(), 1000);
  watch.unref();
  let told = false;
  const once = () => {
    if (told) return;
    told = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
}

/** Ends a program that we started and waits until it is gone. */
export async function stopProgram(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
