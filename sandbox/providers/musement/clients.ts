import { MUSEMENT_CLIENTS } from '../../core/secrets';

/** What a partner may do beside selling. Permission is a matter of its contract, not of a login. */
export type Scope = 'no-payment' | 'order-item-cancellation';

/** A partner, as its contract has it. */
export interface Partner {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly Scope[];
  /** Customers pay Musement, through the gateways that it splits payments over. */
  readonly split: boolean;
}

/** Every partner. A new one is an entry here and keys in `sandbox/core/secrets.ts`. */
export const PARTNERS: readonly Partner[] = [
  { ...MUSEMENT_CLIENTS.direct, scopes: ['no-payment', 'order-item-cancellation'], split: true },
  { ...MUSEMENT_CLIENTS.split, scopes: [], split: true },
  { ...MUSEMENT_CLIENTS.merchant, scopes: ['no-payment', 'order-item-cancellation'], split: false },
];
