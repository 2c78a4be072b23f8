import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { z } from 'zod';
import { OCTO_KEYS, OCTO_STRIPE } from '@/sandbox/core/secrets';
import type { TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import {
  bookingSchema,
  orderSchema,
  slotSchema,
  type WireBooking,
  type WireOrder,
  type WireSlot,
} from './octo-wire';

export const ALL = 'octo/content, octo/pricing, octo/cart, octo/cardPayments';

/** Who buys in these tests. */
export const CONTACT = {
  firstName: 'Ada',
  lastName: 'Byron',
  emailAddress: 'ada@example.com',
  phoneNumber: '+442087599036',
  country: 'GB',
};

/** An answer: its status, headers, text and JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

/** What a shop's server does at an OCTO supplier, and what its payment page does at Stripe. */
export class OctoShop {
  readonly stripe: Stripe;

  constructor(
    readonly sandbox: TestSandbox,
    private readonly options: { key?: string; capabilities?: string; env?: string } = {},
  ) {
    const { hostname, port } = new URL(sandbox.origin('stripe'));
    this.stripe = new Stripe(OCTO_STRIPE.secretKey, {
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
    });
  }

  /** The same sandbox with other headers. */
  as(options: { key?: string; capabilities?: string; env?: string }): OctoShop {
    return new OctoShop(this.sandbox, { ...this.options, ...options });
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const { key = OCTO_KEYS.direct, capabilities = ALL, env } = this.options;
    const answer = await fetch(`${this.sandbox.origin('octo')}/octo${path}`, {
      method,
      headers: headers ?? {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'octo-capabilities': capabilities,
        ...(env && { 'octo-env': env }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: JSON.parse(text) };
  }

  /** Slots of the next eight weeks. */
  async slots(
    productId: string,
    optionId = 'DEFAULT',
    more: Record<string, unknown> = {},
  ): Promise<WireSlot[]> {
    const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
    const input = { productId, optionId, localDateStart: day(5), localDateEnd: day(60), ...more };
    return z.array(slotSchema).parse((await this.call('POST', '/availability', input)).json);
  }

  /** The body of a reservation: so many of each unit (`adult`) in the first slot that has room for ten. */
  async choice(
    productId: string,
    units: Record<string, number> = { adult: 1 },
    optionId = 'DEFAULT',
  ): Promise<Record<string, unknown>> {
    const slots = productId === 'OC105' ? [] : await this.slots(productId, optionId);
    const count = Object.values(units).reduce((all, one) => all + one, 0);
    const open = slots.find(({ available, vacancies }) => available && (vacancies ?? 99) >= count + 1);
    return {
      uuid: randomUUID(),
      productId,
      optionId,
      ...(open && { availabilityId: open.id }),
      unitItems: Object.entries(units).flatMap(([type, quantity]) =>
        Array.from({ length: quantity }, () => ({ uuid: randomUUID(), unitId: `${productId}-${type}` })),
      ),
    };
  }

  async hold(
    productId: string,
    units?: Record<string, number>,
    more: Record<string, unknown> = {},
    optionId?: string,
  ): Promise<WireBooking> {
    return booking(
      await this.call('POST', '/bookings', { ...(await this.choice(productId, units, optionId)), ...more }),
    );
  }

  async booking(uuid: string): Promise<WireBooking> {
    return booking(await this.call('GET', `/bookings/${uuid}`));
  }

  async order(id: string): Promise<WireOrder> {
    return order(await this.call('GET', `/orders/${id}`));
  }

  confirm(held: { uuid: string }, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.call('POST', `/bookings/${held.uuid}/confirm`, { contact: CONTACT, ...more });
  }

  /** Pays the intent of a booking or order with a test card, as the payment page would; answers its id. */
  async pay(held: Pick<WireBooking, 'cardPayment'>, method = 'pm_card_visa'): Promise<string> {
    const intent = intentOf(held);
    await this.stripe.paymentIntents.confirm(intent, {
      payment_method: method,
      return_url: 'http://localhost:3000/return',
    });
    return intent;
  }

  /** What a confirmation sends about an intent. */
  paid(intent: string): Record<string, unknown> {
    return { cardPayment: { gateway: 'stripe', stripe: { paymentIntent: intent } } };
  }

  until(uuid: string, done: (booking: WireBooking) => boolean): Promise<WireBooking> {
    return until(() => this.booking(uuid), done);
  }
}

/** The booking of an answer; throws with the refusal when it is none. */
export function booking(answer: Answer): WireBooking {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return bookingSchema.parse(answer.json);
}

export function order(answer: Answer): WireOrder {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return orderSchema.parse(answer.json);
}

/** Code, words and echoes of a refusal, beside its status. */
export function refusal(answer: Answer): Record<string, unknown> {
  const body = z.looseObject({ error: z.string(), errorMessage: z.string().min(1) }).parse(answer.json);
  return { status: answer.status, ...body };
}

export function intentOf({ cardPayment: payment }: Pick<WireBooking, 'cardPayment'>): string {
  const id = payment?.stripe?.paymentIntent?.id;
  if (!id) throw new Error('There is no payment intent.');
  return id;
}
