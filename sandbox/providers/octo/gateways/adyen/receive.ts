import { type Order, outstanding } from '../../order/model';
import type { Adyen } from './adyen';
import { type Attempt, cardOf, isFree, type State } from './attempts';
import type { Notice } from './notice';
import { reverse } from './sessions';

/** Takes down what Adyen tells of a payment. What was settled is not unsettled by a notice that comes late or twice. */
export async function receive(adyen: Adyen, notice: Notice): Promise<void> {
  const state = adyen.states.about(notice);
  if (!state || notice.eventCode !== 'AUTHORISATION') return;
  await adyen.world.locked(state.order, async () => {
    const success = notice.success === 'true';
    const lone = state.lone.find(({ psp }) => psp === notice.pspReference);
    if (lone?.status === 'pending') lone.status = success ? 'authorised' : 'refused';
    const id = notice.additionalData.checkoutSessionId;
    const attempt = state.attempts.find(({ session }) => session === id);
    if (!attempt || attempt.status === 'reversed') return;
    if (success) await succeeded(adyen, state, attempt, notice);
    else if (attempt.status === 'open') Object.assign(attempt, { status: 'refused', reason: notice.reason });
  });
}

async function succeeded(adyen: Adyen, state: State, attempt: Attempt, notice: Notice): Promise<void> {
  const { order } = state;
  Object.assign(attempt, { status: 'authorised', psp: notice.pspReference, card: cardOf(state, notice) });
  keepCard(order, attempt);
  // It came for a hold that is over, or beside another payment.
  if (isFree(order, attempt) && outstanding(order) === 0) await reverse(adyen, attempt);
}

/** A payment that was confirmed by the browser's result learns its card from the notice that follows. */
function keepCard(order: Order, { psp, card }: Attempt): void {
  const payment = order.payments.find(({ reference }) => reference === psp);
  if (payment) payment.card ??= card;
}
