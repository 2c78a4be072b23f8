import { ok } from '../answers';
import { EVENTS, findEvent } from '../catalogue';
import { SOURCES } from '../catalogue/sources';
import type { EventSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import type { Params } from '../params';
import { performancesBetween } from '../performances';
import { bad } from '../refusals';
import { quantities } from '../wire/cost-range';
import { eventWire } from '../wire/event';
import { currencyDetails, known, type Voice, voiceOf } from '../wire/voice';
import { dateRange, pageOfList } from './paging';
import { search } from './search';
import type { Endpoint } from './types';

/** Currencies of events, where their prices are shown. */
function priced(voice: Voice, events: readonly EventSpec[]): Record<string, unknown> {
  if (!voice.params.flag('req_cost_range')) return {};
  return currencyDetails(
    voice,
    events.map(({ source }) => SOURCES[source].currency),
  );
}

/** With performances in the range that was asked for; events without dates always have. */
function inRange(desk: Desk, params: Params, events: readonly EventSpec[]): EventSpec[] {
  const { from, to } = dateRange(params);
  if (!from && !to) return [...events];
  return events.filter((event) => performancesBetween(event, desk.world.clock.now(), from, to).length > 0);
}

function byIds(voice: Voice, ids: readonly string[], params: Params): Record<string, unknown> {
  const entries = ids.flatMap((id): [string, unknown][] => {
    const event = findEvent(id);
    if (!event) return [];
    const related = () => (event.upsells ?? []).flatMap((one) => findEvent(one) ?? []);
    return [
      [
        id,
        known({
          event: eventWire(voice, event),
          valid_quantities: quantities(event),
          venue_is_enforced: false,
          add_ons: params.flag('add_add_ons') ? [] : undefined,
          upsells: params.flag('add_upsells') ? related().map((one) => eventWire(voice, one)) : undefined,
        }),
      ],
    ];
  });
  return Object.fromEntries(entries);
}

/** Search, and events by their ids. */
export const eventEndpoints: Readonly<Record<string, Endpoint>> = {
  'events.v1': {
    handler: (call) => {
      const voice = voiceOf(call);
      const found = search(inRange(call.desk, call.params, EVENTS), call.params);
      const { page, status } = pageOfList(found, call.params);
      return ok({
        ...priced(voice, page),
        results: { event: page.map((event) => eventWire(voice, event)), paging_status: status },
      });
    },
  },
  'events_by_id.v1': {
    handler: (call) => {
      const voice = voiceOf(call);
      const ids = call.params.list('event_id_list');
      if (ids.length === 0) throw bad('event_id_list is required');
      const events = ids.flatMap((id) => findEvent(id) ?? []);
      return ok({ ...priced(voice, events), events_by_id: byIds(voice, ids, call.params) });
    },
  },
};
