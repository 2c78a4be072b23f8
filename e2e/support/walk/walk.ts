import type { Page } from '@playwright/test';
import type { Scenario } from './scenarios';

/** One tester with one scenario: their browser, and how far they are. */
export interface Walk {
  readonly scenario: Scenario;
  /** What is done at the end of it instead of what the scenario says; mostly nothing else. */
  readonly instead: string | undefined;
  /** The tab with the purchase. */
  readonly page: Page;
  /** The test bench's tab. */
  readonly bench: Page;
  /** The checkout's id; empty where nothing was opened yet. */
  readonly id: string;
}

/** Does as a scenario says. */
export type Act = (walk: Walk) => Promise<void>;
