import { z } from 'zod';
import type { Collector } from '@/lib/checkout/collector';
import type { Checkout, Proof } from '@/lib/checkout/model';
import { list } from '@/lib/platform/config/values';
import { defineModule } from '@/lib/platform/modules';

/** Off unless COLLECTORS names it: it trusts that the partner gets the money by other means. */
const config = z
  .object({ COLLECTORS: list })
  .transform(({ COLLECTORS }) => (COLLECTORS.includes('invoice') ? { on: true as const } : null));

/**
 * For partners who settle elsewhere (an account, a till, an invoice): what is due counts as collected at once, and the
 * checkout's reference is the proof. It cannot give money back, so what is owed stays owed until an operator marks it.
 */
export const invoice = defineModule<z.infer<typeof config>, Collector>({
  id: 'invoice',
  config,
  create: () => collector,
});

const collector: Collector = {
  id: 'invoice',
  label: 'invoice',
  accepts: (checkout) =>
    checkout.totals.length === 1
      ? { available: true }
      : { available: false, reason: 'Tickets in several currencies cannot go on one invoice.' },
  collect: async (_ctx, checkout) => collected(checkout),
  // Nothing outside this shop was asked, so asking again answers the same and costs nobody anything.
  check: async (_ctx, checkout) => collected(checkout),
};

function collected(
  checkout: Checkout,
): { kind: 'paid'; proof: Proof } | { kind: 'declined'; code: 'supplier_refused' } {
  const [total, ...others] = checkout.totals;
  if (!total || others.length > 0) return { kind: 'declined', code: 'supplier_refused' };
  return {
    kind: 'paid',
    proof: {
      collector: 'invoice',
      reference: checkout.reference,
      amount: total.due,
      currency: total.currency,
    },
  };
}
