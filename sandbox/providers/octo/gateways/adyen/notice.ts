import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ADYEN_HMAC_KEY } from '../../../../core/secrets';

const text = z.string().optional();

const item = z.looseObject({
  additionalData: z.looseObject({
    hmacSignature: z.string(),
    checkoutSessionId: text,
    cardBin: text,
    cardSummary: text,
    expiryDate: text,
    paymentMethodVariant: text,
    'recurring.recurringDetailReference': text,
  }),
  pspReference: z.string(),
  originalReference: z.string().default(''),
  merchantAccountCode: z.string(),
  merchantReference: z.string(),
  amount: z.object({ value: z.int(), currency: z.string() }),
  eventCode: z.string(),
  success: z.string(),
  reason: z.string().default(''),
});

/** One thing that Adyen tells. */
export type Notice = z.infer<typeof item>;

const post = z.looseObject({
  notificationItems: z.array(z.object({ NotificationRequestItem: item })),
});

/** Reads what Adyen posted; null when it does not read, or when a signature is not Adyen's. */
export function readNotices(body: string): Notice[] | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = post.safeParse(json);
  if (!parsed.success) return null;
  const items = parsed.data.notificationItems.map(({ NotificationRequestItem }) => NotificationRequestItem);
  return items.every(isSigned) ? items : null;
}

function isSigned(notice: Notice): boolean {
  const { pspReference, originalReference, merchantAccountCode, merchantReference, amount } = notice;
  const values = [
    pspReference,
    originalReference,
    merchantAccountCode,
    merchantReference,
    String(amount.value),
    amount.currency,
    notice.eventCode,
    notice.success,
  ];
  const payload = values.map((value) => value.replaceAll('\\', '\\\\').replaceAll(':', '\\:')).join(':');
  const own = createHmac('sha256', Buffer.from(ADYEN_HMAC_KEY, 'hex')).update(payload).digest();
  const sent = Buffer.from(notice.additionalData.hmacSignature, 'base64');
  return sent.length === own.length && timingSafeEqual(sent, own);
}
