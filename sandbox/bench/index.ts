import type { ProviderId, Scenario } from '../core/provider';
import { providers } from '../registry';
import { type Ending, endingOf, insteadOf } from './ends';
import * as payers from './payers';
import type { Purchase } from './purchase';
import * as sellers from './sellers';

export type { Ending } from './ends';
export type { Later, Order, Purchase, SellerId } from './purchase';

/** A scenario as the test bench shows it: with its provider's name for people, the purchase that meets it, and where that ends. */
export interface BenchScenario extends Scenario {
  readonly system: string;
  readonly buy: Purchase;
  readonly ends: Ending;
  /** What may be done instead of what it says, and where that ends. */
  readonly instead: Readonly<Record<string, Ending>>;
}

/** How each provider's scenarios are met. */
const MET: Readonly<Record<ProviderId, (scenario: Scenario) => Purchase>> = { ...sellers, ...payers };

/** Every scenario of every provider, in the order of the registry. */
export function benchScenarios(): readonly BenchScenario[] {
  return providers.flatMap(({ id, title, scenarios }) =>
    scenarios.map((scenario) => ({
      ...scenario,
      system: title,
      buy: MET[id](scenario),
      ends: endingOf(scenario.id),
      instead: insteadOf(scenario.id),
    })),
  );
}
