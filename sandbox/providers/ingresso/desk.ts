import type { World } from '../../core/provider';
import type { Params } from './params';
import type { StripeDesk } from './purchase/stripe';
import type { Store } from './store';
import type { User } from './users';

/** What every part of the provider works with. */
export interface Desk {
  readonly world: World;
  readonly store: Store;
  /** The platform's own accounts at Stripe. */
  readonly stripe: StripeDesk;
  /** The provider's own origin. */
  readonly origin: string;
}

/** One call of an account. */
export interface Call {
  readonly desk: Desk;
  readonly user: User;
  readonly subUser: string;
  readonly params: Params;
  /** What follows the endpoint's name in the path. */
  readonly rest: readonly string[];
}
