import type { OptionSpec, ProductSpec, UnitSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { bookingPricing, type Pricing, sum, unitPricing } from '../pricing';
import type { Session } from '../session';
import { hoursOf, type Slot, slotsOn } from '../slots';
import { type AvailabilityStatus, maxUnits, paxOf } from '../stock';
import { localWithOffset, utc } from '../time';

/** What availability is asked for: the units of a booking to be, if they are known, and its currency. */
export interface Wish {
  readonly units: readonly UnitSpec[];
  readonly currency: string;
}

/** A slot as it stands now. */
export function slotWire(desk: Desk, session: Session, slot: Slot, wish: Wish): Record<string, unknown> {
  const { product, option } = slot;
  const { left, status } = standing(desk, slot, wish);
  return {
    ...bookedSlotWire(slot),
    available: isOpen(status),
    status,
    vacancies: left,
    capacity: option.capacity,
    limitCapacity: option.capacity,
    totalCapacity: option.capacity,
    paxCount: option.capacity === null || left === null ? 0 : option.capacity - left,
    totalPaxCount: option.capacity === null || left === null ? 0 : option.capacity - left,
    limitPaxCount: 0,
    noShows: 0,
    totalNoShows: 0,
    maxUnits: maxUnits(option, left),
    maxPaxCount: option.maxPax,
    utcCutoffAt: utc(slot.cutoffMs),
    ...(session.capabilities.has('octo/pricing') && slotPricing(desk, product, option, slot, wish)),
  };
}

/** The five fields of a slot that its bookings keep. */
export function bookedSlotWire(slot: Slot): Record<string, unknown> {
  const { timeZone } = slot.product.place;
  return {
    id: slot.id,
    localDateTimeStart: localWithOffset(slot.startMs, timeZone),
    localDateTimeEnd: localWithOffset(slot.endMs, timeZone),
    allDay: slot.allDay,
    openingHours: hoursOf(slot.product, slot.option),
  };
}

/** A day as the calendar shows it: its best slot's numbers and its lowest prices. */
export function dayWire(
  desk: Desk,
  session: Session,
  product: ProductSpec,
  option: OptionSpec,
  date: string,
  wish: Wish,
): Record<string, unknown> {
  const slots = slotsOn(product, option, date);
  const all = slots.map((slot) => ({ slot, ...standing(desk, slot, wish) }));
  const open = all.filter(({ status }) => isOpen(status));
  const free = all.some(({ left }) => left === null);
  const status: AvailabilityStatus = open[0]
    ? (ORDER.find((one) => open.some((slot) => slot.status === one)) ?? 'AVAILABLE')
    : all.some((slot) => slot.status === 'SOLD_OUT')
      ? 'SOLD_OUT'
      : 'CLOSED';
  const vacancies = free ? null : open.reduce((most, { left }) => Math.max(most, left ?? 0), 0);
  const first = slots[0];
  return {
    localDate: date,
    available: open.length > 0,
    status,
    vacancies,
    capacity: first ? option.capacity : 0,
    maxUnits: maxUnits(option, vacancies),
    openingHours: first ? hoursOf(product, option) : [],
    availabilityLocalStartTimes: open.map(({ slot }) =>
      localWithOffset(slot.startMs, product.place.timeZone).slice(11, 16),
    ),
    ...(first && { utcCutoffAt: utc(Math.max(...slots.map(({ cutoffMs }) => cutoffMs))) }),
    ...(session.capabilities.has('octo/pricing') && dayPricing(desk, product, option, date, wish)),
  };
}

const ORDER: readonly AvailabilityStatus[] = ['FREESALE', 'AVAILABLE', 'LIMITED'];
const isOpen = (status: AvailabilityStatus) => ORDER.includes(status);

/** A slot in which the wished units do not fit any more counts as sold out. */
function standing(desk: Desk, slot: Slot, wish: Wish): { left: number | null; status: AvailabilityStatus } {
  const left = desk.store.stock.left(slot);
  const status = desk.store.stock.status(slot, desk.world.clock.now());
  const short = left !== null && left < paxOf(wish.units);
  return { left, status: short && isOpen(status) ? 'SOLD_OUT' : status };
}

function slotPricing(
  desk: Desk,
  product: ProductSpec,
  option: OptionSpec,
  slot: Slot,
  wish: Wish,
): Record<string, unknown> {
  const at = { currency: wish.currency, date: slot.date, raised: desk.store.raised.get(product.id) ?? 0 };
  if (product.pricingPer === 'BOOKING') return { pricing: bookingPricing(product, option, at) };
  const total = wish.units.length > 0 && {
    pricing: sum(
      wish.units.map((unit) => unitPricing(product, unit, at)),
      wish.currency,
    ),
  };
  return { unitPricing: option.units.map((unit) => ofUnit(unit, unitPricing(product, unit, at))), ...total };
}

function dayPricing(
  desk: Desk,
  product: ProductSpec,
  option: OptionSpec,
  date: string,
  { currency }: Wish,
): Record<string, unknown> {
  const at = { currency, date, raised: desk.store.raised.get(product.id) ?? 0 };
  if (product.pricingPer === 'BOOKING') return { pricingFrom: bookingPricing(product, option, at) };
  return { unitPricingFrom: option.units.map((unit) => ofUnit(unit, unitPricing(product, unit, at))) };
}

function ofUnit(unit: UnitSpec, pricing: Pricing): Record<string, unknown> {
  return { unitId: unit.id, unitType: unit.type, ...pricing };
}
