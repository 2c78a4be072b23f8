import { OCTO_KEYS } from '../../core/secrets';

/** The capabilities that this supplier has. Everything else that is asked for is dropped without a word. */
export const CAPABILITIES = ['octo/content', 'octo/pricing', 'octo/cart', 'octo/cardPayments'] as const;

/** One of {@link CAPABILITIES}. */
export type Capability = (typeof CAPABILITIES)[number];

/** DIRECT: the guest's card pays the supplier. VOUCHER: the reseller collects and is invoiced. */
export type Settlement = 'DIRECT' | 'VOUCHER';

/** An API key's contract with the supplier. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly grants: readonly Capability[];
  readonly settlement: Settlement;
  /** Proved to be PCI DSS compliant: may send card numbers. */
  readonly rawCards: boolean;
  readonly revoked: boolean;
}

function connection(id: keyof typeof OCTO_KEYS, name: string, more: Partial<Connection> = {}): Connection {
  return {
    id,
    name,
    key: OCTO_KEYS[id],
    grants: CAPABILITIES,
    settlement: 'DIRECT',
    rawCards: false,
    revoked: false,
    ...more,
  };
}

/** Every connection. Bookings of one are unknown to another. */
export const CONNECTIONS: readonly Connection[] = [
  connection('direct', 'Foyer'),
  connection('certified', 'Foyer, certified for card data', { rawCards: true }),
  connection('bookings', 'Foyer without carts', {
    grants: ['octo/content', 'octo/pricing', 'octo/cardPayments'],
  }),
  connection('reseller', 'Foyer on account', {
    grants: ['octo/content', 'octo/pricing', 'octo/cart'],
    settlement: 'VOUCHER',
  }),
  connection('core', 'Foyer, core only', { grants: [], settlement: 'VOUCHER' }),
  connection('revoked', 'Closed account', { revoked: true }),
];
