import type { Scenario } from '../../core/provider';
import { SCENARIO_EVENTS } from './catalogue/scenarios';

/** Stripe's plain test card: in these scenarios the payment is never the trouble. */
const CARD = { number: '4242424242424242', expiry: '12/34', cvc: '123' };

function buy(
  id: string,
  event: string,
  expect: string,
  how = 'Buy this event and pay with the card.',
): Scenario {
  const title = SCENARIO_EVENTS.find((one) => one.id === event)?.title ?? event;
  return { id: `tickitto.${id}`, provider: 'tickitto', title, how, expect, card: CARD, event };
}

/** Everything that can be met by choosing an event, as data for the QA page, the tests and the documentation. */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'tickitto.booked',
    provider: 'tickitto',
    title: 'All goes well',
    how: 'Buy any event outside the scenario category, such as Museum of Moving Things, and pay with the card.',
    expect: 'Booked within seconds, item by item, each with a voucher; one charge captured.',
    card: CARD,
    event: 'T103',
  },
  {
    id: 'tickitto.seated',
    provider: 'tickitto',
    title: 'Chosen seats',
    how: 'Buy The Lantern Keepers and choose seats on the map.',
    expect: 'Booked with exactly these seats, printed on each voucher.',
    card: CARD,
    event: 'T101',
  },
  buy(
    'item-fails',
    'T901',
    'Money captured, the item errored, checked_out_with_errors; refund due until it is refunded.',
  ),
  buy(
    'refused-and-refunded',
    'T902',
    'Errored first, errored_and_refunded six seconds later, the charge refunded.',
  ),
  buy(
    'voucher-late',
    'T903',
    'Booked at once without a voucher; the voucher comes after 20 s or by the action release-voucher.',
  ),
  buy(
    'fulfilment-pending',
    'T904',
    'fulfilment_pending for 10 s under checked_out, then booked with its voucher.',
  ),
  buy(
    'fulfilment-errored',
    'T905',
    'fulfilment_errored and booked_successfully, no voucher until the action release-voucher.',
  ),
  buy('slow-booking', 'T906', 'checkout_pending and booking for 12 s, then booked.'),
  buy(
    'seats-gone',
    'T907',
    'The add is refused with reservation_error.seats_gone; nothing is held.',
    'Choose tickets and add them.',
  ),
  buy(
    'price-rises',
    'T908',
    'Twelve percent more than when it was added; nobody is charged the new price unasked.',
  ),
  buy(
    'short-hold',
    'T909',
    'Lapses after 60 s and is held again at the next look.',
    'Add it, and wait a minute: on the page of the order, or with the card form open.',
  ),
  buy(
    'hold-lost',
    'T910',
    'Lapses after 45 s and becomes unreserved. The shop closes the form and the payment with it; what is paid all the same is owed back.',
    'Add it, open the card form within a quarter of a minute, and wait for the end of the hold.',
  ),
  buy(
    'webhook-held',
    'T911',
    'Paid at Stripe and not_checked_out until the action send-webhook; then booked.',
  ),
];
