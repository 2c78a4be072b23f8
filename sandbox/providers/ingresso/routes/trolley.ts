import { ok } from '../answers';
import { SOURCES } from '../catalogue/sources';
import { change } from '../trolley/change';
import { tokenOf } from '../trolley/token';
import { bundlesOf, bundleWire } from '../wire/bundle';
import { orderWire } from '../wire/order';
import { currencyDetails, voiceOf } from '../wire/voice';
import type { Endpoint } from './types';

/** The wish list: adds, shows, removes. Nothing is held by it and nothing remembered. */
export const trolleyEndpoints: Readonly<Record<string, Endpoint>> = {
  'trolley.v1': {
    handler: (call) => {
      const voice = voiceOf(call);
      const { trolley, orders, discarded, unavailable } = change(call.desk, call.params);
      const bundles = bundlesOf(orders).map((bundle) => bundleWire(voice, bundle));
      const currencies = [...orders, ...discarded].map(({ event }) => SOURCES[event.source].currency);
      return ok({
        ...currencyDetails(voice, currencies),
        discarded_orders: discarded.map((order) => orderWire(voice, order)),
        input_contained_unavailable_order: unavailable,
        trolley_token: tokenOf(trolley),
        trolley_token_contents: {
          ...(bundles.length > 0 ? { bundle: bundles } : {}),
          trolley_bundle_count: bundles.length,
          trolley_order_count: orders.length,
        },
      });
    },
  },
  // The sandbox sells no add-ons; upsells are in `event_upsell_list`.
  'upsells.v1': { handler: () => ok({ results: { event: [] } }) },
  'add_ons.v1': { handler: () => ok({ results: { event: [] } }) },
};
