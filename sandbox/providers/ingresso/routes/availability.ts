import { ok } from '../answers';
import { eventOf, findBand } from '../catalogue';
import { SOURCES } from '../catalogue/sources';
import type { Call } from '../desk';
import { findPerformance, type Performance } from '../performances';
import { bad } from '../refusals';
import { sendsOf } from '../trolley/resolve';
import { availabilityWire } from '../wire/availability';
import { discountsWire } from '../wire/price-band';
import { sendMethodWire } from '../wire/send';
import { currencyDetails, voiceOf } from '../wire/voice';
import type { Endpoint } from './types';

function performanceOf({ desk, params }: Call): Performance {
  const id = params.need('perf_id');
  const event = eventOf(id);
  const found = event && findPerformance(event, id, desk.world.clock.now());
  if (!found) throw bad('perf_id is not known');
  return found;
}

/** What is left of a performance, its kinds of price, and how its tickets are sent. */
export const availabilityEndpoints: Readonly<Record<string, Endpoint>> = {
  'availability.v1': {
    handler: (call) => {
      const wanted = call.params.int('no_of_seats', 1);
      return ok(availabilityWire(voiceOf(call), performanceOf(call), wanted));
    },
  },
  'discounts.v1': {
    handler: (call) => {
      const performance = performanceOf(call);
      const code = call.params.need('price_band_code');
      if (!/\/(pool|alloc)$/.test(code)) throw bad('price_band_code needs /pool or /alloc suffix');
      const found = findBand(performance.event, call.params.need('ticket_type_code'), code);
      if (!found) throw bad('ticket_type_code or price_band_code is not known');
      const place = { performance, ...found };
      const voice = voiceOf(call);
      const { currency } = SOURCES[performance.event.source];
      return ok({
        currency_code: currency,
        ...currencyDetails(voice, [currency]),
        discounts: { discount: discountsWire(voice, place, call.desk.store.stock.left(place)) },
      });
    },
  },
  'send_methods.v1': {
    handler: (call) => {
      const performance = performanceOf(call);
      const voice = voiceOf(call);
      const { currency, code } = SOURCES[performance.event.source];
      const methods = sendsOf(call.desk, performance).map((send) => sendMethodWire(voice, send, currency));
      return ok({
        currency_code: currency,
        ...currencyDetails(voice, [currency]),
        send_methods: { send_method: methods },
        source_code: code,
      });
    },
  },
};
