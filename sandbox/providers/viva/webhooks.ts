import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Digits, stringify } from '../../core/digits';
import { Outbox, postNotice } from '../../core/outbox';
import { major, numberOf } from './money';
import type { Sim } from './sim';
import type { PaymentOrder, Transaction } from './types';

/** What Viva tells of, by its numbers: a payment, money that went back, and a payment that failed. */
const TYPES = { created: 1796, reversed: 1797, failed: 1798 } as const;

export type VivaEventType = keyof typeof TYPES;

/** A notice. It is no proof: whoever gets it asks Viva for the transaction. */
interface Notice {
  readonly merchant: string;
  readonly type: VivaEventType;
  readonly order: string;
  readonly transaction: string;
  readonly reference: string;
  readonly body: string;
}

const keySchema = z.looseObject({ Key: z.string() });

/** Tells merchants what came of payments. A receiver is believed once it has answered with the merchant's key. */
export function outbox(sim: Sim) {
  return new Outbox<Notice, { url: string; key: string }>(sim.world, {
    targets: ({ merchant }) => [sim.merchant(merchant).webhook],
    concerns: ({ merchant, order, transaction, reference }, subject) =>
      [merchant, order, transaction, reference].includes(subject),
    async post({ body }, { url, key }) {
      const known = keySchema.safeParse(await (await fetch(url)).json());
      if (known.data?.Key !== key) return false;
      return (await postNotice(url, { 'content-type': 'application/json' }, body)).ok;
    },
  });
}

/** Sends a notice about a transaction. Nothing is sent of a customer who failed or left the bank's question. */
export function notify(sim: Sim, type: VivaEventType, order: PaymentOrder, transaction: Transaction): void {
  const { url } = sim.merchant(order.merchantId).webhook;
  const body = {
    Url: url,
    EventData: {
      OrderCode: new Digits(order.code),
      TransactionId: transaction.id,
      StatusId: transaction.status,
      Amount: major(order.amount),
      CurrencyCode: numberOf(order.currency),
      MerchantTrns: order.merchantTrns,
      CustomerTrns: order.customerTrns,
      Email: order.email,
      FullName: transaction.fullName,
      CardNumber: transaction.card.masked,
      ...(type === 'failed' ? { ResponseEventId: transaction.eventId } : {}),
    },
    Created: sim.world.clock.iso(),
    CorrelationId: randomUUID(),
    EventTypeId: TYPES[type],
    Delay: null,
    MessageId: randomUUID(),
    RecipientId: order.merchantId,
    MessageTypeId: 512,
  };
  sim.outbox.enqueue({
    merchant: order.merchantId,
    type,
    order: order.code,
    transaction: transaction.id,
    reference: order.merchantTrns,
    body: stringify(body),
  });
}
