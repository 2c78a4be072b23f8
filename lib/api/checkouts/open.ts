import 'server-only';
import type { HoldRequest } from '@/lib/checkout/model';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import { forgetOffers } from '../catalogue';

/** What is to be held, for whom. */
export interface Opening {
  readonly supplier: string;
  readonly request: HoldRequest;
  /** The basket that `request` was made from. */
  readonly basket: OpenBasket | null;
  readonly owner: string;
  readonly locale: string;
}

/** Holds, and lets its owner in. A basket becomes one checkout, whoever asks and however often. */
export async function openCheckout(foyer: Foyer, id: string, opening: Opening): Promise<Stored> {
  const { supplier, request, basket, owner, locale } = opening;
  const own = basket ? await foyer.store.claimBasket(basket.id, id) : id;
  // Claimed, it changes no more: what another tab put in a moment before is held with the rest, and not lost.
  const claimed = basket && (await foyer.store.basket(basket.id));
  // Let in first: if this process dies while the supplier holds, its customer still finds what became of it.
  await foyer.store.grant(owner, own);
  const asked = claimed?.request ?? request;
  const stored = await foyer.heart.open({ id: own, supplier, request: asked, locale });
  if (asked.kind === 'lines')
    forgetOffers(
      supplier,
      asked.lines.map(({ event }) => event),
    );
  return stored;
}
