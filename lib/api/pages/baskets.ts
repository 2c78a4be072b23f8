import 'server-only';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import { handleOf } from '../baskets';
import type { BasketView } from '../page-types';
import { quoteView } from '../view/catalogue';
import { iso } from '../view/items';
import { shopSupplier } from './events';
import { type Visitor, visitor } from './visitor';

/** Baskets of this browser that are no checkout yet, newest first, each as its supplier prices it now. */
export async function basketsForPage(): Promise<readonly BasketView[]> {
  const who = await visitor();
  if (who.caller.kind !== 'browser') return [];
  const open = await who.foyer.store.openBaskets(who.caller.id);
  const views = await Promise.all(open.map((basket) => basketView(who, basket)));
  return views.filter((view) => view !== null);
}

/** Null for the basket of a supplier that was switched off, and for one that its supplier has forgotten or that is empty. */
async function basketView({ foyer, ctx, locale }: Visitor, basket: OpenBasket): Promise<BasketView | null> {
  const supplier = foyer.suppliers.get(basket.supplier);
  if (!supplier) return null;
  const answer = await supplier.quote(ctx, { kind: 'basket', basket: basket.basket }).catch(() => null);
  if (answer && !answer.ok && answer.code === 'not_found') return null;
  if (answer?.ok && answer.value.items.length + answer.value.discarded.length === 0) return null;
  return {
    handle: await handleOf(foyer, basket),
    supplier: shopSupplier(supplier),
    createdAt: iso(basket.createdAt) ?? '',
    quote: answer?.ok ? quoteView(answer.value, locale) : null,
  };
}
