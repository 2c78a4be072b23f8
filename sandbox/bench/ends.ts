/**
 * Where a purchase is when a tester has done what its scenario says, so that whoever runs it, a person or a program, knows
 * what to look for in the shop and in the ledger.
 *
 * - `tickets`: all are booked and paid for, to the penny
 * - `some`: some are booked and only those are paid for
 * - `overpaid`: all are booked, and what was paid beyond the price is owed back
 * - `kept`: nobody took anything or said no, all is held still, and paying goes on
 * - `declined`: a bank or who takes the money says no, nothing is taken and all is held still; another try pays
 * - `lost`: nothing is taken, and nothing is held any more
 * - `expired`: the time to pay ran out, and nothing is taken
 * - `refused`: nothing was ever held, and the shop says why
 * - `owed`: what was paid is owed back, there are no tickets, and a person is called
 * - `refunded`: what was paid came back, and there are no tickets
 * - `cancelled`: booked, then cancelled, and money came back
 * - `seen`: there is nothing to buy, only to look at
 */
export type Ending =
  | 'tickets'
  | 'some'
  | 'overpaid'
  | 'kept'
  | 'declined'
  | 'lost'
  | 'expired'
  | 'refused'
  | 'owed'
  | 'refunded'
  | 'cancelled'
  | 'seen';

/** Those that do not end in tickets. */
const OTHER: Readonly<Record<string, Ending>> = {
  'ingresso.credit.fail-part-one': 'owed',
  'ingresso.credit.supplier-refuses': 'owed',
  'ingresso.stripe.declined': 'lost',
  'ingresso.stripe.3ds': 'lost',
  'ingresso.stripe.refused-and-refunded': 'lost',
  'ingresso.stripe.partial': 'some',
  'ingresso.redirect.declined': 'lost',
  'ingresso.redirect.nine-hops': 'lost',
  'ingresso.redirect.foreign': 'lost',
  'ingresso.redirect.abandoned': 'lost',
  'ingresso.seat-fails': 'refused',
  'ingresso.side-by-side': 'refused',
  'ingresso.tuesday': 'refused',
  'ingresso.saturday-night': 'seen',
  'ingresso.sold-out': 'refused',
  'ingresso.short-hold': 'expired',
  'ingresso.supplier-down': 'seen',
  'ingresso.offer': 'seen',
  'tickitto.item-fails': 'refunded',
  'tickitto.refused-and-refunded': 'refunded',
  'tickitto.seats-gone': 'refused',
  'tickitto.short-hold': 'expired',
  'tickitto.hold-lost': 'expired',
  'octo.stripe.declined': 'declined',
  'octo.adyen.declined': 'declined',
  'octo.viva.declined': 'declined',
  'octo.spreedly.declined': 'declined',
  'octo.unknown-gateway': 'seen',
  'octo.restrictions': 'refused',
  'octo.gone-at-hold': 'refused',
  'octo.gone-at-confirm': 'lost',
  'octo.short-hold': 'expired',
  'octo.rejected': 'refunded',
  'musement.stripe.declined': 'declined',
  'musement.stripe.challenge-declined': 'declined',
  'musement.adyen.declined': 'declined',
  'musement.on-request-silence': 'refunded',
  'musement.on-request-refused': 'refunded',
  'musement.refused': 'refunded',
  'musement.refused-money-stays': 'refunded',
  'musement.given-up': 'cancelled',
  'musement.half-comes-back': 'cancelled',
  'musement.gone': 'refused',
  'tikkie.pay.twice': 'overpaid',
  'tikkie.pay.again': 'overpaid',
  'tikkie.pay.less': 'owed',
  'tikkie.refuse': 'declined',
  'tikkie.leave': 'kept',
  'tikkie.expire': 'declined',
  'tikkie.close': 'declined',
  'tikkie.full': 'declined',
  'stripe.card.declined': 'declined',
  'stripe.card.insufficient-funds': 'declined',
  'stripe.card.lost': 'declined',
  'stripe.card.expired': 'declined',
  'stripe.card.incorrect-cvc': 'declined',
  'stripe.card.processing-error': 'declined',
  'stripe.card.3ds-declined': 'declined',
  'adyen.card.declined': 'declined',
  'adyen.card.insufficient-funds': 'declined',
  'adyen.card.blocked': 'declined',
  'adyen.card.wrong-code': 'declined',
  'adyen.card.error': 'declined',
  'adyen.card.3ds-declined': 'declined',
  'adyen.session.refused': 'lost',
  'viva.card.declined': 'declined',
  'viva.card.refused': 'declined',
  'viva.button.decline': 'declined',
  'viva.cancel': 'kept',
  'viva.leave.bank': 'kept',
  'spreedly.card.declined': 'declined',
  'spreedly.card.mastercard-declined': 'declined',
  'spreedly.form.mistake': 'kept',
  'spreedly.form.closed': 'kept',
  'spreedly.form.refused': 'kept',
};

/** Where the purchase of a scenario ends. */
export function endingOf(scenario: string): Ending {
  return OTHER[scenario] ?? 'tickets';
}

/** What a tester may do instead, in the words of a button where there is one, and where that ends. */
const INSTEAD: Readonly<Record<string, Readonly<Record<string, Ending>>>> = {
  'ingresso.stripe.3ds-page': { Fail: 'lost', Close: 'lost' },
  'ingresso.redirect.two-bundles': { 'Decline the payment': 'lost' },
  'octo.adyen.challenge': { 'Any other word': 'declined' },
  'octo.viva.sail': { 'Pay with a test card': 'tickets' },
  'musement.on-request-by-hand': { 'The venue refuses': 'refunded' },
  'tikkie.pay.late': { 'The hold ends': 'owed' },
  'tikkie.pending': { 'The bank says no': 'declined' },
  'stripe.card.3ds': { Fail: 'declined', Close: 'declined' },
  'adyen.card.3ds-challenge': { 'Any other word': 'declined', Cancel: 'declined' },
  'adyen.card.3ds-full': { 'Any other word': 'declined', Cancel: 'declined' },
  'adyen.card.3ds-redirect': { 'Any other word': 'declined', Cancel: 'declined' },
  'viva.card.3ds': { 'Any other word': 'declined', Cancel: 'declined' },
};

/** What may be done instead, and where that ends; mostly nothing. */
export function insteadOf(scenario: string): Readonly<Record<string, Ending>> {
  return INSTEAD[scenario] ?? {};
}

/** Scenarios that are named here: each has to be one. */
export const namedEndings: readonly string[] = [...Object.keys(OTHER), ...Object.keys(INSTEAD)];
