import type { Order } from '../../order/model';
import { type Outcome, refused } from '../types';
import type { Adyen } from './adyen';

/**
 * Pays without a session: with raw card details, or with a card that is kept. Asked again for what Adyen is still
 * deciding, it waits for the notice and makes no second payment.
 */
export async function payAlone(
  adyen: Adyen,
  order: Order,
  due: number,
  more: Record<string, unknown>,
): Promise<Outcome> {
  const state = adyen.states.of(order);
  const open = state.lone.find(({ spent }) => !spent);
  if (open?.status === 'pending') return { kind: 'pending' };
  if (open) open.spent = true;
  if (open?.status === 'refused') return refused('Refused');
  if (open) return authorised(adyen, open.psp, due);
  const answer = await adyen.api.pay({ ...adyen.fields(order, due), ...more }, `${order.id}-${state.asked}`);
  state.asked += 1;
  const psp = answer.pspReference;
  switch (answer.resultCode) {
    case 'Authorised':
      return authorised(adyen, psp, due);
    case 'Received':
    case 'Pending':
      state.lone.push({ psp, status: 'pending', spent: false });
      return { kind: 'pending' };
    default:
      return refused(
        answer.refusalReason ?? 'The bank wants to ask the cardholder, which cannot be done here.',
      );
  }
}

function authorised(adyen: Adyen, psp: string, due: number): Outcome {
  return {
    kind: 'authorised',
    byWebhook: false,
    take: async () => ({ reference: psp, amount: due, notes: null, card: null }),
    letGo: () => adyen.api.reverse(psp),
  };
}
