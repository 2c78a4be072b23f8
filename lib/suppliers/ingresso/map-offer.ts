import type { Offer, TicketType } from '@/lib/checkout/catalogue';
import { seatsOf } from './map-seats';
import type { Start } from './map-time';
import { amountIn, type Currency, maybeAmount } from './money';
import { offerId } from './offer-id';
import type { AvailabilityWire, BandWire, DiscountWire, TypeWire } from './wire-offer';

/** More in one order no ticketing system behind Ingresso sells. */
const MOST = 50;

/** Which performance is offered. */
export interface OfferFrame extends Start {
  readonly perf: string;
  readonly name?: string | null;
  readonly currency: Currency;
}

/** Every price band of a performance that has tickets, in the wire's order. */
export function offersOf(wire: AvailabilityWire, frame: OfferFrame): readonly Offer[] {
  const types = wire.availability?.ticket_type ?? [];
  return types.flatMap((type) => (type.price_band ?? []).flatMap((band) => offerOf(wire, type, band, frame)));
}

function offerOf(
  wire: AvailabilityWire,
  type: TypeWire,
  band: BandWire,
  { perf, name, currency, startsAt, timeZone }: OfferFrame,
): readonly Offer[] {
  const quantities = quantitiesOf(wire, band);
  const ticketTypes = ticketTypesOf(band, Math.max(0, ...quantities), currency);
  if (quantities.length === 0 || ticketTypes.length === 0) return [];
  const seats = wire.must_select_whole_seat_block ? undefined : seatsOf(band);
  const never = band.allows_leaving_single_seats === 'never' || wire.can_leave_singles === false;
  return [
    {
      id: offerId({ perf, type: type.ticket_type_code, band: band.price_band_code }),
      title: titleOf(type, band),
      startsAt,
      timeZone,
      ticketTypes,
      quantities,
      ...(seats ? { seats, adjacent: wire.contiguous_seat_selection_only === true, noSingles: never } : {}),
      notices: name ? [name] : [],
    },
  ];
}

/** "Upper circle, C": the band's own words where it has some, its letter where the type has several. */
function titleOf(type: TypeWire, band: BandWire): string {
  const name = type.ticket_type_desc || type.ticket_type_code;
  const several = (type.price_band ?? []).length > 1;
  const letter = band.unsuffixed_price_band_code ?? band.price_band_code.replace(/\/\w+$/, '');
  return [name, band.price_band_desc || (several ? letter : '')].filter(Boolean).join(', ');
}

/** How many tickets can be bought together: what is valid, within what is there. Ascending. */
function quantitiesOf(wire: AvailabilityWire, band: BandWire): readonly number[] {
  const least = band.min_order_no_of_seats ?? 1;
  const most = Math.min(
    band.number_available ?? MOST,
    band.max_order_no_of_seats ?? MOST,
    wire.max_bundle_size ?? MOST,
    MOST,
  );
  const valid = band.valid_quantities ?? wire.valid_quantities;
  const all = valid ?? Array.from({ length: most }, (_, index) => index + 1);
  return [...new Set(all)].filter((n) => n >= Math.max(1, least) && n <= most).sort((a, b) => a - b);
}

/** The band's discounts; without any, the one kind of ticket that the band itself is. */
function ticketTypesOf(band: BandWire, most: number, currency: Currency): readonly TicketType[] {
  const discounts = band.possible_discounts?.discount ?? [];
  const own = { ...band, discount_code: band.discount_code ?? '' };
  return (discounts.length > 0 ? discounts : [own]).flatMap((one) => ticketType(one, most, currency) ?? []);
}

function ticketType(
  wire: DiscountWire | (BandWire & { discount_code: string }),
  most: number,
  currency: Currency,
): TicketType | null {
  const seat = maybeAmount(wire.sale_seatprice, currency);
  if (!seat) return null;
  const fee = maybeAmount(wire.sale_surcharge, currency) ?? { ...seat, amount: 0 };
  const price = { ...seat, amount: seat.amount + fee.amount };
  return {
    type: wire.discount_code || STANDARD,
    label: wire.discount_desc || 'Standard',
    price,
    fee,
    before: beforeOf(wire, price.amount, currency),
    min: 1,
    max: Math.min(most, wire.number_available ?? most),
    notice: agesOf(wire),
  };
}

/** Stands for the band's own price, where the wire gives the kind of ticket no code. */
export const STANDARD = 'standard';

/** The price without the offer that makes it cheaper now. */
function beforeOf(wire: DiscountWire | BandWire, now: number, currency: Currency): TicketType['before'] {
  if (!wire.is_offer || typeof wire.non_offer_sale_seatprice !== 'number') return undefined;
  const full = amountIn(wire.non_offer_sale_seatprice, currency);
  const fee = maybeAmount(wire.non_offer_sale_surcharge, currency);
  const amount = full.amount + (fee?.amount ?? 0);
  return amount > now ? { ...full, amount } : undefined;
}

function agesOf(wire: object): string | undefined {
  const { discount_minimum_eligible_age: from, discount_maximum_eligible_age: to } =
    wire as Partial<DiscountWire>;
  if (from && to) return `Ages ${from} to ${to}`;
  if (from) return `Ages ${from} and over`;
  return to ? `Up to age ${to}` : undefined;
}
