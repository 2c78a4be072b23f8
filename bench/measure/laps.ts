import { type Lap, PHASES, type Phase } from '../buy/types';

/** What each phase of one purchase took, milliseconds. */
export type Laps = Readonly<Record<Phase, number>>;

/** Goes a purchase and times its phases; a phase that it has not is 0. */
export async function timed(buy: (lap: Lap) => Promise<void>): Promise<Laps> {
  const laps = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  let at = performance.now();
  await buy((phase) => {
    const now = performance.now();
    laps[phase] += now - at;
    at = now;
  });
  return laps;
}

export function total(laps: Laps): number {
  return PHASES.reduce((sum, phase) => sum + laps[phase], 0);
}
