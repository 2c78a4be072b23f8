import { ADYEN_CLIENT_KEY } from '../../../../core/secrets';
import type { Order } from '../../order/model';
import { type Outcome, refused } from '../types';
import type { Adyen } from './adyen';
import { type Attempt, isFree } from './attempts';

/** What the supplier has set up for its Drop-in; pages pass it on unread. */
const METHODS = { card: { hasHolderName: true, holderNameRequired: true, billingAddressRequired: false } };

/** `cardPayment.adyen` of an order that owes `due`. The session is null until there is an address to return to. */
export async function present(adyen: Adyen, order: Order, due: number): Promise<Record<string, unknown>> {
  if (due === 0) return {};
  const attempt = await sessionFor(adyen, order, due);
  return {
    environment: 'test',
    clientKey: ADYEN_CLIENT_KEY,
    countryCode: countryOf(order),
    session: attempt && { id: attempt.session, sessionData: attempt.data },
    paymentMethodsConfiguration: METHODS,
  };
}

/**
 * The session to pay with: one that is paid and waits to be confirmed, so that nobody is asked twice, or else a new one
 * whenever the last was refused, lapsed or is for something else.
 */
async function sessionFor(adyen: Adyen, order: Order, due: number): Promise<Attempt | null> {
  const { returnUrl } = order;
  if (returnUrl === null) return null;
  const { attempts } = adyen.states.of(order);
  const paid = attempts.find((one) => one.amount === due && isFree(order, one));
  if (paid) return paid;
  const last = attempts.at(-1);
  const fits = last?.amount === due && last.returnUrl === returnUrl;
  if (last && fits && isOpen(adyen, last)) return last;
  const made = await adyen.api.createSession({
    ...adyen.fields(order, due),
    countryCode: countryOf(order),
    storePaymentMethodMode: 'enabled',
    recurringProcessingModel: 'CardOnFile',
    shopperInteraction: 'Ecommerce',
  });
  const attempt: Attempt = {
    session: made.id,
    data: made.sessionData,
    amount: due,
    returnUrl,
    expiresMs: Date.parse(made.expiresAt),
    status: 'open',
    psp: null,
    reason: '',
    card: null,
  };
  attempts.push(attempt);
  return attempt;
}

/** What became of a session, by what was heard of it; `result` lets Adyen be asked before its notification comes. */
export async function bySession(
  adyen: Adyen,
  order: Order,
  due: number,
  id: string,
  result: string | null | undefined,
): Promise<Outcome> {
  const attempt = adyen.states.of(order).attempts.find(({ session }) => session === id);
  if (!attempt) return refused('The session is not one of this order.');
  if (attempt.status === 'open' && result) await ask(adyen, attempt, result);
  if (isOpen(adyen, attempt)) return { kind: 'pending' };
  if (attempt.status === 'open') return refused('The payment session has expired.');
  if (attempt.status === 'refused') return refused(attempt.reason || 'Refused');
  const { psp } = attempt;
  if (psp === null || !isFree(order, attempt)) return refused('The payment of this session is used up.');
  if (attempt.amount !== due) {
    await reverse(adyen, attempt);
    return refused('The payment was for another amount than is to be paid, and goes back.');
  }
  return {
    kind: 'authorised',
    byWebhook: true,
    take: async () => ({ reference: psp, amount: due, notes: null, card: attempt.card }),
    letGo: () => reverse(adyen, attempt),
  };
}

/** Whether its money may still come. What comes after that all the same is heard of, and kept or given back. */
function isOpen(adyen: Adyen, { status, expiresMs }: Attempt): boolean {
  return status === 'open' && expiresMs > adyen.world.now();
}

async function ask({ api }: Adyen, attempt: Attempt, result: string): Promise<void> {
  const { status, payments } = await api.sessionResult(attempt.session, result);
  const paid = payments?.find(({ resultCode }) => resultCode === 'Authorised');
  if (paid) Object.assign(attempt, { status: 'authorised', psp: paid.pspReference });
  // `active` is a try that was refused in a session that would bear another.
  else if (status === 'refused' || status === 'canceled' || status === 'active')
    Object.assign(attempt, { status: 'refused', reason: 'Refused' });
}

/** Gives back what nobody can use; it is Adyen that says when it is done. */
export async function reverse({ api }: Adyen, attempt: Attempt): Promise<void> {
  attempt.status = 'reversed';
  if (attempt.psp !== null) await api.reverse(attempt.psp);
}

function countryOf(order: Order): string {
  const told = order.contact.country ?? '';
  return /^[A-Z]{2}$/.test(told) ? told : (order.bookings[0]?.product.place.countryCode ?? 'GB');
}
