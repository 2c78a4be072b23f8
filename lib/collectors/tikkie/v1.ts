import type { HttpClient } from '@/lib/platform/http/types';
import { get, post } from './calls';
import type { TikkieV1 } from './config';
import { fromV1 } from './map';
import { PAGE, type TikkieApi } from './request';
import { authorised } from './token';
import { madeV1, pageV1, requestV1 } from './wire';

/** `2016-06-09T18:00:00Z`: version 1 takes no milliseconds. */
const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/**
 * Version 1 (the platform's documentation, "Tikkie Payment Request API"): a platform, its user, the user's bank account. It can
 * neither close a request nor give money back. Creating has no key against doing it twice, so it is sent once.
 */
export function v1(http: HttpClient, settings: TikkieV1, now: () => number): TikkieApi {
  const { platformToken, userToken, bankAccountToken, payUrl } = settings;
  const send = authorised(http, settings, now);
  const user = `/v1/tikkie/platforms/${platformToken}/users/${userToken}`;
  const urlOf = (token: string) => `${payUrl}/${token}`;
  return {
    create: async (ctx, { externalId, description, amount }) => {
      const json = { amountInCents: String(amount), currency: 'EUR', description, externalId };
      const path = `${user}/bankaccounts/${bankAccountToken}/paymentrequests`;
      const reply = await send(ctx, { ...post('create', path), body: { json } }, madeV1);
      if (reply.kind !== 'ok') return reply;
      const { paymentRequestToken: token, paymentRequestUrl: url } = reply.value;
      return { kind: 'ok', value: { token, url } };
    },
    read: async (ctx, token) => {
      const path = `${user}/paymentrequests/${encodeURIComponent(token)}`;
      const reply = await send(ctx, get('read', path), requestV1);
      return reply.kind === 'ok' ? { kind: 'ok', value: fromV1(reply.value, urlOf) } : reply;
    },
    list: async (ctx, { from, to }, page) => {
      const query = {
        offset: page * PAGE,
        limit: PAGE,
        fromDate: from === undefined ? undefined : second(from),
        toDate: to === undefined ? undefined : second(to),
      };
      const reply = await send(ctx, { ...get('list', `${user}/paymentrequests`), query }, pageV1);
      if (reply.kind !== 'ok') return reply;
      const { paymentRequests, totalElements: total } = reply.value;
      return { kind: 'ok', value: { rows: paymentRequests.map((one) => fromV1(one, urlOf)), total } };
    },
  };
}
