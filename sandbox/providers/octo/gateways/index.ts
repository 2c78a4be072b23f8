import type { World } from '../../../core/provider';
import type { GatewayId } from '../catalogue/types';
import { absentGateway } from './absent';
import { externalGateway } from './external';
import { stripeGateway } from './stripe';
import type { Gateway } from './types';
import { type VivaManner, vivaGateway } from './viva';

/** The environment key that a Spreedly form is opened with. */
const SPREEDLY_ENVIRONMENT = 'octoSandboxSpreedlyEnv';

/** Every gateway, by the name that the wire has for it. */
export type Gateways = Readonly<Record<GatewayId, Gateway>>;

/**
 * The desks at which orders are paid. Stripe and external are whole; a gateway whose provider is not played by this
 * sandbox tells its part of `cardPayment` and refuses every payment.
 */
export function gateways(world: World, manner: VivaManner): Gateways {
  return {
    stripe: stripeGateway(() => world.origin('stripe')),
    external: externalGateway(),
    adyen: absentGateway('adyen', 'Adyen', async (_order, due) =>
      due === 0 ? {} : { environment: 'test', clientKey: 'sim_octo', session: null },
    ),
    vivawallet: vivaGateway(manner),
    spreedly: absentGateway('spreedly', 'Spreedly', async () => ({ env: SPREEDLY_ENVIRONMENT })),
    bridgepay: absentGateway('bridgepay', 'BridgePay', async () => ({ publicKey: 'bp_octo_sandbox' })),
  };
}
