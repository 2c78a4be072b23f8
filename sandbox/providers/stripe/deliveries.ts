import { createHmac } from 'node:crypto';
import { Outbox, postNotice } from '../../core/outbox';
import type { World } from '../../core/provider';
import { merchantOf } from './merchants';
import type { State } from './state';
import type { StripeEvent } from './types';

interface Target {
  url: string;
  secret: string;
  events: readonly string[];
}

/** `Stripe-Signature` over a payload. Real time, not the sandbox's: receivers check its age by their own clock. */
export function sign(payload: string, secret: string, at = Math.floor(Date.now() / 1000)): string {
  const v1 = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  return `t=${at},v1=${v1}`;
}

/** Webhooks: to the endpoints that the merchant was born with and those it created, on its own account or the event's. */
export function deliveries(world: World, state: State): Outbox<StripeEvent, Target> {
  return new Outbox<StripeEvent, Target>(world, {
    targets(event) {
      const merchant = merchantOf(event.account);
      const created = state.endpoints
        .all()
        .filter(({ account }) => account === event.account || account === merchant?.account);
      return [...(merchant?.endpoints(world) ?? []), ...created].filter(
        ({ events }) => events.includes('*') || events.includes(event.type),
      );
    },
    concerns(event, subject) {
      if (subject === event.id || subject === event.subject) return true;
      const { metadata = {} } = state.intents.find(event.subject) ?? state.charges.find(event.subject) ?? {};
      return (
        [metadata.basket_id, metadata.order_id, metadata.group].includes(subject) ||
        merchantOf(event.account)?.id === subject
      );
    },
    async post(event, { url, secret }) {
      const payload = JSON.stringify(event.body, null, 2);
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': sign(payload, secret),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      };
      return (await postNotice(url, headers, payload)).ok;
    },
  });
}
