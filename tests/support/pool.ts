import { type TestSandbox, testSandbox } from './sandbox';

/** Sandboxes that several cases share, one at a time each: clock and faults are a sandbox's own. */
export interface Pool {
  /** Runs `work` with a fresh sandbox. */
  use<T>(work: (sandbox: TestSandbox) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens `size` sandboxes. Most of a case is waiting, so more of them than cores pay. */
export async function sandboxPool(size: number): Promise<Pool> {
  const all: TestSandbox[] = [];
  for (let count = 0; count < size; count += 1) all.push(await testSandbox());
  const free = [...all];
  const queue: ((sandbox: TestSandbox) => void)[] = [];
  const take = () => {
    const sandbox = free.pop();
    return sandbox ? Promise.resolve(sandbox) : new Promise<TestSandbox>((done) => queue.push(done));
  };
  const give = (sandbox: TestSandbox) => {
    const next = queue.shift();
    if (next) next(sandbox);
    else free.push(sandbox);
  };
  return {
    use: async (work) => {
      const sandbox = await take();
      try {
        return await work(sandbox);
      } finally {
        await sandbox.reset();
        give(sandbox);
      }
    },
    close: async () => void (await Promise.all(all.map((sandbox) => sandbox.close()))),
  };
}
