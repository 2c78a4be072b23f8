import type { World } from '../../core/provider';
import {
  INGRESSO_STRIPE,
  MUSEMENT_STRIPE,
  OCTO_STRIPE,
  STRIPE_ACCOUNT,
  STRIPE_PUBLISHABLE_KEY,
  STRIPE_SECRET_KEY,
  TICKITTO_WEBHOOK_PATH,
  TICKITTO_WEBHOOK_SECRET,
} from '../../core/secrets';

/** A customer of Stripe's: keys, the accounts its money lands on, and where its webhooks go. */
export interface Merchant {
  /** Stable name for the control port. */
  readonly id: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Its own account: where objects live when a call has no `Stripe-Account`. */
  readonly account: string;
  /** Other accounts that its keys may act for with `Stripe-Account`. Objects of one are unknown to another. */
  readonly connected: readonly string[];
  /** Endpoints it set up beforehand; events of its connected accounts reach them too, with `account` in the event. */
  endpoints(world: World): readonly { url: string; secret: string; events: readonly string[] }[];
}

/** Every merchant. A new one is an entry here and keys in `sandbox/core/secrets.ts`. */
export const merchants: readonly Merchant[] = [
  {
    id: 'tickitto',
    secretKey: STRIPE_SECRET_KEY,
    publishableKey: STRIPE_PUBLISHABLE_KEY,
    account: 'acct_tickitto_platform',
    connected: [STRIPE_ACCOUNT],
    endpoints: (world) => [
      {
        url: `${world.origin('tickitto')}${TICKITTO_WEBHOOK_PATH}`,
        secret: TICKITTO_WEBHOOK_SECRET,
        events: ['*'],
      },
    ],
  },
  // The supplier asks for its intents when it is asked to confirm, and so needs no webhooks.
  { id: 'octo', ...OCTO_STRIPE, account: 'acct_octo_sandbox', connected: [], endpoints: () => [] },
  // Musement confirms by hand, so that it hears of everything by its own calls.
  {
    id: 'musement',
    ...MUSEMENT_STRIPE,
    account: 'acct_musement_sandbox',
    connected: [],
    endpoints: () => [],
  },
  // Ingresso charges while the shop's call waits, so it needs no webhooks.
  ...Object.entries(INGRESSO_STRIPE).map(
    ([id, keys]): Merchant => ({
      id,
      ...keys,
      account: `acct_${id}_sandbox`,
      connected: [],
      endpoints: () => [],
    }),
  ),
];

/** The merchant whose own or connected account this is. */
export function merchantOf(account: string): Merchant | undefined {
  return merchants.find((m) => m.account === account || m.connected.includes(account));
}
