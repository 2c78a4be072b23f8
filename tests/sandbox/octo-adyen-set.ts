import { afterAll, beforeAll, beforeEach } from 'vitest';
import { z } from 'zod';
import { ADYEN_CLIENT_KEY } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { AdyenPayer, type SessionOnPage } from './adyen-payer';
import { type Answer, OctoShop } from './octo-client';
import type { WireBooking, WireOrder } from './octo-wire';

/** A sandbox, a shop's server, and the page that pays. */
export interface AdyenSet {
  readonly sandbox: TestSandbox;
  readonly shop: OctoShop;
  readonly page: AdyenPayer;
  /** Holds the pass that is paid through Adyen; with an address to return to unless told otherwise. */
  hold(more?: Record<string, unknown>): Promise<WireBooking>;
  /** The ledger's charges as status, captured and refunded. */
  charges(): Promise<[string, number, number][]>;
}

export const RETURN = 'http://localhost:3000/return/one';

const part = z.looseObject({
  environment: z.literal('test'),
  clientKey: z.literal(ADYEN_CLIENT_KEY),
  session: z.object({ id: z.string().startsWith('CS'), sessionData: z.string() }).nullable(),
  paymentMethodsConfiguration: z.object({ card: z.looseObject({ hasHolderName: z.boolean() }) }),
});

type Held = Pick<WireBooking | WireOrder, 'cardPayment'>;

export const adyenOf = ({ cardPayment }: Held) => part.parse(cardPayment?.adyen);

export function sessionOf(held: Held): SessionOnPage {
  const { session } = adyenOf(held);
  if (!session) throw new Error('There is no session.');
  return session;
}

/** What a confirmation says of a session. */
export const by = (sessionId: string, more: Record<string, unknown> = {}) => ({
  cardPayment: { gateway: 'adyen', adyen: { sessionId, ...more } },
});

/** Repeats a confirmation as the documentation asks for, until it is no longer pending. */
export const patiently = (confirm: () => Promise<Answer>): Promise<Answer> =>
  until(confirm, ({ text }) => !text.includes('PAYMENT_PENDING'));

/** The unit items of a hold and one more ticket. */
export const oneMore = ({ unitItems: items }: WireBooking) => ({
  unitItems: [...items.map(({ uuid, unitId }) => ({ uuid, unitId })), { unitId: items[0]?.unitId }],
});

/** Registers the set-up of a file's tests; what it answers is good within them. */
export function adyenSet(): AdyenSet {
  let sandbox: TestSandbox;
  let shop: OctoShop;
  let page: AdyenPayer;

  beforeAll(async () => {
    sandbox = await testSandbox();
    shop = new OctoShop(sandbox);
    page = new AdyenPayer(() => sandbox.origin('adyen'), ADYEN_CLIENT_KEY);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  return {
    get sandbox() {
      return sandbox;
    },
    get shop() {
      return shop;
    },
    get page() {
      return page;
    },
    hold: (more = { returnUrl: RETURN }) => shop.hold('OC105', { adult: 1 }, more),
    charges: async () =>
      (await sandbox.ledger()).charges.map(({ status, captured, refunded }) => [status, captured, refunded]),
  };
}
