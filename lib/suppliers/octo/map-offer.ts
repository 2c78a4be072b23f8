import type { Offer, TicketType } from '@/lib/checkout/catalogue';
import { knownZone } from '@/lib/platform/zone';
import { inCurrency, unitPrice } from './choose';
import { beforeOf, momentOf, retail, texts } from './map-parts';
import { isAllDay, isPricedByBooking, optionTitle, unitTitle } from './map-product';
import { offerId } from './offer-id';
import { companyText, paxOf } from './rules';
import type { OptionWire, ProductWire, SlotWire, UnitWire } from './wire';

/** More of one kind than this nobody buys in one go. */
const MOST = 50;

/** An option at a time; null when nothing of it has a price in this currency. */
export function offerOf(
  product: ProductWire,
  option: OptionWire,
  slot: SlotWire | null,
  currency: string | undefined,
): Offer | null {
  const whole = isPricedByBooking(product) ? (slot?.pricing ?? inCurrency(option.pricing, currency)) : null;
  const limit = roomOf(option, slot);
  const ticketTypes = option.units.flatMap((unit): readonly TicketType[] => {
    const wire = whole ? { ...whole, retail: 0, original: 0 } : unitPrice(unit, slot, currency);
    return wire ? [typeOf(unit, option, wire, limit)] : [];
  });
  if (ticketTypes.length === 0) return null;
  const wholeDay = slot?.allDay === true || isAllDay(product);
  const startsAt = slot && !wholeDay ? momentOf(slot.localDateTimeStart) : null;
  const timeZone = knownZone(product.timeZone);
  return {
    id: offerId({ option: option.id, availability: slot?.id ?? null }),
    title: optionTitle(option) || product.title || product.id,
    ...(startsAt === null ? {} : { startsAt }),
    ...(timeZone === null ? {} : { timeZone }),
    ...(whole ? { price: retail(whole) } : {}),
    unseated: true,
    ticketTypes,
    quantities: quantitiesOf(option, limit),
    notices: texts([option.subtitle, wholeDay ? hoursText(slot) : null, peopleText(option)]),
  };
}

function typeOf(
  unit: UnitWire,
  option: OptionWire,
  wire: Parameters<typeof retail>[0],
  limit: number,
): TicketType {
  const { minQuantity, maxQuantity, required, accompaniedBy } = unit.restrictions ?? {};
  const company = accompaniedBy?.filter((id) => option.units.some((one) => one.id === id)) ?? [];
  const before = beforeOf(wire);
  const notice = [unit.subtitle, agesText(unit), companyText(unit, option)].filter(Boolean).join(' · ');
  return {
    type: unit.id,
    label: unitTitle(unit),
    price: retail(wire),
    ...(before ? { before } : {}),
    min: minQuantity ?? 0,
    max: Math.min(maxQuantity ?? MOST, Math.floor(limit / Math.max(1, paxOf(unit)))),
    ...(required ? { needed: true } : {}),
    ...(company.length > 0 ? { company } : {}),
    ...(notice ? { notice } : {}),
  };
}

/** How many people there is room for. */
function roomOf({ restrictions }: OptionWire, slot: SlotWire | null): number {
  const limits = [restrictions?.maxUnits, restrictions?.maxPaxCount, slot?.vacancies, slot?.maxUnits, MOST];
  return Math.min(...limits.filter((one) => typeof one === 'number'));
}

/** Which numbers of tickets can be bought together. */
function quantitiesOf({ restrictions }: OptionWire, limit: number): readonly number[] {
  const most = Math.min(restrictions?.maxUnits ?? limit, limit);
  const least = Math.max(1, restrictions?.minUnits ?? 1);
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index);
}

function hoursText(slot: SlotWire | null): string | null {
  const hours = (slot?.openingHours ?? []).map(({ from, to }) => `${from}–${to}`);
  return hours.length > 0 ? `Open ${hours.join(' and ')}.` : null;
}

function peopleText({ restrictions }: OptionWire): string | null {
  const { minPaxCount: min, maxPaxCount: max } = restrictions ?? {};
  if (min && max) return `For ${min} to ${max} people.`;
  if (max) return `For at most ${max} people.`;
  return min ? `For at least ${min} people.` : null;
}

/** Ages, where not everybody may use it. */
function agesText({ restrictions }: UnitWire): string | null {
  const { minAge: min, maxAge: max, idRequired } = restrictions ?? {};
  const upper = typeof max === 'number' && max < 99 ? max : null;
  const ages = upper !== null ? `${min ?? 0}–${upper} years` : min ? `from ${min} years` : null;
  return [ages, idRequired ? 'bring proof' : null].filter(Boolean).join(', ') || null;
}
