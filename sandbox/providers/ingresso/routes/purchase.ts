import { ok } from '../answers';
import type { Call } from '../desk';
import { answerCallout, purchase } from '../purchase/attempt';
import { cancel } from '../purchase/cancel';
import { checkToken, tokenUsed } from '../purchase/return-point';
import { bad, gone } from '../refusals';
import { findTransaction } from '../transaction/find';
import { orderWire } from '../wire/order';
import { currenciesOf, trolleyWire } from '../wire/transaction';
import { currencyDetails, voiceOf } from '../wire/voice';
import type { Endpoint } from './types';

/** `this.{token}` and `next.{token}`; a token may have dots itself, so only the first one counts. */
function tokenIn(segment: string | undefined, name: 'this' | 'next'): string {
  if (!segment?.startsWith(`${name}.`)) throw bad('callback.v1 needs this.{token}/next.{token}');
  return checkToken(segment.slice(name.length + 1), `${name} token`);
}

/** A token acts once: whoever comes second, or with a token that is not fresh, hears that it is gone. */
function callback(call: Call) {
  const { desk, user, rest } = call;
  const old = tokenIn(rest[0], 'this');
  const next = tokenIn(rest[1], 'next');
  const key = `${user.id}/${old}`;
  const waiting = desk.store.waiting.get(key);
  if (!waiting || next === old || tokenUsed(desk, user, next)) throw gone();
  return answerCallout(call, waiting.transaction, waiting.callout, next);
}

async function cancelItems(call: Call) {
  const items = call.params.list('cancel_items_list');
  if (items.some((one) => !/^\d+$/.test(one))) throw bad('cancel_items_list must be a list of item numbers');
  const transaction = findTransaction(call);
  const voice = voiceOf(call);
  const got = await cancel(call.desk, transaction, items.map(Number));
  const details = currencyDetails(voice, currenciesOf(transaction));
  if ('mustAlso' in got) {
    return ok({ ...details, must_also_cancel: got.mustAlso.map((order) => orderWire(voice, order)) });
  }
  return ok({
    ...details,
    cancelled_item_numbers: got.items,
    ...trolleyWire(voice, transaction, { purchase: true }),
  });
}

/** Buying, coming back from a redirect, cancelling. */
export const purchaseEndpoints: Readonly<Record<string, Endpoint>> = {
  'purchase.v1': {
    acts: true,
    sells: true,
    handler: (call) => purchase(call, findTransaction(call)),
  },
  'callback.v1': { acts: true, sells: true, handler: callback },
  'cancel.v1': { acts: true, sells: true, handler: cancelItems },
};
