import type { Scenario } from '../core/provider';
import { findActivity } from '../providers/musement/catalogue';
import { findProduct } from '../providers/octo/catalogue';
import type { Later, Purchase } from './purchase';

/** What is particular about the purchase of a scenario: the rest follows from its event and its name. */
type Rest = Partial<Omit<Purchase, 'supplier'>>;
type Table = Readonly<Record<string, Rest>>;

const OF_ORDER: Rest = { opens: 'order' };
const OF_EVENT: Rest = { opens: 'event' };

/** One button beside the purchase. */
const later = (provider: Later['provider'], title: string, action: string): Rest => ({
  later: [{ provider, title, action }],
});

/** Scenarios of a band, a seat or a day; those of a price or a state have nothing particular. */
const INGRESSO: Table = {
  'credit.fail-part-one': {
    delivery: 'post',
    details: {
      addressLineOne: '1 Sandbox Street',
      addressLineTwo: 'fail part one',
      town: 'London',
      postcode: 'EC1A 1AA',
      country: 'uk',
    },
  },
  'credit.booked': { offer: 'Upper circle, C', tickets: { Adult: 1, Child: 2 } },
  'stripe.two-bundles': { events: ['8ZA', '6IF'] },
  'stripe.partial': { events: ['SC21', '6IF'] },
  'redirect.foreign': OF_ORDER,
  'redirect.abandoned': {
    later: [
      { provider: 'ingresso', title: 'The platform visits the return address', action: 'hit-return-url' },
      { provider: 'ingresso', title: 'The platform gives up', action: 'timeout' },
    ],
  },
  'redirect.two-bundles': { events: ['8ZA', '6IF'] },
  seats: { seats: ['C6', 'C5'] },
  'seats-changed': { seats: ['D6', 'D7'], ...OF_ORDER },
  'one-seat-changed': { seats: ['B5', 'B6'], ...OF_ORDER },
  'seat-fails': { seats: ['H10'], ...OF_ORDER },
  'side-by-side': OF_EVENT,
  tuesday: { weekday: 2, ...OF_ORDER },
  thursday: { weekday: 4, tickets: { Adult: 3 } },
  'saturday-night': OF_EVENT,
  'sold-out': OF_ORDER,
  dearer: OF_ORDER,
  'supplier-down': OF_EVENT,
  offer: OF_EVENT,
};

/** Ingresso is paid in three ways, and the name of a scenario begins with its own; `any` is by card. */
export function ingresso({ id, event = '' }: Scenario): Purchase {
  const name = id.replace('ingresso.', '');
  const [first = ''] = name.split('.');
  const rest = INGRESSO[name] ?? {};
  const common = { supplier: 'ingresso', events: [event] } as const;
  switch (first) {
    case 'credit':
      return { ...common, option: 'ingresso.credit:invoice', opens: 'order', ...rest };
    case 'redirect':
      return { ...common, option: 'ingresso.redirect', opens: 'till', ...rest };
    default:
      return { ...common, option: 'ingresso.stripe', opens: 'till', ...rest };
  }
}

const TICKITTO: Table = {
  'seats-gone': OF_EVENT,
  'price-rises': OF_ORDER,
  'item-fails': later('tickitto', 'Tickitto gives the money back', 'refund-errored'),
  'voucher-late': later('tickitto', 'The voucher comes', 'release-voucher'),
  'fulfilment-errored': later('tickitto', 'The voucher comes', 'release-voucher'),
  'webhook-held': later('tickitto', 'Stripe’s word is heard', 'send-webhook'),
};

/** Tickitto has one way to pay. */
export function tickitto({ id, event = '' }: Scenario): Purchase {
  const common = { supplier: 'tickitto', option: 'tickitto.stripe', events: [event], opens: 'till' } as const;
  return { ...common, ...TICKITTO[id.replace('tickitto.', '')] };
}

const OCTO: Table = {
  'external.euro': { option: 'octo.external:tikkie', opens: 'till' },
  'unknown-gateway': OF_ORDER,
  free: OF_ORDER,
  restrictions: OF_EVENT,
  'gone-at-hold': OF_ORDER,
  dearer: OF_ORDER,
  'viva.left': later('octo', 'Half an hour passes', 'decide'),
  'payment-pending-held': later('octo', 'The gateway’s word is heard', 'send-webhook'),
  'ticket-never': later('octo', 'The ticket comes', 'release-ticket'),
  'saved-card': { option: 'octo.saved-card', ...OF_ORDER },
};

const OCTO_OPTIONS: Readonly<Record<string, string>> = {
  stripe: 'octo.stripe',
  adyen: 'octo.adyen',
  vivawallet: 'octo.viva',
  spreedly: 'octo.spreedly',
  external: 'octo.external:invoice',
};

/** The way to pay an OCTO product is its gateway's. */
export function octo({ id, event = '' }: Scenario): Purchase {
  const option = OCTO_OPTIONS[findProduct(event)?.gateway ?? ''] ?? 'octo.stripe';
  const opens = option.endsWith(':invoice') ? 'order' : 'till';
  return { supplier: 'octo', option, opens, events: [event], ...OCTO[id.replace('octo.', '')] };
}

const MUSEMENT: Table = {
  free: { option: 'musement.no-payment', ...OF_ORDER },
  'free-by-code': { option: 'musement.no-payment', promoCode: 'GRATIS', ...OF_ORDER },
  'on-request-by-hand': {
    later: [
      { provider: 'musement', title: 'The venue confirms', action: 'confirm' },
      { provider: 'musement', title: 'The venue refuses', action: 'reject' },
    ],
  },
  'on-request-silence': later('musement', 'The two days are over', 'reject'),
  'refused-money-stays': later('musement', 'Musement gives the money back', 'refund-item'),
  dearer: OF_ORDER,
  gone: OF_ORDER,
};

/** Musement's carts prefer a gateway, and both are taken where they prefer none. */
export function musement({ id, event = '' }: Scenario): Purchase {
  const option = findActivity(event)?.prefers === 'ADYEN' ? 'musement.adyen' : 'musement.stripe';
  return {
    supplier: 'musement',
    option,
    opens: 'till',
    events: [event],
    ...MUSEMENT[id.replace('musement.', '')],
  };
}
