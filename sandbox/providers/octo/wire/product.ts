import { currenciesOf } from '../booking/price';
import type { OptionSpec, ProductSpec, UnitSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { bookingPricing, type Pricing, unitPricing } from '../pricing';
import type { Session } from '../session';
import { contentOf } from './content';

/** A product with its options and units; what belongs to a capability is there when it was agreed on. */
export function productWire(desk: Desk, session: Session, product: ProductSpec): Record<string, unknown> {
  const open = product.kind === 'OPEN';
  const pricing = session.capabilities.has('octo/pricing') && {
    defaultCurrency: product.currency,
    availableCurrencies: currenciesOf(product),
    pricingPer: product.pricingPer,
    includeTax: true,
  };
  return {
    id: product.id,
    internalName: product.name,
    reference: product.reference,
    locale: product.place.locale,
    timeZone: product.place.timeZone,
    allowFreesale: open,
    instantConfirmation: product.behaviour?.pendingMs === undefined,
    instantDelivery: product.deliveryMs === null,
    availabilityRequired: !open,
    availabilityType: product.kind === 'START_TIME' ? 'START_TIME' : 'OPENING_HOURS',
    deliveryFormats: product.formats,
    deliveryMethods: product.methods,
    redemptionMethod: product.redeemedBy,
    tags: [],
    settlementMethods: [session.connection.settlement],
    freesaleDurationAmount: open ? 365 : 0,
    freesaleDurationUnit: 'day',
    options: product.options.map((option) => optionWire(desk, session, product, option)),
    ...pricing,
    ...(session.capabilities.has('octo/content') && contentOf(product, session.origin)),
  };
}

/** An option, as a product and a booking of it carry it. */
export function optionWire(
  desk: Desk,
  session: Session,
  product: ProductSpec,
  option: OptionSpec,
): Record<string, unknown> {
  const amount = option.cancellation?.amount ?? 0;
  const unit = option.cancellation?.unit ?? 'hour';
  const content = session.capabilities.has('octo/content') && {
    title: option.title,
    subtitle: option.subtitle,
    language: option.language,
    shortDescription: null,
    duration: `${option.minutes} minutes`,
    durationAmount: option.minutes,
    durationUnit: 'minute',
    coverImageUrl: null,
    itinerary: null,
  };
  return {
    id: option.id,
    default: option === product.options[0],
    internalName: option.name,
    reference: null,
    availabilityLocalStartTimes: product.kind === 'START_TIME' ? option.times : ['00:00'],
    availabilityLocalDateStart: null,
    availabilityLocalDateEnd: null,
    cancellationCutoff: option.cancellation ? `${amount} ${plural(unit, amount)}` : 'Cannot be cancelled',
    cancellationCutoffAmount: amount,
    cancellationCutoffUnit: unit,
    availabilityCutoff: `${option.cutoffMinutes} minutes`,
    availabilityCutoffAmount: option.cutoffMinutes,
    availabilityCutoffUnit: 'minute',
    requiredContactFields: option.required,
    visibleContactFields: option.visible,
    tags: [],
    restrictions: {
      minUnits: option.minUnits,
      maxUnits: option.maxUnits,
      minPaxCount: option.minPax,
      maxPaxCount: option.maxPax,
    },
    units: option.units.map((one) => unitWire(desk, session, product, one)),
    ...content,
    ...(product.pricingPer === 'BOOKING' &&
      prices(desk, session, product, (at) => bookingPricing(product, option, at))),
  };
}

/** A unit, as an option and a ticket of it carry it. */
export function unitWire(
  desk: Desk,
  session: Session,
  product: ProductSpec,
  unit: UnitSpec,
): Record<string, unknown> {
  return {
    id: unit.id,
    internalName: unit.name.toUpperCase(),
    reference: null,
    type: unit.type,
    requiredContactFields: unit.contact,
    visibleContactFields: unit.contact,
    tags: [],
    restrictions: {
      minAge: unit.minAge,
      maxAge: unit.maxAge,
      idRequired: unit.idRequired,
      minQuantity: unit.minQuantity,
      maxQuantity: unit.maxQuantity,
      paxCount: unit.paxCount,
      accompaniedBy: unit.accompaniedBy,
      accompaniedByRatio: null,
      required: unit.required,
    },
    ...(session.capabilities.has('octo/content') && {
      title: unit.name,
      titlePlural: unit.plural,
      subtitle: unit.note,
    }),
    ...(product.pricingPer === 'UNIT' &&
      prices(desk, session, product, (at) => unitPricing(product, unit, at))),
  };
}

/** `pricing` where it never changes, as of an open date; `pricingFrom` where availability decides. One a currency. */
function prices(
  desk: Desk,
  session: Session,
  product: ProductSpec,
  price: (at: { currency: string; date: null; raised: number }) => Pricing,
): Record<string, unknown> | false {
  if (!session.capabilities.has('octo/pricing')) return false;
  const raised = desk.store.raised.get(product.id) ?? 0;
  const all = currenciesOf(product).map((currency) => price({ currency, date: null, raised }));
  return product.kind === 'OPEN' ? { pricing: all } : { pricingFrom: all };
}

const plural = (unit: string, amount: number) => (amount === 1 ? unit : `${unit}s`);
