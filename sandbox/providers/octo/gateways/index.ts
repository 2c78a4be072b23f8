import type { World } from '../../../core/provider';
import type { GatewayId } from '../catalogue/types';
import type { Store } from '../store';
import { absentGateway } from './absent';
import { type AdyenGateway, adyenGateway } from './adyen';
import { externalGateway } from './external';
import { spreedlyGateway } from './spreedly';
import { stripeGateway } from './stripe';
import type { Gateway } from './types';
import { type VivaGateway, vivaGateway } from './viva';

/** Every gateway, by the name that the wire has for it. */
export type Gateways = Readonly<Record<Exclude<GatewayId, 'adyen' | 'vivawallet'>, Gateway>> & {
  readonly adyen: AdyenGateway;
  readonly vivawallet: VivaGateway;
};

/**
 * The desks at which orders are paid. BridgePay is named and nothing more: a gateway whose provider is not played by
 * this sandbox tells its part of `cardPayment` and refuses every payment.
 */
export function gateways(world: World, store: Store): Gateways {
  return {
    stripe: stripeGateway(() => world.origin('stripe')),
    adyen: adyenGateway({
      origin: () => world.origin('adyen'),
      now: () => world.clock.now(),
      shopOrigin: world.shopOrigin,
      locked: (order, work) => store.exclusive(order.id, work),
    }),
    external: externalGateway(),
    vivawallet: vivaGateway({
      origin: () => world.origin('viva'),
      now: () => world.clock.now(),
      manner: store.viva,
      locked: (order, work) => store.exclusive(order.id, work),
    }),
    spreedly: spreedlyGateway({ origin: () => world.origin('spreedly'), now: () => world.clock.now() }),
    bridgepay: absentGateway('bridgepay', 'BridgePay', async () => ({ publicKey: 'bp_octo_sandbox' })),
  };
}
