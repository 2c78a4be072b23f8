import type { Line, Refusal } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { NoReply } from './client';
import type { Desk } from './desk';
import { retail, sumOf } from './map-parts';
import { currencyFor, isOpenDated, isPricedByBooking, titleOf } from './map-product';
import { readOfferId } from './offer-id';
import { brokenRule, type Chosen } from './rules';
import type { OptionWire, ProductWire, SlotWire, UnitWire } from './wire';
import type { PriceWire } from './wire-parts';

/** A line as the supplier sells it. */
export interface Choice {
  readonly product: ProductWire;
  readonly option: OptionWire;
  readonly availability: string | null;
  /** Null where it could not be asked for, or is not there any more. */
  readonly slot: SlotWire | null;
  readonly units: readonly Chosen[];
  readonly currency: string | undefined;
  /** What all of it costs now; null where that is not told. */
  readonly price: Amount | null;
  readonly title: string;
}

export type Read =
  | { readonly kind: 'chosen'; readonly choice: Choice }
  | { readonly kind: 'never'; readonly refusal: Refusal }
  | { readonly kind: 'reply'; readonly reply: NoReply };

/**
 * Reads a line: what it is, whether the option's rules allow it, and what it costs now. `currency` is that of the order,
 * once something is in it.
 */
export async function choose(
  desk: Desk,
  ctx: CallContext,
  line: Line,
  currency: string | null,
): Promise<Read> {
  const id = readOfferId(line.offer);
  if (!id || line.seats?.length) return never();
  const reply = await desk.send(ctx, calls.product(line.event));
  if (reply.kind !== 'ok') return { kind: 'reply', reply };
  const product = reply.value;
  const option = product.options.find((one) => one.id === id.option);
  if (!option || isOpenDated(product) !== (id.availability === null)) return never();
  const title = titleOf(product, option);
  const units = line.tickets.flatMap(({ type, quantity }) => {
    const unit = option.units.find((one) => one.id === type);
    return unit && quantity > 0 ? [{ unit, quantity }] : [];
  });
  if (units.length < line.tickets.filter(({ quantity }) => quantity > 0).length) return never(title);
  const broken = brokenRule(option, units);
  if (broken) return never(title, broken);
  const asked = currencyFor(product, currency ?? desk.config.currency);
  const slot =
    id.availability === null ? null : await slotOf(desk, ctx, product, option, units, asked, id.availability);
  const price = priceOf(product, option, slot, units, asked);
  const { availability } = id;
  return {
    kind: 'chosen',
    choice: { product, option, availability, slot, units, currency: asked, price, title },
  };
}

function never(title?: string, text?: string): Read {
  return { kind: 'never', refusal: { code: 'invalid_selection', title, text } };
}

async function slotOf(
  desk: Desk,
  ctx: CallContext,
  product: ProductWire,
  option: OptionWire,
  units: readonly Chosen[],
  currency: string | undefined,
  availability: string,
): Promise<SlotWire | null> {
  const reply = await desk.send(
    ctx,
    calls.slots({
      productId: product.id,
      optionId: option.id,
      availabilityIds: [availability],
      units: units.map(({ unit, quantity }) => ({ id: unit.id, quantity })),
      currency,
    }),
  );
  return reply.kind === 'ok' ? (reply.value.find(({ id }) => id === availability) ?? null) : null;
}

/** What these tickets cost together: the booking's own price, or the sum of theirs. */
function priceOf(
  product: ProductWire,
  option: OptionWire,
  slot: SlotWire | null,
  units: readonly Chosen[],
  currency: string | undefined,
): Amount | null {
  if (isPricedByBooking(product)) {
    const whole = slot?.pricing ?? inCurrency(option.pricing ?? product.pricing, currency);
    return whole ? retail(whole) : null;
  }
  const rows = units.map(({ unit, quantity }) => {
    const wire = unitPrice(unit, slot, currency);
    const one = wire && retail(wire);
    return one && { ...one, amount: one.amount * quantity };
  });
  return sumOf(rows);
}

/** What one ticket costs: at this time, or on any day where it has none. */
export function unitPrice(
  unit: UnitWire,
  slot: SlotWire | null,
  currency: string | undefined,
): PriceWire | null {
  if (slot) return slot.unitPricing?.find(({ unitId }) => unitId === unit.id) ?? null;
  return inCurrency(unit.pricing, currency);
}

/** The price in a currency, of a list of one each. */
export function inCurrency(
  prices: readonly (PriceWire | null | undefined)[] | null | undefined,
  currency: string | undefined,
): PriceWire | null {
  const all = (prices ?? []).flatMap((one) => (one ? [one] : []));
  return all.find((one) => one.currency === currency) ?? (currency ? null : (all[0] ?? null));
}
