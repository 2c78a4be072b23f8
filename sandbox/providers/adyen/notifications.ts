import { createHmac } from 'node:crypto';
import { Outbox, postNotice } from '../../core/outbox';
import type { World } from '../../core/provider';
import { merchantOf } from './merchants';
import type { Amount, Notification } from './types';

interface Item {
  pspReference: string;
  originalReference: string;
  merchantAccountCode: string;
  merchantReference: string;
  amount: Amount;
  eventCode: string;
  success: string;
}

/**
 * The signature that Adyen puts into `additionalData.hmacSignature`: seven values joined by colons, each escaped.
 * @see https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures
 */
export function hmacSignature(item: Item, hexKey: string): string {
  const values = [
    item.pspReference,
    item.originalReference,
    item.merchantAccountCode,
    item.merchantReference,
    String(item.amount.value),
    item.amount.currency,
    item.eventCode,
    item.success,
  ];
  const payload = values.map((value) => value.replaceAll('\\', '\\\\').replaceAll(':', '\\:')).join(':');
  return createHmac('sha256', Buffer.from(hexKey, 'hex')).update(payload).digest('base64');
}

/** Tells merchants what came of payments, captures, cancellations and refunds. */
export function outbox(world: World) {
  return new Outbox<Notification, { url: string }>(world, {
    targets({ merchant }) {
      const hook = merchantOf(merchant)?.webhook(world);
      return hook ? [hook] : [];
    },
    concerns: ({ merchant, payment, session, reference }, subject) =>
      [merchant, payment, session, reference].includes(subject),
    async post({ item }, { url }) {
      const body = JSON.stringify({
        live: 'false',
        notificationItems: [{ NotificationRequestItem: item }],
      });
      const { ok, text } = await postNotice(url, { 'content-type': 'application/json' }, body);
      // An older account waits for the word, a newer one for the status; both count here.
      return ok || text.includes('[accepted]');
    },
  });
}
