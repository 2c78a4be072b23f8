import type { CartItem } from '../cart/model';
import { unitOf } from '../cart/totals';
import type { Desk } from '../desk';
import { price } from '../money';
import { type Order, type OrderItem, statusOf } from '../order/model';
import { utc } from '../time';
import { promoWire } from './cart';
import { productWire } from './product';

type Json = Record<string, unknown>;

const own = (item: CartItem) => item.product.slot.activity.currency;

/** `Order`, with every item as it stands. */
export function orderWire(desk: Desk, order: Order): Json {
  const { cart, currency, items } = order;
  const supplierCurrency = items[0] ? own(items[0].cartItem) : currency;
  const sum = (of: (unit: ReturnType<typeof unitOf>) => number, in_: string) =>
    items.reduce((all, { cartItem }) => all + of(unitOf(cartItem, in_)) * cartItem.quantity, 0);
  return {
    identifier: order.identifier,
    uuid: order.uuid,
    date: utc(order.createdMs),
    status: statusOf(order),
    customer: cart.customer,
    items: items.map((item) => orderItemWire(desk, order, item)),
    total_price: price(order.total, currency),
    discount_amount: price(order.discount, currency),
    total_retail_price_in_order_currency: price(
      sum((unit) => unit.retail, currency),
      currency,
    ),
    total_supplier_original_retail_price_in_supplier_currency: price(
      sum((unit) => unit.original, supplierCurrency),
      supplierCurrency,
    ),
    total_supplier_price_in_supplier_currency: price(
      sum((unit) => unit.net, supplierCurrency),
      supplierCurrency,
    ),
    market: null,
    source: order.source,
    extra_data: order.extraData,
    promo_codes: cart.promoCode === null ? [] : [promoWire(cart.promoCode)],
    trustpilot_url: `${desk.origin}/review/${order.identifier}`,
  };
}

function orderItemWire(desk: Desk, { currency }: Order, item: OrderItem): Json {
  const { cartItem, cancellation } = item;
  const { quantity } = cartItem;
  const supplierCurrency = own(cartItem);
  const here = unitOf(cartItem, currency);
  const there = unitOf(cartItem, supplierCurrency);
  return {
    uuid: item.uuid,
    cart_item_uuid: cartItem.uuid,
    ...(item.reference && { code: item.reference, transaction_code: item.reference }),
    product: productWire(desk, cartItem, currency),
    quantity,
    status: item.status,
    // Not before the item is confirmed, and gone with it.
    vouchers:
      item.voucher !== null && (item.status === 'OK' || item.status === 'CANCELLATION_ERROR')
        ? [{ url: `${desk.origin}/voucher/view/${item.voucher}?pdf=1` }]
        : [],
    error_status: item.status === 'KO',
    is_gift_redeem: false,
    retail_price_in_order_currency: price(here.retail, currency),
    total_retail_price_in_order_currency: price(here.retail * quantity, currency),
    original_retail_price_in_supplier_currency: price(there.original, supplierCurrency),
    total_original_retail_price_in_supplier_currency: price(there.original * quantity, supplierCurrency),
    extra_customer_data: cartItem.product.slot.activity.extra.map((name) => ({ name })),
    ...(cartItem.participants && { participants_info: cartItem.participants }),
    ...(cancellation && {
      cancellation_reason: cancellation.reason,
      ...(cancellation.info !== null && { cancellation_additional_info: cancellation.info }),
    }),
  };
}
