import { batch } from './load';
import type { Memory } from './memory';

/** What one round of the soak does; the same in each. */
export const ROUND = { reads: 2000, pages: 400, purchases: 40 } as const;

/** The same work in equal rounds, and what the shop holds after each: level from the second on, or something leaks. */
export async function soak(
  rounds: number,
  work: { read(): Promise<boolean>; page(): Promise<boolean>; purchase(n: number): Promise<void> },
  memory: () => Promise<Memory>,
): Promise<readonly Memory[]> {
  const sure = (ask: () => Promise<boolean>) => async () => {
    if (!(await ask())) throw new Error('The shop refused a read');
  };
  const held: Memory[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await batch(ROUND.reads, 16, sure(work.read));
    await batch(ROUND.pages, 16, sure(work.page));
    await batch(ROUND.purchases, 8, work.purchase);
    held.push(await memory());
  }
  return held;
}
