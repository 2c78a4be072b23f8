import { randomUUID } from 'node:crypto';
import type { Gateway } from '../catalogue/types';
import type { Partner } from '../clients';
import type { Order } from '../order/model';
import type { Product } from '../products';

export type ItemType = 'musement' | 'musement-realtime' | 'musement-gift' | 'musement-giftbox';

/** Tickets of one product in a cart. Nothing is held for them. */
export interface CartItem {
  readonly uuid: string;
  readonly type: ItemType;
  readonly product: Product;
  readonly quantity: number;
  readonly language: string | null;
  readonly status: 'PREBOOK_OK' | 'PREBOOK_KO';
  /** Percent on top of the list price, after it rose. */
  raised: number;
  participants: readonly Record<string, unknown>[] | null;
}

/** Who buys, checked against the cart's own schema; passed on as it came. */
export type Customer = Readonly<Record<string, unknown>>;

/** A customer's cart. It keeps the currency that it was made with. */
export interface Cart {
  readonly uuid: string;
  readonly partner: Partner;
  readonly currency: string;
  readonly items: CartItem[];
  customer: Customer | null;
  promoCode: string | null;
  /** The gateway that it is to be paid through; `undefined` follows from what is in it. */
  preferred: Gateway | undefined;
  /** An action ordered that the next token of another gateway is not charged. */
  switchTo: { readonly gateway: Gateway; readonly how: SwitchManner } | null;
  order: Order | null;
}

/** How Musement says that it wants another gateway: by refusing, or by a question of the other. */
export type SwitchManner = 'refuse' | 'answer';

export function newCart(partner: Partner, currency: string): Cart {
  return {
    uuid: randomUUID(),
    partner,
    currency,
    items: [],
    customer: null,
    promoCode: null,
    preferred: undefined,
    switchTo: null,
    order: null,
  };
}

/** Which gateway a cart prefers: what was decided for it, or the first item that has a preference. */
export function preferredOf(cart: Cart): Gateway | null {
  if (!cart.partner.split) return null;
  if (cart.preferred) return cart.preferred;
  return (
    cart.items.find(({ product }) => product.slot.activity.prefers)?.product.slot.activity.prefers ?? null
  );
}
