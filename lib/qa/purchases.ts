import 'server-only';
import { ownCheckout } from '@/lib/api/access';
import { visitor } from '@/lib/api/pages/visitor';
import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import { ownerOf } from './notes';
import type { OpenedFor } from './opened';

/** A purchase as this shop sees it, and which rows of another ledger are about it. */
export interface OwnPurchase extends OpenedFor {
  readonly reference: string;
  readonly tickets: ReturnType<typeof ticketsOf>;
  readonly money: ReturnType<typeof moneyOf>;
  readonly attention: string | null;
  readonly owns: (row: { readonly group: string }) => boolean;
}

/** Those of the opened purchases that are this browser's, in the same order. */
export async function ownPurchases(opened: readonly OpenedFor[]): Promise<readonly OwnPurchase[]> {
  const { foyer, caller } = await visitor();
  const found = await Promise.all(
    opened.map(async ({ id, scenario }) => {
      const stored = await ownCheckout(foyer, caller, id);
      if (!stored) return [];
      const { checkout } = stored;
      return {
        id,
        scenario,
        reference: checkout.reference,
        tickets: ticketsOf(checkout),
        money: moneyOf(checkout),
        attention: checkout.attention?.code ?? null,
        owns: ownerOf(checkout),
      };
    }),
  );
  return found.flat();
}
