import { option, product, unit } from './parts';
import { PLACES } from './places';
import type { Behaviour, ProductSpec } from './types';

/** The category that a shop can show apart: products that misbehave, each in one way. */
export const SCENARIO_CATEGORY = 'Sandbox scenarios';

function scenario(
  id: string,
  title: string,
  summary: string,
  behaviour: Behaviour,
  more: Partial<ProductSpec> = {},
): ProductSpec {
  return product({
    id,
    title,
    subtitle: 'Sandbox scenario',
    summary,
    story: [summary, 'It belongs to the sandbox, looks like any other and misbehaves in exactly one way.'],
    categories: [SCENARIO_CATEGORY],
    place: PLACES.leith,
    poster: { motif: 'rings', colours: ['#22252b', '#4b5563', '#f59e0b'] },
    options: [
      option([unit(id, 'ADULT', 2000), unit(id, 'CHILD', 1000)], {
        hours: [{ from: '00:00', to: '23:59' }],
        capacity: 500,
      }),
    ],
    behaviour,
    ...more,
  });
}

/** One product for each way in which a purchase can go wrong. All are paid through Stripe unless they say otherwise. */
export const SCENARIO_PRODUCTS: readonly ProductSpec[] = [
  scenario('OC901', 'Gone a Moment Ago', 'Looks available, and is gone when it is reserved.', {
    goneAtHold: true,
  }),
  scenario(
    'OC902',
    'Paid, then Gone',
    'The confirmation is refused although the payment was authorised; the money is let go.',
    { goneAtConfirm: true },
  ),
  scenario('OC903', 'The Rising Price', 'Costs twelve percent more once it is reserved.', {
    dearerPercent: 12,
  }),
  scenario('OC904', 'One Minute to Pay', 'Held for a minute, and cannot be extended.', {
    holdMs: 60_000,
    notExtendable: true,
  }),
  scenario('OC905', 'The Late Word', 'Confirming answers PAYMENT_PENDING for six seconds, then it works.', {
    wordMs: 6_000,
  }),
  scenario('OC906', 'The Word That Is Kept Back', 'PAYMENT_PENDING until somebody sends the webhook.', {
    wordHeld: true,
  }),
  scenario('OC907', 'Waiting for the Keeper', 'Confirmed as PENDING, and CONFIRMED eight seconds later.', {
    pendingMs: 8_000,
  }),
  scenario(
    'OC908',
    'The Keeper Says No',
    'Confirmed as PENDING, REJECTED eight seconds later; the money goes back.',
    { pendingMs: 8_000, rejected: true },
  ),
  scenario(
    'OC909',
    'Paid the Moment You Pay',
    'Stripe takes the money when the guest pays; a hold that ends then leaves money without tickets.',
    { capturesAtOnce: true },
  ),
  scenario('OC910', 'Balance Due', 'Thirty percent were paid before with a card that can be used again.', {
    depositPercent: 30,
  }),
  scenario(
    'OC911',
    'The Late Ticket',
    'Confirmed at once; the ticket follows twenty seconds later.',
    {},
    {
      deliveryMs: 20_000,
    },
  ),
  scenario(
    'OC912',
    'The Lost Ticket',
    'Confirmed, and no ticket comes until somebody acts.',
    {},
    {
      deliveryMs: 'never',
    },
  ),
  scenario(
    'OC913',
    'Signed and Sealed',
    'Paid by Spreedly’s form, which opens with a signature that is good for one card.',
    { signedForm: true },
    { gateway: 'spreedly' },
  ),
];
