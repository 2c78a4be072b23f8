import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import { GOOD_CARD } from './cards';
import type { Source } from './merchants';
import { pay } from './pay';
import type { Sim } from './sim';
import type { PaymentOrder } from './types';

/** An order by its code, or the newest one of a merchant's reference (a basket or order). */
function needOrder(sim: Sim, id: string): PaymentOrder {
  const found = [...sim.orders.values()].filter(({ code, merchantTrns }) =>
    [code, merchantTrns].includes(id),
  );
  const order = found.at(-1);
  if (!order) throw new Error(`There is no order ${id}.`);
  return order;
}

function needSource(sim: Sim, id: string): Source {
  const found = sim.merchants.flatMap(({ sources }) => sources).find(({ code }) => code === id);
  if (!found) throw new Error(`There is no source ${id}.`);
  return found;
}

/** What the control port can do. The id is an order's code, the merchant's reference, a source's code, or `all`. */
export function actions(sim: Sim): RunningProvider['actions'] {
  return {
    /** Somebody pays an order and never goes back to the shop. */
    pay: (id) => {
      const order = needOrder(sim, id);
      if (sim.stateOf(order) !== 'pending') throw new Error(`The order is ${sim.stateOf(order)}.`);
      pay(
        sim,
        order,
        { number: GOOD_CARD, expiry: '12/34', cvv: '123', name: 'Ada Byron' },
        {
          look: { lang: order.lang, color: '' },
          stays: true,
        },
      );
    },
    /** The time of an order is over now. */
    'expire-order': (id) => {
      const order = needOrder(sim, id);
      order.expiresMs = sim.now();
      sim.book(order);
    },
    /** The names of the parameters that a source returns with: `{"t": "transaction", "s": "order"}`. */
    parameters: (id, args) => {
      const name = z.string().regex(/^\w{1,20}$/);
      const { t, s } = z.object({ t: name.default('t'), s: name.default('s') }).parse(args);
      needSource(sim, id).parameters = { t, s };
    },
    /** Somebody forgot to tell Viva where customers of a source return to. */
    'forget-urls': (id) => {
      Object.assign(needSource(sim, id), { successUrl: null, failureUrl: null });
    },
    /** Keeps notices back from now on, so that one can arrive late. */
    'hold-webhooks': (id) => sim.outbox.hold(id),
    /** Ends a hold and sends what had gathered; `{"order": "newest-first"}` sends it in the wrong order. */
    'send-webhooks': (id, args) => {
      sim.outbox.release(id, args.order === 'newest-first');
    },
    /** Sends the newest notice about an order or a transaction again. */
    'duplicate-webhook': (id) => {
      if (!sim.outbox.repeat(id)) throw new Error(`No notice about ${id} yet`);
    },
  };
}
