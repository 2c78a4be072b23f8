import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import { bundleTotal, noteCharge } from '../transaction/ledger';
import type { Bundle, BundleResult, Transaction } from '../transaction/model';
import { makeCallout, redirectsDone } from './callouts';
import type { Callout } from './model';
import type { ReturnPoint } from './return-point';

/** Why a payment did not come about, and for which bundle. */
export interface Refused {
  readonly bundle: Bundle;
  readonly failure: NonNullable<BundleResult['failure']>;
}

/** What paying came to: all set aside, a customer to send away, or a refusal. */
export type Paid = { done: true } | { callout: Callout } | { refused: Refused };

/** What there is for bundles that need the customer. */
export interface Means {
  /** Where a customer who has to be sent away comes back to; null where the shop named no place. */
  readonly point: ReturnPoint | null;
  readonly abandoned: () => Promise<void>;
}

/**
 * Sets the money of every bundle aside, one after another, and stops at the first that needs the customer or is
 * refused. Nothing is taken before all of it is set aside.
 */
export async function pay(desk: Desk, transaction: Transaction, means: Means): Promise<Paid> {
  for (const bundle of transaction.bundles) {
    if (bundle.payment.state !== 'none') continue;
    const stop = await payBundle(desk, transaction, bundle, means);
    if (stop) return stop;
  }
  return { done: true };
}

async function payBundle(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  means: Means,
): Promise<Paid | null> {
  const { user } = transaction;
  const away = () => {
    if (!means.point) return { refused: { bundle, failure: NO_WAY_BACK } };
    return { callout: makeCallout(desk, transaction, bundle, means.point, means.abandoned) };
  };
  if (bundleTotal(bundle) === 0) {
    bundle.payment.state = 'authorised';
    return null;
  }
  switch (user.payment) {
    case 'credit':
      bundle.payment.state = 'authorised';
      return null;
    case 'redirect':
      if (!redirectsDone(desk, bundle)) return away();
      bundle.payment.state = 'authorised';
      noteCharge(desk, transaction, bundle, 'authorised');
      return null;
    case 'stripe': {
      const token = transaction.tokens.get(bundle.source.code);
      return token ? chargeToken(desk, transaction, bundle, token, means) : away();
    }
  }
}

async function chargeToken(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  token: string,
  { point, abandoned }: Means,
): Promise<Paid | null> {
  const { debitor, currency, code } = bundle.source;
  const amount = bundleTotal(bundle);
  // Used up by this try, however it ends: Stripe takes a token once.
  transaction.tokens.delete(code);
  const charge = { debitor, token, amount, currency, uuid: transaction.uuid, source: code };
  const asks = point && bundle.orders.some(({ event }) => event.behaviour?.asksBank);
  try {
    const answer = await (asks
      ? desk.stripe.authoriseAsking(charge, point.url)
      : desk.stripe.authorise(charge));
    if ('question' in answer && point) {
      bundle.payment.charge = answer.question.intent;
      return { callout: makeCallout(desk, transaction, bundle, point, abandoned, answer.question) };
    }
    if ('declined' in answer) return { refused: { bundle, failure: declined(answer) } };
    if ('charge' in answer) bundle.payment = { state: 'authorised', charge: answer.charge };
    return null;
  } catch {
    throw new Refusal(502, 4, 'could not connect to the payment provider');
  }
}

/** How the bank's question about a bundle ended: null when its money is set aside now. */
export async function bankAnswer(desk: Desk, bundle: Bundle, intent: string): Promise<Refused | null> {
  const answer = await desk.stripe.answered(bundle.source.debitor, intent).catch(() => SILENCE);
  if ('declined' in answer) return { bundle, failure: declined(answer) };
  bundle.payment = { state: 'authorised', charge: answer.charge };
  return null;
}

/** Stripe that cannot be asked counts as a no: the callout is spent, and nothing was taken. */
const SILENCE = { declined: 'no answer', threeDSecure: true } as const;

const NO_WAY_BACK: Refused['failure'] = {
  reason: 'auth_failure',
  error: 'callout needed but no return_url supplied',
  comment: 'no return_url',
};

function declined({ declined: code, threeDSecure }: { declined: string; threeDSecure: boolean }) {
  return {
    reason: threeDSecure ? 'auth_failure' : 'card_declined',
    error: `Stripe refused the payment: ${code}`,
    comment: `stripe: ${code}`,
    ...(threeDSecure ? { threeDSecure } : {}),
  };
}

/** Lets go of what was set aside for a bundle, or gives back what was taken. */
export async function giveBack(desk: Desk, transaction: Transaction, bundle: Bundle): Promise<void> {
  const { payment, source } = bundle;
  // An intent whose bank still asks is let go too, or it could be answered later.
  if (payment.state !== 'authorised' && !(payment.state === 'none' && payment.charge)) return;
  payment.state = 'let go';
  if (transaction.user.payment === 'redirect') noteCharge(desk, transaction, bundle, 'cancelled');
  if (payment.charge) {
    const { charge } = payment;
    await insist(desk, () =>
      desk.stripe.refund(source.debitor, charge, `void-${transaction.uuid}-${source.code}`),
    );
  }
}

/** Takes what was set aside for a bundle. */
export async function capture(desk: Desk, transaction: Transaction, bundle: Bundle): Promise<void> {
  const { payment, source } = bundle;
  if (payment.state !== 'authorised') return;
  payment.state = 'captured';
  if (transaction.user.payment === 'redirect') noteCharge(desk, transaction, bundle, 'captured');
  if (payment.charge) {
    const { charge } = payment;
    await insist(desk, () => desk.stripe.capture(source.debitor, charge));
  }
}

const AGAIN_MS = 5000;

/** Does it now, or later again and again: a payment provider that is away for a moment must not cost anybody money. */
async function insist(desk: Desk, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    desk.world.later(AGAIN_MS, () => insist(desk, work));
  }
}
