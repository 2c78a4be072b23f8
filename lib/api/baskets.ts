import 'server-only';
import { randomUUID } from 'node:crypto';
import type { HoldRequest } from '@/lib/checkout/model';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import type { Foyer } from '@/lib/foyer';
import { readToken, signToken } from './access/tokens';

/** Holds are far shorter; this only has to outlive a lunch break on the basket page. */
const HANDLE_SECONDS = 24 * 3600;

/** A basket's signed name, of use to one browser only. */
export function handleOf(foyer: Foyer, basket: OpenBasket): Promise<string> {
  return signToken(foyer, 'basket', { sub: basket.id, ses: basket.session }, HANDLE_SECONDS);
}

/** The basket of a handle: signed by us, for this caller, at this supplier. Everything else is null. */
export async function basketOf(
  foyer: Foyer,
  handle: string,
  session: string,
  supplier: string,
): Promise<OpenBasket | null> {
  const claims = await readToken(foyer, 'basket', handle);
  if (claims === null || claims.ses !== session) return null;
  const basket = await foyer.store.basket(String(claims.sub));
  return basket && basket.session === session && basket.supplier === supplier ? basket : null;
}

interface NewBasket {
  readonly supplier: string;
  readonly session: string;
  readonly request: HoldRequest;
}

/** A basket that nobody has yet. */
export function newBasket(foyer: Foyer, { supplier, session, request }: NewBasket): OpenBasket {
  return { id: randomUUID(), supplier, session, request, checkoutId: null, createdAt: foyer.now() };
}

/** Keeps what the supplier says of a picker's basket, new or known. */
export async function keepBasket(
  foyer: Foyer,
  known: OpenBasket | null,
  asked: NewBasket,
): Promise<OpenBasket> {
  const kept = known ? { ...known, request: asked.request } : newBasket(foyer, asked);
  await foyer.store.putBasket(kept);
  return kept;
}
