import type { Checkout } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import { startSweeper } from '@/lib/checkout/sweeper';
import { isAtRest } from '../oracle/read';
import type { Shop } from './shop';

/** A week and a bit: by then nothing looks by itself any more. */
const FOR_EVER_MS = 9 * 24 * 3_600_000;

/** Real milliseconds after which waiting is a bug. */
const LIMIT_MS = 120_000;

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/**
 * Lets the shop's own sweeper work, and jumps over the time in which nothing is due, at most `maxMs` of it. Ends when
 * `done` says so, or when nothing will happen any more; answers what is stored then.
 */
export async function sweepUntil(
  shop: Shop,
  id: string,
  done: (checkout: Checkout, stored: Stored) => boolean,
  maxMs = FOR_EVER_MS,
): Promise<Stored> {
  const { clock, heart, deps } = shop;
  const sweeper = startSweeper(deps, heart.door);
  const begun = Date.now();
  const end = clock.now() + maxMs;
  try {
    for (;;) {
      await heart.door.drained(20_000);
      const stored = await mustRead(shop, id);
      if (done(stored.checkout, stored)) return stored;
      const inputs = await deps.store.inputs(id);
      if (stored.dueAt === null && inputs.length === 0) return stored;
      const now = clock.now();
      if (now >= end) return stored;
      if (stored.dueAt !== null && stored.dueAt > now) await clock.jump(Math.min(stored.dueAt, end) - now);
      if (Date.now() - begun > LIMIT_MS) throw new Error(`Not at rest: ${told(stored)}`);
      await pause(8);
    }
  } finally {
    sweeper.stop();
  }
}

/** Until all has ended, and looks for money that comes late are hours apart. */
export function sweepToRest(shop: Shop, id: string): Promise<Stored> {
  return sweepUntil(shop, id, (_, stored) => {
    const waits = stored.dueAt === null ? Infinity : stored.dueAt - shop.clock.now();
    return waits > 3 * 3_600_000 && isAtRest(stored);
  });
}

export async function mustRead({ store }: Pick<Shop, 'store'>, id: string): Promise<Stored> {
  const stored = await store.read(id);
  if (!stored) throw new Error(`There is no checkout ${id}`);
  return stored;
}

function told({ checkout, dueAt }: Stored): string {
  const { items, attempts, intent, closing } = checkout;
  const steps = attempts.map(({ status, step }) => `${status}:${step?.kind}`);
  return JSON.stringify({ items: items.map(({ status }) => status), steps, intent, closing, dueAt });
}
