import type { World } from '../../../core/provider';
import type { GatewayId } from '../catalogue/types';
import type { Store } from '../store';
import { absentGateway } from './absent';
import { type AdyenGateway, adyenGateway } from './adyen';
import { externalGateway } from './external';
import { stripeGateway } from './stripe';
import type { Gateway } from './types';
import { vivaGateway } from './viva';

/** The environment key that a Spreedly form is opened with. */
const SPREEDLY_ENVIRONMENT = 'octoSandboxSpreedlyEnv';

/** Every gateway, by the name that the wire has for it. */
export type Gateways = Readonly<Record<Exclude<GatewayId, 'adyen'>, Gateway>> & {
  readonly adyen: AdyenGateway;
};

/**
 * The desks at which orders are paid. Stripe, Adyen and external are whole; a gateway whose provider is not played by
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
    vivawallet: vivaGateway(store.viva),
    spreedly: absentGateway('spreedly', 'Spreedly', async () => ({ env: SPREEDLY_ENVIRONMENT })),
    bridgepay: absentGateway('bridgepay', 'BridgePay', async () => ({ publicKey: 'bp_octo_sandbox' })),
  };
}
