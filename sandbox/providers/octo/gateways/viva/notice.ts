import { z } from 'zod';
import { parseJson } from '../../../../core/digits';
import { orderCode } from './api';

/** Viva's number for a payment that was made. */
const PAYMENT_CREATED = 1796;

const post = z.looseObject({
  EventTypeId: z.literal(PAYMENT_CREATED),
  EventData: z.looseObject({ OrderCode: orderCode, TransactionId: z.guid() }),
});

/** A hint that something was paid. It carries no signature, so nothing in it is believed. */
export interface VivaNotice {
  readonly orderCode: string;
  readonly transactionId: string;
}

/** Reads what Viva posted; null for anything but a payment. */
export function readVivaNotice(body: string): VivaNotice | null {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return null;
  }
  const { data } = post.safeParse(json);
  return data ? { orderCode: data.EventData.OrderCode, transactionId: data.EventData.TransactionId } : null;
}
