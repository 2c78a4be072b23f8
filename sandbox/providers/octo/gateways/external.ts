import { z } from 'zod';
import { type Gateway, refused } from './types';

/** `cardPayment.external` as it may come. */
const part = z
  .looseObject({
    approved: z.boolean().nullish(),
    refusalReason: z.string().nullish(),
    notes: z.string().nullish(),
  })
  .nullish();

/**
 * No gateway at all: the caller took the money elsewhere and says so. Nothing is charged here, so nothing is written
 * into the ledger's charges. Notes are taken beside `external` or in it; both occur in the documentation.
 */
export function externalGateway(): Gateway {
  return {
    id: 'external',
    present: async () => ({}),
    authorise: async (order, due, sent) => {
      const read = part.safeParse(sent.external);
      if (!read.success) return refused('cardPayment.external does not read.');
      if (read.data?.approved === false)
        return refused(read.data.refusalReason ?? 'The external payment was not approved.');
      const amount = sent.amount ?? due;
      if (amount !== due) return refused(`The amount is ${amount}, and ${due} is to be paid.`);
      const notes = sent.notes ?? read.data?.notes ?? null;
      return {
        kind: 'authorised',
        byWebhook: false,
        take: async () => ({ reference: `external-${order.id}`, amount, notes, card: null }),
        letGo: async () => undefined,
      };
    },
    again: async () => refused('External payments keep no cards.'),
    // It goes back where it came from, which is not here.
    refund: async () => undefined,
    close: async () => undefined,
    reset: () => undefined,
  };
}
