import { ok, pageOf } from '../answers';
import { SOURCES } from '../catalogue/sources';
import { bad } from '../refusals';
import { findTransaction } from '../transaction/find';
import { release, reserve } from '../transaction/reserve';
import { change } from '../trolley/change';
import { orderWire } from '../wire/order';
import { reservedWire } from '../wire/transaction';
import { currencyDetails, voiceOf } from '../wire/voice';
import type { Endpoint } from './types';

/** Holding tickets, and letting go of them. */
export const reserveEndpoints: Readonly<Record<string, Endpoint>> = {
  'reserve.v1': {
    acts: true,
    sells: true,
    handler: (call) => {
      const { desk, params, user, subUser } = call;
      if (!params.has('trolley_token') && !params.has('perf_id'))
        throw bad('perf_id or trolley_token is required');
      const voice = voiceOf(call);
      const changed = change(desk, params, true);
      const got = reserve(desk, { user, subUser }, changed);
      if ('uuid' in got) {
        got.reservePage = pageOf(desk, ok(reservedWire(voice, got)));
        return got.reservePage;
      }
      const currencies = got.unreserved.map(({ order }) => SOURCES[order.event.source].currency);
      return ok({
        ...currencyDetails(voice, currencies),
        input_contained_unavailable_order: got.unavailable,
        unreserved_orders: got.unreserved.map(({ order, comment }) => orderWire(voice, order, { comment })),
      });
    },
  },
  'release.v1': {
    acts: true,
    sells: true,
    handler: (call) => ok({ released_ok: release(call.desk, findTransaction(call), 'released') }),
  },
};
