import { invalid } from '../errors';
import { newPsp } from '../ids';
import type { Sim } from '../sim';
import type { Modification, Payment } from '../types';
import { modification, read } from './params';
import type { Handler } from './respond';

/** How long Adyen takes to carry out what it has taken, by the sandbox's clock. */
const WORK_MS = 250;

const EVENTS = {
  capture: 'CAPTURE',
  cancel: 'CANCELLATION',
  refund: 'REFUND',
  reversal: 'CANCEL_OR_REFUND',
} as const satisfies Record<Modification['kind'], string>;

/**
 * `POST /payments/{psp}/captures`, `/cancels`, `/refunds`, `/reversals`. The answer is `received`; money moves a moment
 * later, and the notification says whether it did.
 */
export const modify =
  (kind: Modification['kind']): Handler =>
  ({ sim, merchant, body, id }) => {
    const params = read(modification, body);
    const payment = sim.needPayment(id, merchant.account);
    const priced = kind === 'capture' || kind === 'refund';
    if (priced && !params.amount) throw invalid('100', 'No amount specified');
    if (params.amount && params.amount.currency !== payment.amount.currency) {
      throw invalid('138', 'Unsupported currency specified');
    }
    if (params.amount && params.amount.value <= 0) throw invalid('137', 'Invalid amount specified');
    const change: Modification = {
      psp: newPsp(),
      kind,
      reference: params.reference ?? null,
      amount: priced ? (params.amount ?? null) : null,
      status: 'received',
    };
    payment.modifications.push(change);
    sim.world.later(WORK_MS, () => carryOut(sim, payment, change));
    return {
      status: 201,
      body: {
        merchantAccount: merchant.account,
        paymentPspReference: payment.psp,
        pspReference: change.psp,
        status: 'received',
        ...(change.reference === null ? {} : { reference: change.reference }),
        ...(change.amount ? { amount: change.amount } : {}),
      },
    };
  };

function carryOut(sim: Sim, payment: Payment, change: Modification): void {
  const done = apply(payment, change);
  change.status = done ? 'done' : 'failed';
  sim.book(payment);
  sim.notify(payment, EVENTS[change.kind], done, change);
}

/** Moves the money, or answers that it cannot be moved. Names on the card make it fail, as in Adyen's own tests. */
function apply(payment: Payment, { kind, amount }: Modification): boolean {
  const { resultCode, cancelled, captured, refunded, card } = payment;
  if (resultCode !== 'Authorised' || cancelled) return false;
  const left = captured - refunded;
  switch (kind) {
    case 'capture': {
      const value = amount?.value ?? payment.amount.value;
      if (card.holderName === 'capture failed' || captured + value > payment.amount.value) return false;
      payment.captured += value;
      return true;
    }
    case 'cancel':
      if (captured > 0) return false;
      payment.cancelled = true;
      return true;
    case 'refund': {
      const value = amount?.value ?? left;
      if (card.holderName === 'refund failed' || value > left) return false;
      payment.refunded += value;
      return true;
    }
    case 'reversal':
      if (captured === 0) payment.cancelled = true;
      else payment.refunded = captured;
      return true;
  }
}
