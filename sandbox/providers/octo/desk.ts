import type { World } from '../../core/provider';
import type { Gateways } from './gateways';
import type { Store } from './store';

/** What every part of the provider works with. */
export interface Desk {
  readonly world: World;
  readonly store: Store;
  readonly gateways: Gateways;
  /** The provider's own origin. */
  readonly origin: string;
}
