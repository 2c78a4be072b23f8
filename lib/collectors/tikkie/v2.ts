import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { get, pathOf, post, REQUESTS } from './calls';
import { type Reply, type Send, sender } from './client';
import type { TikkieV2 } from './config';
import { fromV2 } from './map';
import { refund } from './refund';
import { PAGE, type TikkieApi } from './request';
import { type PaymentV2, pageV2, paymentsV2, requestV2 } from './wire';

/** More payments than anybody makes through one link. */
const MOST_PAGES = 20;

/**
 * Version 2 (the platform's documentation, "Tikkie API"): an app token, no platforms. It says how much was paid, and by whom at
 * an address of its own; it can give money back.
 */
export function v2(http: HttpClient, { appToken }: TikkieV2): TikkieApi {
  const send = sender(http, { 'x-app-token': appToken });
  return {
    create: async (ctx, { externalId, description, amount, until }) => {
      const expiryDate = new Date(until).toISOString().slice(0, 10);
      const json = { amountInCents: amount, description, referenceId: externalId, expiryDate };
      const reply = await send(ctx, { ...post('create', REQUESTS), body: { json } }, requestV2);
      if (reply.kind !== 'ok') return reply;
      const { paymentRequestToken: token, url } = reply.value;
      return { kind: 'ok', value: { token, url } };
    },
    read: async (ctx, token) => {
      const reply = await send(ctx, get('read', pathOf(token)), requestV2);
      if (reply.kind !== 'ok') return reply;
      if (reply.value.numberOfPayments === 0) return { kind: 'ok', value: fromV2(reply.value, []) };
      const paid = await paymentsOf(send, ctx, token);
      return paid.kind === 'ok' ? { kind: 'ok', value: fromV2(reply.value, paid.value) } : paid;
    },
    list: async (ctx, { from, to }, page) => {
      const query = {
        pageNumber: page,
        pageSize: PAGE,
        fromDateTime: from === undefined ? undefined : new Date(from).toISOString(),
        toDateTime: to === undefined ? undefined : new Date(to).toISOString(),
      };
      const reply = await send(ctx, { ...get('list', REQUESTS), query }, pageV2);
      if (reply.kind !== 'ok') return reply;
      const { paymentRequests, totalElementCount: total } = reply.value;
      return { kind: 'ok', value: { rows: paymentRequests.map((one) => fromV2(one, null)), total } };
    },
    refund: (ctx, token, amount) => refund({ send, paymentsOf }, ctx, token, amount),
  };
}

/** Every payment of a request that is through. */
async function paymentsOf(send: Send, ctx: CallContext, token: string): Promise<Reply<readonly PaymentV2[]>> {
  const found: PaymentV2[] = [];
  for (let pageNumber = 0; pageNumber < MOST_PAGES; pageNumber += 1) {
    const query = { pageNumber, pageSize: PAGE };
    const reply = await send(ctx, { ...get('payments', `${pathOf(token)}/payments`), query }, paymentsV2);
    if (reply.kind !== 'ok') return reply;
    found.push(...reply.value.payments);
    if (reply.value.payments.length === 0 || found.length >= reply.value.totalElementCount) break;
  }
  return { kind: 'ok', value: found };
}
