import type { Browser } from '@playwright/test';
import type { Memory } from '../measure/memory';
import type { Stage } from '../stage';

/** What the parts have in common. */
export interface Hall {
  readonly stage: Stage;
  readonly browser: Browser;
  /** What the shop held before anybody came. */
  readonly idle: Memory;
}

/** A part of the benchmark: measures, and writes its section of docs/benchmarks.md. */
export type Part = (hall: Hall) => Promise<string>;
