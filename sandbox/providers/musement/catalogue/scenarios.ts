import { CITIES } from './cities';
import { activity, holder, single } from './parts';
import type { ActivitySpec, Behaviour } from './types';

/** The category that a shop can show apart: activities that misbehave, each in one way. */
export const SCENARIO_CATEGORY = 'Sandbox scenarios';

function scenario(
  number: string,
  title: string,
  summary: string,
  behaviour: Behaviour,
  more: Partial<ActivitySpec> = {},
): ActivitySpec {
  return activity({
    number,
    title,
    summary,
    story: [summary, 'It belongs to the sandbox, looks like any other and misbehaves in exactly one way.'],
    categories: [SCENARIO_CATEGORY],
    city: CITIES.rome,
    meetingPoint: 'Via della Sabbia 1, 00100 Rome',
    features: single(holder('ADULT', 'Adult', 2000), holder('CHILD', 'Child', 1000)),
    capacity: 500,
    poster: { motif: 'rings', colours: ['#22252b', '#4b5563', '#f59e0b'] },
    behaviour,
    ...more,
  });
}

const onRequest = (maxConfirmationTime: string) => ({ maxConfirmationTime });

/** One activity for each way in which a purchase can go wrong, or takes its time. */
export const SCENARIO_ACTIVITIES: readonly ActivitySpec[] = [
  scenario('0901', 'Paid, then Refused', 'KO after the payment; the money goes back by itself.', {
    refuses: true,
  }),
  scenario('0902', 'Refused, the Money Stays', 'KO after the payment; the money waits for a person.', {
    refuses: true,
    keepsMoney: true,
  }),
  scenario(
    '0903',
    'On Request',
    'Confirmed within a day, by a person: nothing happens before somebody acts.',
    { answersAfterMs: 'never' },
    onRequest('P1D'),
  ),
  scenario(
    '0904',
    'Two Days of Silence',
    'On request, and nobody answers: after two days it is KO and refunded.',
    { answersAfterMs: 'never' },
    onRequest('P2D'),
  ),
  scenario(
    '0905',
    'On Request, and No',
    'Refused eight seconds after the payment; the money goes back.',
    { answersAfterMs: 8_000, refuses: true },
    { ...onRequest('PT30M'), prefers: 'ADYEN' },
  ),
  scenario(
    '0906',
    'Given Up by the Venue',
    'Confirmed, and given up ten seconds later; the money goes back.',
    {
      givenUpAfterMs: 10_000,
    },
  ),
  scenario(
    '0907',
    'Hard to Cancel',
    'Cancelling reads CANCELLATION_ERROR, and eight seconds later OK again.',
    {
      cancellationErrorMs: 8_000,
    },
  ),
  scenario('0909', 'The Late Voucher', 'Confirmed at once; the voucher follows twenty seconds later.', {
    voucherMs: 20_000,
  }),
  scenario('0910', 'Paid Elsewhere, Please', 'Prefers Stripe, refuses its token, and then wants Adyen’s.', {
    refusesToken: true,
  }),
  scenario(
    '0911',
    'The Other Gateway Answers',
    'Prefers Adyen, answers its token with a question of Stripe’s, and then wants Stripe’s.',
    { answersOther: true },
    { prefers: 'ADYEN' },
  ),
  scenario('0912', 'Asked Twice', 'The bank asks again after it was answered.', { asksTwice: true }),
  scenario(
    '0913',
    'Sent by 302',
    'Where the bank is, is told by a redirect of the call itself.',
    { tells: 'redirect' },
    { prefers: 'ADYEN' },
  ),
  scenario(
    '0914',
    'A Form with a List',
    'The fields of the bank’s form are a list of texts and no object.',
    { tells: 'list' },
    { prefers: 'ADYEN' },
  ),
  scenario('0915', 'The Rising Price', 'Costs twelve percent more in the cart than on its date.', {
    dearerPercent: 12,
  }),
  scenario(
    '0917',
    'Sent to the Bank Twice',
    'The bank’s page asks again after it was answered, and leads back to the same address.',
    { asksTwice: true },
    { prefers: 'ADYEN' },
  ),
  scenario(
    '0918',
    'Half Comes Back',
    'Cancelled later than sixty days before it begins, it gives back half of its price.',
    {},
    { freeCancellationDays: 60 },
  ),
  scenario('0916', 'Gone a Moment Ago', 'Looks available, and reads PREBOOK_KO in the cart.', {
    prebookFails: true,
  }),
];
