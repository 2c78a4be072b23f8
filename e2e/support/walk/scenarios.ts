import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** How a purchase ends; `sandbox/bench/ends.ts` says what each is. */
export type Ending =
  | 'tickets'
  | 'some'
  | 'overpaid'
  | 'kept'
  | 'declined'
  | 'lost'
  | 'expired'
  | 'refused'
  | 'owed'
  | 'refunded'
  | 'cancelled'
  | 'seen';

export interface Card {
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
}

/** One as the sandbox's control port lists it. */
export interface Scenario {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  /** What the tester is told to do, in words. */
  readonly how: string;
  readonly card?: Card;
  readonly event?: string;
  readonly buy: {
    readonly supplier: string;
    readonly option: string;
    readonly events: readonly string[];
    readonly opens: 'till' | 'order' | 'event';
    readonly later?: readonly { readonly title: string }[];
  };
  readonly ends: Ending;
  readonly instead: Readonly<Record<string, Ending>>;
}

/**
 * All scenarios: tests have to be named before there is a sandbox to ask. The program is run once for all workers. Left alone
 * where the walk is not gone.
 */
export function listScenarios(): readonly Scenario[] {
  if (process.env.FULL !== '1') return [];
  const file = `${process.env.FOYER_E2E_DATA}/scenarios.json`;
  if (!existsSync(file))
    writeFileSync(file, execFileSync(process.execPath, ['--import', 'tsx', 'sandbox/bench/print.ts']));
  return JSON.parse(readFileSync(file, 'utf8'));
}
