import { z } from 'zod';
import { lenient, text } from '@/lib/platform/wire';

/*
 * Both versions' JSON, used nowhere else. Objects are loose and states open, because a field or a state that is added must not
 * stop a sale; amounts are strict, because a wrong one would.
 */

/** Cents: digits as text in version 1, a number in version 2; some fixtures of version 1 have numbers too. */
const cents = z.union([z.int().min(0), z.string().regex(/^\d{1,9}$/)]).transform(Number);

/** ISO 8601, or epoch milliseconds as number or text, which a fault of the platform's once had. Milliseconds; null: unreadable. */
const moment = lenient(
  z.union([z.number(), z.string()]).transform((value) => {
    const at = /^\d{10,16}$/.test(String(value)) ? Number(value) : Date.parse(String(value));
    return Number.isFinite(at) ? at : null;
  }),
);

const STATUSES: Readonly<Record<string, 'open' | 'closed' | 'expired' | 'full'>> = {
  OPEN: 'open',
  CLOSED: 'closed',
  EXPIRED: 'expired',
  MAX_YIELD_REACHED: 'full',
  MAX_SUCCESSFUL_PAYMENTS_REACHED: 'full',
};

const status = z.string().transform((word) => STATUSES[word] ?? ('unknown' as const));

/** How a payment of version 1 stands; a word that nobody has heard of is a doubt, and neither paid nor refused. */
const standing = z.string().transform((word) => {
  switch (word) {
    case 'NEW':
      return 'new' as const;
    case 'PAID':
      return 'paid' as const;
    case 'NOT_PAID':
      return 'refused' as const;
    default:
      return 'pending' as const;
  }
});

const name = z.string().min(1).max(100);

export const madeV1 = z.looseObject({ paymentRequestUrl: z.url(), paymentRequestToken: name });

export const requestV1 = z.looseObject({
  paymentRequestToken: name,
  amountInCents: cents.nullish(),
  currency: z.literal('EUR'),
  description: text(200).nullish(),
  created: moment,
  status,
  bankAccountYieldedTooFast: lenient(z.boolean()),
  externalId: lenient(text(200)),
  payments: z
    .array(
      z.looseObject({
        amountInCents: cents,
        amountCurrency: z.literal('EUR').nullish(),
        onlinePaymentStatus: standing,
      }),
    )
    .nullish(),
});

export const pageV1 = z.looseObject({ paymentRequests: z.array(requestV1), totalElements: z.int().min(0) });

const bankAccount = z.looseObject({ bankAccountToken: name, iban: text(40), bankAccountLabel: text(100) });

export const platformV1 = z.looseObject({ platformToken: name, name: text(100), status: z.string() });
export const platformsV1 = z.array(platformV1);

/** A user's accounts are a list; one library's fixture has a single one. */
export const userV1 = z.looseObject({
  userToken: name,
  name: text(100),
  status: z.string(),
  bankAccounts: z.union([z.array(bankAccount), bankAccount.transform((one) => [one])]),
});
export const usersV1 = z.array(userV1);

export const requestV2 = z.looseObject({
  paymentRequestToken: name,
  url: z.url(),
  amountInCents: cents.nullish(),
  description: text(200).nullish(),
  referenceId: lenient(text(200)),
  createdDateTime: moment,
  status,
  numberOfPayments: z.int().min(0),
  totalAmountPaidInCents: cents,
});

export const pageV2 = z.looseObject({
  paymentRequests: z.array(requestV2),
  totalElementCount: z.int().min(0),
});

export const refundV2 = z.looseObject({
  amountInCents: cents,
  referenceId: lenient(text(200)),
  status: z.string(),
});

export const paymentsV2 = z.looseObject({
  payments: z.array(
    z.looseObject({
      paymentToken: name,
      amountInCents: cents,
      refunds: z.array(refundV2).nullish(),
    }),
  ),
  totalElementCount: z.int().min(0),
});

export const appV2 = z.looseObject({ appToken: name });

export type RequestV1 = z.infer<typeof requestV1>;
export type RequestV2 = z.infer<typeof requestV2>;
export type PaymentV2 = z.infer<typeof paymentsV2>['payments'][number];
