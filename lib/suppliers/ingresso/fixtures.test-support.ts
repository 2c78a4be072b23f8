import type { JsonObject } from '@/lib/checkout/json';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import { newAttempt, newCheckout } from '@/lib/checkout/new-checkout';
import { config, type IngressoConfig } from './config';
import type { Desk } from './desk';
import { begin, type HoldMemo, notes } from './memo';

/** A shop with one account, and payment pages at one place. */
export function configWith(env: Readonly<Record<string, string>> = {}): IngressoConfig {
  const parsed = config.parse({
    INGRESSO_USER: 'u',
    INGRESSO_PASSWORD: 'p',
    ALLOWED_REDIRECTS: 'https://pay.example',
    INGRESSO_ADDRESS_LINE_ONE: '1 Partner Street',
    INGRESSO_ADDRESS_POSTCODE: 'EC1A 1AA',
    ...env,
  });
  if (!parsed) throw new Error('It is switched off');
  return parsed;
}

export const NOW = Date.UTC(2026, 10, 21, 12);

/** A desk whose calls go nowhere. */
export function deskWith(env: Readonly<Record<string, string>> = {}): Desk {
  return { config: configWith(env), send: async () => ({ kind: 'lost' }), now: () => NOW };
}

export const HOLD: HoldMemo = {
  uuid: 'uuid-1',
  account: 'main',
  mode: 'redirect',
  bundles: [
    {
      source: 'a0',
      label: 'One',
      itemIds: ['1'],
      currency: 'GBP',
      exponent: 2,
      total: 6250,
      publishableKey: 'pk_test_a123',
    },
    {
      source: 'b1',
      label: 'Two',
      itemIds: ['2'],
      currency: 'GBP',
      exponent: 2,
      total: 4500,
      publishableKey: 'pk_test_b123',
    },
  ],
  address: null,
  needsEmail: false,
};

const price = (amount: number) => ({ amount, currency: 'GBP', exponent: 2 });

/** A checkout that is held. */
export function checkoutWith(values: JsonObject = {}, change: Partial<Checkout> = {}): Checkout {
  const item = (id: string, amount: number) => ({
    id,
    title: `Item ${id}`,
    tickets: [],
    price: price(amount - 100),
    fee: price(100),
    notices: [],
    status: 'held' as const,
    vouchers: [],
  });
  const customer = { firstName: 'Ada', lastName: 'Byron', phone: '123', ...values };
  const request = { kind: 'lines', lines: [], delivery: {} } as const;
  return {
    ...newCheckout({ id: 'c1', supplier: 'ingresso', request, locale: 'en-GB' }, NOW),
    reference: 'FYR-1',
    traceId: 't',
    memo: { ...HOLD } as JsonObject,
    expiresAt: NOW + 900_000,
    items: [item('1', 6250), item('2', 4500)],
    details: { schema: {}, values: { customer } },
    ...change,
  };
}

/** An attempt whose purchase went out. */
export function attemptWith(change: Partial<Attempt> = {}): Attempt {
  const client = { ip: null, userAgent: null, accept: null };
  return {
    ...newAttempt({ id: 'a1', option: 'ingresso.redirect', client }, NOW),
    status: 'open',
    steps: 1,
    memo: notes(begin(HOLD, 'purchase')),
    exposed: true,
    ...change,
  };
}
