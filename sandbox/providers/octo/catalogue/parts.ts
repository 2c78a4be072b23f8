import type { ContactField, OptionSpec, ProductSpec, UnitSpec, UnitType } from './types';

/** Every day of the week. */
export const DAILY = [0, 1, 2, 3, 4, 5, 6] as const;
/** Houses that rest on Mondays. */
export const NOT_MONDAY = [0, 2, 3, 4, 5, 6] as const;
export const WEEKEND = [0, 6] as const;

/** What every booking asks of the lead guest. */
export const LEAD: readonly ContactField[] = ['firstName', 'lastName', 'emailAddress'];

const AGES: Readonly<Record<UnitType, readonly [number, number]>> = {
  ADULT: [18, 99],
  YOUTH: [13, 17],
  CHILD: [4, 12],
  INFANT: [0, 3],
  FAMILY: [0, 99],
  SENIOR: [65, 99],
  STUDENT: [16, 99],
  MILITARY: [18, 99],
  OTHER: [0, 99],
};

const WORDS: Readonly<Record<UnitType, readonly [string, string]>> = {
  ADULT: ['Adult', 'Adults'],
  YOUTH: ['Youth', 'Youths'],
  CHILD: ['Child', 'Children'],
  INFANT: ['Infant', 'Infants'],
  FAMILY: ['Family', 'Families'],
  SENIOR: ['Senior', 'Seniors'],
  STUDENT: ['Student', 'Students'],
  MILITARY: ['Veteran', 'Veterans'],
  OTHER: ['Guest', 'Guests'],
};

/** A unit of a product; its id is the product's with the type in lower case, such as `OC101-adult`. */
export function unit(
  product: string,
  type: UnitType,
  minor: number,
  more: Partial<Omit<UnitSpec, 'type' | 'minor'>> = {},
): UnitSpec {
  const [name, plural] = WORDS[type];
  const [minAge, maxAge] = AGES[type];
  return {
    id: `${product}-${type.toLowerCase()}`,
    name,
    plural,
    type,
    minor,
    note: null,
    minAge,
    maxAge,
    idRequired: type === 'STUDENT' || type === 'MILITARY',
    minQuantity: null,
    maxQuantity: null,
    paxCount: type === 'FAMILY' ? 4 : 1,
    accompaniedBy: [],
    required: false,
    contact: [],
    ...more,
  };
}

/** An option with the usual rules: daily, sixty minutes, cancelled until a day before. */
export function option(
  units: OptionSpec['units'],
  more: Partial<Omit<OptionSpec, 'units'>> = {},
): OptionSpec {
  return {
    id: 'DEFAULT',
    name: 'Default',
    title: 'Standard',
    subtitle: null,
    language: null,
    minutes: 60,
    days: DAILY,
    times: [],
    hours: [{ from: '10:00', to: '18:00' }],
    capacity: 60,
    cutoffMinutes: 0,
    cancellation: { amount: 24, unit: 'hour' },
    required: LEAD,
    visible: [...LEAD, 'phoneNumber'],
    minUnits: 1,
    maxUnits: 12,
    minPax: null,
    maxPax: null,
    minor: 0,
    units,
    ...more,
  };
}

/** A product with the usual rules: paid in pounds through Stripe, a QR code for each ticket. */
export function product(
  spec: Pick<
    ProductSpec,
    'id' | 'title' | 'subtitle' | 'summary' | 'story' | 'place' | 'poster' | 'options'
  > &
    Partial<ProductSpec>,
): ProductSpec {
  return {
    name: spec.title.toUpperCase(),
    reference: spec.id.replace('OC', 'NB-'),
    categories: ['Museums'],
    highlights: [],
    inclusions: [],
    exclusions: [],
    terms: 'Tickets are personal and valid for the time that they name.',
    redemption: 'Show the code at the entrance, on paper or on a screen.',
    faqs: [],
    kind: 'OPENING_HOURS',
    pricingPer: 'UNIT',
    currency: 'GBP',
    otherCurrencies: [],
    tax: { name: 'VAT', percent: 20 },
    peak: null,
    reducedPercent: 0,
    gateway: 'stripe',
    methods: ['TICKET'],
    formats: ['QRCODE'],
    redeemedBy: 'DIGITAL',
    deliveryMs: null,
    ...spec,
  };
}
