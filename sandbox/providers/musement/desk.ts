import type { World } from '../../core/provider';
import type { AdyenDesk } from './payments/adyen';
import type { StripeDesk } from './payments/stripe';
import type { Store } from './store';
import type { Webhooks } from './webhooks';

/** What every part of the provider works with. */
export interface Desk {
  readonly world: World;
  readonly store: Store;
  /** Musement's own accounts at the two gateways. */
  readonly stripe: StripeDesk;
  readonly adyen: AdyenDesk;
  readonly webhooks: Webhooks;
  /** The provider's own origin, and where its API is below it. */
  readonly origin: string;
  readonly api: string;
}
