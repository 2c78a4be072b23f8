import type { World } from '../../core/provider';
import type { Store } from './store';
import type { StripeDesk } from './stripe';

/** What every part of the provider works with. */
export interface Desk {
  readonly world: World;
  readonly store: Store;
  /** The merchant of record's account at Stripe. */
  readonly stripe: StripeDesk;
  /** The provider's own origin. */
  readonly origin: string;
}
