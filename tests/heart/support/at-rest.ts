import { oracle } from './oracle';
import type { stage } from './stage';

type Stage = ReturnType<typeof stage>;

/** What the sweeper does each second, here only when the test lets time pass. */
export async function sweep({ store, clock }: Stage, { heart }: Stage['first']): Promise<void> {
  const due = await store.due(clock.now(), 10);
  for (const id of due) void heart.door.settle(id, 0);
  await clock.advance(0);
}

/** Jumps from one wake-up to the next until none is left within two days. */
export async function comeToRest(set: Stage, process: Stage['first']): Promise<void> {
  const { clock, store } = set;
  const end = clock.now() + 2 * 86_400_000;
  await clock.advance(60_000);
  for (;;) {
    const stored = await store.read('c1');
    if (!stored || stored.dueAt === null || stored.dueAt > end) return;
    await clock.advance(Math.max(1000, stored.dueAt - clock.now()));
    await sweep(set, process);
    await clock.advance(10_000);
  }
}

/** The oracle's objections, with the checkout's history beside them where there are any. */
export async function objections({ store, world }: Stage): Promise<readonly string[]> {
  const stored = await store.read('c1');
  if (!stored) return ['the checkout is gone'];
  const wrong = oracle(world, stored.checkout);
  if (wrong.length === 0) return wrong;
  const history = (await store.journal('c1')).map(({ kind, name }) => `${kind} ${name}`);
  return [...wrong, history.join(' · '), JSON.stringify(stored.checkout.money)];
}

/** How many orders of events a test plays, and from which seed: the same in every run of CI; `SEED=random` or a number explores others. */
export function runs(): { readonly numRuns: number; readonly seed: number | undefined } {
  const numRuns = Number(process.env.INTERLEAVINGS ?? 2000);
  const seed = process.env.SEED === 'random' ? undefined : Number(process.env.SEED ?? 20_261_121);
  return { numRuns, seed };
}
