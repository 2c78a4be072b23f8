import { type ChildProcess, fork } from 'node:child_process';
import type { Heart } from '@/lib/checkout/heart';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { Answered, Asked } from './wire';

/** What a browser waits for an answer before its proxy tries another instance. */
const CALL_MS = 4000;

/** How long a customer goes on trying. */
const PATIENCE_MS = 60_000;

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** An instance of the shop in a process of its own. */
export interface Instance {
  readonly pid: number;
  /** True while the balancer sends it customers. */
  serving: boolean;
  call(asked: Omit<Asked, 'n'>): Promise<unknown>;
  /** Resolves with how it ended. */
  readonly gone: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  signal(signal: NodeJS.Signals): void;
  alive(): boolean;
}

/** Starts one; resolves when it is ready. */
export async function startInstance(
  program: string,
  databaseUrl: string,
  basePort: number,
): Promise<Instance> {
  const env = sandboxEnvAt(basePort, { DATABASE_URL: databaseUrl, SMTP_URL: '', LOG_LEVEL: 'silent' });
  const child = fork(program, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const waiting = new Map<number, (answer: Answered) => void>();
  let count = 0;
  const gone = ended(child, waiting);
  child.on('message', (answer: Answered) => waiting.get(answer.n)?.(answer));
  const ready = new Promise<void>((done, fail) => {
    waiting.set(-1, () => done());
    void gone.then(({ code }) => fail(new Error(`An instance ended with ${code} before it was ready`)));
  });
  await ready;
  return {
    pid: child.pid ?? 0,
    serving: true,
    gone,
    signal: (signal) => void child.kill(signal),
    alive: () => child.exitCode === null && child.signalCode === null,
    call: (asked) => {
      count += 1;
      const n = count;
      const answer = new Promise<unknown>((done, fail) => {
        waiting.set(n, (one) => (one.ok ? done(one.value) : fail(new Error(one.why))));
        setTimeout(() => fail(new Error('No answer')), CALL_MS).unref();
      });
      child.send({ n, ...asked } satisfies Asked, (cause) => cause && waiting.get(n)?.(lost(n)));
      return answer.finally(() => waiting.delete(n));
    },
  };
}

function ended(child: ChildProcess, waiting: ReadonlyMap<number, (answer: Answered) => void>) {
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.once('exit', (code, signal) => {
      for (const [n, answer] of waiting) if (n >= 0) answer(lost(n));
      done({ code, signal });
    });
  });
}

const lost = (n: number): Answered => ({ n, ok: false, why: 'The instance is gone' });

/**
 * The heart behind a load balancer: each call goes to the next instance that serves, and to another when that one dies,
 * freezes or has lost its database. Repeats are safe because the caller chose the ids.
 */
export function balanced(instances: readonly Instance[]): Heart {
  let turn = 0;
  const next = () => {
    const serving = instances.filter(({ serving: on }) => on);
    turn += 1;
    return serving[turn % serving.length];
  };
  const ask = async (method: keyof Heart, args: readonly unknown[]): Promise<unknown> => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const instance = next();
        if (!instance) throw new Error('Nobody serves');
        return await instance.call({ method, args });
      } catch (cause) {
        if (Date.now() > end) throw cause;
        await pause(150);
      }
    }
  };
  return new Proxy({} as Heart, {
    get:
      (_, method: keyof Heart) =>
      (...args: unknown[]) =>
        ask(method, args),
  });
}
