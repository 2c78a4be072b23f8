import { boot } from '@/lib/boot';
import { getFoyer } from '@/lib/foyer';
import type { Answered, Asked } from './wire';

/** One instance of the shop as it runs in life, with its sweeper and its stop handler; asked by message, not by HTTP. */
async function live(): Promise<void> {
  await boot();
  const { heart } = await getFoyer();
  process.on('message', async ({ n, method, args }: Asked) => {
    const verb = heart[method] as (...all: unknown[]) => Promise<unknown>;
    const answer: Answered = await verb(...args).then(
      (value) => ({ n, ok: true, value: value ?? null }),
      (cause: unknown) => ({ n, ok: false, why: String(cause) }),
    );
    if (process.connected) process.send?.(answer);
  });
  process.send?.({ n: -1, ok: true, value: 'ready' } satisfies Answered);
}

void live();
